import {
  countOf,
  type DayMetric,
  type DoraExclusion,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CountsByMetric } from './DoraStore';

/** Changes that were carried to production and give no sample, by reason. */
export function listExcludedChanges(counts: CountsByMetric): DoraExclusion[] {
  return listExcluded(counts, 'excluded_change:', 'change');
}

/** Deployments that do not count, by reason. */
export function listExcludedDeployments(
  counts: CountsByMetric,
): DoraExclusion[] {
  return listExcluded(counts, 'excluded_deployment:', 'deployment');
}

/**
 * What failed and gives no sample of recovery, by reason.
 *
 * @param unit - what a sample is taken of
 */
export function listExcludedRecoveries(
  counts: CountsByMetric,
  unit: 'deployment' | 'incident',
): DoraExclusion[] {
  return listExcluded(counts, 'excluded_recovery:', unit);
}

/** Incidents that give no sample of time to restore, by reason. */
export function listExcludedRestores(counts: CountsByMetric): DoraExclusion[] {
  return listExcluded(counts, 'excluded_restore:', 'incident');
}

/** Incidents that are tied to no deployment, by reason. */
export function listUnlinkedIncidents(counts: CountsByMetric): DoraExclusion[] {
  return listExcluded(counts, 'unlinked_incident:', 'incident');
}

function listExcluded(
  counts: CountsByMetric,
  prefix: string,
  unit: DoraExclusion['unit'],
): DoraExclusion[] {
  return [...counts]
    .filter(([metric]) => metric.startsWith(prefix))
    .map(([metric, bins]: [DayMetric, ReadonlyMap<number, number>]) => ({
      reason: metric.slice(prefix.length) as DoraExclusion['reason'],
      unit,
      count: countOf(bins),
    }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
