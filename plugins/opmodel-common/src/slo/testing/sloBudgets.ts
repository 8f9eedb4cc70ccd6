import {
  computeBudget,
  type SloBudget,
  type SloBudgetInput,
} from '../computeBudget';
import { emptyTally, type SloSliceTally } from '../sloTally';

const DAY = 86_400_000;

/** A window of thirty days that was measured to its end. */
export const thirtyDays = {
  from: Date.UTC(2026, 2, 1),
  to: Date.UTC(2026, 2, 1) + 30 * DAY,
};

/** Events, of which some were bad. */
export function events(total: number, bad: number): SloSliceTally {
  return { ...emptyTally, good: total - bad, total };
}

/** Slices, of which some were bad. */
export function slices(total: number, bad: number): SloSliceTally {
  return {
    ...emptyTally,
    slices: total,
    goodSlices: total - bad,
    ratioSum: total - bad,
  };
}

/** The budget of 99.9 % of the events of thirty days, unless something else is said. */
export function budgetOf(input: Partial<SloBudgetInput>): SloBudget {
  return computeBudget({
    method: 'Occurrences',
    target: 0.999,
    windowType: 'rolling',
    span: thirtyDays,
    measuredUntil: thirtyDays.to,
    tally: events(100_000, 60),
    timeSliceSeconds: null,
    ...input,
  });
}
