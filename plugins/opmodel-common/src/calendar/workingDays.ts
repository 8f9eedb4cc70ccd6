import { addDays, countDays } from './days';

/** The days of the week, from Monday on. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** A day of the week. */
export type Weekday = (typeof weekdays)[number];

/** Days on which nobody works, whatever day of the week they are; ISO days, both included. */
export interface Holiday {
  from: string;
  to: string;
  /** Shown beside the numbers. */
  name: string | null;
}

/** On which days work is done: the same days of every week, without the holidays. */
export interface WorkingDays {
  /** In the order of {@link weekdays}. */
  weekdays: readonly Weekday[];
  holidays: readonly Holiday[];
}

/** The day of the week of an ISO day. */
export function weekdayOf(day: string): Weekday {
  return weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7];
}

/**
 * The holidays that take a working day away, each day once, ascending. Holidays that overlap, or lie on days on which nobody works
 * anyway, change nothing.
 *
 * @param span - ISO days, both included; absent: all
 */
export function listHolidays(
  { weekdays: working, holidays }: WorkingDays,
  span?: { from: string; to: string },
): string[] {
  const days = new Set<string>();
  for (const { from, to } of holidays) {
    const first = span && span.from > from ? span.from : from;
    const last = span && span.to < to ? span.to : to;
    // By number, so that it ends whatever the days are.
    const length = countDays(first, last);
    for (let offset = 0; offset < length; offset += 1) {
      const day = addDays(first, offset);
      if (working.includes(weekdayOf(day))) {
        days.add(day);
      }
    }
  }
  return [...days].sort();
}
