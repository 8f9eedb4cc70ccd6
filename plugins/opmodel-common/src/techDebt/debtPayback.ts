import type { DebtEstimate } from './debtItem';
import { type DebtPrice, type PriceTerm, priceBy } from './debtPrice';

/** It costs nothing while it is not paid, so that paying it never gives back what that takes. */
export interface NeverPaysBack {
  state: 'never_pays_back';
  terms: readonly PriceTerm[];
}

/** After how many months paying an item has given back what it took, that it never does, or which inputs are missing. */
export type DebtPayback = DebtPrice | NeverPaysBack;

/**
 * Months after which paying an item has given back what it took: principal ÷ interest per month. Without interest it never does, which
 * may be no reason against paying it: a risk has no interest until it comes true.
 */
export function debtPayback(estimate: DebtEstimate): DebtPayback {
  const price = priceBy(
    {
      fields: ['principalDays', 'interestDays', 'occurrencesPerMonth'],
      unit: 'months',
      compute: terms =>
        terms.principalDays / (terms.interestDays * terms.occurrencesPerMonth),
      print: terms =>
        `${terms.principalDays} ÷ (${terms.interestDays} × ${terms.occurrencesPerMonth})`,
    },
    estimate,
  );
  return price.state === 'scored' && !Number.isFinite(price.value)
    ? { state: 'never_pays_back', terms: price.terms }
    : price;
}
