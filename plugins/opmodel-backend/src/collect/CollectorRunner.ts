import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type LoggerService,
  type RootConfigService,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  ConflictError,
  isError,
  NotFoundError,
  stringifyError,
} from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import {
  MAX_BATCH_EVENTS,
  type EngineHealth,
  type IntakeEvent,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  checkContract,
  describeContractErrors,
  isSourceOfCollector,
  type Collector,
  type CollectorContext,
  type CollectorEntity,
} from '@opmodel/backstage-plugin-opmodel-node';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CatalogStore } from '../catalog/CatalogStore';
import { seesAll } from '../catalog/Visibility';
import type { IntakeService } from '../intake/IntakeService';
import { toInstant } from '../lib/instants';
import type { CollectorStore } from './CollectorStore';
import { RunProgress } from './RunProgress';

/** How long runs are kept. Milliseconds. */
const RUNS_KEPT = 30 * 24 * 60 * 60 * 1000;
/** Entities of one page that a collector is given. */
const ENTITIES_PER_PAGE = 500;
/** How often a run that began before the first scan looks again. Milliseconds. */
const SNAPSHOT_LOOK = 1000;

/** What the runner works with. */
export interface CollectorRunnerOptions {
  collectors: Collector[];
  store: CollectorStore;
  catalog: Pick<
    CatalogStore,
    'getEntities' | 'listByAnnotation' | 'snapshotState'
  >;
  intake: Pick<IntakeService, 'submit'>;
  scheduler: SchedulerService;
  config: RootConfigService;
  logger: LoggerService;
  /** Epoch milliseconds. */
  clock: () => number;
}

/**
 * Runs the collectors that modules have registered: by schedule, on one replica at a time, each from where it had come to. How a
 * run went is kept for the operator; a run that fails also fails its task.
 */
export class CollectorRunner {
  readonly #options: CollectorRunnerOptions;
  readonly #collectors: Collector[];
  /** Collectors that new entities concern while a run is under way. */
  readonly #again = new Set<string>();

