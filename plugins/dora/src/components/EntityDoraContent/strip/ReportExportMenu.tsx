import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  downloadFile,
  exportFileName,
  ExportMenu,
  toJsonFile,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../../translation';
import { toMetricsCsv, toTrendCsv } from './reportExport';

/** Hands what is on the page to the browser as a file. */
export function ReportExportMenu(props: { report: DoraReport }) {
  const { report } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const nameOf = (what: string) =>
    exportFileName(what, report.window, report.scope.ref);
  return (
    <ExportMenu
      choices={[
        {
          label: t('strip.metricsCsv'),
          onChoose: () =>
            downloadFile(nameOf('dora-metrics'), 'csv', toMetricsCsv(report)),
        },
        {
          label: t('strip.trendCsv'),
          onChoose: () =>
            downloadFile(nameOf('dora-trend'), 'csv', toTrendCsv(report)),
        },
        {
          label: t('strip.json'),
          onChoose: () =>
            downloadFile(nameOf('dora'), 'json', toJsonFile(report)),
        },
      ]}
    />
  );
}
