import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ActionButton,
  StateChip,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { techDebtReportsTranslationRef } from '../translations/reports';
import type { KnownOfReport } from './reportDraft';
import { ReportDialog } from './ReportDialog';

/** Opens the form in which lost time is reported, and says that it was. */
export function ReportButton(props: {
  known?: KnownOfReport;
  onFiled: () => void;
}) {
  const { known, onFiled } = props;
  const { t } = useTranslationRef(techDebtReportsTranslationRef);
  const [open, setOpen] = useState(false);
  const [filed, setFiled] = useState(false);
  return (
    <>
      <span role="status">
        {filed && <StateChip state="good" label={t('done.filed')} />}
      </span>
      <ActionButton
        variant="outlined"
        color="primary"
        onClick={() => {
          setFiled(false);
          setOpen(true);
        }}
      >
        {t('form.open')}
      </ActionButton>
      {open && (
        <ReportDialog
          known={known}
          onClose={() => setOpen(false)}
          onSaved={() => {
            setOpen(false);
            setFiled(true);
            onFiled();
          }}
        />
      )}
    </>
  );
}
