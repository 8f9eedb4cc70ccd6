import {
  addDays,
  countOf,
  type DoraProfile,
  type TrendPoint,
  weekOf,
  weeksBetween,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  CountsByMetric,
  DaySpan,
  DurationKind,
  SelectionState,
} from './DoraStore';
import { binsOf, countedQuantiles } from './durationQuantiles';
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
    const bins = (kind: DurationKind) => binsOf(counts, kind, profile);
    const medianOf = (kind: DurationKind) =>
      countedQuantiles(bins(kind), profile).median;
    const leadTime = countedQuantiles(bins('lead_time'), profile);
    const deploys = isKnown(known.firstDeploymentDay, week);
    const deployments = totalOf(counts, 'deployments');
    const rework = profile.failures.rework && deploys;
    const hasIncidents = isKnown(known.firstIncidentDay, week);
    return {
      week,
      partial: week < span.from || addDays(week, 6) > span.to,
      deployments: deploys ? deployments : null,
      leadTimeMedian: leadTime.median,
      leadTimeP75: leadTime.p75,
      leadTimeP90: leadTime.p90,
      n: countOf(bins('lead_time').samples),
      failedDeployments: deploys ? totalOf(counts, failures) : null,
      changeFailRate: divide(totalOf(counts, failures), deployments),
      reworkDeployments: rework ? totalOf(counts, 'rework_deployments') : null,
      reworkRate: rework
        ? divide(totalOf(counts, 'rework_deployments'), deployments)
        : null,
      recoveryMedian: medianOf('recovery'),
      recoveries: countOf(bins('recovery').samples),
      restoreMedian: medianOf('restore'),
      incidents: hasIncidents ? totalOf(counts, 'incidents') : null,
      recurrences: hasIncidents ? totalOf(counts, 'recurrences') : null,
    };
  });
}
