import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import type { FactProvider } from '@opmodel/backstage-plugin-opmodel-node';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { cleanText } from '../../catalog/cleanText';
import { organisationScope } from '../../catalog/scopesOf';
import { seesAll } from '../../catalog/Visibility';
import { HeldLease } from '../../collect/HeldLease';
import { askAbout, type ToldCount } from './FactRun';
import type { FactStore } from './FactStore';

/** How long a run is the caller's unless it is renewed. Milliseconds. */
const leaseMs = 60_000;

/** After a run that failed, it is tried again at the latest then. Milliseconds. */
const retryMs = 300_000;

/** While some runs are under way, it is looked for others that are due, and what was told is evaluated, this often. Milliseconds. */
const tickMs = 5_000;

/** How much of an error is kept. Characters. */
const longestError = 2_000;

/** What the runner works with. */
export interface FactRunnerOptions {
  store: FactStore;
  catalog: Pick<CatalogStore, 'listScope'>;
  /** Those who are asked. */
  providers: readonly FactProvider[];
  /** How long one run of a provider may take. Milliseconds. */
  timeoutMs: number;
  /** Evaluates what was told. */
  afterFacts: (signal: AbortSignal) => Promise<void>;
  logger: LoggerService;
  /** Epoch milliseconds. */
  clock: () => number;
}

/**
 * Asks providers for facts when they are due, each in a run of its own: one that fails or hangs keeps no other from being asked, and
 * leaves the facts as they are.
 */
export class FactRunner {
  readonly #options: FactRunnerOptions;

  constructor(options: FactRunnerOptions) {
    this.#options = options;
  }

  /**
   * Runs those that are due, and those that become due while a run is under way.
   *
   * @throws when any of them failed, once all have ended
   */
  async runDue(signal: AbortSignal): Promise<void> {
    const { afterFacts } = this.#options;
    const running = new Map<string, Promise<void>>();
    const failures = new Map<string, unknown>();
    const elsewhere = new Set<string>();
    let hasNews = false;
    const start = (provider: FactProvider) =>
      this.#run(provider, signal)
        .then(count => {
          if (!count) {
            elsewhere.add(provider.id);
          } else if (count.changed > 0) {
            hasNews = true;
          }
        })
        .catch(error => {
          failures.set(provider.id, error);
        })
        .finally(() => running.delete(provider.id));
    do {
      signal.throwIfAborted();
      for (const provider of await this.#listDue()) {
        const { id } = provider;
        if (!running.has(id) && !failures.has(id) && !elsewhere.has(id)) {
          running.set(id, start(provider));
        }
      }
      const waiting = new AbortController();
      await Promise.race([
        Promise.all(running.values()),
        sleep(tickMs, undefined, { signal: waiting.signal }).catch(() => {}),
      ]);
      waiting.abort();
      if (hasNews) {
        hasNews = false;
        await afterFacts(signal);
      }
    } while (running.size > 0);
    if (failures.size > 0) {
      throw new AggregateError(
        failures.values(),
        `Facts could not be told: ${[...failures]
          .map(([id, error]) => `${id}: ${stringifyError(error)}`)
          .join('; ')}`,
      );
    }
  }

  async #listDue(): Promise<FactProvider[]> {
    const { store, providers, clock } = this.#options;
    const now = clock();
    const due = new Set(
      (await store.listProviders())
        .filter(({ nextAt }) => nextAt !== null && nextAt <= now)
        .map(({ id }) => id),
    );
    return providers.filter(({ id }) => due.has(id));
  }

  /** @returns undefined where somebody else runs it */
  async #run(
    provider: FactProvider,
    signal: AbortSignal,
  ): Promise<ToldCount | undefined> {
    const { store, timeoutMs, clock, logger } = this.#options;
    const { id } = provider;
    const owner = randomUUID();
    const startedAt = clock();
    if (!(await store.startRun(id, { owner, now: startedAt, leaseMs }))) {
      return undefined;
    }
    const lease = new HeldLease({
      store: {
        renew: (_, { token, leaseUntil }) =>
          store.renewRun(id, { owner: token, leaseUntil }),
        release: async () => false,
      },
      collector: id,
      token: owner,
      leaseMs,
      timeoutMs,
      clock,
      signal,
    });
    const cadenceMs = durationToMilliseconds(provider.cadence);
    const finish = (outcome: {
      nextAt: number;
      entities: number;
      problems: number;
      error: string | null;
    }) =>
      store.finishRun(id, {
        owner,
        startedAt,
        finishedAt: clock(),
        ...outcome,
      });
    try {
      const count = await this.#askAll(provider, {
        now: startedAt,
        signal: lease.signal,
      });
      await lease.abandon();
      const { entities, problems } = count;
      const nextAt = startedAt + cadenceMs;
      await finish({ nextAt, entities, problems, error: null });
      return count;
    } catch (error) {
      await lease.abandon();
      // A run that the end of the process has stopped has not failed; another replica goes on once its lease is over.
      if (!lease.isLost && !signal.aborted) {
        logger.warn(`The provider of facts ${id} failed`, error as Error);
        await finish({
          nextAt: clock() + Math.min(cadenceMs, retryMs),
          entities: 0,
          problems: 0,
          error: cleanText(stringifyError(error)).slice(0, longestError),
        });
      }
      throw error;
    }
  }

  async #askAll(
    provider: FactProvider,
    options: { now: number; signal: AbortSignal },
  ): Promise<ToldCount> {
    const { store, catalog } = this.#options;
    const kinds = provider.kinds && [...provider.kinds];
    const total = { entities: 0, problems: 0, changed: 0 };
    let cursor: string | undefined;
    do {
      const page = await catalog.listScope(
        { scopeRef: organisationScope, kinds },
        seesAll,
        { limit: 1_000, cursor },
      );
      const count = await askAbout(provider, page.items, { ...options, store });
      total.entities += count.entities;
      total.problems += count.problems;
      total.changed += count.changed;
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return total;
  }
}
