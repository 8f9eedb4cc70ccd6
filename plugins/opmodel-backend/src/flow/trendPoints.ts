import {
  addDays,
  binnedQuantile,
  countOf,
  type CumulativePoint,
  type FlowDelta,
  type FlowReport,
  weekOf,
  weeksBetween,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DaySpan } from '../catalog/ComponentSelection';
import { binsOf, numberOf } from './flowNumbers';
import type { FlowCounts } from './FlowStore';

/** Day counts as the changes that a cumulative flow is made from. */
export function toDeltas(days: ReadonlyMap<string, FlowCounts>): FlowDelta[] {
  return [...days].flatMap(([day, counts]) =>
    [...counts].map(
      ([metric, bins]) => ({ day, metric, count: countOf(bins) } as FlowDelta),
    ),
  );
}

/**
 * The weeks of a window. Those before anything was known have no numbers.
 *
 * @param points - of every day of the window; empty where nothing is known
 */
export function toWeekPoints(
  weeks: ReadonlyMap<string, FlowCounts>,
  days: ReadonlyMap<string, FlowCounts>,
  points: readonly CumulativePoint[],
  { window, firstItemDay }: { window: DaySpan; firstItemDay: string | null },
): FlowReport['weeks'] {
  const byWeek = new Map<string, FlowCounts[]>();
  for (const [day, counts] of days) {
    const week = weekOf(day);
    byWeek.set(week, [...(byWeek.get(week) ?? []), counts]);
  }
  const lastOfWeek = new Map(
    points.map(point => [weekOf(point.day), point] as const),
  );
  return weeksBetween(window.from, window.to).map(week => {
    const isKnown = firstItemDay !== null && weekOf(firstItemDay) <= week;
    const sum = (metric: 'arrived' | 'started' | 'completed') =>
      isKnown
        ? (byWeek.get(week) ?? []).reduce(
            (total, counts) => total + numberOf(counts, metric),
            0,
          )
        : null;
    const last = lastOfWeek.get(week);
    return {
      week,
      partial: week < window.from || addDays(week, 6) > window.to,
      arrived: sum('arrived'),
      started: sum('started'),
      completed: sum('completed'),
      cycleTimeMedian: binnedQuantile(
        binsOf(weeks.get(week) ?? new Map(), 'cycle_time'),
        0.5,
      ),
      wip: isKnown && last ? last.inProgress + last.waiting : null,
    };
  });
}
