import { amountOfItem, type AmountSum } from './debtAmount';
import type { DebtSnapshot } from './debtHistory';
import { isEndedDebt } from './debtStatusMachine';

/** What can happen to an item within a scope. */
export const debtMoveKinds = [
  'opened',
  'reopened',
  'resolved',
  'givenUp',
  'accepted',
  'acceptanceEnded',
  'rescoped',
  'movedIn',
  'movedOut',
] as const;

/** What can happen to an item within a scope. */
export type DebtMoveKind = (typeof debtMoveKinds)[number];

/** Where an item that is still owed counts: as one to be paid, or as an accepted one. */
export type DebtPart = 'open' | 'accepted';

/** Something that happened to an item within a scope, with what it changed of the balance. */
export interface DebtMove {
  kind: DebtMoveKind;
  /** What moved; of `rescoped` the item once, and by how much it grew. */
  amount: AmountSum;
  /** What came to a part of the balance, below 0 what left it. */
  changes: readonly { part: DebtPart; by: AmountSum }[];
}

/**
 * What happened to an item from one snapshot to the next, as one scope sees it. What happens at once happens in this order: the item
 * comes or goes, is re-scoped, and changes its status.
 *
 * @param before - null: it was filed
 * @param seen - whether the scope counted the item before, and does now
 */
export function movesBetween(
  before: DebtSnapshot | null,
  after: DebtSnapshot,
  seen: { before: boolean; after: boolean },
): DebtMove[] {
  const wasOwed = before !== null && !isEndedDebt(before.status);
  const moves: DebtMove[] = [];
  if (wasOwed && seen.before !== seen.after) {
    const amount = amountOfItem(before.principalDays);
    moves.push(
      seen.after
        ? { kind: 'movedIn', amount, changes: [plus(partOf(before), amount)] }
        : {
            kind: 'movedOut',
            amount,
            changes: [minus(partOf(before), amount)],
          },
    );
  }
  if (!seen.after) {
    return moves;
  }
  if (wasOwed) {
    moves.push(...rescopingOf(before, after));
  }
  moves.push(...statusMoves(before, after));
  return moves;
}

function rescopingOf(before: DebtSnapshot, after: DebtSnapshot): DebtMove[] {
  const was = amountOfItem(before.principalDays);
  const is = amountOfItem(after.principalDays);
  const growth = {
    items: 0,
    principal: is.principal - was.principal,
    withoutPrincipal: is.withoutPrincipal - was.withoutPrincipal,
  };
  const hasGrown = growth.principal !== 0 || growth.withoutPrincipal !== 0;
  return hasGrown || !areSameRefs(before.entityRefs, after.entityRefs)
    ? [
        {
          kind: 'rescoped',
          amount: { ...growth, items: 1 },
          changes: [plus(partOf(before), growth)],
        },
      ]
    : [];
}

function statusMoves(
  before: DebtSnapshot | null,
  after: DebtSnapshot,
): DebtMove[] {
  const amount = amountOfItem(after.principalDays);
  const moves: DebtMove[] = [];
  let part: DebtPart = 'open';
  if (before === null || isEndedDebt(before.status)) {
    if (before !== null && isEndedDebt(after.status)) {
      return [];
    }
    moves.push({
      kind: before === null ? 'opened' : 'reopened',
      amount,
      changes: [plus('open', amount)],
    });
  } else {
    part = partOf(before);
  }

  if (isEndedDebt(after.status)) {
    moves.push({
      kind: after.status === 'resolved' ? 'resolved' : 'givenUp',
      amount,
      changes: [minus(part, amount)],
    });
  } else if (partOf(after) !== part) {
    moves.push({
      kind: part === 'open' ? 'accepted' : 'acceptanceEnded',
      amount,
      changes: [minus(part, amount), plus(partOf(after), amount)],
    });
  }
  return moves;
}

function partOf({ status }: DebtSnapshot): DebtPart {
  return status === 'accepted' ? 'accepted' : 'open';
}

function plus(part: DebtPart, by: AmountSum) {
  return { part, by };
}

function minus(
  part: DebtPart,
  { items, principal, withoutPrincipal }: AmountSum,
) {
  return {
    part,
    by: {
      items: -items,
      principal: -principal,
      withoutPrincipal: -withoutPrincipal,
    },
  };
}

function areSameRefs(some: readonly string[], others: readonly string[]) {
  return (
    some.length === others.length && some.every(ref => others.includes(ref))
  );
}
