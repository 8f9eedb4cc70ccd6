import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FlowReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  downloadFile,
  exportFileName,
  ExportMenu,
  toJsonFile,
} from '@opmodel/backstage-plugin-opmodel-react';
import { flowTranslationRef } from '../../translation';
import { toAllocationCsv, toWeeksCsv } from './flowExport';

/** Hands what is on the page to the browser as a file. */
export function FlowExportMenu(props: { report: FlowReport }) {
  const { report } = props;
  const { t } = useTranslationRef(flowTranslationRef);
  const nameOf = (what: string) =>
    exportFileName(what, report.window, report.scope.ref);
  return (
    <ExportMenu
      choices={[
        {
          label: t('export.weeksCsv'),
          onChoose: () =>
            downloadFile(nameOf('flow-weeks'), 'csv', toWeeksCsv(report)),
        },
        {
          label: t('export.allocationCsv'),
          onChoose: () =>
            downloadFile(
              nameOf('flow-allocation'),
              'csv',
              toAllocationCsv(report),
            ),
        },
        {
          label: t('export.json'),
          onChoose: () =>
            downloadFile(nameOf('flow'), 'json', toJsonFile(report)),
        },
      ]}
    />
  );
}
