import {
  addDays,
  binnedQuantileList,
  countOf,
  type TrendPoint,
  weekOf,
  weeksBetween,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CountsByMetric, DaySpan } from './DoraStore';

/**
 * One point for each ISO week that the span touches.
 *
 * @param firstDay - first day on which the selection is known to have deployed. A week before it has no data; a week after
 *   it without a deployment has zero.
 */
export function toTrendPoints(
  weeks: ReadonlyMap<string, CountsByMetric>,
  span: DaySpan,
  firstDay: string | null,
): TrendPoint[] {
  return weeksBetween(span.from, span.to).map(week => {
    const counts = weeks.get(week);
    const leadTimes = counts?.get('lead_time') ?? new Map<number, number>();
    const [leadTimeMedian, leadTimeP75, leadTimeP90] = binnedQuantileList(
      leadTimes,
      [0.5, 0.75, 0.9],
    );
    const isKnown = firstDay !== null && weekOf(firstDay) <= week;
    return {
      week,
      partial: week < span.from || addDays(week, 6) > span.to,
      deployments: isKnown
        ? countOf(counts?.get('deployments') ?? new Map())
        : null,
      leadTimeMedian,
      leadTimeP75,
      leadTimeP90,
      n: countOf(leadTimes),
    };
  });
}
