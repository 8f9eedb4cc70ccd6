import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  type DayRate,
  debtSeverities,
  ordinaryRemediationDays,
  type RemediationDays,
} from '@opmodel/backstage-plugin-opmodel-common';

/** What the organisation says of its debt. */
export interface TechDebtSettings {
  /** Days within which an item of a severity is to be remedied. */
  remediationDays: RemediationDays;
  /** What a day of one person costs; null: prices are in person-days alone. */
  dayRate: DayRate | null;
}

const KEY = 'opmodel.techDebt';

/** No remediation time is longer. */
const MAX_DAYS = 3_660;

/** No day of one person costs more, in any currency. */
const MAX_AMOUNT = 1_000_000_000;

/**
 * What `opmodel.techDebt` says of debt; a severity that is not there has its ordinary remediation time.
 *
 * @throws InputError that names the key
 */
export function readTechDebtSettings(
  config: RootConfigService,
): TechDebtSettings {
  const remediationDays = { ...ordinaryRemediationDays };
  const given = config.getOptionalConfig(`${KEY}.remediationDays`);
  const unknown = given
    ?.keys()
    .find(key => !(debtSeverities as readonly string[]).includes(key));
  if (unknown !== undefined) {
    throw new InputError(
      `${KEY}.remediationDays.${unknown} is not known; there are ${debtSeverities.join(
        ', ',
      )}`,
    );
  }
  for (const severity of debtSeverities) {
    const days = given?.getOptionalNumber(severity);
    if (days !== undefined) {
      if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS) {
        throw new InputError(
          `${KEY}.remediationDays.${severity} must be whole days from 1 to ${MAX_DAYS}, got ${days}`,
        );
      }
      remediationDays[severity] = days;
    }
  }
  return { remediationDays, dayRate: readDayRate(config) };
}

function readDayRate(config: RootConfigService): DayRate | null {
  const given = config.getOptionalConfig(`${KEY}.dayRate`);
  if (!given) {
    return null;
  }
  const amount = given.getNumber('amount');
  if (!(amount > 0 && amount <= MAX_AMOUNT)) {
    throw new InputError(
      `${KEY}.dayRate.amount must be a number above 0, got ${amount}`,
    );
  }
  const currency = given.getString('currency');
  if (!/^[A-Z]{3}$/.test(currency)) {
    throw new InputError(
      `${KEY}.dayRate.currency must be an ISO 4217 code such as EUR, got '${currency}'`,
    );
  }
  return { amount, currency };
}
