import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonValue } from '@backstage/types';
import {
  MAX_BATCH_EVENTS,
  type IntakeEvent,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  checkContract,
  describeContractErrors,
  isSourceOfCollector,
  type Collector,
  type CollectorContext,
  type CollectorEntity,
  type CollectorProgress,
  type ReportedProblem,
  type RepositoryOwnership,
  type RepositoryOwnershipPort,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { CatalogStore } from '../catalog/CatalogStore';
import { seesAll } from '../catalog/Visibility';
import type { IntakeService } from '../intake/IntakeService';
import type { CollectorProblemStore } from './CollectorProblemStore';
import type { CollectorStore } from './CollectorStore';
import { readWatermark } from './readWatermark';
import type { RunProgress } from './RunProgress';

/** Entities of one page that a collector is given. */
const ENTITIES_PER_PAGE = 500;

/** What one run works with. */
export interface RunContextOptions {
  collector: Collector;
  /** Tells whoever holds the collector. */
  token: string;
  signal: AbortSignal;
  overlapMs: number;
  budgetShare: number;
  store: CollectorStore;
  problems: CollectorProblemStore;
  catalog: Pick<CatalogStore, 'listByAnnotation'>;
  intake: Pick<IntakeService, 'submit'>;
  progress: RunProgress;
  /** Takes what repositories say of who owns what; absent where nobody wants to know. */
  ownership?: RepositoryOwnershipPort;
  logger: LoggerService;
  /** Epoch milliseconds. */
  clock: () => number;
}

/**
 * What one run of a collector is given. It holds what the run may not get wrong: a watermark is kept only after all that was
 * emitted before it, and never after something that could not be stored.
 */
export class RunContext implements CollectorContext {
  readonly since: JsonValue | undefined;
  readonly signal: AbortSignal;
  readonly overlapMs: number;
  readonly budgetShare: number;
  readonly ownership: RepositoryOwnershipPort | undefined;
  readonly #options: RunContextOptions;
  /** The newest watermark that is kept. */
  #watermark: JsonValue | undefined;
  #emitting: Promise<unknown> = Promise.resolve();
  #saving: Promise<unknown> = Promise.resolve();
  /** What the first emit that failed has thrown. */
  #failure: { error: unknown } | undefined;

  private constructor(
    options: RunContextOptions,
    since: JsonValue | undefined,
  ) {
    this.#options = options;
    this.#watermark = since;
    this.since = since;
    this.signal = options.signal;
    this.overlapMs = options.overlapMs;
    this.budgetShare = options.budgetShare;
    this.ownership = options.ownership && {
      teamsOf: addresses => options.ownership!.teamsOf(addresses),
      report: ownerships => this.#report(ownerships),
    };
  }

  /** Prepares a run that goes on from the watermark that is kept. */
  static async create(options: RunContextOptions): Promise<RunContext> {
    return new RunContext(options, await readWatermark(options));
  }

  // Collectors take these from the context one by one, so they are bound to it.

  readonly entities = (): AsyncIterable<CollectorEntity[]> =>
    this.#listEntities();

  readonly emit = (events: IntakeEvent[]): Promise<void> => {
    const emitted = this.#emit(events).catch(error => {
      this.#failure ??= { error };
      throw error;
    });
    this.#emitting = Promise.allSettled([this.#emitting, emitted]);
    return emitted;
  };

  readonly saveWatermark = (watermark: JsonValue): Promise<void> => {
    const emitted = this.#emitting;
    const earlier = this.#saving;
    // What is saved is what the collector meant when it called, whatever it does to the object afterwards.
    const saved = this.#save(structuredClone(watermark), emitted, earlier);
    this.#saving = saved.catch(() => {});
    return saved;
  };

  readonly reportProblem = (problem: ReportedProblem): void =>
    this.#options.progress.addProblem(problem);

  readonly reportResolved = (subject: string): void =>
    this.#options.progress.resolve(subject);

  readonly reportProgress = (progress: CollectorProgress): void =>
    this.#options.progress.tell(progress);

  /**
   * Waits for whatever the collector did not wait for.
   *
   * @throws what the first emit that failed has thrown, even if the collector has caught it
   */
  async settle(): Promise<void> {
    await this.#emitting;
    await this.#saving;
    this.#throwFailure();
  }

  async #emit(events: IntakeEvent[]): Promise<void> {
    const { collector, intake, progress, clock } = this.#options;
    this.#throwFailure();
    const foreign = events.find(
      ({ source }) => !isSourceOfCollector(source, collector.id),
    );
    if (foreign) {
      throw new TypeError(
        `The collector ${collector.id} speaks for the source ${foreign.source}, which does not start with ${collector.id}:`,
      );
    }
    for (let at = 0; at < events.length; at += MAX_BATCH_EVENTS) {
      this.signal.throwIfAborted();
      this.#throwFailure();
      const outcomes = await intake.submit(
        events.slice(at, at + MAX_BATCH_EVENTS),
        { producer: `collector:${collector.id}`, now: clock() },
      );
      for (const outcome of outcomes) {
        const subject = `${outcome.source} ${outcome.id}`;
        if (outcome.status === 'rejected') {
          const reason = outcome.errors
            ? describeContractErrors(outcome.errors)
            : outcome.reason;
          progress.addProblem({
            subject,
            message: `intake rejected the event: ${reason}`,
            stays: true,
          });
        } else {
          progress.addEvent();
          progress.resolve(subject);
        }
      }
    }
  }

  async #save(
    watermark: JsonValue,
    emitted: Promise<unknown>,
    earlier: Promise<unknown>,
  ): Promise<void> {
    const { collector, store, problems, progress, token, clock } =
      this.#options;
    await emitted;
    await earlier;
    this.#throwFailure();
    this.signal.throwIfAborted();
    this.#requireWatermark(watermark);
    // What is wrong with events before the watermark will not be seen again.
    await problems.note(collector.id, progress.takeNews(), { now: clock() });
    const isKept = await store.saveWatermark(collector.id, watermark, {
      token,
      now: clock(),
    });
    if (!isKept) {
      throw new Error(
        `The watermark of ${collector.id} was not kept, because another replica has taken over`,
      );
    }
    this.#watermark = watermark;
  }

  #requireWatermark(watermark: JsonValue): void {
    const { collector } = this.#options;
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
    if (
      this.#watermark !== undefined &&
      collector.compareWatermarks &&
      collector.compareWatermarks(watermark, this.#watermark) < 0
    ) {
      throw new TypeError(
        `The watermark of ${collector.id} lies before the one that is kept`,
      );
    }
  }

  async #report(ownerships: readonly RepositoryOwnership[]): Promise<void> {
    this.signal.throwIfAborted();
    await this.#options.ownership!.report(ownerships);
  }

  #throwFailure(): void {
    if (this.#failure) {
      throw this.#failure.error;
    }
  }

  async *#listEntities(): AsyncIterable<CollectorEntity[]> {
    const { collector, catalog } = this.#options;
    let cursor: string | undefined;
    do {
      this.signal.throwIfAborted();
      const page = await catalog.listByAnnotation(
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
}
