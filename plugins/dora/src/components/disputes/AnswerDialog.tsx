import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import type {
  Dispute,
  DisputeAnswer,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { doraTranslationRef } from '../../translation';
import { FormDialog } from '../FormDialog';
import { useMetricNames } from '../metrics/useMetricNames';
import { ReasonField } from '../ReasonField';

type Verdict = DisputeAnswer['verdict'];

/** Answers a dispute: whether the number is wrong, and why. */
export function AnswerDialog(props: {
  dispute: Dispute;
  onClose: () => void;
  onAnswered: () => void;
}) {
  const { dispute, onClose, onAnswered } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const names = useMetricNames();
  const api = useOpmodelApi();
  const [verdict, setVerdict] = useState<Verdict>('accepted');
  const [answer, setAnswer] = useState('');
  const [tried, setTried] = useState(false);
  const send = useAction(
    (given: DisputeAnswer) =>
      api.answerDispute(dispute.scopeRef, dispute.id, given),
    () => {
      onClose();
      onAnswered();
    },
  );
  const isMissing = answer.trim() === '';
  return (
    <FormDialog
      title={t('dispute.answerTitle', { metric: names[dispute.metric] })}
      text={dispute.reason}
      submit={t('dispute.send')}
      submitting={t('dispute.sending')}
      cancel={t('dispute.cancel')}
      running={send.running}
      error={send.error}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (!isMissing) {
          send.run({ verdict, answer: answer.trim() });
        }
      }}
    >
      <RadioGroup
        aria-label={t('dispute.answer')}
        value={verdict}
        onChange={event => setVerdict(event.target.value as Verdict)}
      >
        <FormControlLabel
          value="accepted"
          control={<Radio size="small" color="primary" />}
          label={t('dispute.accept')}
        />
        <FormControlLabel
          value="rejected"
          control={<Radio size="small" color="primary" />}
          label={t('dispute.reject')}
        />
      </RadioGroup>
      <ReasonField
        label={t('dispute.answerText')}
        value={answer}
        onChange={setAnswer}
        error={tried && isMissing ? t('dispute.answerMissing') : undefined}
      />
    </FormDialog>
  );
}
