import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogStore } from './CatalogStore';
import { scanTimeoutMs, type SnapshotScanner } from './SnapshotScanner';

/** A scan takes at most this share of the time, so that a large catalog is not kept busy. */
const share = 1 / 20;

/** The share while scans find changes: a catalog that is filling up, or that somebody is working on. */
const shareOfChanges = 1 / 3;

/** The shortest and the longest time from one scan to the next. Milliseconds. */
const shortestPauseMs = 10_000;
const longestPauseMs = 10 * 60_000;

/**
 * Whether it is time for another scan. A small catalog is scanned every ten seconds, so that what somebody registers
 * appears at once; a large one as often as a twentieth of the time allows, a third while it changes, and at least every
 * ten minutes.
 *
 * @param now - epoch milliseconds
 */
export function isScanDue(
  state: Awaited<ReturnType<CatalogStore['snapshotState']>>,
  now: number,
): boolean {
  const newest = state.scans[0];
  const complete = state.scans.find(scan => scan.state === 'complete');
  if (!newest || !complete) {
    return true;
  }
  const duration = complete.finishedAt! - complete.startedAt;
  const foundChanges = (complete.changed ?? 0) + (complete.removed ?? 0) > 0;
  const pause = Math.min(
    longestPauseMs,
    Math.max(
      shortestPauseMs,
      duration / (foundChanges ? shareOfChanges : share),
    ),
  );
  // The task comes round every ten seconds, more or less.
  return now - newest.startedAt >= pause - 1_000;
}

/** What the task needs. */
export interface SnapshotTaskOptions {
  config: RootConfigService;
  scheduler: SchedulerService;
  scanner: Pick<SnapshotScanner, 'scan'>;
  store: CatalogStore;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** The scheduled scan. */
export interface SnapshotTask {
  /** Starts the schedule. */
  start(): Promise<void>;
  /** Scans at once, whatever the schedule says. */
  scanNow(): Promise<void>;
}

/**
 * Prepares the scheduled scan of the catalog. `opmodel.snapshot.schedule` sets a fixed schedule; without it the pause
 * follows from how long a scan takes, see {@link isScanDue}.
 *
 * One instance of the backend scans at a time. A failed scan throws, so that the scheduler shows it.
 */
export function createSnapshotTask(options: SnapshotTaskOptions): SnapshotTask {
  const { config, scheduler, scanner, store, clock } = options;
  const configured = config.getOptionalConfig('opmodel.snapshot.schedule');
  const schedule = configured
    ? readSchedulerServiceTaskScheduleDefinitionFromConfig(configured)
    : {
        frequency: { milliseconds: shortestPauseMs },
        timeout: { milliseconds: scanTimeoutMs },
      };
  return {
    async start() {
      await scheduler.scheduleTask({
        ...schedule,
        scope: 'global',
        id: 'opmodel-catalog-snapshot',
        fn: async signal => {
          if (configured || isScanDue(await store.snapshotState(), clock())) {
            await scanner.scan({ signal });
          }
        },
      });
    },
    async scanNow() {
      await scanner.scan();
    },
  };
}
