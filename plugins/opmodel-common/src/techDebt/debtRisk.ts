import type { DebtEstimate } from './debtItem';
import { type DebtPrice, priceBy } from './debtPrice';

/**
 * Risk of an item: impact × likelihood, 1 to 25. The scales say which is more and not how much, so 20 is not twice as bad as 10, and
 * risks are not added up.
 */
export function debtRisk(estimate: DebtEstimate): DebtPrice {
  return priceBy(
    {
      fields: ['impact', 'likelihood'],
      unit: 'score',
      compute: ({ impact, likelihood }) => impact * likelihood,
      print: ({ impact, likelihood }) => `${impact} × ${likelihood}`,
    },
    estimate,
  );
}
