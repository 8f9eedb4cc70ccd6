import { type DayRate, type DebtCost, costOfDays } from './debtCost';
import { debtInterest } from './debtInterest';
import type { DebtEstimate, DebtItem } from './debtItem';
import { type DebtPayback, debtPayback } from './debtPayback';
import type { DebtPrice } from './debtPrice';
import { debtPriority } from './debtPriority';
import { debtRisk } from './debtRisk';
import { isOpenDebt } from './debtStatusMachine';
import { debtWsjf } from './debtWsjf';
import { principalOf } from './priceDebt';

/** What the items to be paid first are chosen by: the most of it, of `payback` the fewest months. */
export type PayingOrder = 'priority' | 'wsjf' | 'risk' | 'interest' | 'payback';

/** An item that would be paid, and what that would buy. */
export interface PaidItem {
  id: string;
  title: string;
  ownerRef: string;
  entityRefs: readonly string[];
  /** What it was chosen by. */
  chosenBy: DebtPayback;
  /** What it takes, person-days; null: nobody estimated it. */
  principalDays: number | null;
  /** What it costs until then, as estimated. */
  interest: DebtPrice;
  payback: DebtPayback;
  risk: DebtPrice;
}

/** What paying the first items of an order would take and buy. */
export interface PayingTop {
  order: PayingOrder;
  /**
   * At most as many as were asked for, the first one first. The interest of each stands with it and nowhere in a sum: teams do not get
   * back what the items cost one by one, because several of them cost the same hours. Source: Martini et al., "Technical debt interest
   * assessment: from issues to project", 2017, doi.org/10.1145/3120459.3120469.
   */
  items: readonly PaidItem[];
  /**
   * What paying all of them takes: work that is done once, and so adds up. Person-days, of those that have a principal; null: there is
   * none.
   */
  principalDays: number | null;
  /** Listed items that have no principal, so that it takes more. */
  withoutPrincipal: number;
  /** What that costs; null: no day rate is configured or no principal known. */
  cost: DebtCost | null;
  /** Fields of the matrix of impact and likelihood from which items would go, the greatest risk first. */
  risksRemoved: readonly {
    impact: number;
    likelihood: number;
    items: number;
  }[];
  /** Items to be paid that lack an input of the order, so that nobody knows whether they belong to the first. */
  notScored: number;
  /** Items that are owed and accepted, and so are not paid now. */
  accepted: number;
}

const priceBy: Record<PayingOrder, (estimate: DebtEstimate) => DebtPayback> = {
  priority: debtPriority,
  wsjf: debtWsjf,
  risk: debtRisk,
  interest: debtInterest,
  payback: debtPayback,
};

/** How the first items are chosen. */
export interface PayingRequest {
  /** Default: `priority`. */
  order?: PayingOrder;
  /** How many items are paid at most; default 10. */
  count?: number;
  /** What a day of one person costs; null: nobody said. */
  rate?: DayRate | null;
}

/**
 * What paying the first ten items would take and buy. Of items that come to the same the smaller one goes first; what never pays back
 * comes last.
 *
 * @param items - of a scope, in any order; those that have ended are left out
 */
export function payingTopTen(
  items: readonly DebtItem[],
  { order = 'priority', count = 10, rate = null }: PayingRequest = {},
): PayingTop {
  const open = items.filter(({ status }) => isOpenDebt(status));
  const scored = open.flatMap(item => {
    const chosenBy = priceBy[order](item.estimate);
    const rank = rankOf(chosenBy, order);
    return rank === null ? [] : [{ item, chosenBy, rank }];
  });
  const chosen = scored
    .sort(
      (a, b) =>
        compareNumbers(a.rank, b.rank) ||
        compareNumbers(sizeOf(a.item), sizeOf(b.item)) ||
        (a.item.id < b.item.id ? -1 : 1),
    )
    .slice(0, count);
  const principals = chosen.flatMap(
    ({ item }) => principalOf(item.estimate) ?? [],
  );
  const principalDays =
    principals.length === 0
      ? null
      : principals.reduce((sum, days) => sum + days, 0);

  return {
    order,
    items: chosen.map(({ item, chosenBy }) => ({
      id: item.id,
      title: item.title,
      ownerRef: item.ownerRef,
      entityRefs: item.entityRefs,
      chosenBy,
      principalDays: principalOf(item.estimate),
      interest: debtInterest(item.estimate),
      payback: debtPayback(item.estimate),
      risk: debtRisk(item.estimate),
    })),
    principalDays,
    withoutPrincipal: chosen.length - principals.length,
    cost: costOfDays(principalDays, rate),
    risksRemoved: countRisks(chosen.map(({ item }) => item)),
    notScored: open.length - scored.length,
    accepted: items.filter(({ status }) => status === 'accepted').length,
  };
}

/** The less the sooner; null: not scored. */
function rankOf(price: DebtPayback, order: PayingOrder): number | null {
  if (price.state === 'never_pays_back') {
    return Infinity;
  }
  if (price.state === 'not_scored') {
    return null;
  }
  return order === 'payback' ? price.value : -price.value;
}

function sizeOf({ estimate }: DebtItem): number {
  return principalOf(estimate) ?? Infinity;
}

/** Subtracting would make no number of two infinite ones. */
function compareNumbers(a: number, b: number): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

function countRisks(items: readonly DebtItem[]): PayingTop['risksRemoved'] {
  const fields = new Map<string, PayingTop['risksRemoved'][number]>();
  for (const { estimate } of items) {
    const risk = debtRisk(estimate);
    if (risk.state === 'scored') {
      const [impact, likelihood] = risk.terms.map(({ value }) => value);
      const key = `${impact} ${likelihood}`;
      const known = fields.get(key) ?? { impact, likelihood, items: 0 };
      fields.set(key, { ...known, items: known.items + 1 });
    }
  }
  return [...fields.values()].sort(
    (a, b) =>
      b.impact * b.likelihood - a.impact * a.likelihood || b.impact - a.impact,
  );
}
