import type {
  EngineAlarm,
  EngineHealth,
  EngineStorage,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore, SnapshotScan } from '../catalog/CatalogStore';
import type { CollectorService } from '../collect/CollectorService';
import type { InboxService } from '../inbox/InboxService';
import type { IntakeService } from '../intake/IntakeService';
import type { RejectionLog } from '../intake/RejectionLog';
import { toInstant } from '../lib/instants';
import { SlowAnswers } from '../lib/SlowAnswers';
import type {
  RetentionService,
  RetentionState,
} from '../retention/RetentionService';
import type { AlarmThresholds } from './alarmThresholds';
import type { AlarmBasis } from './AlarmRule';
import { deriveAlarms } from './deriveAlarms';
import type { StorageStore } from './StorageStore';

const DAY = 24 * 60 * 60 * 1000;

/** How long a measurement of the tables is shown before they are measured again. Milliseconds. */
const STORAGE_REMEMBERED = 60_000;

/** A rule that has not come to its end in this time was broken off. Milliseconds. */
const RETENTION_TAKES_AT_MOST = DAY;

/** Where the parts of the report come from. */
export interface HealthServiceOptions {
  catalog: Pick<CatalogStore, 'snapshotState'>;
  intake: Pick<
    IntakeService,
    'count' | 'countReceived' | 'oldestRecalculation'
  >;
  rejections: Pick<RejectionLog, 'count'>;
  inbox: Pick<InboxService, 'summarize'>;
  collectors: Pick<CollectorService, 'listHealth'>;
  retention: Pick<RetentionService, 'list'>;
  storage: StorageStore;
  subjects: { id: string; enabled: boolean }[];
  thresholds: AlarmThresholds;
  /** What the subjects have found that needs an operator. */
  listSubjectAlarms?: () => Promise<EngineAlarm[]>;
  /** Epoch milliseconds. */
  clock: () => number;
}

/** Tells how the engine is doing. */
export class HealthService {
  readonly #options: HealthServiceOptions;
  #storage:
    | { measuredAt: number; sizes: ReturnType<StorageStore['measure']> }
    | undefined;

  readonly #intake: SlowAnswers<Awaited<ReturnType<typeof countIntake>>>;

  constructor(options: HealthServiceOptions) {
    this.#options = options;
    this.#intake = new SlowAnswers(options);
  }

  /**
   * The state of every part, and what needs somebody. What intake has taken is at most a minute old where counting it is slow;
   * everything else is as of now.
   */
  async describe(): Promise<EngineHealth> {
    const { catalog, inbox, collectors, retention, subjects } = this.#options;
    const now = this.#options.clock();
    const enabled = subjects.flatMap(({ id, enabled: on }) => (on ? id : []));
    const [
      snapshot,
      { counts, received, oldestRecalculation, rejected },
      deliveries,
      runs,
      rules,
      ofSubjects,
    ] = await Promise.all([
      catalog.snapshotState(),
      // Monitors ask every few seconds, and the ledger has millions of rows.
      this.#intake.get('all', () => countIntake(this.#options, enabled, now)),
      inbox.summarize(now),
      collectors.listHealth(),
      retention.list(),
      this.#options.listSubjectAlarms?.() ?? [],
    ]);
    const [newest] = snapshot.scans;
    const complete = snapshot.scans.find(scan => scan.state === 'complete');
    const state: Omit<EngineHealth, 'alarms'> = {
      snapshot: {
        state: newest?.state ?? 'never',
        lastCompleteAt: toInstant(snapshot.completedAt ?? null),
        durationSeconds: complete ? durationOf(complete) : null,
        entities: snapshot.entities,
        error: newest?.error ?? null,
        scans: snapshot.scans.map(scan => ({
          state: scan.state,
          startedAt: toInstant(scan.startedAt),
          durationSeconds: durationOf(scan),
          error: scan.error ?? null,
        })),
      },
      intake: {
        applied: counts.applied,
        unmapped: counts.unmapped,
        lastReceivedAt: toInstant(counts.lastReceivedAt),
        receivedLastDay: received,
        rejectedLastDay: rejected,
        recalculationsWaiting: counts.recalculationsWaiting,
        oldestRecalculationAt: toInstant(oldestRecalculation),
      },
      inbox: deliveries,
      collectors: runs,
      subjects,
    };
    return {
      alarms: deriveAlarms(
        { ...state, retentionFailures: failuresOf(rules, now) },
        { now, thresholds: this.#options.thresholds, ofSubjects },
      ),
      ...state,
    };
  }

  /** What each table holds, and how long rows are kept. */
  async describeStorage(): Promise<EngineStorage> {
    const { storage, retention, clock } = this.#options;
    const now = clock();
    if (!this.#storage || now - this.#storage.measuredAt > STORAGE_REMEMBERED) {
      const measured = { measuredAt: now, sizes: storage.measure() };
      this.#storage = measured;
      measured.sizes.catch(() => {
        this.#storage = undefined;
      });
    }
    const { measuredAt, sizes } = this.#storage;
    const [tables, rules] = await Promise.all([sizes, retention.list()]);
    return {
      measuredAt: toInstant(measuredAt),
      tables,
      retention: rules.map(({ id, title, keepDays, lastRun }) => ({
        id,
        title,
        keepDays,
        lastRunAt: toInstant(lastRun?.startedAt ?? null),
        lastDeleted: lastRun?.deleted ?? null,
        error: lastRun?.error ?? null,
      })),
    };
  }
}

async function countIntake(
  { intake, rejections }: Pick<HealthServiceOptions, 'intake' | 'rejections'>,
  subjects: readonly string[],
  now: number,
) {
  const [counts, received, oldestRecalculation, rejected] = await Promise.all([
    intake.count(subjects),
    intake.countReceived({ since: now - DAY }),
    intake.oldestRecalculation(subjects),
    rejections.count({ since: now - DAY }),
  ]);
  return { counts, received, oldestRecalculation, rejected };
}

function durationOf({ startedAt, finishedAt }: SnapshotScan): number | null {
  return finishedAt === undefined ? null : (finishedAt - startedAt) / 1000;
}

function failuresOf(
  rules: RetentionState[],
  now: number,
): AlarmBasis['retentionFailures'] {
  return rules.flatMap(({ id, keepDays, lastRun }) => {
    if (!lastRun || keepDays === null) {
      return [];
    }
    const { error, finishedAt, startedAt, failingSince } = lastRun;
    if (error !== null) {
      return [{ id, error, since: toInstant(failingSince) }];
    }
    return finishedAt === null && now - startedAt > RETENTION_TAKES_AT_MOST
      ? [
          {
            id,
            error: 'the last run was broken off',
            since: toInstant(startedAt),
          },
        ]
      : [];
  });
}
