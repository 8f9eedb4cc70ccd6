import { randomUUID } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  BudgetExhaustedError,
  type DebtSuggestionSource,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { cleanText } from '../../catalog/cleanText';
import { HeldLease } from '../../collect/HeldLease';
import type { Measure } from '../../lib/Measure';
import { SuggestionRun } from './SuggestionRun';
import type { SuggestionRunStore, TakenRun } from './SuggestionRunStore';
import type { SuggestionStore } from './SuggestionStore';

/** How long a run is the caller's unless it is renewed. Milliseconds. */
const leaseMs = 60_000;

/** After a run that failed, it is tried again at the latest then. Milliseconds. */
const retryMs = 900_000;

/** How much of an error is kept. Characters. */
const longestError = 2_000;

/** What the runner works with. */
export interface SuggestionRunnerOptions {
  store: Pick<SuggestionStore, 'merge'>;
  runs: SuggestionRunStore;
  catalog: Pick<CatalogStore, 'listScope'>;
  /** Those who are asked, with how often. Milliseconds. */
  sources: readonly { source: DebtSuggestionSource; cadenceMs: number }[];
  /** How long one source may take in one go; what is left is done in the next one. Milliseconds. */
  timeoutMs: number;
  /** Measures the runs of a source. */
  measureRunsOf: (sourceId: string) => Measure;
  logger: LoggerService;
  /** Epoch milliseconds. */
  clock: () => number;
}

/**
 * Asks the sources that are due, each by itself: one that fails keeps no other from being asked, and loses nothing of what is known. What a
 * batch of entities brings is kept before the next one is asked about, so that a run that was interrupted goes on where it stopped.
 */
export class SuggestionRunner {
  readonly #options: SuggestionRunnerOptions;

  constructor(options: SuggestionRunnerOptions) {
    this.#options = options;
  }

  /** @throws when any of them failed, once all have ended */
  async runDue(signal: AbortSignal): Promise<void> {
    const { sources } = this.#options;
    const outcomes = await Promise.allSettled(
      sources.map(each => this.#run(each, signal)),
    );
    const failures = outcomes.flatMap((outcome, place) =>
      outcome.status === 'rejected'
        ? { id: sources[place].source.id, reason: outcome.reason }
        : [],
    );
    if (failures.length > 0) {
      throw new AggregateError(
        failures.map(({ reason }) => reason),
        `Debt could not be looked for: ${failures
          .map(({ id, reason }) => `${id}: ${stringifyError(reason)}`)
          .join('; ')}`,
      );
    }
  }

  async #run(
    { source, cadenceMs }: { source: DebtSuggestionSource; cadenceMs: number },
    signal: AbortSignal,
  ): Promise<void> {
    const { runs, timeoutMs, clock, logger, measureRunsOf } = this.#options;
    const owner = randomUUID();
    const taken = await runs.start(source.id, {
      owner,
      now: clock(),
      leaseMs,
    });
    if (!taken) {
      return;
    }
    const lease = this.#hold(source, owner, timeoutMs, signal);
    try {
      await measureRunsOf(`debt-${source.id}`)(() =>
        this.#askAll(source, taken, { owner, signal: lease.signal }),
      );
      await lease.abandon();
      await runs.finish(source.id, {
        owner,
        finishedAt: clock(),
        // By when it began, so that its time does not wander; at least a moment from now where it took longer than that.
        nextAt: Math.max(taken.runAt + cadenceMs, clock()),
      });
    } catch (error) {
      await lease.abandon();
      if (lease.isLost || signal.aborted) {
        // A run that the end of the process has stopped has not failed; another replica goes on once its lease is over.
        throw error;
      }
      if (error instanceof BudgetExhaustedError) {
        const nextAt = Math.max(error.retryAt, clock());
        await runs.interrupt(source.id, { owner, nextAt, error: null });
        return;
      }
      logger.warn(`The source of debt ${source.id} failed`, error as Error);
      await runs.interrupt(source.id, {
        owner,
        nextAt: clock() + Math.min(cadenceMs, retryMs),
        error: cleanText(stringifyError(error)).slice(0, longestError),
      });
      throw error;
    }
  }

  async #askAll(
    source: DebtSuggestionSource,
    taken: TakenRun,
    { owner, signal }: { owner: string; signal: AbortSignal },
  ): Promise<void> {
    const { runs } = this.#options;
    const run = new SuggestionRun({
      ...this.#options,
      source,
      now: taken.runAt,
      signal,
    });
    let progress = { ...taken };
    for (;;) {
      const batch = await run.nextBatch(progress.cursor);
      if (batch.length === 0) {
        return;
      }
      // Where it failed at this very place before, the others are not kept waiting for it any longer.
      const count = progress.hasFailedHere
        ? await run.tryAskAbout(batch)
        : await run.askAbout(batch);
      progress = {
        ...progress,
        hasFailedHere: false,
        cursor: batch[batch.length - 1].ref,
        entities: progress.entities + count.entities,
        problems: progress.problems + count.problems,
      };
      const { cursor, entities, problems } = progress;
      if (
        !(await runs.advance(source.id, { owner, cursor, entities, problems }))
      ) {
        signal.throwIfAborted();
        throw new Error('Somebody else asks this source by now');
      }
    }
  }

  #hold(
    source: DebtSuggestionSource,
    owner: string,
    timeoutMs: number,
    signal: AbortSignal,
  ): HeldLease {
    const { runs, clock } = this.#options;
    return new HeldLease({
      store: {
        renew: (_, { token, leaseUntil }) =>
          runs.renew(source.id, { owner: token, leaseUntil }),
        release: async () => false,
      },
      collector: source.id,
      token: owner,
      leaseMs,
      timeoutMs,
      clock,
      signal,
    });
  }
}
