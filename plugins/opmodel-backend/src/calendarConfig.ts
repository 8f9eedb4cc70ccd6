import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  countDays,
  type OrganisationCalendar,
  refuseImplausibleDay,
} from '@opmodel/backstage-plugin-opmodel-common';
import { IANAZone } from 'luxon';

/** Days on which nothing is to be deployed, whatever the component; ISO days, both included. */
export interface CalendarFreeze {
  from: string;
  to: string;
  cause: 'freeze' | 'migration' | 'other';
  reason: string | null;
}

/** The organisation's calendar as it is configured. */
export interface ConfiguredCalendar extends OrganisationCalendar {
  freezes: CalendarFreeze[];
}

const KEY = 'opmodel.calendar';
const CAUSES = ['freeze', 'migration', 'other'] as const;

/** The longest freeze that is not taken for a mistake. */
const MAXIMUM_FREEZE_DAYS = 366;

/**
 * The organisation's calendar from `opmodel.calendar`; UTC and a fiscal year from January where nothing is configured.
 *
 * @param now - epoch milliseconds
 * @throws InputError that names the key
 */
export function readCalendar(
  config: RootConfigService,
  now: number,
): ConfiguredCalendar {
  const zone = config.getOptionalString(`${KEY}.zone`) ?? 'UTC';
  if (zone !== 'UTC' && !IANAZone.isValidZone(zone)) {
    throw new InputError(
      `${KEY}.zone must be an IANA zone such as Europe/Berlin, got '${zone}'`,
    );
  }
  const month = config.getOptionalNumber(`${KEY}.fiscalYearStartMonth`) ?? 1;
  if (!Number.isInteger(month) || month < 1 || month > 12) {
    throw new InputError(
      `${KEY}.fiscalYearStartMonth must be a month from 1 to 12, got ${month}`,
    );
  }
  const freezes = config.getOptionalConfigArray(`${KEY}.freezes`) ?? [];
  return {
    zone,
    fiscalYearStartMonth: month,
    freezes: freezes.map((freeze, index) =>
      readFreeze(freeze, `${KEY}.freezes[${index}]`, now),
    ),
  };
}

function readFreeze(
  config: Pick<RootConfigService, 'getOptional' | 'getOptionalString'>,
  key: string,
  now: number,
): CalendarFreeze {
  const from = readDay(config, key, 'from');
  const to = readDay(config, key, 'to');
  refuseImplausibleDay(`${key}.from`, from, now);
  refuseImplausibleDay(`${key}.to`, to, now);
  if (to < from) {
    throw new InputError(`${key}.to must not be before its from, ${from}`);
  }
  if (countDays(from, to) > MAXIMUM_FREEZE_DAYS) {
    throw new InputError(
      `${key} must not be longer than ${MAXIMUM_FREEZE_DAYS} days`,
    );
  }
  const cause = config.getOptionalString('cause') ?? 'freeze';
  const known = CAUSES.find(each => each === cause);
  if (!known) {
    throw new InputError(
      `${key}.cause must be one of ${CAUSES.join(', ')}, got '${cause}'`,
    );
  }
  return {
    from,
    to,
    cause: known,
    reason: config.getOptionalString('reason') ?? null,
  };
}

function readDay(
  config: Pick<RootConfigService, 'getOptional'>,
  key: string,
  field: 'from' | 'to',
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
  return value as string;
}
