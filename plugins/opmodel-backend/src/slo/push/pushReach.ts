import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readMeasurementSettings } from '../measurement/measurementSettings';
import { readKeepDays } from '../../retention/readKeepDays';
import type { RetentionRule } from '../../retention/RetentionRule';
import type { PushedBucketStore } from './PushedBucketStore';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long is kept what producers sent. What was measured of it is kept as everything that is measured. */
export const pushedLimit = {
  id: 'slo-pushed',
  defaultKeepDays: 45,
  minimumKeepDays: 8,
};

/** Forgets what producers sent and what is not measured again. */
export function createPushedRetention(
  store: Pick<PushedBucketStore, 'deleteBatch'>,
): RetentionRule {
  return {
    ...pushedLimit,
    title: 'Pushed service levels as they were sent',
    deleteBatch: options => store.deleteBatch(options),
  };
}

/**
 * How far back pushed numbers are measured as all others are; what is older is kept by the hour at once. Milliseconds.
 */
export function readPushReach(config: RootConfigService): number {
  const keptDays = readKeepDays(config, pushedLimit);
  return Math.min(
    readMeasurementSettings(config).backfillMs,
    // What is forgotten cannot be measured again.
    keptDays === null ? Infinity : (keptDays - 2) * DAY,
  );
}

/** The first whole hour that is measured. Epoch milliseconds. */
export function firstMeasuredHour(now: number, reachMs: number): number {
  return Math.ceil((now - reachMs) / HOUR) * HOUR;
}
