import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readBoundedDuration } from '../../lib/readBoundedDuration';

const ROOT = 'opmodel.scorecards.facts';

const MINUTE = 60_000;

/** How providers of facts are asked. Durations in milliseconds. */
export interface FactSettings {
  /** How often each replica looks for providers that are due. */
  frequencyMs: number;
  /** How long one run of a provider may take. */
  timeoutMs: number;
}

/**
 * @throws InputError naming the key that cannot be used
 */
export function readFactSettings(config: RootConfigService): FactSettings {
  return {
    frequencyMs: readBoundedDuration(config, `${ROOT}.frequency`, {
      fallback: MINUTE,
      least: 10_000,
      most: 60 * MINUTE,
    }),
    timeoutMs: readBoundedDuration(config, `${ROOT}.timeout`, {
      fallback: 30 * MINUTE,
      least: MINUTE,
      most: 24 * 60 * MINUTE,
    }),
  };
}
