import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { Duration } from 'luxon';
import { readKeepDays } from '../../retention/readKeepDays';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { fiveMinutesLimit } from './bucketRetention';

const ROOT = 'opmodel.slo.measurement';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** How service levels are measured. Durations in milliseconds. */
export interface MeasurementSettings {
  /** How often this replica looks for SLOs that are due. */
  frequencyMs: number;
  /** Batches that one replica asks for at a time, of each type of source. */
  parallel: number;
  /** How far back an SLO that is new is measured. */
  backfillMs: number;
  /** How much time one question covers at most, so that a long way is gone in steps. */
  stepMs: number;
  /** How far back is measured again, since numbers come late. */
  overlapMs: number;
  /** Share of what an outside system allows that is used, above 0 and at most 1. */
  budgetShare: number;
}

/**
 * @throws InputError naming the key that cannot be used
 */
export function readMeasurementSettings(
  config: RootConfigService,
): MeasurementSettings {
  const keptDays = readKeepDays(config, fiveMinutesLimit);
  return {
    frequencyMs: readDuration(config, 'frequency', {
      fallback: MINUTE,
      least: 10_000,
      most: 60 * MINUTE,
    }),
    parallel: readParallel(config),
    backfillMs: Math.min(
      readDuration(config, 'backfill', {
        fallback: 30 * DAY,
        least: 0,
        most: 400 * DAY,
      }),
      // What is older than what is kept would be forgotten at once, and the rest of its hours with it.
      keptDays === null ? Infinity : (keptDays - 2) * DAY,
    ),
    stepMs: readDuration(config, 'step', {
      fallback: 7 * DAY,
      least: 60 * MINUTE,
      most: 31 * DAY,
    }),
    overlapMs: readDuration(config, 'overlap', {
      fallback: 60 * MINUTE,
      least: 0,
      most: DAY,
    }),
    budgetShare: readBudget(config),
  };
}

function readDuration(
  config: Config,
  name: string,
  options: { fallback: number; least: number; most: number },
): number {
  const key = `${ROOT}.${name}`;
  if (!config.has(key)) {
    return options.fallback;
  }
  const ms = Duration.fromObject(readDurationFromConfig(config, { key })).as(
    'milliseconds',
  );
  if (!(ms >= options.least && ms <= options.most)) {
    const print = (value: number) =>
      Duration.fromMillis(value).rescale().toISO();
    throw new InputError(
      `${key}: expected a duration from ${print(options.least)} to ${print(
        options.most,
      )}`,
    );
  }
  return ms;
}

function readParallel(config: Config): number {
  const key = `${ROOT}.parallel`;
  const parallel = config.getOptionalNumber(key) ?? 4;
  if (!Number.isInteger(parallel) || parallel < 1 || parallel > 64) {
    throw new InputError(
      `${key}: expected a whole number from 1 to 64, got ${parallel}`,
    );
  }
  return parallel;
}

function readBudget(config: Config): number {
  const key = `${ROOT}.budget`;
  const share = config.getOptionalNumber(key) ?? 0.5;
  if (!(share > 0 && share <= 1)) {
    throw new InputError(
      `${key}: expected a share above 0 and at most 1, got ${share}`,
    );
  }
  return share;
}
