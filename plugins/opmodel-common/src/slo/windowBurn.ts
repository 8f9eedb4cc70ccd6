import { burnRate, sloUnitsOf } from './burnRate';
import type { BudgetingMethod } from './sloDefinition';
import { sumTallies, type SloTally } from './sloTally';

/**
 * Burn rate over the latest so many seconds. Of an objective with slices the window ends with the last complete one, and holds at
 * least one.
 *
 * @param tallies - of five minutes, in any order
 * @returns null where nothing of the window was measured; 0 where it was, and nothing happened
 */
export function windowBurn(
  tallies: readonly SloTally[],
  {
    until,
    seconds,
    method,
    target,
    timeSliceSeconds,
  }: {
    /** Up to where it is measured, epoch milliseconds. */
    until: number;
    seconds: number;
    method: BudgetingMethod;
    target: number;
    /** Null for Occurrences. */
    timeSliceSeconds: number | null;
  },
): number | null {
  const slice = (timeSliceSeconds ?? 0) * 1_000;
  const isSliced = method !== 'Occurrences' && slice > 0;
  const to = isSliced ? Math.floor(until / slice) * slice : until;
  const from = to - Math.max(seconds * 1_000, isSliced ? slice : 0);
  const inWindow = tallies.filter(({ start }) => start >= from && start < to);
  if (inWindow.length === 0) {
    return null;
  }
  const sum = sumTallies(inWindow);
  return sloUnitsOf(sum, method).total > 0 ? burnRate(sum, method, target) : 0;
}
