import type { WorkItemState } from '../intake/observation';
import type { StateChange } from '../intake/record';
import type { WorkItemFact } from './flowFacts';

/** At one instant the state that is furthest along holds, so that the order in which they were told does not matter. */
const order: readonly WorkItemState[] = [
  'todo',
  'active',
  'waiting',
  'blocked',
  'done',
  'cancelled',
];

/** Whether an item in this state is in progress. */
export function isInProgress(state: WorkItemState): boolean {
  return state === 'active' || state === 'waiting' || state === 'blocked';
}

/** Whether an item in this state has ended. */
export function isEnded(state: WorkItemState): boolean {
  return state === 'done' || state === 'cancelled';
}

/**
 * The states of an item, oldest first, each different from the one before.
 *
 * The history that the source tells is taken at its word. An end that it states as an instant alone completes the history
 * where the history knows of no such end, or where it comes after all of it.
 *
 * @returns empty for an item without states, whatever instants are stated of it
 */
export function itemHistory(
  fact: Pick<WorkItemFact, 'stateChanges' | 'completedAt' | 'cancelledAt'>,
): StateChange[] {
  if (fact.stateChanges.length === 0) {
    return [];
  }
  const changes = inOrder(fact.stateChanges);
  const last = changes[changes.length - 1];
  const missing = (
    [
      { at: fact.completedAt, state: 'done' },
      { at: fact.cancelledAt, state: 'cancelled' },
    ] as const
  ).filter(
    (end): end is { at: number; state: 'done' | 'cancelled' } =>
      end.at !== null &&
      (!changes.some(change => change.state === end.state) ||
        (end.at > last.at && !isEnded(last.state))),
  );
  return missing.length === 0 ? changes : inOrder([...changes, ...missing]);
}

function inOrder(changes: readonly StateChange[]): StateChange[] {
  const sorted = [...changes].sort(
    (a, b) => a.at - b.at || order.indexOf(a.state) - order.indexOf(b.state),
  );
  return sorted
    .filter((change, index) => change.at !== sorted[index + 1]?.at)
    .filter(
      (change, index, settled) => change.state !== settled[index - 1]?.state,
    );
}
