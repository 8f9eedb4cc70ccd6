import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { refuseImplausibleDay } from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';

/**
 * A day in the configuration, from 1970 to three years after the start of the process.
 *
 * @throws InputError that names the key
 */
export function readDay(config: Config, field: string, key: string): string {
  const day = config.getString(field);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(day) ||
    !DateTime.fromISO(day, { zone: 'utc' }).isValid
  ) {
    throw new InputError(
      `${key}.${field} must be a day such as 2026-03-31, got '${day}'`,
    );
  }
  refuseImplausibleDay(`${key}.${field}`, day, Date.now());
  return day;
}
