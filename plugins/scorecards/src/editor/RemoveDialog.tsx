import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  FormDialog,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { forgetEdits } from './keptEdits';
import { scorecardEditorTranslationRef } from './translation';

/** Throws a draft away, after asking once. */
export function RemoveDialog(props: {
  draftId: string;
  title: string;
  onClose: () => void;
  onRemoved: () => void;
}) {
  const { draftId, title, onClose, onRemoved } = props;
  const { t } = useTranslationRef(scorecardEditorTranslationRef);
  const api = useOpmodelApi();
  const action = useAction(async () => {
    await api.deleteScorecardDraft(draftId);
    forgetEdits(draftId);
  }, onRemoved);
  return (
    <FormDialog
      title={t('remove.title')}
      text={t('remove.text', { title })}
      submitLabel={t('remove.submit')}
      running={action.running}
      error={action.error}
      onSubmit={() => action.run()}
      onClose={onClose}
    />
  );
}
