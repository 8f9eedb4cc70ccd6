import { stringifyError, toError } from '@backstage/errors';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  BudgetExhaustedError,
  type DebtSightings,
  type DebtSuggestionContext,
  type DebtSuggestionSource,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import { organisationScope } from '../../catalog/scopesOf';
import { seesAll } from '../../catalog/Visibility';
import { toFactEntity } from '../../scorecards/facts/factEntity';
import { unscoredKinds } from '../../scorecards/scoredKinds';
import { checkSightings } from './checkSightings';
import { cleanSuggestion } from './cleanSuggestion';
import type { SuggestionStore } from './SuggestionStore';

/** Entities that a source is asked about at a time unless it says otherwise. */
const defaultBatchSize = 200;

/** Entities of the catalog that are read at a time at most. */
const largestBatch = 1_000;

/** What a batch came to. */
export interface BatchCount {
  /** Entities that were asked about. */
  entities: number;
  /** Those of them that could not be looked at, or not all of them. */
  problems: number;
}

/** What one run of a source works with. */
export interface SuggestionRunOptions {
  source: DebtSuggestionSource;
  catalog: Pick<CatalogStore, 'listScope'>;
  store: Pick<SuggestionStore, 'merge'>;
  logger: LoggerService;
  /** When the run began, epoch milliseconds. */
  now: number;
  signal: AbortSignal;
}

/** One run of a source over the catalog, batch by batch in the order of refs. */
export class SuggestionRun {
  readonly #options: SuggestionRunOptions;
  readonly #context: DebtSuggestionContext;

  constructor(options: SuggestionRunOptions) {
    this.#options = options;
    this.#context = { signal: options.signal, now: options.now };
  }

  /**
   * The entities of the catalog after one, also those that the source is not asked about; empty: there are no more.
   *
   * @param after - ref; null: from the beginning
   */
  async nextBatch(after: string | null): Promise<CatalogEntity[]> {
    const { catalog, source } = this.#options;
    const size = Math.max(1, source.batchSize ?? defaultBatchSize);
    const { items } = await catalog.listScope(
      {
        scopeRef: organisationScope,
        kinds: source.kinds && [...source.kinds],
      },
      seesAll,
      { limit: Math.min(size, largestBatch), cursor: after ?? undefined },
    );
    return items;
  }

  /**
   * Asks about a batch and keeps what was found.
   *
   * @throws whatever the source throws, as an error
   */
  async askAbout(batch: readonly CatalogEntity[]): Promise<BatchCount> {
    const { source, store, signal, now } = this.#options;
    signal.throwIfAborted();
    const asked = batch.filter(({ kind }) => this.#isAsked(kind));
    if (asked.length === 0) {
      return { entities: 0, problems: 0 };
    }
    const told = await this.#ask(asked);
    const refs = new Set(asked.map(({ ref }) => ref));
    const sightings = {
      ...told,
      suggestions: told.suggestions.map(cleanSuggestion),
    };
    checkSightings(source.id, refs, sightings);
    await store.merge({
      source: source.id,
      at: now,
      lookedAt: sightings.lookedAt,
      found: sightings.suggestions,
      leftOut: sightings.leftOut,
    });
    const lookedAt = new Set(sightings.lookedAt);
    return {
      entities: asked.length,
      problems: asked.filter(({ ref }) => !lookedAt.has(ref)).length,
    };
  }

  /** The same; where the source fails once more, nothing of the batch was looked at. */
  async tryAskAbout(batch: readonly CatalogEntity[]): Promise<BatchCount> {
    const { source, logger, signal } = this.#options;
    try {
      return await this.askAbout(batch);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof BudgetExhaustedError) {
        throw error;
      }
      logger.warn(
        `The source of debt ${source.id} fails again, and goes on without ${
          batch.length
        } entities from ${batch[0].ref} on: ${stringifyError(error)}`,
      );
      const { length } = batch.filter(({ kind }) => this.#isAsked(kind));
      return { entities: length, problems: length };
    }
  }

  #isAsked(kind: string): boolean {
    return (
      this.#options.source.kinds?.includes(kind) ??
      !unscoredKinds.includes(kind)
    );
  }

  /** What the source tells, or the reason why nobody waits for it any longer. Whatever it throws comes as an error. */
  async #ask(asked: readonly CatalogEntity[]): Promise<DebtSightings> {
    const { source, signal } = this.#options;
    let stop = () => {};
    const aborted = new Promise<never>((_, reject) => {
      stop = () => reject(signal.reason);
      signal.addEventListener('abort', stop);
    });
    try {
      return await Promise.race([
        source.suggest(asked.map(toFactEntity), this.#context),
        aborted,
      ]);
    } catch (error) {
      throw toError(error);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }
}
