import type {
  DeploymentsQuery,
  DoraReportQuery,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Which deployments are shown. */
export type DeploymentFilter = 'all' | 'failed' | 'rework';
/** Which incidents are shown. */
export type IncidentFilter = 'all' | 'linked' | 'unlinked' | 'open';

const DEPLOYMENT_FILTERS: readonly DeploymentFilter[] = ['failed', 'rework'];
const INCIDENT_FILTERS: readonly IncidentFilter[] = [
  'linked',
  'unlinked',
  'open',
];
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the evidence of a page shows, as it stands in the URL (`week`, `deployments`, `incidents`). */
export interface EvidenceParams {
  /** First day of the week whose rows alone are shown. */
  week: string | undefined;
  deployments: DeploymentFilter;
  incidents: IncidentFilter;
  setWeek: (week: string | undefined) => void;
  setDeployments: (filter: DeploymentFilter) => void;
  setIncidents: (filter: IncidentFilter) => void;
}

/** Keeps the filters of the evidence in the URL, so that a link shows the same rows. */
export function useEvidenceParams(): EvidenceParams {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (name: string, value: string | undefined) =>
      setParams(
        known => {
          const next = new URLSearchParams(known);
          if (value && value !== 'all') {
            next.set(name, value);
          } else {
            next.delete(name);
          }
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  const week = params.get('week') ?? '';
  return {
    week: DAY.test(week) ? week : undefined,
    deployments:
      DEPLOYMENT_FILTERS.find(id => id === params.get('deployments')) ?? 'all',
    incidents:
      INCIDENT_FILTERS.find(id => id === params.get('incidents')) ?? 'all',
    setWeek: useCallback(chosen => set('week', chosen), [set]),
    setDeployments: useCallback(chosen => set('deployments', chosen), [set]),
    setIncidents: useCallback(chosen => set('incidents', chosen), [set]),
  };
}

/**
 * The query of a report's rows, narrowed to one week.
 *
 * @param days - the days of the report, which a week does not leave; ISO days
 */
export function narrowToWeek(
  query: DoraReportQuery,
  week: string | undefined,
  days: { from: string; to: string },
): DoraReportQuery {
  if (!week) {
    return query;
  }
  const sunday = DateTime.fromISO(week, { zone: 'utc' })
    .plus({ days: 6 })
    .toISODate()!;
  const { window: _, ...others } = query;
  return {
    ...others,
    from: week > days.from ? week : days.from,
    to: sunday < days.to ? sunday : days.to,
  };
}

/** The query of the deployments that a filter selects. */
export function toDeploymentsQuery(
  filter: DeploymentFilter,
): Pick<DeploymentsQuery, 'failed' | 'rework'> {
  switch (filter) {
    case 'failed':
      return { failed: true };
    case 'rework':
      return { rework: true };
    default:
      return {};
  }
}
