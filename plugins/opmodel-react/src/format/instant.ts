import { DateTime, Interval } from 'luxon';
import { NO_VALUE } from './duration';

/** A day: `5 Nov 2026`. */
export function formatDay(
  day: string | null | undefined,
  language?: string,
): string {
  return formatParsed(day, 'utc', language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
}

/** A day within a year that is clear from the context: `5 Nov`. */
export function formatShortDay(
  day: string | null | undefined,
  language?: string,
): string {
  return formatParsed(day, 'utc', language, { day: 'numeric', month: 'short' });
}

/** The day of the week of an ISO day: `Sunday`. */
export function formatWeekday(
  day: string | null | undefined,
  language?: string,
): string {
  return formatParsed(day, 'utc', language, { weekday: 'long' });
}

/** The day of the week of a day, in short: `Mon`. */
export function formatShortWeekday(
  day: string | null | undefined,
  language?: string,
): string {
  return formatParsed(day, 'utc', language, { weekday: 'short' });
}

/** The days from one to another, both inclusive, naming month and year once where they are the same. */
export function formatDayRange(
  from: string,
  to: string,
  language?: string,
): string {
  const interval = Interval.fromDateTimes(
    DateTime.fromISO(from, { zone: 'utc' }),
    DateTime.fromISO(to, { zone: 'utc' }),
  );
  return interval.isValid
    ? interval.toLocaleString(
        { day: 'numeric', month: 'short', year: 'numeric' },
        { locale: language },
      )
    : `${formatDay(from, language)} – ${formatDay(to, language)}`;
}

/** An instant with its zone: `5 Nov 2026, 14:03 CET`. */
export function formatInstant(
  instant: string | null | undefined,
  zone: string = 'utc',
  language?: string,
): string {
  return formatParsed(instant, zone, language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZoneName: 'short',
  });
}

/** How long ago (or ahead) an instant is: `4 min. ago`. */
export function formatRelative(
  instant: string | null | undefined,
  now: DateTime = DateTime.now(),
  language?: string,
): string {
  if (!instant) {
    return NO_VALUE;
  }
  const parsed = DateTime.fromISO(instant);
  return (
    parsed.toRelative({ base: now, style: 'short', locale: language }) ??
    NO_VALUE
  );
}

function formatParsed(
  iso: string | null | undefined,
  zone: string,
  language: string | undefined,
  options: Intl.DateTimeFormatOptions,
): string {
  if (!iso) {
    return NO_VALUE;
  }
  const parsed = DateTime.fromISO(iso, { zone });
  return parsed.isValid
    ? parsed.setLocale(language ?? 'en-GB').toLocaleString(options)
    : NO_VALUE;
}
