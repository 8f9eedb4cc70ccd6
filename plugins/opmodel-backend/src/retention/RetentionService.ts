import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { ConflictError, stringifyError } from '@backstage/errors';
import { setTimeout as sleep } from 'node:timers/promises';
import { readKeepDays } from './readKeepDays';
import type { RetentionRule } from './RetentionRule';
import type { RetentionRun, RetentionStore } from './RetentionStore';

const DAY = 24 * 60 * 60 * 1000;

/** Rows of one portion. */
const ROWS_PER_BATCH = 1_000;

/** How long others have the database to themselves between two portions. Milliseconds. */
const PAUSE = 50;

/** One rule, with how long it keeps and how it went. */
export interface RetentionState {
  id: string;
  title: string;
  /** Null: for ever. */
  keepDays: number | null;
  /** Absent: it never ran. */
  lastRun?: RetentionRun;
}

/** Deletes what is older than the organisation wants to keep, rule by rule and in portions. */
export class RetentionService {
  readonly #rules: (RetentionRule & { keepDays: number | null })[];
  readonly #store: RetentionStore;
  readonly #logger: LoggerService;
  readonly #clock: () => number;
  readonly #pause: number;

  /**
   * @param options - `pause`: milliseconds between two portions
   * @throws InputError for a limit that cannot be; ConflictError when two rules have one id
   */
  constructor(options: {
    rules: RetentionRule[];
    store: RetentionStore;
    config: RootConfigService;
    logger: LoggerService;
    /** Epoch milliseconds. */
    clock: () => number;
    pause?: number;
  }) {
    const { rules, config, logger } = options;
    const ids = new Set<string>();
    for (const { id } of rules) {
      if (ids.has(id)) {
        throw new ConflictError(`Two retention rules have the id ${id}`);
      }
      ids.add(id);
    }
    this.#rules = rules.map(rule => ({
      id: rule.id,
      title: rule.title,
      defaultKeepDays: rule.defaultKeepDays,
      deleteBatch: batch => rule.deleteBatch(batch),
      keepDays: readKeepDays(config, rule),
    }));
    for (const key of config.getOptionalConfig('opmodel.retention')?.keys() ??
      []) {
      if (key !== 'schedule' && !ids.has(key)) {
        logger.warn(
          `opmodel.retention.${key} has no effect; there are limits for ${[
            ...ids,
          ].join(', ')}`,
        );
      }
    }
    this.#store = options.store;
    this.#logger = logger;
    this.#clock = options.clock;
    this.#pause = options.pause ?? PAUSE;
  }

  /**
   * Runs every rule that has a limit. What a run does not come to, the next one does.
   *
   * @throws after all rules were tried, when some failed; at once, when the signal was given
   */
  async run(signal: AbortSignal): Promise<void> {
    const failures: Error[] = [];
    for (const rule of this.#rules) {
      if (rule.keepDays !== null) {
        try {
          await this.#apply(rule, rule.keepDays, signal);
        } catch (error) {
          signal.throwIfAborted();
          failures.push(
            new Error(`Retention of ${rule.id} failed`, { cause: error }),
          );
        }
      }
    }
    if (failures.length > 0) {
      throw new AggregateError(
        failures,
        `${failures.length} retention rules failed: ${failures
          .map(failure => stringifyError(failure.cause))
          .join('; ')}`,
      );
    }
  }

  /** All rules, those that keep for ever included. */
  async list(): Promise<RetentionState[]> {
    const runs = await this.#store.list();
    return this.#rules.map(({ id, title, keepDays }) => ({
      id,
      title,
      keepDays,
      lastRun: runs.get(id),
    }));
  }

  async #apply(
    rule: RetentionRule,
    keepDays: number,
    signal: AbortSignal,
  ): Promise<void> {
    const before = this.#clock() - keepDays * DAY;
    await this.#store.start(rule.id, { now: this.#clock() });
    let deleted = 0;
    try {
      for (;;) {
        signal.throwIfAborted();
        const portion = await rule.deleteBatch({
          before,
          limit: ROWS_PER_BATCH,
          signal,
        });
        if (portion === 0) {
          break;
        }
        deleted += portion;
        await sleep(this.#pause, undefined, { signal });
      }
    } catch (error) {
      await this.#finish(rule, deleted, stringifyError(error));
      throw error;
    }
    await this.#finish(rule, deleted, null);
  }

  async #finish(
    rule: RetentionRule,
    deleted: number,
    error: string | null,
  ): Promise<void> {
    if (deleted > 0) {
      this.#logger.info(`Retention of ${rule.id} deleted ${deleted} rows`);
    }
    try {
      await this.#store.finish(rule.id, {
        deleted,
        error,
        now: this.#clock(),
      });
    } catch (recording) {
      // Why the rule itself failed says more.
      if (error === null) {
        throw recording;
      }
      this.#logger.error(
        `The failed retention of ${rule.id} could not be recorded`,
        recording as Error,
      );
    }
  }
}
