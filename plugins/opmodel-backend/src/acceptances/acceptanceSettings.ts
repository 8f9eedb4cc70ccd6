import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  ordinaryDecideDays,
  ordinaryMaximumDays,
  type RiskLevel,
  riskLevels,
} from '@opmodel/backstage-plugin-opmodel-common';

/** For how long something may be accepted, and how long that may wait. */
export interface AcceptanceSettings {
  maximumDays: Readonly<Record<RiskLevel, number>>;
  decideDays: number;
}

const KEY = 'opmodel.acceptances';

/** Nothing that ends is accepted for longer: three years. */
const MAX_DAYS = 1_096;

/**
 * Reads the settings of acceptances. A risk level that is not configured keeps its ordinary days.
 *
 * @throws InputError that names the key
 */
export function readAcceptanceSettings(
  config: RootConfigService,
): AcceptanceSettings {
  const given = config.getOptionalConfig(`${KEY}.maximumDays`);
  const unknown = given
    ?.keys()
    .find(level => !riskLevels.some(known => known === level));
  if (unknown !== undefined) {
    throw new InputError(
      `${KEY}.maximumDays.${unknown} is no risk level; there are ${riskLevels.join(
        ', ',
      )}`,
    );
  }
  const maximumDays = { ...ordinaryMaximumDays };
  for (const level of riskLevels) {
    maximumDays[level] = readDays(
      config,
      `${KEY}.maximumDays.${level}`,
      ordinaryMaximumDays[level],
    );
  }
  return {
    maximumDays,
    decideDays: readDays(config, `${KEY}.decideDays`, ordinaryDecideDays),
  };
}

function readDays(
  config: RootConfigService,
  key: string,
  ordinary: number,
): number {
  const days = config.getOptionalNumber(key) ?? ordinary;
  if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS) {
    throw new InputError(
      `${key} must be a number of days from 1 to ${MAX_DAYS}, got ${days}`,
    );
  }
  return days;
}
