import type { StoredObservation } from './foldFields';
import type { WorkItemObservation } from './observation';
import type { PeriodChange, StateChange } from './record';

/**
 * From when on a work item stood where. What states the same once more changes nothing.
 *
 * @param sorted - oldest first
 */
export function foldStateChanges(
  sorted: readonly StoredObservation<WorkItemObservation>[],
): StateChange[] {
  const changes: StateChange[] = [];
  for (const { time, observation } of sorted) {
    const { state } = observation;
    if (state && changes.at(-1)?.state !== state) {
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
export function foldPeriodChanges(
  sorted: readonly StoredObservation<WorkItemObservation>[],
): PeriodChange[] {
  const changes: PeriodChange[] = [];
  for (const { time, observation } of sorted) {
    const { committedPeriod: period } = observation;
    if (period !== undefined && (changes.at(-1)?.period ?? null) !== period) {
      changes.push({ at: time, period });
    }
  }
  return changes;
}
