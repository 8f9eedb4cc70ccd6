import {
  type BinCounts,
  binOf,
  type DayMetric,
  type DoraProfile,
  weekOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  CountsByMetric,
  LateRecovery,
  SeriesInterval,
  SpanCounts,
} from './DoraStore';

/** What a recovery that is left out of its window is counted under. */
const LEFT_OUT: DayMetric = 'excluded_recovery:ended_after_window';

/** Takes recoveries away from the counts of a span and of its weeks. */
export function leaveOutOfSpan(
  { counts, weeks }: SpanCounts,
  late: LateRecovery[],
  { weekStart }: DoraProfile,
): SpanCounts {
  return {
    counts: leaveOutOfCounts(counts, late),
    weeks: leaveOutOfParts(weeks, late, ({ day }) => weekOf(day, weekStart)),
  };
}

/** Takes recoveries away from the counts of the parts that they count in. */
export function leaveOutOfParts(
  parts: ReadonlyMap<string, CountsByMetric>,
  late: LateRecovery[],
  partOf: (recovery: LateRecovery) => string,
): ReadonlyMap<string, CountsByMetric> {
  return new Map(
    [...parts].flatMap(([part, counts]) => {
      const left = leaveOutOfCounts(
        counts,
        late.filter(recovery => partOf(recovery) === part),
      );
      return left.size > 0 ? [[part, left]] : [];
    }),
  );
}

function leaveOutOfCounts(
  counts: CountsByMetric,
  late: LateRecovery[],
): CountsByMetric {
  const bins = counts.get('recovery');
  if (bins === undefined || late.length === 0) {
    return counts;
  }
  const left = new Map(counts);
  const recoveries = leaveOut(bins, late);
  if (recoveries.size > 0) {
    left.set('recovery', recoveries);
  } else {
    left.delete('recovery');
  }
  return left;
}

/** Takes recoveries away from bins; no bin falls below zero, whatever was written in between. */
export function leaveOut(bins: BinCounts, late: LateRecovery[]): BinCounts {
  const left = new Map(bins);
  for (const { seconds } of late) {
    const bin = binOf(seconds);
    const count = (left.get(bin) ?? 0) - 1;
    if (count > 0) {
      left.set(bin, count);
    } else {
      left.delete(bin);
    }
  }
  return left;
}

/** Says of counts how many recoveries were taken away from them. */
export function countLeftOut(
  counts: CountsByMetric,
  late: LateRecovery[],
): CountsByMetric {
  return late.length > 0
    ? new Map([...counts, [LEFT_OUT, new Map([[0, late.length]])]])
    : counts;
}

/** Under what the part of a series is told that a day belongs to. */
export function startOfPart(
  day: string,
  interval: SeriesInterval,
  { weekStart }: DoraProfile,
): string {
  switch (interval) {
    case 'week':
      return weekOf(day, weekStart);
    case 'month':
      return day.slice(0, 7);
    default:
      return day;
  }
}
