import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FormDialog, TextLines } from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { techDebtSuggestionsTranslationRef } from '../../translations/suggestions';

/** Asks why suggestions are dismissed. */
export function DismissDialog(props: {
  title: string;
  running: boolean;
  error?: Error;
  onSubmit: (reason: string) => void;
  onClose: () => void;
}) {
  const { title, running, error, onSubmit, onClose } = props;
  const { t } = useTranslationRef(techDebtSuggestionsTranslationRef);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (reason.trim()) {
      onSubmit(reason.trim());
    }
  };
  return (
    <FormDialog
      title={title}
      text={t('dismiss.text')}
      submitLabel={t('deed.dismiss')}
      running={running}
      error={error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextLines
        required
        label={t('dismiss.label')}
        value={reason}
        onChange={setReason}
        problem={tried && !reason.trim() ? t('dismiss.missing') : undefined}
      />
    </FormDialog>
  );
}
