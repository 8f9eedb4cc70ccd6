import { DateTime } from 'luxon';

/** A day in UTC, where each has 86,400 seconds. Milliseconds. */
const DAY = 86_400_000;

/** First instant of the year 1 and last of the year 9999: outside of them the text of a day does not sort as the day does. */
const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00.000Z');
const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * The calendar day of an instant in a zone.
 *
 * @param instant - epoch milliseconds
 * @param zone - IANA zone, such as `Europe/Berlin`
 * @returns ISO day
 * @throws RangeError outside the years 1 to 9999, as every day that is reckoned here
 */
export function dayOf(instant: number, zone: string): string {
  if (zone === 'UTC') {
    return isoDay(instant);
  }
  const { offset } = DateTime.fromMillis(instant, { zone });
  return isoDay(instant + offset * 60_000);
}

/** Day on which weeks begin. */
export type WeekStart = 'monday' | 'sunday';

/** The first day of the week that holds a day; of the ISO week, unless weeks begin on Sunday. */
export function weekOf(day: string, weekStart: WeekStart = 'monday'): string {
  const instant = startOf(day);
  const daysSinceSunday = new Date(instant).getUTCDay();
  const daysSinceStart =
    weekStart === 'sunday' ? daysSinceSunday : (daysSinceSunday + 6) % 7;
  return isoDay(instant - daysSinceStart * DAY);
}

/** The day that lies a number of days later, or earlier for a negative number. */
export function addDays(day: string, days: number): string {
  return isoDay(startOf(day) + days * DAY);
}

/** The number of days from one day to another, both included. */
export function countDays(from: string, to: string): number {
  return (startOf(to) - startOf(from)) / DAY + 1;
}

/** The first days of all weeks that a span of days touches, oldest first; of ISO weeks, unless weeks begin on Sunday. */
export function weeksBetween(
  from: string,
  to: string,
  weekStart: WeekStart = 'monday',
): string[] {
  const first = weekOf(from, weekStart);
  // By number, so that it ends whatever the days are.
  const weeks = Math.max(0, Math.ceil(countDays(first, to) / 7));
  return Array.from({ length: weeks }, (_, week) => addDays(first, week * 7));
}

// A report asks thousands of times, so days are reckoned with as numbers.
function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function isoDay(instant: number): string {
  if (!(instant >= FIRST_INSTANT && instant <= LAST_INSTANT)) {
    throw new RangeError(
      'A day must lie in the years 1 to 9999, so that its text sorts as it does',
    );
  }
  return new Date(instant).toISOString().slice(0, 10);
}
