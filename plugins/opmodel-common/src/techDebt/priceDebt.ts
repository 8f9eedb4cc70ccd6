import type { DebtEstimate } from './debtItem';
import {
  costOfDays,
  costOfInterest,
  type DayRate,
  type DebtCost,
} from './debtCost';
import { debtInterest } from './debtInterest';
import { type DebtPayback, debtPayback } from './debtPayback';
import type { DebtPrice } from './debtPrice';
import { debtPriority } from './debtPriority';
import { debtRisk } from './debtRisk';
import { debtWsjf } from './debtWsjf';
import { isInEstimateRange } from './estimateRanges';

/** All prices of one item, each with its arithmetic or with what it lacks. */
export interface DebtPrices {
  /** 1 to 25. */
  risk: DebtPrice;
  /** Person-days per month, as estimated; what was measured is told apart, see `measuredInterest.ts`. */
  interest: DebtPrice;
  wsjf: DebtPrice;
  priority: DebtPrice;
  /** Months. */
  payback: DebtPayback;
  /** What paying it costs; null: no day rate is configured or no principal known. */
  principalCost: DebtCost | null;
  /** What it costs in a month; null likewise. */
  interestCost: DebtCost | null;
}

/**
 * All prices of one item.
 *
 * @param rate - what a day of one person costs; null: prices are in person-days alone
 */
export function priceDebt(
  estimate: DebtEstimate,
  rate: DayRate | null = null,
): DebtPrices {
  const interest = debtInterest(estimate);
  return {
    risk: debtRisk(estimate),
    interest,
    wsjf: debtWsjf(estimate),
    priority: debtPriority(estimate),
    payback: debtPayback(estimate),
    principalCost: costOfDays(principalOf(estimate), rate),
    interestCost: costOfInterest(interest, rate),
  };
}

/** The principal of an item in person-days; null where nobody estimated it, or what stands there cannot be one. */
export function principalOf({
  principalDays,
}: Pick<DebtEstimate, 'principalDays'>): number | null {
  return principalDays !== null &&
    isInEstimateRange('principalDays', principalDays)
    ? principalDays
    : null;
}
