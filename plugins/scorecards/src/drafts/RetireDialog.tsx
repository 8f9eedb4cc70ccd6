import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  FormDialog,
  TextLines,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { scorecardDraftsTranslationRef } from './translation';

/** Ends a scorecard that is written in the portal, with the reason. */
export function RetireDialog(props: {
  scorecardRef: string;
  title: string;
  onClose: () => void;
  onRetired: () => void;
}) {
  const { scorecardRef, title, onClose, onRetired } = props;
  const { t } = useTranslationRef(scorecardDraftsTranslationRef);
  const api = useOpmodelApi();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const action = useAction(
    () => api.retireScorecard(scorecardRef, { note: note.trim() }),
    onRetired,
  );
  const submit = () => {
    setTried(true);
    if (note.trim()) {
      action.run();
    }
  };
  return (
    <FormDialog
      title={t('retire.title', { title })}
      text={t('retire.text')}
      submitLabel={t('retire.submit')}
      running={action.running}
      error={action.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextLines
        required
        label={t('retire.note')}
        value={note}
        problem={tried && !note.trim() ? t('retire.noteMissing') : undefined}
        onChange={setNote}
      />
    </FormDialog>
  );
}
