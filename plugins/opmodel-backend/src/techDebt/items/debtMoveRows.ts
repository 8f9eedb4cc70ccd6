import {
  amountOfItem,
  type DebtMove,
  type DebtMoveKind,
  type DebtPart,
  type DebtSnapshot,
  isEndedDebt,
  movesBetween,
  orderDebtHistory,
} from '@opmodel/backstage-plugin-opmodel-common';

/**
 * Something that happened to an item, as it is kept. It counts for whoever counts its owner. What came or left with an owner counts only for
 * those who do not count the other owner as well: for them it did not move.
 */
export interface DebtMoveRow {
  item_id: string;
  /** Among those of the item, from 0. */
  place: number;
  /** Epoch milliseconds, no earlier than what is before it. */
  at: number;
  kind: DebtMoveKind;
  /** What it comes to or leaves; of a change between the two, what it leaves. */
  part: DebtPart;
  owner_ref: string;
  /** Whose it was before `movedIn`, whose it is after `movedOut`; else null. */
  other_ref: string | null;
  /** Thousandths of a person-day; of `rescoped`, what came to it. */
  principal: number;
  without_principal: number;
}

/** The moves of items. The snapshots are all that there are of each of them, in any order. */
export function toMoveRows(snapshots: Iterable<DebtSnapshot>): DebtMoveRow[] {
  return [...orderDebtHistory(snapshots).values()].flatMap(history =>
    history
      .flatMap((after, at) => movesOf(at === 0 ? null : history[at - 1], after))
      .map((move, place) => ({ ...move, place })),
  );
}

function movesOf(
  before: DebtSnapshot | null,
  after: DebtSnapshot,
): Omit<DebtMoveRow, 'place'>[] {
  const { itemId, at, ownerRef } = after;
  const happened = movesBetween(before, after, {
    before: before !== null,
    after: true,
  });
  const moves = happened.map(({ kind, amount, changes }: DebtMove) => ({
    item_id: itemId,
    at,
    kind,
    part: changes[0].part,
    owner_ref: ownerRef,
    other_ref: null,
    principal: amount.principal,
    without_principal: amount.withoutPrincipal,
  }));
  return before === null ||
    isEndedDebt(before.status) ||
    before.ownerRef === ownerRef
    ? moves
    : [...ownerMoves(before, after), ...moves];
}

/** An item that is owed goes from one owner to another. */
function ownerMoves(
  before: DebtSnapshot,
  { itemId, at, ownerRef }: DebtSnapshot,
): Omit<DebtMoveRow, 'place'>[] {
  const { principal, withoutPrincipal } = amountOfItem(before.principalDays);
  const move = {
    item_id: itemId,
    at,
    part: before.status === 'accepted' ? 'accepted' : 'open',
    principal,
    without_principal: withoutPrincipal,
  } as const;
  return [
    {
      ...move,
      kind: 'movedIn',
      owner_ref: ownerRef,
      other_ref: before.ownerRef,
    },
    {
      ...move,
      kind: 'movedOut',
      owner_ref: before.ownerRef,
      other_ref: ownerRef,
    },
  ];
}
