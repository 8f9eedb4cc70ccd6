import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readBoundedDuration } from '../../lib/readBoundedDuration';

const ROOT = 'opmodel.scorecards.evaluation';

const MINUTE = 60_000;

/** How scorecards are evaluated. Durations in milliseconds. */
export interface EvaluationSettings {
  /** How often what waits is looked for that nobody evaluated at once. */
  frequencyMs: number;
  /** How often everything is evaluated, for what time alone changes. */
  sweepFrequencyMs: number;
}

/**
 * @throws InputError naming the key that cannot be used
 */
export function readEvaluationSettings(
  config: RootConfigService,
): EvaluationSettings {
  return {
    frequencyMs: readBoundedDuration(config, `${ROOT}.frequency`, {
      fallback: 10_000,
      least: 1_000,
      most: 60 * MINUTE,
    }),
    sweepFrequencyMs: readBoundedDuration(config, `${ROOT}.sweepFrequency`, {
      fallback: 60 * MINUTE,
      least: MINUTE,
      most: 24 * 60 * MINUTE,
    }),
  };
}
