import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import type {
  Acceptance,
  NewBreakGlass,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  FormDialog,
  TextLines,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useState } from 'react';
import { sloGateTranslationRef } from '../../translations/gate';

const LONGEST_REFERENCE = 200;

/** Lets releases of an entity pass for a day, for a reason that is kept. */
export function BreakGlassDialog(props: {
  entityRef: string;
  title: string;
  onClose: () => void;
  onDone: (acceptance: Acceptance) => void;
}) {
  const { entityRef, title, onClose, onDone } = props;
  const { t } = useTranslationRef(sloGateTranslationRef);
  const api = useOpmodelApi();
  const referenceId = useId();
  const [reason, setReason] = useState('');
  const [reference, setReference] = useState('');
  const [tried, setTried] = useState(false);
  const action = useAction(
    async (body: NewBreakGlass) =>
      onDone(await api.breakReleaseGate(entityRef, body)),
    onClose,
  );
  const submit = () => {
    setTried(true);
    if (reason.trim()) {
      action.run({
        reason: reason.trim(),
        ...(reference.trim() && { reference: reference.trim() }),
      });
    }
  };
  return (
    <FormDialog
      title={t('break.title', { title })}
      text={t('break.text')}
      submitLabel={t('break.submit')}
      running={action.running}
      error={action.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextLines
        required
        label={t('break.reason')}
        value={reason}
        onChange={setReason}
        problem={tried && !reason.trim() ? t('break.reasonMissing') : undefined}
      />
      <TextField
        id={referenceId}
        size="small"
        variant="outlined"
        label={t('break.reference')}
        value={reference}
        inputProps={{ maxLength: LONGEST_REFERENCE }}
        onChange={event => setReference(event.target.value)}
      />
    </FormDialog>
  );
}
