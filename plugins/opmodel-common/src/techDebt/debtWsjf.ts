import type { DebtEstimate } from './debtItem';
import { type DebtPrice, priceBy } from './debtPrice';

/**
 * Weighted shortest job first: cost of delay ÷ job size, where the cost of delay is business value + time criticality + risk reduction,
 * and the size is the principal in person-days. A score: it orders items that were estimated alike.
 *
 * Source: Reinertsen, "The principles of product development flow", 2009; the three parts of the cost of delay are those of the
 * Scaled Agile Framework.
 */
export function debtWsjf(estimate: DebtEstimate): DebtPrice {
  return priceBy(
    {
      fields: [
        'businessValue',
        'timeCriticality',
        'riskReduction',
        'principalDays',
      ],
      unit: 'score',
      compute: terms =>
        (terms.businessValue + terms.timeCriticality + terms.riskReduction) /
        terms.principalDays,
      print: terms =>
        `(${terms.businessValue} + ${terms.timeCriticality} + ${terms.riskReduction}) ÷ ${terms.principalDays}`,
    },
    estimate,
  );
}
