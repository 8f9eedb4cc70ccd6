import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { Collector } from '@opmodel/backstage-plugin-opmodel-node';
import { Duration } from 'luxon';
import {
  type CollectorSchedule,
  readCollectorSchedule,
} from './collectorSchedule';

/** Share of what an outside system allows that a collector uses where nothing is configured. */
const DEFAULT_BUDGET = 0.5;

/** What `opmodel.collectors.<id>` says, or else the collector itself. */
export interface CollectorSettings {
  schedule: CollectorSchedule;
  /** Milliseconds. */
  overlapMs: number;
  /** Above 0 and at most 1. */
  budgetShare: number;
}

/**
 * @throws InputError naming the key that cannot be used
 */
export function readCollectorSettings(
  collector: Collector,
  config: Config,
): CollectorSettings {
  return {
    schedule: readCollectorSchedule(collector, config),
    overlapMs: readOverlap(collector, config),
    budgetShare: readBudget(collector, config),
  };
}

function readOverlap({ id, overlap }: Collector, config: Config): number {
  const key = `opmodel.collectors.${id}.overlap`;
  const duration = config.has(key)
    ? readDurationFromConfig(config, { key })
    : overlap ?? {};
  const milliseconds = Duration.fromObject(duration).as('milliseconds');
  if (!(milliseconds >= 0)) {
    throw new InputError(`${key}: expected a duration that is not negative`);
  }
  return milliseconds;
}

function readBudget({ id }: Collector, config: Config): number {
  const key = `opmodel.collectors.${id}.budget`;
  const share = config.getOptionalNumber(key) ?? DEFAULT_BUDGET;
  if (!(share > 0 && share <= 1)) {
    throw new InputError(
      `${key}: expected a share above 0 and at most 1, got ${share}`,
    );
  }
  return share;
}
