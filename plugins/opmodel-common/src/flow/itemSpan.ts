import type { StateChange } from '../intake/record';
import type { FlowDefinition } from './flowDefinition';
import type { WorkItemFact } from './flowFacts';
import { isInProgress } from './itemHistory';

/** When an item arrived, began and ended. Instants are epoch milliseconds. */
export interface ItemSpan {
  /** The first that is known of it; null: nothing is. */
  arrivedAt: number | null;
  /** Null where it has not begun, or nobody knows when. */
  startedAt: number | null;
  /** Whether the start is one of the states of the item, so that what follows is known state by state. */
  startsWithState: boolean;
  end: { at: number; state: 'done' | 'cancelled' } | null;
  /** A start is stated that lies after the end, and is not used. */
  startsAfterEnd: boolean;
}

/**
 * When an item arrived, began and ended.
 *
 * @param history - of the item, as {@link itemHistory} gives it
 */
export function itemSpan(
  fact: WorkItemFact,
  history: readonly StateChange[],
  definition: FlowDefinition,
): ItemSpan {
  const end = endOf(fact, history);
  const { at: start, isState } = startOf(fact, history, definition);
  const startsAfterEnd = start !== null && end !== null && start > end.at;
  const startedAt = startsAfterEnd ? null : start;
  const known = [
    fact.createdAt,
    startedAt,
    history[0]?.at ?? null,
    end?.at ?? null,
  ].filter(at => at !== null);
  return {
    arrivedAt: known.length === 0 ? null : Math.min(...known),
    startedAt,
    startsWithState: isState && !startsAfterEnd,
    end,
    startsAfterEnd,
  };
}

function endOf(
  fact: WorkItemFact,
  history: readonly StateChange[],
): ItemSpan['end'] {
  if (history.length > 0) {
    const { at, state } = history[history.length - 1];
    return state === 'done' || state === 'cancelled' ? { at, state } : null;
  }
  const { completedAt, cancelledAt } = fact;
  if (completedAt !== null && completedAt > (cancelledAt ?? -Infinity)) {
    return { at: completedAt, state: 'done' };
  }
  return cancelledAt === null ? null : { at: cancelledAt, state: 'cancelled' };
}

/**
 * The start by the rule of the definition. The states of the item tell it where they know of its being in progress; a start that is
 * stated as an instant stands in where they do not, or where they begin in the middle of the work.
 */
function startOf(
  fact: WorkItemFact,
  history: readonly StateChange[],
  definition: FlowDefinition,
): { at: number | null; isState: boolean } {
  if (!history.some(({ state }) => isInProgress(state))) {
    return { at: fact.startedAt, isState: false };
  }
  const forgottenUntil =
    definition.start === 'last'
      ? history.map(({ state }) => state).lastIndexOf('todo')
      : -1;
  const start = history.find(
    ({ state }, index) => index > forgottenUntil && isInProgress(state),
  );
  if (!start) {
    return { at: null, isState: false };
  }
  const beginsInTheMiddle = start === history[0];
  return beginsInTheMiddle &&
    fact.startedAt !== null &&
    fact.startedAt < start.at
    ? { at: fact.startedAt, isState: false }
    : { at: start.at, isState: true };
}
