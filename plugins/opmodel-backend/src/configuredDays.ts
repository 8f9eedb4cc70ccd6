import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  countDays,
  refuseImplausibleDay,
} from '@opmodel/backstage-plugin-opmodel-common';

/** The longest span of days that is not taken for a mistake. */
const MAXIMUM_DAYS = 366;

/**
 * Reads the first and the last day of a span.
 *
 * @param key - of the entry, as the error writes it
 * @param now - epoch milliseconds
 * @throws InputError that names the key
 */
export function readDays(
  config: Pick<RootConfigService, 'getOptional'>,
  key: string,
  now: number,
): { from: string; to: string } {
  const from = readDay(config, key, 'from', now);
  const to = readDay(config, key, 'to', now);
  if (to < from) {
    throw new InputError(`${key}.to must not be before its from, ${from}`);
  }
  if (countDays(from, to) > MAXIMUM_DAYS) {
    throw new InputError(`${key} must not be longer than ${MAXIMUM_DAYS} days`);
  }
  return { from, to };
}

/**
 * Reads an ISO day.
 *
 * @param key - of the entry, as the error writes it
 * @param now - epoch milliseconds
 * @throws InputError that names the key
 */
export function readDay(
  config: Pick<RootConfigService, 'getOptional'>,
  key: string,
  field: string,
  now: number,
): string {
  const value = config.getOptional(field);
  const isDay =
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}$/.test(value) &&
    // A day that there is not, such as the 30th of February, is read as another one or as none.
    new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value);
  if (!isDay) {
    throw new InputError(
      `${key}.${field} must be a day such as 2026-12-24, got '${value}'`,
    );
  }
  refuseImplausibleDay(`${key}.${field}`, value as string, now);
  return value as string;
}
