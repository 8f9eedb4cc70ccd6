import { useTranslationRef } from '@backstage/frontend-plugin-api';
import FlagOutlined from '@material-ui/icons/FlagOutlined';
import type {
  DoraExplanation,
  NewDispute,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { doraTranslationRef } from '../../translation';
import { FormDialog } from '../FormDialog';
import { useMetricNames } from '../metrics/useMetricNames';
import { ReasonField } from '../ReasonField';

/** Disputes a number where it stands. */
export function DisputeButton(props: {
  entityRef: string;
  explanation: DoraExplanation;
  /** Called after it was disputed. */
  onDisputed: () => void;
}) {
  const { t } = useTranslationRef(doraTranslationRef);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ActionButton startIcon={<FlagOutlined />} onClick={() => setOpen(true)}>
        {t('dispute.dispute')}
      </ActionButton>
      {isOpen && <DisputeDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function DisputeDialog(props: {
  entityRef: string;
  explanation: DoraExplanation;
  onDisputed: () => void;
  onClose: () => void;
}) {
  const { entityRef, explanation, onDisputed, onClose } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const names = useMetricNames();
  const api = useOpmodelApi();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { metric, window, definition } = explanation;
  const dispute = useAction(
    (why: string) =>
      api.openDispute(entityRef, {
        metric,
        from: window.from,
        to: window.to,
        profile: definition.id as NewDispute['profile'],
        reason: why,
      }),
    () => {
      onClose();
      onDisputed();
    },
  );
  const isMissing = reason.trim() === '';
  return (
    <FormDialog
      title={t('dispute.disputeTitle', { metric: names[metric] })}
      text={t('dispute.disputeText')}
      submit={t('dispute.send')}
      submitting={t('dispute.sending')}
      cancel={t('dispute.cancel')}
      running={dispute.running}
      error={dispute.error}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        if (!isMissing) {
          dispute.run(reason.trim());
        }
      }}
    >
      <ReasonField
        label={t('dispute.reason')}
        value={reason}
        onChange={setReason}
        error={tried && isMissing ? t('dispute.reasonMissing') : undefined}
      />
    </FormDialog>
  );
}
