import { errorBudgetOf } from './errorBudget';
import type { BudgetingMethod } from './sloDefinition';

/**
 * From how many events or slices on a budget is graded, where nothing is configured: as many as it takes for the budget to hold one
 * bad one, 1 / (1 − target). With fewer, the first bad event exhausts the budget, whatever the service is like.
 *
 * Slices come by the clock, and a window may have too few of them at all. There half of the window is enough.
 *
 * @param periodSeconds - length of the window
 */
export function minimumSample({
  method,
  target,
  timeSliceSeconds,
  periodSeconds,
}: {
  method: BudgetingMethod;
  target: number;
  timeSliceSeconds: number | null;
  periodSeconds: number;
}): number {
  const holdsOne = Math.ceil(1 / errorBudgetOf(target));
  if (method === 'Occurrences' || timeSliceSeconds === null) {
    return holdsOne;
  }
  const half = Math.floor(periodSeconds / timeSliceSeconds / 2);
  return Math.max(1, Math.min(holdsOne, half));
}
