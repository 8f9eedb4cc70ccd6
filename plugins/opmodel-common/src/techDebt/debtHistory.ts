import type { DebtItem } from './debtItem';

/**
 * What an item was from a moment on, until its next snapshot: one of each version in which its status, owner, entities or principal
 * changed; others do no harm. What an item was at its time stays with it, so that a change of owner does not rewrite what came before.
 */
export interface DebtSnapshot
  extends Pick<DebtItem, 'version' | 'status' | 'ownerRef' | 'entityRefs'> {
  itemId: string;
  /** Epoch milliseconds. */
  at: number;
  /** Person-days; null: nobody estimated it. */
  principalDays: number | null;
}

/**
 * The snapshots of each item in the order of their versions. A clock that went backwards is not believed: no version began before the
 * one that it follows. A version that comes twice changes nothing.
 */
export function orderDebtHistory(
  snapshots: Iterable<DebtSnapshot>,
): Map<string, DebtSnapshot[]> {
  const histories = new Map<string, DebtSnapshot[]>();
  for (const snapshot of snapshots) {
    const history = histories.get(snapshot.itemId);
    if (history) {
      history.push(snapshot);
    } else {
      histories.set(snapshot.itemId, [snapshot]);
    }
  }
  for (const [itemId, history] of histories) {
    histories.set(itemId, inOrder(history));
  }
  return histories;
}

function inOrder(history: DebtSnapshot[]): DebtSnapshot[] {
  const ordered: DebtSnapshot[] = [];
  for (const snapshot of history.sort((a, b) => a.version - b.version)) {
    const at = Math.max(snapshot.at, ordered.at(-1)?.at ?? snapshot.at);
    ordered.push(at === snapshot.at ? snapshot : { ...snapshot, at });
  }
  return ordered;
}

/**
 * The same history as owned now: as if each item had always had the owner and the entities that it has now. What was done with it, and
 * when, stays.
 */
export function asOwnedNow(snapshots: Iterable<DebtSnapshot>): DebtSnapshot[] {
  return [...orderDebtHistory(snapshots).values()].flatMap(history => {
    const { ownerRef, entityRefs } = history[history.length - 1];
    return history.map(snapshot => ({ ...snapshot, ownerRef, entityRefs }));
  });
}
