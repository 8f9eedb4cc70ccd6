import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { OrganisationCalendar } from '@opmodel/backstage-plugin-opmodel-common';
import { IANAZone } from 'luxon';
import { readDays } from './configuredDays';
import {
  type ConfiguredWorkingTime,
  readWorkingTime,
} from './workingTimeConfig';

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
  workingTime: ConfiguredWorkingTime;
}

const KEY = 'opmodel.calendar';
const CAUSES = ['freeze', 'migration', 'other'] as const;

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
    workingTime: readWorkingTime(config, now),
  };
}

function readFreeze(
  config: Pick<RootConfigService, 'getOptional' | 'getOptionalString'>,
  key: string,
  now: number,
): CalendarFreeze {
  const days = readDays(config, key, now);
  const cause = config.getOptionalString('cause') ?? 'freeze';
  const known = CAUSES.find(each => each === cause);
  if (!known) {
    throw new InputError(
      `${key}.cause must be one of ${CAUSES.join(', ')}, got '${cause}'`,
    );
  }
  return {
    ...days,
    cause: known,
    reason: config.getOptionalString('reason') ?? null,
  };
}
