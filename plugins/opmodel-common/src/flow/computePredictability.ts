import { ZoneDays } from '../calendar/ZoneDays';
import type { FlowItem } from './flowItem';
import type { PlanningPeriod } from './planningPeriods';

/** What was committed for a period, and what became of it. Numbers of items. */
export interface PeriodOutcome extends PlanningPeriod {
  /** `unknown`: nobody said when the period is, so that no scope change can be told. */
  state: 'open' | 'closed' | 'unknown';
  /** Committed when the period began. */
  committed: number;
  /** Committed after it had begun. */
  added: number;
  /** Of both, taken out again or cancelled before they were done. */
  removed: number;
  /** Of those committed when it began, done by its end. */
  done: number;
  /** Of those added, done by its end. */
  addedDone: number;
  /** What is left: carried over by a closed period, still to be done in an open one. */
  carriedOver: number;
  /** Done by committed, 0 to 1; null unless the period is closed, because the rest may still be done, and where nothing was committed. */
  ratio: number | null;
}

/**
 * Delivery predictability: of what was committed when a period began, the share that was done by its end. What is added does
 * not improve it, and what is taken out does not improve it either.
 *
 * - committed + added = done + added done + removed + carried over
 * - Commitments count by day in the zone: what is committed by the end of the first day was committed when the period began.
 * - An item that ended before the period began is no commitment of it. One that was taken out and put back in counts once, by where
 *   it is in the end; what was done under its commitment stays done when it is tidied away later.
 *
 * Elsewhere called the say-do ratio, mostly without telling what was added and taken out.
 *
 * @param items - of which those that are withdrawn do not count
 * @param periods - as {@link resolvePeriod} gives them
 * @param clock - epoch milliseconds of now
 */
export function computePredictability(
  items: readonly FlowItem[],
  periods: readonly PlanningPeriod[],
  zone: string,
  clock: number,
): PeriodOutcome[] {
  const days = new ZoneDays(zone);
  const today = days.dayOf(clock);
  const commitments = new Map<string, Commitment[]>();
  for (const item of items) {
    for (const period of item.withdrawn ? [] : periodsOf(item)) {
      const ofPeriod = commitments.get(period) ?? [];
      commitments.set(period, ofPeriod);
      ofPeriod.push(toCommitment(item, days));
    }
  }
  return periods.map(period =>
    outcomeOf(commitments.get(period.period) ?? [], period, today),
  );
}

/** All that an item was ever committed to. */
function periodsOf({ periodChanges }: FlowItem): Set<string> {
  return new Set(
    periodChanges.map(({ period }) => period).filter(period => period !== null),
  );
}

/** The commitments of one item by day. */
interface Commitment {
  /** Oldest first; each holds until the next. */
  changes: { day: string; period: string | null }[];
  completed: string | null;
  cancelled: string | null;
}

function toCommitment(item: FlowItem, days: ZoneDays): Commitment {
  const day = (at: number | null) => (at === null ? null : days.dayOf(at));
  return {
    changes: [...item.periodChanges]
      .sort(
        (a, b) => a.at - b.at || ((a.period ?? '') < (b.period ?? '') ? -1 : 1),
      )
      .map(({ at, period }) => ({ day: days.dayOf(at), period })),
    completed: day(item.completedAt),
    cancelled: day(item.cancelledAt),
  };
}

function outcomeOf(
  commitments: readonly Commitment[],
  period: PlanningPeriod,
  today: string,
): PeriodOutcome {
  const outcome: PeriodOutcome = {
    ...period,
    state: stateOf(period, today),
    committed: 0,
    added: 0,
    removed: 0,
    done: 0,
    addedDone: 0,
    carriedOver: 0,
    ratio: null,
  };
  for (const commitment of commitments) {
    countCommitment(commitment, period, outcome);
  }
  if (outcome.state === 'closed' && outcome.committed > 0) {
    outcome.ratio = outcome.done / outcome.committed;
  }
  return outcome;
}

function stateOf(
  { to }: PlanningPeriod,
  today: string,
): PeriodOutcome['state'] {
  if (to === null) {
    return 'unknown';
  }
  return to < today ? 'closed' : 'open';
}

/** Of a period of which nobody said when it is, everything that was ever committed to it counts as committed. */
function countCommitment(
  { changes, completed, cancelled }: Commitment,
  { period, from, to }: PlanningPeriod,
  outcome: PeriodOutcome,
): void {
  const isWithin = (day: string | null) =>
    day !== null && (to === null || day <= to);
  const isBefore = (day: string | null) =>
    day !== null && from !== null && day < from;
  const isCommittedOn = (day: string | null) =>
    changes.filter(change => day === null || change.day <= day).pop()
      ?.period === period;

  const wasCommitted = from === null || isCommittedOn(from);
  const isMeant = changes.some(
    change =>
      change.period === period &&
      (wasCommitted || change.day > from) &&
      isWithin(change.day),
  );
  if (!isMeant || isBefore(completed) || isBefore(cancelled)) {
    return;
  }
  outcome[wasCommitted ? 'committed' : 'added'] += 1;
  const isDone = isWithin(completed);
  const isLeft = isCommittedOn(to) || (isDone && isCommittedOn(completed));
  if (!isLeft || isWithin(cancelled)) {
    outcome.removed += 1;
  } else if (isDone) {
    outcome[wasCommitted ? 'done' : 'addedDone'] += 1;
  } else {
    outcome.carriedOver += 1;
  }
}
