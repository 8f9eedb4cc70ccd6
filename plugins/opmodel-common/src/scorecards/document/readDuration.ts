import { Duration } from 'luxon';

const longest = Duration.fromObject({ years: 10 }).toMillis();

/**
 * The milliseconds of an ISO 8601 duration, a month as 30 days and a year as 365.
 *
 * @returns null for what is none, and for one that is not longer than nothing or longer than ten years
 */
export function readDuration(text: string): number | null {
  const duration = Duration.fromISO(text);
  const milliseconds = duration.isValid ? duration.toMillis() : 0;
  return milliseconds > 0 && milliseconds <= longest ? milliseconds : null;
}
