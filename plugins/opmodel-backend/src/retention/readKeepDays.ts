import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { RetentionRule } from './RetentionRule';

/** Nobody means more than this: a century. */
const MAX_DAYS = 36_500;

/**
 * How many days the rows of a rule are kept: as configured, else by default; null is for ever, which is written `forever`.
 *
 * @throws InputError when what is configured is no number of days that the rule allows
 */
export function readKeepDays(
  config: RootConfigService,
  rule: Pick<RetentionRule, 'id' | 'defaultKeepDays' | 'minimumKeepDays'>,
): number | null {
  const key = `opmodel.retention.${rule.id}.keepDays`;
  const configured = config.getOptional(key);
  if (configured === undefined) {
    return rule.defaultKeepDays;
  }
  if (configured === 'forever') {
    return null;
  }
  const minimum = rule.minimumKeepDays ?? 1;
  if (
    !Number.isInteger(configured) ||
    Number(configured) < minimum ||
    Number(configured) > MAX_DAYS
  ) {
    throw new InputError(
      `${key}: expected a whole number of days from ${minimum} to ${MAX_DAYS}, or forever; got ${JSON.stringify(
        configured,
      )}`,
    );
  }
  return Number(configured);
}
