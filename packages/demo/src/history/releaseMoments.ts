import type { ReleaseRhythm } from '../organisation/DeliveryProfile';
import {
  DAY,
  HOUR,
  isQuietDay,
  isReleaseFreeze,
  weekNumber,
  weekdayOf,
} from './workload';

/** When the content of a train is settled, on the afternoon before it leaves. */
const TRAIN_SETTLED_AT = 16 * HOUR;

/** What waits for a release. */
export interface Waiting {
  /** From then on a release may take it. */
  readyAt: number;
}

/**
 * The moments of a day at which a continuous pipeline starts: at each merge, and in the morning for what was left over from
 * the days before.
 */
export function continuousMoments(
  day: number,
  waiting: readonly Waiting[],
): number[] {
  const moments = waiting
    .map(({ readyAt }) => readyAt)
    .filter(at => at >= day && at < day + DAY);
  const leftOver = waiting.some(({ readyAt }) => readyAt < day);
  if (leftOver && !isQuietDay(day)) {
    moments.push(day + 9 * HOUR);
  }
  return moments.sort((a, b) => a - b);
}

/**
 * The moment of a day at which a train is settled that leaves on the next day, or undefined.
 *
 * @param offset - tells trains of several weeks apart
 */
export function trainMoment(
  day: number,
  rhythm: Extract<ReleaseRhythm, { kind: 'train' }>,
  offset: number,
): number | undefined {
  const departure = day + DAY;
  const leaves =
    rhythm.weekdays.includes(weekdayOf(departure)) &&
    (weekNumber(departure) + offset) % rhythm.everyWeeks === 0 &&
    !isQuietDay(departure) &&
    !isReleaseFreeze(departure);
  return leaves ? day + TRAIN_SETTLED_AT : undefined;
}
