import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError, stringifyError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';
import type { Collector } from '@opmodel/backstage-plugin-opmodel-node';
import { CronTime } from 'cron';
import { Duration } from 'luxon';
import type { CollectorLease } from './CollectorLeaseStore';

/** When a collector runs. */
export interface CollectorSchedule {
  /** How long one run may take. Milliseconds. */
  timeoutMs: number;
  /** How long a replica that has just started leaves what is due by schedule. Milliseconds. */
  initialDelayMs: number;
  /**
   * The first turn after the run that began at an instant, epoch milliseconds; undefined where somebody asks for each run. A
   * collector that was never run is given when this replica started.
   */
  nextAfter(at: number, options: { hasRun: boolean }): number | undefined;
}

/**
 * What `opmodel.collectors.<id>.schedule` says, or else the collector itself.
 *
 * @throws InputError naming the key of a schedule that cannot be kept
 */
export function readCollectorSchedule(
  { id, schedule }: Collector,
  config: Config,
): CollectorSchedule {
  const key = `opmodel.collectors.${id}.schedule`;
  try {
    return createSchedule(
      config.has(key)
        ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
            config.getConfig(key),
          )
        : schedule,
    );
  } catch (error) {
    throw new InputError(`${key}: ${stringifyError(error)}`);
  }
}

function createSchedule({
  frequency,
  timeout,
  initialDelay,
}: SchedulerServiceTaskScheduleDefinition): CollectorSchedule {
  const common = {
    timeoutMs: toMilliseconds(timeout),
    initialDelayMs: initialDelay ? toMilliseconds(initialDelay) : 0,
  };
  if ('trigger' in frequency) {
    return { ...common, nextAfter: () => undefined };
  }
  if ('cron' in frequency) {
    const time = new CronTime(frequency.cron);
    return {
      ...common,
      nextAfter: at => time.getNextDateFrom(new Date(at)).toMillis(),
    };
  }
  const pause = toMilliseconds(frequency);
  return {
    ...common,
    nextAfter: (at, { hasRun }) => (hasRun ? at + pause : at),
  };
}

function toMilliseconds(duration: Duration | HumanDuration): number {
  const milliseconds = (
    Duration.isDuration(duration) ? duration : Duration.fromObject(duration)
  ).as('milliseconds');
  if (!(milliseconds >= 0)) {
    throw new InputError('expected a duration that is not negative');
  }
  return milliseconds;
}

/**
 * Whether a collector may be run now.
 *
 * @param options - `startedHereAt`: when this replica began to look; instants are epoch milliseconds
 */
export function isCollectorDue(
  lease: CollectorLease,
  schedule: CollectorSchedule,
  options: { startedHereAt: number; now: number },
): boolean {
  const { startedHereAt, now } = options;
  const isHeld = lease.token !== undefined;
  if (isHeld && now < lease.leaseUntil!) {
    return false;
  }
  if (lease.nextAttemptAt !== undefined) {
    return now >= lease.nextAttemptAt;
  }
  // A run that was broken off goes on as soon as its lease is over.
  if (isHeld || lease.requestedAt !== undefined) {
    return true;
  }
  const turn = schedule.nextAfter(lease.startedAt ?? startedHereAt, {
    hasRun: lease.startedAt !== undefined,
  });
  return (
    turn !== undefined &&
    now >= Math.max(turn, startedHereAt + schedule.initialDelayMs)
  );
}
