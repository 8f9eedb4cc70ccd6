import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  FormDialog,
  GroupPicker,
  TextLines,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { ownershipReviewTranslationRef } from '../../translations/review';
import type { OwnershipDialogProps } from './ConfirmOwnershipDialog';

/** Asks another team to take an entity over. */
export function HandOverDialog(props: OwnershipDialogProps) {
  const { entityRef, title, onClose, onDone } = props;
  const { t } = useTranslationRef(ownershipReviewTranslationRef);
  const api = useOpmodelApi();
  const [toRef, setToRef] = useState<string>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const action = useAction(
    (body: { toRef: string; reason: string }) =>
      api.requestHandOver(entityRef, body),
    () => {
      onClose();
      onDone();
    },
  );
  const submit = () => {
    setTried(true);
    if (toRef !== undefined && reason.trim()) {
      action.run({ toRef, reason: reason.trim() });
    }
  };
  return (
    <FormDialog
      title={t('handOver.title', { title })}
      text={t('handOver.text')}
      submitLabel={t('handOver.submit')}
      running={action.running}
      error={action.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <GroupPicker
        required
        label={t('handOver.to')}
        value={toRef}
        onChange={setToRef}
        problem={
          tried && toRef === undefined ? t('handOver.toMissing') : undefined
        }
      />
      <TextLines
        required
        label={t('handOver.reason')}
        value={reason}
        onChange={setReason}
        problem={
          tried && !reason.trim() ? t('handOver.reasonMissing') : undefined
        }
      />
    </FormDialog>
  );
}