  /**
   * @throws ConflictError when two collectors have one id
   */
  constructor(options: CollectorRunnerOptions) {
    this.#options = options;
    const ids = new Set<string>();
    for (const { id } of options.collectors) {
      if (ids.has(id)) {
        throw new ConflictError(`Two collectors have the id ${id}`);
      }
      ids.add(id);
    }
    this.#collectors = options.collectors.filter(
      ({ id }) =>
        options.config.getOptionalBoolean(`opmodel.collectors.${id}.enabled`) ??
        true,
    );
  }

  /** Schedules every collector that is not switched off. */
  async start(): Promise<void> {
    const { config, scheduler } = this.#options;
    for (const collector of this.#collectors) {
      const key = `opmodel.collectors.${collector.id}.schedule`;
      const schedule = config.has(key)
        ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
            config.getConfig(key),
          )
        : collector.schedule;
      await scheduler.createScheduledTaskRunner(schedule).run({
        id: taskOf(collector),
        fn: async signal => {
          do {
            await this.run(collector.id, signal as AbortSignal);
          } while (this.#again.delete(collector.id));
        },
      });
    }
  }

  /**
   * Runs the collectors that new or changed entities concern, so that the history of what somebody registers does not wait for
   * the schedule. One that is running runs once more when it is done.
   */
  async collectFor(entityRefs: string[]): Promise<void> {
    const { catalog, scheduler } = this.#options;
    const entities = await catalog.getEntities(entityRefs, seesAll);
    const concerned = this.#collectors.filter(({ annotations }) =>
      entities.some(entity =>
        annotations.some(annotation => annotation in entity.annotations),
      ),
    );
    for (const collector of concerned) {
      try {
        await scheduler.triggerTask(taskOf(collector));
      } catch (error) {
        if (!isError(error) || error.name !== 'ConflictError') {
          throw error;
        }
        this.#again.add(collector.id);
      }
    }
  }

  /**
   * Runs one collector now.
   *
   * @throws what the collector throws, after it was recorded; NotFoundError for one that is not registered or switched off
   */
  async run(collectorId: string, signal: AbortSignal): Promise<void> {
    const { store, clock, logger } = this.#options;
    const collector = this.#collectors.find(({ id }) => id === collectorId);
    if (!collector) {
      throw new NotFoundError(`No collector ${collectorId} is running here`);
    }
    const id = randomUUID();
    const progress = new RunProgress();
    await store.startRun({ id, collector: collector.id, now: clock() });
    const finish = (result: {
      state: 'succeeded' | 'failed';
      error?: string;
    }) =>
      store.finishRun(id, {
        ...result,
        events: progress.events,
        problems: progress.problems,
        now: clock(),
      });
    try {
      await this.#waitForSnapshot(signal);
      await collector.collect(
        await this.#contextOf(collector, progress, signal),
      );
      // A collector that was told to stop may return quietly, but it has not seen everything.
      signal.throwIfAborted();
    } catch (error) {
      await finish({ state: 'failed', error: stringifyError(error) }).catch(
        recording =>
          logger.error(
            `The failed run of ${collector.id} could not be recorded`,
            recording,
          ),
      );
      throw error;
    }
    await finish({ state: 'succeeded' });
    await store.prune({ before: clock() - RUNS_KEPT });
    logger.debug(`Collector ${collector.id} gave ${progress.events} events`);
  }

  /** How the collectors are doing. */
  async listHealth(): Promise<EngineHealth['collectors']> {
    const histories = await this.#options.store.listHistories(
      this.#collectors.map(({ id }) => id),
    );
    return this.#collectors.map(({ id, title }) => {
      const history = histories.get(id);
      const latest = history?.latest;
      return {
        id,
        title,
        state: latest?.state ?? 'never',
        lastSuccessAt: toInstant(history?.lastSuccessAt ?? null),
        lastRunAt: toInstant(latest?.startedAt ?? null),
        events: latest?.events ?? 0,
        problems: latest?.problems ?? [],
        error: latest?.error ?? null,
        consecutiveFailures: 0,
        nextAttemptAt: null,
        lagSeconds: null,
        budget: null,
      };
    });
  }

  /** Before the first scan the catalog looks empty, and a run would take that for the truth until its next turn. */
  async #waitForSnapshot(signal: AbortSignal): Promise<void> {
    for (;;) {
      const { completedAt } = await this.#options.catalog.snapshotState();
      if (completedAt !== undefined) {
        return;
      }
      await sleep(SNAPSHOT_LOOK, undefined, { signal });
    }
  }

  async #contextOf(
    collector: Collector,
    progress: RunProgress,
    signal: AbortSignal,
  ): Promise<CollectorContext> {
    const { store, clock } = this.#options;
    return {
      since: await this.#readWatermark(collector),
      signal,
      entities: () => this.#listEntities(collector, signal),
      emit: events => this.#emit(collector, events, progress, signal),
      saveWatermark: async watermark => {
        const checked = checkContract(collector.watermark, watermark);
        if (!checked.success) {
          throw new TypeError(
            `The watermark of ${
              collector.id
            } does not meet its contract: ${describeContractErrors(
              checked.errors,
            )}`,
          );
        }
        await store.saveWatermark(collector.id, watermark, { now: clock() });
      },
      reportProblem: problem => progress.addProblem(problem),
    };
  }

  /** A watermark that an earlier version wrote and this one cannot read makes the run start afresh. */
  async #readWatermark(collector: Collector): Promise<JsonValue | undefined> {
    const { store, logger } = this.#options;
    const stored = await store.getWatermark(collector.id);
    if (stored === undefined) {
      return undefined;
    }
    const checked = checkContract(collector.watermark, stored);
    if (checked.success) {
      return checked.value;
    }
    logger.info(
      `The watermark of ${
        collector.id
      } is of another version, so it starts afresh: ${describeContractErrors(
        checked.errors,
      )}`,
    );
    return undefined;
  }

  async *#listEntities(
    collector: Collector,
    signal: AbortSignal,
  ): AsyncIterable<CollectorEntity[]> {
    let cursor: string | undefined;
    do {
      signal.throwIfAborted();
      const page = await this.#options.catalog.listByAnnotation(
        collector.annotations,
        seesAll,
        { limit: ENTITIES_PER_PAGE, cursor },
      );
      if (page.items.length > 0) {
        yield page.items.map(({ ref, kind, annotations }) => ({
          entityRef: ref,
          kind,
          annotations,
        }));
      }
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }

  async #emit(
    collector: Collector,
    events: IntakeEvent[],
    progress: RunProgress,
    signal: AbortSignal,
  ): Promise<void> {
    const foreign = events.find(
      ({ source }) => !isSourceOfCollector(source, collector.id),
    );
    if (foreign) {
      throw new TypeError(
        `The collector ${collector.id} speaks for the source ${foreign.source}, which does not start with ${collector.id}:`,
      );
    }
    for (let at = 0; at < events.length; at += MAX_BATCH_EVENTS) {
      signal.throwIfAborted();
      const batch = events.slice(at, at + MAX_BATCH_EVENTS);
      const outcomes = await this.#options.intake.submit(batch, {
        producer: `collector:${collector.id}`,
        now: this.#options.clock(),
      });
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') {
          progress.addProblem({
            subject: `${outcome.source} ${outcome.id}`,
            message: `intake rejected the event: ${
              outcome.errors
                ? describeContractErrors(outcome.errors)
                : outcome.reason
            }`,
          });
        } else {
          progress.addEvent();
        }
      }
    }
  }
}

/** Id of the task that runs a collector. */
function taskOf({ id }: Collector): string {
  return `opmodel-collect-${id}`;
}
