import { DateTime } from 'luxon';

/** A day in UTC, where each has 86,400 seconds. Milliseconds. */
const DAY = 86_400_000;

/**
 * The calendar day of an instant in a zone.
 *
 * @param instant - epoch milliseconds
 * @param zone - IANA zone, such as `Europe/Berlin`
 * @returns ISO day
 */
export function dayOf(instant: number, zone: string): string {
  if (zone === 'UTC') {
    return isoDay(instant);
  }
  return DateTime.fromMillis(instant, { zone }).toISODate()!;
}

/** The Monday of the ISO week that holds a day. */
export function weekOf(day: string): string {
  const instant = startOf(day);
  const daysSinceMonday = (new Date(instant).getUTCDay() + 6) % 7;
  return isoDay(instant - daysSinceMonday * DAY);
}

/** The day that lies a number of days later, or earlier for a negative number. */
export function addDays(day: string, days: number): string {
  return isoDay(startOf(day) + days * DAY);
}

/** The number of days from one day to another, both included. */
export function countDays(from: string, to: string): number {
  return (startOf(to) - startOf(from)) / DAY + 1;
}

/** The Mondays of all ISO weeks that a span of days touches, oldest first. */
export function weeksBetween(from: string, to: string): string[] {
  const weeks: string[] = [];
  for (let week = weekOf(from); week <= to; week = addDays(week, 7)) {
    weeks.push(week);
  }
  return weeks;
}

// A report asks thousands of times, so days are reckoned with as numbers.
function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
