import type { DebtEstimate } from './debtItem';
import { type DebtPrice, priceBy } from './debtPrice';

/**
 * Interest of an item as it was estimated: what each occurrence costs × how often it occurs, in person-days per month. 0 is an answer:
 * it costs nothing as long as nobody touches it.
 *
 * The interests of several items are not to be added up: what teams lose over a whole project is not the sum of what its items cost.
 * Source: Martini et al., "Technical debt interest assessment: from issues to project", 2017, doi.org/10.1145/3120459.3120469.
 */
export function debtInterest(estimate: DebtEstimate): DebtPrice {
  return priceBy(
    {
      fields: ['interestDays', 'occurrencesPerMonth'],
      unit: 'person_days_per_month',
      compute: ({ interestDays, occurrencesPerMonth }) =>
        interestDays * occurrencesPerMonth,
      print: ({ interestDays, occurrencesPerMonth }) =>
        `${interestDays} × ${occurrencesPerMonth}`,
    },
    estimate,
  );
}
