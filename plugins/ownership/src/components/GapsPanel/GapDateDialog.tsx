import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import type {
  GapDate,
  NewGapDate,
  OwnershipGap,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  FormDialog,
  TextLines,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useId, useState } from 'react';
import { ownershipGapTranslationRef } from '../../translations/gaps';
import { useOwnershipWords } from '../../words/useOwnershipWords';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Sets the day by which a gap is to be closed. */
export function GapDateDialog(props: {
  entityRef: string;
  title: string;
  gap: OwnershipGap;
  /** As it is set now. */
  date?: GapDate;
  onClose: () => void;
  /** Called after the engine has it; the dialog closes by itself. */
  onDone: () => void;
}) {
  const { entityRef, title, gap, date, onClose, onDone } = props;
  const { t } = useTranslationRef(ownershipGapTranslationRef);
  const words = useOwnershipWords();
  const api = useOpmodelApi();
  const dayId = useId();
  const [dueDay, setDueDay] = useState(date?.dueDay ?? '');
  const [note, setNote] = useState(date?.note ?? '');
  const [tried, setTried] = useState(false);
  const action = useAction(
    (body: NewGapDate) => api.setOwnershipGapDate(entityRef, body),
    () => {
      onClose();
      onDone();
    },
  );
  const isMissing = tried && !DAY.test(dueDay);
  const submit = () => {
    setTried(true);
    if (DAY.test(dueDay)) {
      action.run({ gap, dueDay, ...(note.trim() && { note: note.trim() }) });
    }
  };
  return (
    <FormDialog
      title={t('dialog.title', { gap: words.gap[gap] })}
      text={t('dialog.text', { title })}
      submitLabel={t('dialog.submit')}
      running={action.running}
      error={action.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        id={dayId}
        type="date"
        required
        variant="outlined"
        size="small"
        label={t('dialog.day')}
        value={dueDay}
        error={isMissing}
        helperText={isMissing ? t('dialog.dayMissing') : undefined}
        onChange={event => setDueDay(event.target.value)}
        InputLabelProps={{ shrink: true }}
      />
      <TextLines label={t('dialog.note')} value={note} onChange={setNote} />
    </FormDialog>
  );
}
