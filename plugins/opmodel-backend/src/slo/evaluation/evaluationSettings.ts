import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** How service levels are evaluated. */
export interface EvaluationSettings {
  /** Fewer events are not graded; null: as many as hold one bad one within the target. Slices have a minimum of their own. */
  minimumEvents: number | null;
}

/**
 * @throws InputError naming the key that cannot be used
 */
export function readEvaluationSettings(config: Config): EvaluationSettings {
  const key = 'opmodel.slo.minimumEvents';
  const minimumEvents = config.getOptionalNumber(key) ?? null;
  if (
    minimumEvents !== null &&
    (!Number.isInteger(minimumEvents) ||
      minimumEvents < 1 ||
      minimumEvents > 1_000_000)
  ) {
    throw new InputError(
      `${key}: expected a whole number from 1 to 1000000, got ${minimumEvents}`,
    );
  }
  return { minimumEvents };
}
