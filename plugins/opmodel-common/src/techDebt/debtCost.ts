import { type DebtPrice, printNumber, printResult } from './debtPrice';

/** What a day of one person costs; configured once for the organisation. */
export interface DayRate {
  /** In the currency, above 0. */
  amount: number;
  /** ISO 4217 code, such as `EUR`. */
  currency: string;
}

/** A price in money, with its arithmetic. */
export interface DebtCost {
  /** In the currency, not rounded. */
  amount: number;
  currency: string;
  /** `once` for a principal, `month` for interest. */
  per: 'once' | 'month';
  /** Such as `5 × 800 = 4000`: person-days × what a day costs. */
  formula: string;
}

/**
 * What person-days cost: the days × the day rate. Null where no rate is configured, or nothing is known of the days.
 *
 * @param personDays - null: nobody estimated them
 * @throws RangeError for a rate that is not above 0
 */
export function costOfDays(
  personDays: number | null,
  rate: DayRate | null,
  per: DebtCost['per'] = 'once',
): DebtCost | null {
  if (rate !== null && !(rate.amount > 0 && Number.isFinite(rate.amount))) {
    throw new RangeError(
      `A day rate must be a number above 0, got ${rate.amount}`,
    );
  }
  if (rate === null || personDays === null) {
    return null;
  }
  const amount = personDays * rate.amount;
  return {
    amount,
    currency: rate.currency,
    per,
    formula: `${printNumber(personDays)} × ${printNumber(
      rate.amount,
    )} ${printResult(amount)}`,
  };
}

/** What the interest of an item costs in a month. */
export function costOfInterest(
  interest: DebtPrice,
  rate: DayRate | null,
): DebtCost | null {
  return costOfDays(
    interest.state === 'scored' ? interest.value : null,
    rate,
    'month',
  );
}
