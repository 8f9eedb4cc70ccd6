import { InputError } from '@backstage/errors';
import { DateTime } from 'luxon';

/**
 * When a day begins in a zone, epoch milliseconds.
 *
 * @param field - path of the field that the day was written in
 * @param day - ISO day
 * @param zone - IANA zone
 * @throws InputError naming the field where there is no such day
 */
export function startOfDay(field: string, day: string, zone: string): number {
  const start = DateTime.fromISO(day, { zone }).startOf('day');
  // Luxon reads weeks and ordinal days as well, which this API does not speak.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !start.isValid) {
    throw new InputError(
      `'${field}' must be a day such as 2026-12-24, got '${day}'`,
    );
  }
  return start.toMillis();
}
