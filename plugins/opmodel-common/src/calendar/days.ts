import { DateTime } from 'luxon';

/**
 * The calendar day of an instant in a zone.
 *
 * @param instant - epoch milliseconds
 * @param zone - IANA zone, such as `Europe/Berlin`
 * @returns ISO day
 */
export function dayOf(instant: number, zone: string): string {
  return DateTime.fromMillis(instant, { zone }).toISODate()!;
}

/** The Monday of the ISO week that holds a day. */
export function weekOf(day: string): string {
  return utc(day).startOf('week').toISODate()!;
}

/** The day that lies a number of days later, or earlier for a negative number. */
export function addDays(day: string, days: number): string {
  return utc(day).plus({ days }).toISODate()!;
}

/** The number of days from one day to another, both included. */
export function countDays(from: string, to: string): number {
  return utc(to).diff(utc(from), 'days').days + 1;
}

/** The Mondays of all ISO weeks that a span of days touches, oldest first. */
export function weeksBetween(from: string, to: string): string[] {
  const weeks: string[] = [];
  for (let week = weekOf(from); week <= to; week = addDays(week, 7)) {
    weeks.push(week);
  }
  return weeks;
}

function utc(day: string): DateTime {
  return DateTime.fromISO(day, { zone: 'utc' });
}
