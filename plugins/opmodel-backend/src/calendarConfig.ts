import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { OrganisationCalendar } from '@opmodel/backstage-plugin-opmodel-common';
import { IANAZone } from 'luxon';

/**
 * The organisation's calendar from `opmodel.calendar`; UTC and a fiscal year from January where nothing is configured.
 *
 * @throws InputError that names the key
 */
export function readCalendar(config: RootConfigService): OrganisationCalendar {
  const zone = config.getOptionalString('opmodel.calendar.zone') ?? 'UTC';
  if (zone !== 'UTC' && !IANAZone.isValidZone(zone)) {
    throw new InputError(
      `opmodel.calendar.zone must be an IANA zone such as Europe/Berlin, got '${zone}'`,
    );
  }
  const month =
    config.getOptionalNumber('opmodel.calendar.fiscalYearStartMonth') ?? 1;
  if (!Number.isInteger(month) || month < 1 || month > 12) {
    throw new InputError(
      `opmodel.calendar.fiscalYearStartMonth must be a month from 1 to 12, got ${month}`,
    );
  }
  return { zone, fiscalYearStartMonth: month };
}
