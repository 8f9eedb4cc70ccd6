import type { DebtAmount } from './debtAmount';
import type { DebtFlow, DebtPeriodFlow } from './debtFlowPeriod';

/** One measure of a burn-up and burn-down at the end of a period. */
export interface DebtBurnMeasure {
  /** Burn-up: all that was owed when the window began or came since, by opening, reopening, re-scoping or moving in, less what left. */
  scope: number;
  /** Burn-up: what was paid or given up since the window began. */
  ended: number;
  /** Burn-down: what is owed, which is the scope less what has ended. */
  owed: number;
}

/** A point of a burn-up and burn-down. */
export interface DebtBurnPoint {
  /** ISO day; the first point is the day before the window. */
  day: string;
  items: DebtBurnMeasure;
  /** Person-days of the items that have a principal; null: there are items owed or ended, and none of them has one. */
  principalDays: DebtBurnMeasure | null;
  /** Items owed that have no principal, so that the person-days do not hold them. */
  withoutPrincipal: number;
}

/**
 * Burn-up and burn-down of a flow, in items and, kept apart, in person-days of principal. What was reopened counts again: it is in the
 * scope twice and has ended once.
 *
 * @param start - ISO day before the first period
 */
export function burnDebt(flow: DebtFlow, start: string): DebtBurnPoint[] {
  const { owed } = flow.opening;
  const items = { scope: owed.items, ended: 0, owed: owed.items };
  const days = thousandths(owed.principalDays);
  const principal = { scope: days, ended: 0, owed: days };
  let known = hasPrincipal(owed);
  const point = (day: string, { withoutPrincipal }: DebtAmount) => ({
    day,
    items: { ...items },
    principalDays: known || items.scope === 0 ? inDays(principal) : null,
    withoutPrincipal,
  });
  const points: DebtBurnPoint[] = [point(start, owed)];

  for (const period of flow.periods) {
    const { balance, resolved, givenUp } = period;
    items.ended += resolved.items + givenUp.items;
    items.owed = balance.owed.items;
    items.scope = items.owed + items.ended;
    principal.ended +=
      thousandths(resolved.principalDays) + thousandths(givenUp.principalDays);
    principal.owed = thousandths(balance.owed.principalDays);
    principal.scope = principal.owed + principal.ended;
    known = known || hasPrincipalIn(period);
    points.push(point(period.to, balance.owed));
  }
  return points;
}

function inDays({ scope, ended, owed }: DebtBurnMeasure): DebtBurnMeasure {
  return { scope: scope / 1000, ended: ended / 1000, owed: owed / 1000 };
}

function hasPrincipalIn({
  balance,
  resolved,
  givenUp,
}: DebtPeriodFlow): boolean {
  return [balance.owed, resolved, givenUp].some(hasPrincipal);
}

function hasPrincipal({ items, withoutPrincipal }: DebtAmount): boolean {
  return items > withoutPrincipal;
}

/** Whole numbers, so that sums leave nothing behind. */
function thousandths(personDays: number | null): number {
  return Math.round((personDays ?? 0) * 1000);
}
