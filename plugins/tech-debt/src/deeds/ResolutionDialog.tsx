import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FormDialog, TextLines } from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { techDebtDeedsTranslationRef } from '../translations/deeds';
import { useDebtWords } from '../words/useDebtWords';

/** Asks how an item was paid, or why it never will be. */
export function ResolutionDialog(props: {
  title: string;
  deed: 'resolve' | 'give_up';
  running: boolean;
  error?: Error;
  onSubmit: (resolution: string) => void;
  onClose: () => void;
}) {
  const { title, deed, running, error, onSubmit, onClose } = props;
  const { t } = useTranslationRef(techDebtDeedsTranslationRef);
  const words = useDebtWords();
  const [resolution, setResolution] = useState('');
  const [tried, setTried] = useState(false);
  const pays = deed === 'resolve';
  const submit = () => {
    setTried(true);
    if (resolution.trim()) {
      onSubmit(resolution.trim());
    }
  };
  return (
    <FormDialog
      title={
        pays
          ? t('dialog.resolveTitle', { title })
          : t('dialog.giveUpTitle', { title })
      }
      text={pays ? t('dialog.resolveText') : t('dialog.giveUpText')}
      submitLabel={words.deed[deed]}
      running={running}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextLines
        required
        label={pays ? t('dialog.resolveLabel') : t('dialog.giveUpLabel')}
        value={resolution}
        onChange={setResolution}
        problem={tried && !resolution.trim() ? t('dialog.missing') : undefined}
      />
    </FormDialog>
  );
}
