import type { StoredObservation } from './foldFields';
import type { WorkItemObservation, WorkItemState } from './observation';
import type { PeriodChange, StateChange } from './record';

type Stored = StoredObservation<WorkItemObservation>;

/** The states that end an item, and the instants that say the same. */
const ends = [
  ['done', 'completedAt'],
  ['cancelled', 'cancelledAt'],
] as const;

/**
 * From when on a work item stood where. What states the same once more changes nothing. Of an item whose states are known, an
 * observation that only tells of its end says that it stands there as well.
 *
 * @param sorted - oldest first
 */
export function foldStateChanges(sorted: readonly Stored[]): StateChange[] {
  const changes: StateChange[] = [];
  for (const { time, observation } of sorted) {
    const last = changes.at(-1)?.state;
    const implied = last && ends.find(([, instant]) => observation[instant]);
    const state = observation.state ?? (implied ? implied[0] : undefined);
    if (state && last !== state) {
      changes.push({ at: time, state });
    }
  }
  return changes;
}

/**
 * From when on a work item was committed to what. Before the first change it is committed to nothing.
 *
 * @param sorted - oldest first
 */
export function foldPeriodChanges(sorted: readonly Stored[]): PeriodChange[] {
  const changes: PeriodChange[] = [];
  for (const { time, observation } of sorted) {
    const { committedPeriod: period } = observation;
    if (period !== undefined && (changes.at(-1)?.period ?? null) !== period) {
      changes.push({ at: time, period });
    }
  }
  return changes;
}

/**
 * When an item ended in a way: as it was stated, or since it stands there. Another state that is stated later undoes it, as does an end
 * of null.
 */
function foldEnd(
  sorted: readonly Stored[],
  instant: 'completedAt' | 'cancelledAt',
  end: WorkItemState,
): number | null {
  let endedAt: number | null = null;
  for (const { time, observation } of sorted) {
    const { state, [instant]: stated } = observation;
    if (stated !== undefined) {
      endedAt = stated === null ? null : Date.parse(stated);
    } else if (state === end) {
      endedAt ??= time;
    } else if (state) {
      endedAt = null;
    }
  }
  return endedAt;
}

/**
 * When a work item was completed and cancelled, in epoch milliseconds.
 *
 * @param sorted - oldest first
 */
export function foldEnds(
  sorted: readonly Stored[],
): Record<'completedAt' | 'cancelledAt', number | null> {
  return {
    completedAt: foldEnd(sorted, 'completedAt', 'done'),
    cancelledAt: foldEnd(sorted, 'cancelledAt', 'cancelled'),
  };
}

/** Since when an item is in progress by its states, in epoch milliseconds; null for one that never was. */
export function firstProgressAt(
  changes: readonly StateChange[],
): number | null {
  const inProgress: WorkItemState[] = ['active', 'waiting', 'blocked'];
  return changes.find(({ state }) => inProgress.includes(state))?.at ?? null;
}
