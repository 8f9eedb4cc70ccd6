import { InputError } from '@backstage/errors';
import { DateTime, Duration } from 'luxon';
import { addDays, countDays, dayOf } from './days';
import { FIRST_PLAUSIBLE_DAY } from './plausibleDay';

/** The longest span that a report may cover: three years. */
export const MAXIMUM_WINDOW_DAYS = 1096;

/** What the organisation's calendar says; configured once under `opmodel.calendar`. */
export interface OrganisationCalendar {
  /** IANA zone in which days, weeks and quarters begin. */
  zone: string;
  /** First month of the fiscal year, 1 to 12. */
  fiscalYearStartMonth: number;
}

/** A span of whole days, both included, and the span of the same length before it. */
export interface DayWindow {
  from: string;
  to: string;
  days: number;
  previous: { from: string; to: string };
}

/**
 * Resolves what a request says about its window.
 *
 * @param request - a duration that ends today (`P90D`) or `quarter`, or `from` and `to` as ISO days; default `P90D`
 * @param clock - epoch milliseconds of now
 * @throws InputError that names the field
 */
export function resolveWindow(
  request: { window?: string; from?: string; to?: string },
  calendar: OrganisationCalendar,
  clock: number,
): DayWindow {
  const { window, from, to } = request;
  const today = dayOf(clock, calendar.zone);
  if (from === undefined && to === undefined) {
    return toWindow(startOf(window ?? 'P90D', today, calendar), today);
  }
  if (window !== undefined) {
    throw new InputError(`'window' cannot stand together with 'from' and 'to'`);
  }
  if (from === undefined) {
    throw new InputError(`'from' is required where 'to' is given`);
  }
  const last = parseDay('to', to ?? today);
  if (last > today) {
    throw new InputError(
      `'to' must not be after today, ${today}, got '${last}'`,
    );
  }
  return toWindow(parseDay('from', from), last);
}

function startOf(
  window: string,
  today: string,
  calendar: OrganisationCalendar,
): string {
  const date = DateTime.fromISO(today, { zone: 'utc' });
  if (window === 'quarter') {
    const monthsInto = (date.month - calendar.fiscalYearStartMonth + 12) % 3;
    return date.startOf('month').minus({ months: monthsInto }).toISODate()!;
  }
  const duration = Duration.fromISO(window);
  const first =
    duration.isValid && duration.toMillis() > 0
      ? date.minus(duration).plus({ days: 1 })
      : null;
  // One that reaches back further than there are days is none.
  if (!first?.isValid || first.year < 1) {
    throw new InputError(
      `'window' must be an ISO 8601 duration of days or longer, such as P90D, or 'quarter'; got '${window}'`,
    );
  }
  return first.toISODate()!;
}

function parseDay(field: string, day: string): string {
  const date = DateTime.fromISO(day, { zone: 'utc' });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !date.isValid) {
    throw new InputError(
      `'${field}' must be a day such as 2026-03-31, got '${day}'`,
    );
  }
  if (day < FIRST_PLAUSIBLE_DAY) {
    throw new InputError(
      `'${field}' must be a day from ${FIRST_PLAUSIBLE_DAY} on, got '${day}'`,
    );
  }
  return day;
}

function toWindow(from: string, to: string): DayWindow {
  if (from > to) {
    throw new InputError(
      `'from' must not be after 'to': ${from} is after ${to}`,
    );
  }
  const days = countDays(from, to);
  if (days > MAXIMUM_WINDOW_DAYS) {
    throw new InputError(
      `'window' is at most ${MAXIMUM_WINDOW_DAYS} days, got ${days}`,
    );
  }
  return {
    from,
    to,
    days,
    previous: { from: addDays(from, -days), to: addDays(from, -1) },
  };
}
