import type {
  BinCounts,
  DayCount,
  DayMetric,
} from '@opmodel/backstage-plugin-opmodel-common';
import { COMPARED_METRICS } from './comparedMetrics';
import type { LeadTimeMedian } from './doraMembers';
import type { CountsByMetric, SpanCounts } from './DoraStore';

/** Adds day rows up. */
export function sumDays(days: readonly DayCount[]): CountsByMetric {
  const counts = new Map<DayMetric, Map<number, number>>();
  for (const { metric, bin, count } of days) {
    const bins = counts.get(metric) ?? new Map<number, number>();
    bins.set(bin, (bins.get(bin) ?? 0) + count);
    counts.set(metric, bins);
  }
  return counts;
}

/** Adds day rows up apart, by what a key is made of each. */
export function sumDaysBy(
  days: readonly DayCount[],
  keyOf: (day: DayCount) => string,
): ReadonlyMap<string, CountsByMetric> {
  return new Map(
    [...new Set(days.map(keyOf))].map(key => [
      key,
      sumDays(days.filter(day => keyOf(day) === key)),
    ]),
  );
}

/** The counts of a span over all of it and by week. */
export function toSpanCounts(days: readonly DayCount[]): SpanCounts {
  return {
    counts: sumDays(days),
    weeks: sumDaysBy(days.filter(isCompared), day => day.week),
  };
}

/** Whether a day row is shown over time. */
export function isCompared({ metric }: DayCount): boolean {
  return COMPARED_METRICS.includes(metric);
}

/** The lower median of bins; undefined without samples. */
export function toMedian(
  counts: BinCounts = new Map(),
): LeadTimeMedian | undefined {
  const bins = [...counts].sort(([a], [b]) => a - b);
  const samples = bins.reduce((total, [, count]) => total + count, 0);
  let reached = 0;
  const median = bins.find(([, count]) => {
    reached += count;
    return reached * 2 >= samples;
  });
  return median && { bin: median[0], samples };
}
