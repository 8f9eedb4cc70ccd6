import type {
  DoraExplanation,
  DoraMetricId,
  DoraReportQuery,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DeploymentFilter } from '../../hooks/useEvidenceParams';
import { DeploymentsTable } from '../evidence/DeploymentsTable';
import { IncidentsTable } from '../evidence/IncidentsTable';
import { isIncidentExclusion, type ExclusionReason } from '../exclusions';

const DEPLOYMENTS_OF: Partial<Record<DoraMetricId, DeploymentFilter>> = {
  'failed-deployment-recovery-time': 'failed',
  'change-fail-rate': 'failed',
  'deployment-rework-rate': 'rework',
};

/** The rows behind a number: deployments, those that it counts above the line, or incidents. */
export function MetricRows(props: {
  entityRef: string;
  query: DoraReportQuery;
  explanation: DoraExplanation;
  exclusion: ExclusionReason | undefined;
}) {
  const { entityRef, query, explanation, exclusion } = props;
  const { metric, scope, window } = explanation;
  const ofIncidents =
    metric === 'time-to-restore' || metric === 'incident-recurrence';
  const shared = {
    entityRef,
    query,
    zone: window.zone,
    withComponent: scope.rollUp,
    compact: true,
    exclusion,
    enabled: true,
  };
  if (exclusion ? isIncidentExclusion(exclusion) : ofIncidents) {
    return <IncidentsTable {...shared} />;
  }
  return (
    <DeploymentsTable
      {...shared}
      filter={exclusion ? 'all' : DEPLOYMENTS_OF[metric]}
    />
  );
}
