import {
  addDays,
  binnedQuantileList,
  countOf,
  type DoraProfile,
  type TrendPoint,
  weekOf,
  weeksBetween,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CountsByMetric, DaySpan, SelectionState } from './DoraStore';
import { binnedQuantiles } from './durationQuantiles';
import { divide, failuresMetricOf, totalOf } from './ratioMetrics';

/**
 * One point for each week that the span touches.
 *
 * @param known - first days on which the selection is known to have deployed, and to have had an incident. A week before has no
 *   data; a week after it without any has zero.
 */
export function toTrendPoints(
  weeks: ReadonlyMap<string, CountsByMetric>,
  span: DaySpan,
  known: Pick<SelectionState, 'firstDeploymentDay' | 'firstIncidentDay'>,
  profile: DoraProfile,
): TrendPoint[] {
  const isKnown = (first: string | null, week: string) =>
    first !== null && weekOf(first, profile.weekStart) <= week;
  const failures = failuresMetricOf(profile);
  return weeksBetween(span.from, span.to, profile.weekStart).map(week => {
    const counts = weeks.get(week);
    const bins = (kind: 'lead_time' | 'recovery' | 'restore') =>
      counts?.get(kind) ?? new Map<number, number>();
    const leadTimes = bins('lead_time');
    const [, leadTimeP75, leadTimeP90] = binnedQuantileList(
      leadTimes,
      [0.5, 0.75, 0.9],
    );
    const deploys = isKnown(known.firstDeploymentDay, week);
    const deployments = totalOf(counts, 'deployments');
    const rework = profile.failures.rework && deploys;
    const hasIncidents = isKnown(known.firstIncidentDay, week);
    return {
      week,
      partial: week < span.from || addDays(week, 6) > span.to,
      deployments: deploys ? deployments : null,
      leadTimeMedian: binnedQuantiles(leadTimes, profile.median).median,
      leadTimeP75,
      leadTimeP90,
      n: countOf(leadTimes),
      failedDeployments: deploys ? totalOf(counts, failures) : null,
      changeFailRate: divide(totalOf(counts, failures), deployments),
      reworkDeployments: rework ? totalOf(counts, 'rework_deployments') : null,
      reworkRate: rework
        ? divide(totalOf(counts, 'rework_deployments'), deployments)
        : null,
      recoveryMedian: binnedQuantiles(bins('recovery'), profile.median).median,
      recoveries: countOf(bins('recovery')),
      restoreMedian: binnedQuantiles(bins('restore'), profile.median).median,
      incidents: hasIncidents ? totalOf(counts, 'incidents') : null,
      recurrences: hasIncidents ? totalOf(counts, 'recurrences') : null,
    };
  });
}
