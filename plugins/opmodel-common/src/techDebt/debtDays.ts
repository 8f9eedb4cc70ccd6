import { ZoneDays } from '../calendar/ZoneDays';
import { addAmount, type AmountSum, emptyAmountSum } from './debtAmount';
import { type DebtSnapshot, orderDebtHistory } from './debtHistory';
import { type DebtMove, type DebtMoveKind, movesBetween } from './debtMoves';

/** What is counted of a day: what happened, and by how much it changed what is to be paid and what is accepted. */
export type DebtDayMetric = DebtMoveKind | 'toOpen' | 'toAccepted';

/** What happened in one scope on one day. Rows may be added up over days; those of scopes that share items may not. */
export interface DebtDayRow extends AmountSum {
  scope: string;
  /** ISO day. */
  day: string;
  metric: DebtDayMetric;
}

const metricOfPart = { open: 'toOpen', accepted: 'toAccepted' } as const;

/**
 * Day rows of what became of items, for each scope that had them then. A flow over years is a sum of few rows, where replaying what
 * became of a hundred thousand items takes a second.
 *
 * @param snapshots - all that there are of each of these items, in any order
 * @param zone - IANA zone of the organisation
 * @param scopesOf - the scopes that count an item as it was, such as its owner and all groups above it
 * @returns without rows of nothing, ordered by nothing
 */
export function countDebtDays(
  snapshots: Iterable<DebtSnapshot>,
  zone: string,
  scopesOf: (snapshot: DebtSnapshot) => Iterable<string>,
): DebtDayRow[] {
  const days = new ZoneDays(zone);
  const rows = new Map<string, DebtDayRow>();

  for (const history of orderDebtHistory(snapshots).values()) {
    let before: DebtSnapshot | null = null;
    let seenBefore = new Set<string>();
    for (const after of history) {
      const day = days.dayOf(after.at);
      const seenNow = new Set(scopesOf(after));
      for (const scope of new Set([...seenBefore, ...seenNow])) {
        const seen = {
          before: seenBefore.has(scope),
          after: seenNow.has(scope),
        };
        for (const move of movesBetween(before, after, seen)) {
          countMove(rows, scope, day, move);
        }
      }
      before = after;
      seenBefore = seenNow;
    }
  }
  return [...rows.values()].filter(
    ({ items, principal, withoutPrincipal }) =>
      items !== 0 || principal !== 0 || withoutPrincipal !== 0,
  );
}

function countMove(
  rows: Map<string, DebtDayRow>,
  scope: string,
  day: string,
  { kind, amount, changes }: DebtMove,
): void {
  const add = (metric: DebtDayMetric, by: AmountSum) => {
    const key = `${day} ${metric} ${scope}`;
    const row = rows.get(key) ?? { scope, day, metric, ...emptyAmountSum() };
    addAmount(row, by);
    rows.set(key, row);
  };
  add(kind, amount);
  for (const { part, by } of changes) {
    add(metricOfPart[part], by);
  }
}
