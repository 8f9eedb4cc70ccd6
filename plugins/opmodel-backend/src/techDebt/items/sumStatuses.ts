import {
  addAmount,
  amountOfItem,
  type AmountSum,
  emptyAmountSum,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DebtStatusCount } from './DebtItemStore';

/** What items of several statuses come to together. */
export function sumStatuses(counts: readonly DebtStatusCount[]): AmountSum {
  const sum = emptyAmountSum();
  for (const { items, principalDays, withoutPrincipal } of counts) {
    const { principal } = amountOfItem(principalDays);
    addAmount(sum, { items, principal, withoutPrincipal });
  }
  return sum;
}
