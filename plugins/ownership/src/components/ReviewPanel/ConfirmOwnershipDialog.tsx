import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  FormDialog,
  TextLines,
  useAction,
  useOpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { ownershipReviewTranslationRef } from '../../translations/review';

/** Props of the dialogs about the ownership of one entity. */
export interface OwnershipDialogProps {
  entityRef: string;
  title: string;
  onClose: () => void;
  /** Called after the engine has it; the dialog closes by itself. */
  onDone: () => void;
}

/** The owner says that the ownership is right. */
export function ConfirmOwnershipDialog(props: OwnershipDialogProps) {
  const { entityRef, title, onClose, onDone } = props;
  const { t } = useTranslationRef(ownershipReviewTranslationRef);
  const api = useOpmodelApi();
  const [note, setNote] = useState('');
  const action = useAction(
    () =>
      api.confirmOwnership(entityRef, note.trim() ? { note: note.trim() } : {}),
    () => {
      onClose();
      onDone();
    },
  );
  return (
    <FormDialog
      title={t('confirm.title', { title })}
      text={t('confirm.text')}
      submitLabel={t('confirm.submit')}
      running={action.running}
      error={action.error}
      onSubmit={action.run}
      onClose={onClose}
    >
      <TextLines label={t('confirm.note')} value={note} onChange={setNote} />
    </FormDialog>
  );
}
