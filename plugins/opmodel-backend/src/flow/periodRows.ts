import {
  type Iteration,
  type PeriodPredictability,
  resolvePeriod,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DaySpan } from '../catalog/ComponentSelection';
import type { PeriodCounts } from './FlowStore';

/** Periods that a report lists. */
const PERIODS_IN_REPORT = 50;

/**
 * The periods that a window touches, the newest first. Of a period of which nobody said when it is, the last commitment tells
 * whether the window touches it. Only a closed period has a ratio: in an open one the rest may still be done.
 *
 * @param options - `today`: ISO day
 */
export function toPeriods(
  counts: readonly PeriodCounts[],
  window: DaySpan,
  options: { iterations: readonly Iteration[]; today: string },
): PeriodPredictability[] {
  return counts
    .map(({ lastDay, ...numbers }) => {
      const { from, to } = resolvePeriod(numbers.period, options.iterations);
      const state = stateOf(to, options.today);
      return {
        touched: { from: from ?? lastDay, to: to ?? lastDay },
        row: {
          ...numbers,
          from,
          to,
          state,
          ratio:
            state === 'closed' && numbers.committed > 0
              ? numbers.done / numbers.committed
              : null,
        },
      };
    })
    .filter(
      ({ touched }) => touched.from <= window.to && touched.to >= window.from,
    )
    .sort(
      (a, b) =>
        compare(b.touched.from, a.touched.from) ||
        compare(a.row.period, b.row.period),
    )
    .slice(0, PERIODS_IN_REPORT)
    .map(({ row }) => row);
}

function stateOf(
  to: string | null,
  today: string,
): PeriodPredictability['state'] {
  if (to === null) {
    return 'unknown';
  }
  return to < today ? 'closed' : 'open';
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
