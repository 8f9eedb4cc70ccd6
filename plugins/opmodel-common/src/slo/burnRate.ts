import { errorBudgetOf, withoutArtefacts } from './errorBudget';
import type { BudgetingMethod } from './sloDefinition';
import type { SloSliceTally } from './sloTally';

/** What a method counts, and how much of it was good. */
export interface SloUnits {
  /** Events, good slices, or the sum of the slices' shares. */
  good: number;
  /** Events or slices. */
  total: number;
}

/** What a method counts of a tally. */
export function sloUnitsOf(
  tally: SloSliceTally,
  method: BudgetingMethod,
): SloUnits {
  switch (method) {
    case 'Timeslices':
      return { good: tally.goodSlices, total: tally.slices };
    case 'RatioTimeslices':
      return { good: tally.ratioSum, total: tally.slices };
    default:
      return { good: tally.good, total: tally.total };
  }
}

/**
 * Attainment: the share of what is counted that was good, 0 to 1; null where nothing was counted.
 */
export function attainmentOf(
  tally: SloSliceTally,
  method: BudgetingMethod,
): number | null {
  const { good, total } = sloUnitsOf(tally, method);
  return total > 0
    ? withoutArtefacts(Math.min(1, Math.max(0, good / total)))
    : null;
}

/**
 * Burn rate: the share that is bad, in units of the share that may be. At 1 the budget lasts exactly as long as its window.
 *
 * burn = (1 − attainment) / (1 − target)
 *
 * Source: The Site Reliability Workbook, chapter 5.
 *
 * @returns null where nothing was counted
 */
export function burnRate(
  tally: SloSliceTally,
  method: BudgetingMethod,
  target: number,
): number | null {
  const { good, total } = sloUnitsOf(tally, method);
  return total > 0
    ? burnRateOf(Math.max(0, total - good) / total, target)
    : null;
}

/**
 * The burn rate of a share of bad events.
 *
 * @param errorRatio - 0 to 1
 */
export function burnRateOf(errorRatio: number, target: number): number {
  return withoutArtefacts(errorRatio / errorBudgetOf(target));
}

/** The burn rate when everything is bad: 1 / (1 − target). None can be higher. */
export function maximumBurnRate(target: number): number {
  return burnRateOf(1, target);
}

/**
 * Share of the budget that a burn uses up in a time: burn × window / period.
 *
 * @param windowSeconds - how long it burns
 * @param periodSeconds - for how long the budget is
 */
export function errorBudgetConsumedIn(
  burn: number,
  windowSeconds: number,
  periodSeconds: number,
): number {
  return withoutArtefacts((burn * windowSeconds) / periodSeconds);
}

/**
 * How long a whole budget lasts at a burn rate: period / burn. Seconds; null where nothing burns.
 */
export function exhaustionTime(
  burn: number,
  periodSeconds: number,
): number | null {
  return timeToExhaustion({ remaining: 1, burn, periodSeconds });
}

/**
 * How long what remains of a budget lasts if it goes on to burn like this: period × remaining / burn. In a rolling window what burned
 * long ago is forgotten meanwhile, so that it is a lower bound there.
 *
 * @returns seconds; 0 where nothing remains, null where it is not known or nothing burns
 */
export function timeToExhaustion({
  remaining,
  burn,
  periodSeconds,
}: {
  remaining: number | null;
  burn: number | null;
  periodSeconds: number;
}): number | null {
  if (remaining === null) {
    return null;
  }
  if (remaining <= 0) {
    return 0;
  }
  return burn === null || burn <= 0
    ? null
    : withoutArtefacts((periodSeconds * remaining) / burn);
}
