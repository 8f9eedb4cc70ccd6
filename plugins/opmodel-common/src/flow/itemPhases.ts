import type { WorkingCalendar } from '../calendar/WorkingCalendar';
import type { StateChange } from '../intake/record';
import type { FlowPhase, FlowPhaseState } from './flowItem';
import { isInProgress } from './itemHistory';
import type { ItemSpan } from './itemSpan';

/**
 * The way of an item without gaps. Between start and end it is in progress, whatever its board said: where it was put back or
 * taken for done too early, it waited.
 */
export function itemPhases(
  history: readonly StateChange[],
  { arrivedAt, startedAt, end }: ItemSpan,
): FlowPhase[] {
  if (arrivedAt === null) {
    return [];
  }
  const steps: { at: number; state: FlowPhaseState }[] = [
    { at: arrivedAt, state: 'todo' },
  ];
  if (startedAt !== null) {
    steps.push({ at: startedAt, state: 'active' });
    for (const { at, state } of history) {
      if (at >= startedAt && (end === null || at < end.at)) {
        steps.push({ at, state: isInProgress(state) ? state : 'waiting' });
      }
    }
  }
  if (end !== null) {
    steps.push({ at: end.at, state: end.state });
  }
  return joinSteps(steps);
}

/** Phases of the steps, which are in order: of several at one instant the last holds, and equal neighbours are one phase. */
function joinSteps(
  steps: readonly { at: number; state: FlowPhaseState }[],
): FlowPhase[] {
  const joined = steps
    .filter(({ at }, index) => at !== steps[index + 1]?.at)
    .filter(({ state }, index, all) => state !== all[index - 1]?.state);
  return joined.map(({ at, state }, index) => ({
    state,
    from: at,
    to: joined[index + 1]?.at ?? null,
  }));
}

/**
 * Seconds that an item spent in one state. Phases that last are measured to the clock.
 *
 * @param options - `clock`: epoch milliseconds; may be left out for an item that has ended; `workingTime`: counts only what lies on
 *   working days
 */
export function secondsIn(
  phases: readonly FlowPhase[],
  state: FlowPhaseState,
  options: { clock?: number; workingTime?: WorkingCalendar } = {},
): number {
  return phases
    .filter(phase => phase.state === state)
    .reduce((sum, { from, to }) => {
      const end = to ?? Math.max(options.clock ?? from, from);
      return sum + secondsBetween(from, end, options.workingTime);
    }, 0);
}

/**
 * Seconds from one whole second to another.
 *
 * @param workingTime - counts only what lies on working days; absent: all time counts
 */
export function secondsBetween(
  from: number,
  to: number,
  workingTime?: WorkingCalendar,
): number {
  const [first, last] = [Math.floor(from / 1000), Math.floor(to / 1000)];
  return workingTime?.workingSeconds(first * 1000, last * 1000) ?? last - first;
}
