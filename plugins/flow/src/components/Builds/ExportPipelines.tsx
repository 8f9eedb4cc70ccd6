import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FlowReport } from '@opmodel/backstage-plugin-opmodel-common';
import {
  downloadFile,
  exportFileName,
  ExportMenu,
} from '@opmodel/backstage-plugin-opmodel-react';
import { flowTranslationRef } from '../../translation';
import { toPipelinesCsv, toPipelinesJson } from '../export/flowExport';

/** Hands the pipelines that are shown to the browser as a file. */
export function ExportPipelines(props: { report: FlowReport }) {
  const { report } = props;
  const { t } = useTranslationRef(flowTranslationRef);
  const name = exportFileName(
    'flow-pipelines',
    report.window,
    report.scope.ref,
  );
  return (
    <ExportMenu
      subject={t('builds.title')}
      choices={[
        {
          label: t('builds.csv'),
          onChoose: () => downloadFile(name, 'csv', toPipelinesCsv(report)),
        },
        {
          label: t('builds.json'),
          onChoose: () => downloadFile(name, 'json', toPipelinesJson(report)),
        },
      ]}
    />
  );
}
