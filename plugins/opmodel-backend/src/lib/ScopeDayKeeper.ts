import type { ScopeDayStore } from './ScopeDayStore';

/**
 * Scopes with fewer components are added up at each read: that takes a few milliseconds, while every sum that is kept costs
 * each calculation of each of its members.
 */
const COMPONENTS_OF_LARGE_SCOPE = 50;

/**
 * The days of fewer components hardly ever share a bin, so that sums by day would be as many rows as they stand for. The days at
 * the ends of a window are then read from the members.
 */
const COMPONENTS_OF_VERY_LARGE_SCOPE = 2_000;

/** Entities that are brought in or out at once: many of their rows fall together. Whoever calculates one of them waits for so long. */
const ENTITIES_PER_STEP = 1_000;

/** Keeps the sums of large scopes at their present members. An interrupted run is taken up by the next. */
export class ScopeDayKeeper {
  readonly #store: ScopeDayStore;
  readonly #calculations: readonly string[];
  readonly #minimumForDays: number;

  constructor(options: {
    store: ScopeDayStore;
    calculations: readonly string[];
    /** Whether every kept scope has sums by day, because what is read by day has no bins. Default: only very large ones. */
    alwaysKeepsDays?: boolean;
  }) {
    this.#store = options.store;
    this.#calculations = options.calculations;
    this.#minimumForDays = options.alwaysKeepsDays
      ? 0
      : COMPONENTS_OF_VERY_LARGE_SCOPE;
  }

  /** Follows what the last scans of the catalog moved. */
  async follow(signal?: AbortSignal): Promise<void> {
    for (const calculation of this.#calculations) {
      await this.#follow(calculation, signal);
    }
  }

  /** Finds what was moved without a word, by a replica of a version that did not know of sums. */
  async review(): Promise<void> {
    for (const calculation of this.#calculations) {
      await this.#store.distrustScopes(calculation);
    }
  }

  async #follow(calculation: string, signal?: AbortSignal): Promise<void> {
    const scopes = await this.#store.chooseScopes(calculation, {
      minimum: COMPONENTS_OF_LARGE_SCOPE,
      minimumForDays: this.#minimumForDays,
    });
    for (const scopeRef of scopes) {
      let moved: number;
      do {
        if (signal?.aborted) {
          return;
        }
        moved = await this.#store.alignScope(calculation, scopeRef, {
          limit: ENTITIES_PER_STEP,
        });
      } while (moved > 0);
    }
  }
}
