import type { SeededRandom } from './SeededRandom';

/** Milliseconds. */
export const MINUTE = 60_000;
/** Milliseconds. */
export const HOUR = 60 * MINUTE;
/** Milliseconds; the demo organisation lives in UTC, where all days are equally long. */
export const DAY = 24 * HOUR;

/** Monday to Sunday. */
const WEEK = [0.95, 1.15, 1.15, 1.05, 0.7, 0.05, 0.03];
const PUBLIC_HOLIDAYS = new Set(['01-01', '05-01', '12-25', '12-26']);
const WORKING_FROM_HOUR = 8;
const WORKING_TO_HOUR = 18;
/** Below that share of an ordinary day nobody is expected at work. */
const QUIET_BELOW = 0.2;

/** Midnight at the beginning of the day that holds an instant. */
export function startOfDay(instant: number): number {
  return Math.floor(instant / DAY) * DAY;
}

const isoDays = new Map<number, string>();

/** ISO day. Asked for the same few hundred days very often, hence the memory. */
export function isoDay(instant: number): string {
  const day = startOfDay(instant);
  let text = isoDays.get(day);
  if (text === undefined) {
    text = new Date(day).toISOString().slice(0, 10);
    isoDays.set(day, text);
  }
  return text;
}

/** Monday is 0. */
export function weekdayOf(day: number): number {
  // 1970-01-01 was a Thursday.
  return (Math.floor(day / DAY) + 3) % 7;
}

/** Weeks since the one that held 1970-01-01; the same for all days from a Monday to the Sunday after it. */
export function weekNumber(day: number): number {
  return Math.floor((Math.floor(day / DAY) + 3) / 7);
}

/** Work done on a day as a share of an ordinary day: weekends are quiet, so are high summer and the end of the year. */
export function workloadOn(day: number): number {
  const monthDay = isoDay(day).slice(5);
  if (PUBLIC_HOLIDAYS.has(monthDay)) {
    return 0.03;
  }
  const weekday = WEEK[weekdayOf(day)];
  if (monthDay >= '12-20' || monthDay <= '01-03') {
    return weekday * 0.3;
  }
  if (monthDay >= '07-20' && monthDay <= '08-21') {
    return weekday * 0.65;
  }
  return weekday;
}

/** No release train leaves in the days before and after Christmas, when a grocer earns its year. */
export function isReleaseFreeze(day: number): boolean {
  const monthDay = isoDay(day).slice(5);
  return monthDay >= '12-17' || monthDay <= '01-02';
}

/** Whether a day is one on which nobody is expected at work. */
export function isQuietDay(day: number): boolean {
  return workloadOn(day) < QUIET_BELOW;
}

/** The instant itself if people are at work then, else some time in the morning of the next day on which they are. */
export function nextWorkingMoment(
  instant: number,
  random: SeededRandom,
): number {
  let day = startOfDay(instant);
  const hour = (instant - day) / HOUR;
  const atWork = !isQuietDay(day);
  if (atWork && hour >= WORKING_FROM_HOUR && hour < WORKING_TO_HOUR) {
    return instant;
  }
  if (!atWork || hour >= WORKING_TO_HOUR) {
    do {
      day += DAY;
    } while (isQuietDay(day));
  }
  return wholeSeconds(
    day + WORKING_FROM_HOUR * HOUR + random.between(0, 2.5) * HOUR,
  );
}

/** Instants in the outside world are stamped in seconds. */
export function wholeSeconds(instant: number): number {
  return Math.round(instant / 1000) * 1000;
}
