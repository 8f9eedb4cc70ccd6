import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  ordinaryFailingDays,
  type SuggestionSource,
} from '@opmodel/backstage-plugin-opmodel-common';
import { debtSuggestionKey } from '@opmodel/backstage-plugin-opmodel-node';
import { readBoundedDuration } from '../../lib/readBoundedDuration';

const ROOT = 'opmodel.techDebt.suggestions';

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** No check needs to have failed for longer. */
const MAX_DAYS = 3_660;

/** How debt is looked for. Durations in milliseconds. */
export interface SuggestionSettings {
  /** How often it is looked for sources that are due. */
  frequencyMs: number;
  /** How long all sources together may take in one go; what is left is done in the next one. */
  timeoutMs: number;
}

/**
 * @throws InputError naming the key that cannot be used
 */
export function readSuggestionSettings(
  config: RootConfigService,
): SuggestionSettings {
  return {
    frequencyMs: readBoundedDuration(config, `${ROOT}.frequency`, {
      fallback: 5 * MINUTE,
      least: MINUTE,
      most: 60 * MINUTE,
    }),
    timeoutMs: readBoundedDuration(config, `${ROOT}.timeout`, {
      fallback: 30 * MINUTE,
      least: MINUTE,
      most: DAY,
    }),
  };
}

/** Whether a source is on: unless its `enabled` is false. */
export function isSourceEnabled(
  config: RootConfigService,
  source: SuggestionSource,
): boolean {
  return (
    config.getOptionalBoolean(`${debtSuggestionKey(source)}.enabled`) ?? true
  );
}

/**
 * How often a source is asked. Milliseconds.
 *
 * @param fallback - where nothing is configured
 * @throws InputError naming the key that cannot be used
 */
export function readSourceCadence(
  config: RootConfigService,
  source: SuggestionSource,
  fallback: number,
): number {
  return readBoundedDuration(config, `${debtSuggestionKey(source)}.frequency`, {
    fallback,
    least: MINUTE,
    most: 31 * DAY,
  });
}

/**
 * For how many days a check must have failed.
 *
 * @throws InputError naming the key that cannot be used
 */
export function readFailingDays(config: RootConfigService): number {
  const key = `${debtSuggestionKey('failing_check')}.olderThanDays`;
  const days = config.getOptionalNumber(key) ?? ordinaryFailingDays;
  if (!Number.isInteger(days) || days < 0 || days > MAX_DAYS) {
    throw new InputError(
      `${key} must be whole days from 0 to ${MAX_DAYS}, got ${days}`,
    );
  }
  return days;
}
