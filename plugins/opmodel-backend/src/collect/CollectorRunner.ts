import type {
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { ConflictError, isError, NotFoundError } from '@backstage/errors';
import type {
  Collector,
  RepositoryOwnershipPort,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { CatalogStore } from '../catalog/CatalogStore';
import { seesAll } from '../catalog/Visibility';
import type { IntakeService } from '../intake/IntakeService';
import { logFailure } from '../lib/logFailure';
import {
  type Claim,
  CollectorClaims,
  type CollectorClaimsOptions,
} from './CollectorClaims';
import { neverRun } from './CollectorLeaseStore';
import type { CollectorProblemStore } from './CollectorProblemStore';
import { isCollectorDue } from './collectorSchedule';
import {
  type CollectorSettings,
  readCollectorSettings,
} from './collectorSettings';
import type { CollectorStore } from './CollectorStore';
import { runCollector, type RunEnd } from './runCollector';

/** How often each replica looks whether a collector is due. Milliseconds. */
const LOOK = 5_000;

/** What the runner works with. */
export interface CollectorRunnerOptions extends CollectorClaimsOptions {
  collectors: Collector[];
  store: CollectorStore;
  problems: CollectorProblemStore;
  catalog: Pick<
    CatalogStore,
    'getEntities' | 'listByAnnotation' | 'snapshotState'
  >;
  intake: Pick<IntakeService, 'submit'>;
  /** Takes what repositories say of who owns what; absent where nobody wants to know. */
  ownership?: RepositoryOwnershipPort;
  scheduler: SchedulerService;
  config: RootConfigService;
  logger: LoggerService;
  /** How long a collector that was told to stop may take for it. Milliseconds. */
  graceMs?: number;
}

interface RunningHere {
  collector: Collector;
  settings: CollectorSettings;
}

/**
 * Runs the collectors that modules have registered, each from where it had come to.
 *
 * Every replica looks every few seconds whether a collector is due: by schedule, after a pause that follows a failure, or because
 * somebody asks. Whoever gets the collector's lease runs it, so one replica does at a time, and another goes on seconds after a
 * crash. How a run went is kept for the operator; a run that fails also fails the task.
 */
export class CollectorRunner {
  readonly #options: CollectorRunnerOptions;
  readonly #claims: CollectorClaims;
  readonly #collectors = new Map<string, RunningHere>();
  readonly #startedHereAt: number;

  /**
   * @throws ConflictError when two collectors have one id; InputError for a setting that cannot be used
   */
  constructor(options: CollectorRunnerOptions) {
    this.#options = options;
    this.#claims = new CollectorClaims(options);
    this.#startedHereAt = options.clock();
    const ids = new Set<string>();
    for (const collector of options.collectors) {
      const { id } = collector;
      if (ids.has(id)) {
        throw new ConflictError(`Two collectors have the id ${id}`);
      }
      ids.add(id);
      if (
        options.config.getOptionalBoolean(`opmodel.collectors.${id}.enabled`) ??
        true
      ) {
        this.#collectors.set(id, {
          collector,
          settings: readCollectorSettings(collector, options.config),
        });
      }
    }
  }

  /** The collectors that are not switched off. */
  get collectors(): Collector[] {
    return [...this.#collectors.values()].map(({ collector }) => collector);
  }

  /** Starts looking after every collector that is not switched off. */
  async start(): Promise<void> {
    const { scheduler, logger } = this.#options;
    for (const { collector, settings } of this.#collectors.values()) {
      const { id } = collector;
      await scheduler.scheduleTask({
        id: lookTaskOf(id),
        scope: 'local',
        frequency: { milliseconds: LOOK },
        // The run ends itself at its timeout, and says so.
        timeout: { milliseconds: settings.schedule.timeoutMs + 60_000 },
        fn: logFailure(
          logger,
          `The collector ${id} is out of date`,
          async (signal: unknown) => this.look(id, signal as AbortSignal),
        ),
      });
      await scheduler.scheduleTask({
        id: `opmodel-collect-${id}`,
        scope: 'global',
        frequency: { trigger: 'manual' },
        timeout: { minutes: 1 },
        fn: async () => this.#request([id]),
      });
    }
  }

  /**
   * Runs the collectors that new or changed entities concern, so that the history of what somebody registers does not wait for
   * the schedule. One that is running, on whatever replica, runs once more when it is done.
   */
  async collectFor(entityRefs: string[]): Promise<void> {
    const entities = await this.#options.catalog.getEntities(
      entityRefs,
      seesAll,
    );
    const concerned = this.collectors.filter(({ annotations }) =>
      entities.some(entity =>
        annotations.some(annotation => annotation in entity.annotations),
      ),
    );
    await this.#request(concerned.map(({ id }) => id));
  }

  /**
   * Runs a collector if it is due and nobody else runs it.
   *
   * @throws what the collector throws, after it was recorded; NotFoundError for one that is not registered or switched off
   */
  async look(collectorId: string, signal: AbortSignal): Promise<void> {
    const { leases, catalog, clock } = this.#options;
    const here = this.#collectors.get(collectorId);
    if (!here) {
      throw new NotFoundError(`No collector ${collectorId} is running here`);
    }
    const seen =
      (await leases.read([collectorId])).get(collectorId) ??
      neverRun(collectorId);
    const moment = { startedHereAt: this.#startedHereAt, now: clock() };
    if (!isCollectorDue(seen, here.settings.schedule, moment)) {
      return;
    }
    // Before the first scan the catalog looks empty, and a run would take that for the truth.
    if ((await catalog.snapshotState()).completedAt === undefined) {
      return;
    }
    const { timeoutMs } = here.settings.schedule;
    const claim = await this.#claims.claim(seen, { timeoutMs, signal });
    if (claim) {
      await this.#run(here, claim, signal);
    }
  }

  async #run(
    { collector, settings }: RunningHere,
    claim: Claim,
    stopSignal: AbortSignal,
  ): Promise<void> {
    let end: RunEnd;
    try {
      end = await runCollector({
        ...this.#options,
        ...settings,
        collector,
        lease: claim.lease,
        stopSignal,
      });
    } catch (error) {
      await claim.lease.abandon();
      throw error;
    }
    await this.#claims.release(claim, end);
    if (end.state === 'failed') {
      throw end.error;
    }
    if (end.state !== 'succeeded') {
      this.#options.logger.info(
        `The collector ${collector.id} has to go on later: ${end.error}`,
      );
    }
  }

  async #request(collectorIds: string[]): Promise<void> {
    const { leases, scheduler, clock } = this.#options;
    if (collectorIds.length === 0) {
      return;
    }
    await leases.request(collectorIds, { now: clock() });
    for (const id of collectorIds) {
      try {
        await scheduler.triggerTask(lookTaskOf(id));
      } catch (error) {
        // It is looking already, and will look again.
        if (!isError(error) || error.name !== 'ConflictError') {
          throw error;
        }
      }
    }
  }
}

/** Id of the task by which a replica looks after a collector. */
function lookTaskOf(collectorId: string): string {
  return `opmodel-look-after-${collectorId}`;
}
