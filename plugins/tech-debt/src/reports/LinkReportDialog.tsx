import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DescribedDebtReport } from '@opmodel/backstage-plugin-opmodel-common';
import { FormDialog } from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { techDebtReportsTranslationRef } from '../translations/reports';
import { CausePicker } from './CausePicker';
import type { ReportCause } from './reportDraft';

/** Chooses the item that is the cause of a report. Who may not change the report chooses among items that they may change. */
export function LinkReportDialog(props: {
  report: DescribedDebtReport;
  running: boolean;
  error?: Error;
  onSubmit: (itemId: string) => void;
  onClose: () => void;
}) {
  const { report, running, error, onSubmit, onClose } = props;
  const { t } = useTranslationRef(techDebtReportsTranslationRef);
  const [item, setItem] = useState<ReportCause | undefined>(
    report.item ?? undefined,
  );
  const [tried, setTried] = useState(false);
  return (
    <FormDialog
      title={t('link.title')}
      text={t('link.text', { what: report.what })}
      submitLabel={t('link.submit')}
      running={running}
      error={error}
      onSubmit={() => {
        setTried(true);
        if (item) {
          onSubmit(item.id);
        }
      }}
      onClose={onClose}
    >
      <CausePicker
        required
        label={t('form.item')}
        entityRef={report.entity.ref}
        onlyChangeable={!report.may.change}
        value={item}
        problem={tried && !item ? t('link.missing') : undefined}
        onChange={setItem}
      />
    </FormDialog>
  );
}
