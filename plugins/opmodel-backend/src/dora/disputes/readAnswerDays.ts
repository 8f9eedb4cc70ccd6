import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/**
 * Days until a dispute is to be answered, from `opmodel.dora.disputes.answerDays`; 14 where nothing is configured.
 *
 * @throws InputError that names the key
 */
export function readAnswerDays(config: RootConfigService): number {
  const key = 'opmodel.dora.disputes.answerDays';
  const days = config.getOptionalNumber(key) ?? 14;
  if (!Number.isInteger(days) || days < 1 || days > 365) {
    throw new InputError(
      `${key} must be a number of days from 1 to 365, got ${days}`,
    );
  }
  return days;
}
