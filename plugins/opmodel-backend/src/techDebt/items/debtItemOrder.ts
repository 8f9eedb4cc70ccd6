import { InputError } from '@backstage/errors';
import {
  type DebtItem,
  debtSeverities,
  debtStatuses,
  priceDebt,
  principalOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DebtOrder, DebtPosition } from './DebtItemStore';

/** Where an item is in each order; null: it has no value there. */
export type DebtOrderValues = Readonly<
  Record<DebtOrder, string | number | null>
>;

/** What kind of value each order looks at. */
export const debtOrderKinds: Readonly<
  Record<DebtOrder, 'text' | 'whole' | 'number'>
> = {
  title: 'text',
  createdAt: 'whole',
  updatedAt: 'whole',
  statusSince: 'whole',
  targetDate: 'text',
  reviewDate: 'text',
  owner: 'text',
  status: 'whole',
  category: 'text',
  severity: 'whole',
  risk: 'number',
  interest: 'number',
  principal: 'number',
  wsjf: 'number',
  priority: 'number',
  payback: 'number',
};

/**
 * Refuses a position that is none of the order: a cursor that somebody made up is no error of the database.
 *
 * @throws InputError
 */
export function refuseForeignPosition(
  order: DebtOrder,
  value: DebtPosition['value'] | undefined,
): void {
  if (value === null || value === undefined) {
    return;
  }
  const kind = debtOrderKinds[order];
  const isOfOrder =
    kind === 'text'
      ? typeof value === 'string'
      : Number.isFinite(value) &&
        (kind === 'number' || Number.isSafeInteger(value));
  if (!isOfOrder) {
    throw new InputError(`A list by '${order}' cannot go on after '${value}'`);
  }
}

/** Characters of a title that order it: an index takes only so much, and no two titles that people tell apart are alike so far. */
const ORDERING_CHARACTERS = 200;

/** Where an item is in each order. What is `not_scored`, or never pays back, has no place among the numbers. */
export function debtOrderValues(item: DebtItem): DebtOrderValues {
  const prices = priceDebt(item.estimate);
  const valueOf = (price: (typeof prices)['payback']) =>
    price.state === 'scored' ? price.value : null;
  return {
    title: [...item.title.toLocaleLowerCase('en-US')]
      .slice(0, ORDERING_CHARACTERS)
      .join(''),
    createdAt: item.createdAt,
    updatedAt: item.updatedAt,
    statusSince: item.statusSince,
    targetDate: item.targetDate,
    reviewDate: item.reviewDate,
    owner: item.ownerRef,
    status: debtStatuses.indexOf(item.status),
    category: item.category,
    severity:
      item.severity &&
      debtSeverities.length - debtSeverities.indexOf(item.severity),
    risk: valueOf(prices.risk),
    interest: valueOf(prices.interest),
    principal: principalOf(item.estimate),
    wsjf: valueOf(prices.wsjf),
    priority: valueOf(prices.priority),
    payback: valueOf(prices.payback),
  };
}
