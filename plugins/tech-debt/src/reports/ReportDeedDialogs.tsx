import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { FormDialog } from '@opmodel/backstage-plugin-opmodel-react';
import { techDebtReportsTranslationRef } from '../translations/reports';
import { LinkReportDialog } from './LinkReportDialog';
import { ReportDialog } from './ReportDialog';
import type { ReportDeeds } from './useReportDeeds';

/** What a deed asks for before it is done. */
export function ReportDeedDialogs(props: { deeds: ReportDeeds }) {
  const { deeds } = props;
  const { asked, running, leave } = deeds;
  const { t } = useTranslationRef(techDebtReportsTranslationRef);
  const error = deeds.isConflict ? new Error(t('link.conflict')) : deeds.error;
  switch (asked?.deed) {
    case 'change':
      return (
        <ReportDialog
          report={asked.report}
          onSaved={deeds.changed}
          onClose={leave}
        />
      );
    case 'link':
      return (
        <LinkReportDialog
          report={asked.report}
          running={running}
          error={error}
          onSubmit={deeds.link}
          onClose={leave}
        />
      );
    case 'remove':
      return (
        <FormDialog
          title={t('remove.title')}
          text={t('remove.text', { what: asked.report.what })}
          submitLabel={t('remove.submit')}
          running={running}
          error={error}
          onSubmit={deeds.remove}
          onClose={leave}
        />
      );
    default:
      return null;
  }
}
