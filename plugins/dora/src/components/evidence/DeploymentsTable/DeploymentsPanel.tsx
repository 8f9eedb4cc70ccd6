import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraReportQuery } from '@opmodel/backstage-plugin-opmodel-common';
import {
  narrowToWeek,
  type EvidenceParams,
} from '../../../hooks/useEvidenceParams';
import { doraTranslationRef } from '../../../translation';
import { EvidencePanel } from '../EvidencePanel';
import { DeploymentsTable } from './DeploymentsTable';

/** Where the panel is, for a link on the same page. */
export const DEPLOYMENTS_ANCHOR = 'dora-deployments';

/** The deployments behind the numbers of a page. */
export function DeploymentsPanel(props: {
  entityRef: string;
  query: DoraReportQuery;
  /** The days of the report. */
  days: { from: string; to: string };
  zone: string;
  withComponent: boolean;
  evidence: EvidenceParams;
}) {
  const { entityRef, query, days, zone, withComponent, evidence } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  return (
    <EvidencePanel
      anchor={DEPLOYMENTS_ANCHOR}
      title={t('evidence.title')}
      filterLabel={t('evidence.show')}
      filter={evidence.deployments}
      filters={[
        { id: 'all', label: t('evidence.all') },
        { id: 'failed', label: t('evidence.failed') },
        { id: 'rework', label: t('evidence.rework') },
      ]}
      onFilterChange={evidence.setDeployments}
      week={evidence.week}
      onWeekClear={() => evidence.setWeek(undefined)}
    >
      {seen => (
        <DeploymentsTable
          entityRef={entityRef}
          query={narrowToWeek(query, evidence.week, days)}
          zone={zone}
          withComponent={withComponent}
          filter={evidence.deployments}
          enabled={seen}
        />
      )}
    </EvidencePanel>
  );
}
