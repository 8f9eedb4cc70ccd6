import type { DebtEstimate } from './debtItem';
import { type DebtPrice, priceBy } from './debtPrice';

/**
 * Priority of an item: interest × frequency × risk ÷ principal. A score: it orders items, and half of it is not half as urgent. It is
 * the risk divided by the months in which the item pays for itself.
 *
 * Source: algodaily.com/lessons/technical-debt-management/prioritization-formula.
 */
export function debtPriority(estimate: DebtEstimate): DebtPrice {
  return priceBy(
    {
      fields: [
        'interestDays',
        'occurrencesPerMonth',
        'impact',
        'likelihood',
        'principalDays',
      ],
      unit: 'score',
      compute: terms =>
        (terms.interestDays *
          terms.occurrencesPerMonth *
          terms.impact *
          terms.likelihood) /
        terms.principalDays,
      print: terms =>
        `${terms.interestDays} × ${terms.occurrencesPerMonth} × (${terms.impact} × ${terms.likelihood}) ÷ ${terms.principalDays}`,
    },
    estimate,
  );
}
