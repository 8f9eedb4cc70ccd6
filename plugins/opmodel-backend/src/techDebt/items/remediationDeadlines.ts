import {
  addDays,
  debtSeverities,
  type DebtSeverity,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import type { TechDebtSettings } from '../techDebtSettings';

/**
 * Items of a severity are past their remediation time if they were filed before this.
 *
 * @param today - ISO day
 * @param zone - IANA zone of the days
 * @returns epoch milliseconds
 */
export function remediationDeadlines(
  { remediationDays }: Pick<TechDebtSettings, 'remediationDays'>,
  today: string,
  zone: string,
): Record<DebtSeverity, number> {
  return Object.fromEntries(
    debtSeverities.map(severity => [
      severity,
      DateTime.fromISO(addDays(today, -remediationDays[severity]), { zone })
        .startOf('day')
        .toMillis(),
    ]),
  ) as Record<DebtSeverity, number>;
}
