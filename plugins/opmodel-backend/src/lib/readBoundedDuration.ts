import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/**
 * A duration of the configuration in milliseconds.
 *
 * @throws InputError naming the key when it is not within the bounds
 */
export function readBoundedDuration(
  config: Config,
  key: string,
  bounds: { fallback?: number; least: number; most: number },
): number {
  if (bounds.fallback !== undefined && !config.has(key)) {
    return bounds.fallback;
  }
  const ms = durationToMilliseconds(readDurationFromConfig(config, { key }));
  if (!(ms >= bounds.least && ms <= bounds.most)) {
    throw new InputError(
      `${key}: expected a duration from ${bounds.least / 1_000} to ${
        bounds.most / 1_000
      } seconds, got ${ms / 1_000}`,
    );
  }
  return ms;
}
