import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormHelperText from '@material-ui/core/FormHelperText';
import type { Dispute } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  StateChip,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { doraTranslationRef } from '../../translation';
import { AnswerDialog } from './AnswerDialog';

/** Where a dispute stands, and what the caller may do about it. */
export function DisputeState(props: {
  dispute: Dispute;
  onSettled: () => void;
}) {
  const { dispute, onSettled } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const api = useOpmodelApi();
  const [isAnswering, setAnswering] = useState(false);
  const withdraw = useAction(
    () => api.withdrawDispute(dispute.scopeRef, dispute.id),
    onSettled,
  );
  const states: Record<Dispute['state'], string> = {
    open: t('dispute.open'),
    accepted: t('dispute.accepted'),
    rejected: t('dispute.rejected'),
    withdrawn: t('dispute.withdrawn'),
  };
  const isOpen = dispute.state === 'open';
  return (
    <>
      {isOpen ? (
        <StateChip
          state="attention"
          label={dispute.overdue ? t('dispute.overdue') : states.open}
        />
      ) : (
        states[dispute.state]
      )}{' '}
      {dispute.answer !== null &&
        t('dispute.answeredBy', {
          who: dispute.answeredBy ?? '',
          answer: dispute.answer,
        })}
      {isOpen && dispute.mayAnswer && (
        <ActionButton onClick={() => setAnswering(true)}>
          {t('dispute.answer')}
        </ActionButton>
      )}
      {isOpen && dispute.mayWithdraw && (
        <ActionButton
          aria-disabled={withdraw.running}
          onClick={() => withdraw.run()}
        >
          {t('dispute.withdraw')}
        </ActionButton>
      )}
      {withdraw.error && (
        <FormHelperText error role="alert">
          {withdraw.error.message}
        </FormHelperText>
      )}
      {isAnswering && (
        <AnswerDialog
          dispute={dispute}
          onClose={() => setAnswering(false)}
          onAnswered={onSettled}
        />
      )}
    </>
  );
}
