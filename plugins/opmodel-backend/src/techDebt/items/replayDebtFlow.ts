import {
  addAmount,
  amountOfItem,
  asOwnedNow,
  type DebtSnapshot,
  emptyAmountSum,
  isEndedDebt,
  orderDebtHistory,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DebtFlowCount } from './debtFlowCounts';
import type { DebtFlowAsk } from './DebtItemStore';
import { toMoveRows } from './debtMoveRows';

/** Counts what became of items by replaying all that they were. */
export function replayDebtFlow(
  kept: readonly DebtSnapshot[],
  { starts, ownership, ownerRefs, byOwner }: DebtFlowAsk,
): DebtFlowCount[] {
  const counts = new Map<string, DebtFlowCount>();
  const owners = ownerRefs && new Set(ownerRefs);
  const isAsked = (owner: string) => owners?.has(owner) ?? true;
  const add = (counted: DebtFlowCount) => {
    const { period, kind, part, owner, other } = counted;
    const key = JSON.stringify([period, kind, part, owner, other]);
    const count = counts.get(key) ?? { ...counted, ...emptyAmountSum() };
    addAmount(count, counted);
    counts.set(key, count);
  };

  for (const history of orderDebtHistory(kept).values()) {
    const { status, ownerRef, principalDays } = history[history.length - 1];
    if (!isEndedDebt(status) && isAsked(ownerRef)) {
      add({
        ...amountOfItem(principalDays),
        period: null,
        kind: null,
        part: status === 'accepted' ? 'accepted' : 'open',
        owner: byOwner ? ownerRef : null,
        other: null,
      });
    }
  }
  const snapshots = ownership === 'now' ? asOwnedNow(kept) : kept;
  for (const move of toMoveRows(snapshots)) {
    const { at, kind, part, owner_ref: owner, other_ref: other } = move;
    // Who counts both owners counts it all the time.
    const isWithin = !byOwner && other !== null && isAsked(other);
    if (at >= starts[0] && isAsked(owner) && !isWithin) {
      add({
        period: starts.filter(start => start <= at).length - 1,
        kind,
        part,
        owner: byOwner ? owner : null,
        other: byOwner ? other : null,
        items: 1,
        principal: move.principal,
        withoutPrincipal: move.without_principal,
      });
    }
  }
  return [...counts.values()];
}
