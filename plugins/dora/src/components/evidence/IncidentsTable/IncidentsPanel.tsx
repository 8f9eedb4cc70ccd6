import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DoraReportQuery } from '@opmodel/backstage-plugin-opmodel-common';
import {
  narrowToWeek,
  type EvidenceParams,
} from '../../../hooks/useEvidenceParams';
import { doraTranslationRef } from '../../../translation';
import { EvidencePanel } from '../EvidencePanel';
import { IncidentsTable } from './IncidentsTable';

/** Where the panel is, for a link on the same page. */
export const INCIDENTS_ANCHOR = 'dora-incidents';

/** The incidents behind the numbers of a page. */
export function IncidentsPanel(props: {
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
      anchor={INCIDENTS_ANCHOR}
      title={t('incident.title')}
      filterLabel={t('incident.show')}
      filter={evidence.incidents}
      filters={[
        { id: 'all', label: t('incident.all') },
        { id: 'linked', label: t('incident.linked') },
        { id: 'unlinked', label: t('incident.unlinked') },
        { id: 'open', label: t('incident.stillOpen') },
      ]}
      onFilterChange={evidence.setIncidents}
      week={evidence.week}
      onWeekClear={() => evidence.setWeek(undefined)}
    >
      {seen => (
        <IncidentsTable
          entityRef={entityRef}
          query={narrowToWeek(query, evidence.week, days)}
          zone={zone}
          withComponent={withComponent}
          filter={evidence.incidents}
          enabled={seen}
        />
      )}
    </EvidencePanel>
  );
}
