/** How many items, and what paying them takes as far as it was estimated. */
export interface DebtAmount {
  items: number;
  /** Person-days, to a thousandth, of those that have a principal; null: there are items, and none of them has one. */
  principalDays: number | null;
  /** Items without a principal, which are in `items` and not in `principalDays`. */
  withoutPrincipal: number;
}

/** What is added up: whole numbers, so that what is taken away leaves nothing behind. */
export interface AmountSum {
  items: number;
  /** Thousandths of a person-day. */
  principal: number;
  withoutPrincipal: number;
}

/** Nothing yet. */
export function emptyAmountSum(): AmountSum {
  return { items: 0, principal: 0, withoutPrincipal: 0 };
}

/** One item with its principal in person-days, or without one. */
export function amountOfItem(principalDays: number | null): AmountSum {
  return principalDays === null
    ? { items: 1, principal: 0, withoutPrincipal: 1 }
    : {
        items: 1,
        principal: Math.round(principalDays * 1000),
        withoutPrincipal: 0,
      };
}

/** Adds to a sum. */
export function addAmount(
  sum: AmountSum,
  { items, principal, withoutPrincipal }: AmountSum,
): void {
  sum.items += items;
  sum.principal += principal;
  sum.withoutPrincipal += withoutPrincipal;
}

/** A sum as it is told. */
export function tellAmount({
  items,
  principal,
  withoutPrincipal,
}: AmountSum): DebtAmount {
  return {
    items,
    principalDays:
      items > 0 && items === withoutPrincipal ? null : principal / 1000,
    withoutPrincipal,
  };
}
