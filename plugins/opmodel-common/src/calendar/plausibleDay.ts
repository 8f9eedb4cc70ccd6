import { InputError } from '@backstage/errors';
import { DateTime } from 'luxon';
import { dayOf } from './days';

/** Nothing that a portal tells of happened before it. */
export const FIRST_PLAUSIBLE_DAY = '1970-01-01';

/** How far ahead days are planned, in years. */
const PLANNED_YEARS = 3;

/**
 * Refuses a day that nobody can mean, such as `9999-12-31` for "until further notice".
 *
 * @param field - as the error writes it, with its quotes if it is to have any
 * @param day - ISO day
 * @param now - epoch milliseconds
 * @throws InputError that names the field for a day before 1970 or more than three years ahead
 */
export function refuseImplausibleDay(
  field: string,
  day: string,
  now: number,
): void {
  const last = dayOf(
    DateTime.fromMillis(now, { zone: 'utc' })
      .plus({ years: PLANNED_YEARS })
      .toMillis(),
    'UTC',
  );
  if (day < FIRST_PLAUSIBLE_DAY || day > last) {
    throw new InputError(
      `${field} must be a day from ${FIRST_PLAUSIBLE_DAY} to ${last}, got '${day}'`,
    );
  }
}
