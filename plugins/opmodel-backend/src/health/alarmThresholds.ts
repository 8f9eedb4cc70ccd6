import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** From when on something is an alarm. Durations are milliseconds. */
export interface AlarmThresholds {
  /** Age of the last complete scan. The longest pause and the longest scan take ten minutes each. */
  snapshotStaleAfter: number;
  /** Age of the oldest delivery that waits. */
  inboxLagAfter: number;
  /** Age of what a collector has read completely. */
  collectorLagAfter: number;
  /** Age of the oldest request to compute an entity again. */
  calculationLagAfter: number;
  /** Share of all events that wait for an entity, 0 to 1. */
  unmappedShare: number;
}

const MINUTE = 60_000;

/** The thresholds where nothing is configured. */
export const defaultThresholds: AlarmThresholds = {
  snapshotStaleAfter: 30 * MINUTE,
  inboxLagAfter: 15 * MINUTE,
  collectorLagAfter: 24 * 60 * MINUTE,
  calculationLagAfter: 10 * MINUTE,
  unmappedShare: 0.05,
};

/**
 * The thresholds as `opmodel.health` sets them.
 *
 * @throws InputError when one of them cannot be
 */
export function readAlarmThresholds(
  config: RootConfigService,
): AlarmThresholds {
  const duration = (key: Exclude<keyof AlarmThresholds, 'unmappedShare'>) =>
    config.has(`opmodel.health.${key}`)
      ? durationToMilliseconds(
          readDurationFromConfig(config, { key: `opmodel.health.${key}` }),
        )
      : defaultThresholds[key];
  const unmappedShare =
    config.getOptionalNumber('opmodel.health.unmappedShare') ??
    defaultThresholds.unmappedShare;
  if (!(unmappedShare >= 0 && unmappedShare <= 1)) {
    throw new InputError(
      `opmodel.health.unmappedShare: expected a number from 0 to 1, got ${unmappedShare}`,
    );
  }
  return {
    snapshotStaleAfter: duration('snapshotStaleAfter'),
    inboxLagAfter: duration('inboxLagAfter'),
    collectorLagAfter: duration('collectorLagAfter'),
    calculationLagAfter: duration('calculationLagAfter'),
    unmappedShare,
  };
}
