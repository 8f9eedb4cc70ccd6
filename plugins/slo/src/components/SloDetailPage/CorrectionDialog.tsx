import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import type {
  Acceptance,
  NewSloCorrection,
  SloStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  FormDialog,
  TextLines,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { DateTime } from 'luxon';
import { useId, useState } from 'react';
import { sloTranslationRef } from '../../translation';
import { sloDetailTranslationRef } from '../../translations/detail';

/** Asks for a span of time to be left out of the budget. Times are typed on the clock of the window. */
export function CorrectionDialog(props: {
  slo: Pick<SloStatus, 'ref' | 'title' | 'window'>;
  onClose: () => void;
  onDone: (acceptance: Acceptance) => void;
}) {
  const { slo, onClose, onDone } = props;
  const { t } = useTranslationRef(sloDetailTranslationRef);
  const { t: words } = useTranslationRef(sloTranslationRef);
  const api = useOpmodelApi();
  const fieldId = useId();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const action = useAction(
    async (body: NewSloCorrection) =>
      onDone(await api.requestSloCorrection(slo.ref, body)),
    onClose,
  );
  const zone = slo.window.zone ?? 'UTC';
  const instant = (typed: string) => {
    const parsed = DateTime.fromISO(typed, { zone });
    return parsed.isValid ? parsed.toUTC().toISO() : null;
  };
  const begin = instant(from);
  const end = instant(to);
  const isBackwards = begin !== null && end !== null && end <= begin;
  const submit = () => {
    setTried(true);
    if (begin !== null && end !== null && !isBackwards && reason.trim()) {
      action.run({ from: begin, to: end, reason: reason.trim() });
    }
  };
  const fromProblem =
    tried && begin === null ? t('corrections.fromMissing') : undefined;
  const endMissing = end === null ? t('corrections.toMissing') : undefined;
  const toProblem = isBackwards ? t('corrections.order') : endMissing;
  return (
    <FormDialog
      title={t('corrections.dialogTitle', { title: slo.title })}
      text={`${t('corrections.dialogText')} ${t('corrections.zone', { zone })}`}
      submitLabel={t('corrections.submit')}
      running={action.running}
      error={action.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        id={`${fieldId}from`}
        type="datetime-local"
        required
        size="small"
        variant="outlined"
        label={t('corrections.from')}
        value={from}
        error={fromProblem !== undefined}
        helperText={fromProblem}
        onChange={event => setFrom(event.target.value)}
        InputLabelProps={{ shrink: true }}
      />
      <TextField
        id={`${fieldId}to`}
        type="datetime-local"
        required
        size="small"
        variant="outlined"
        label={t('corrections.to')}
        value={to}
        error={tried && toProblem !== undefined}
        helperText={tried ? toProblem : undefined}
        onChange={event => setTo(event.target.value)}
        InputLabelProps={{ shrink: true }}
      />
      <TextLines
        required
        label={words('form.reason')}
        value={reason}
        onChange={setReason}
        problem={
          tried && !reason.trim() ? words('form.reasonMissing') : undefined
        }
      />
    </FormDialog>
  );
}
