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
  readonly #calculation: string;

  constructor(options: { store: ScopeDayStore; calculation: string }) {
    this.#store = options.store;
    this.#calculation = options.calculation;
  }

  /** Follows what the last scans of the catalog moved. */
  async follow(signal?: AbortSignal): Promise<void> {
    const scopes = await this.#store.chooseScopes(this.#calculation, {
      minimum: COMPONENTS_OF_LARGE_SCOPE,
      minimumForDays: COMPONENTS_OF_VERY_LARGE_SCOPE,
    });
    for (const scopeRef of scopes) {
      let moved: number;
      do {
        if (signal?.aborted) {
          return;
        }
        moved = await this.#store.alignScope(this.#calculation, scopeRef, {
          limit: ENTITIES_PER_STEP,
        });
      } while (moved > 0);
    }
  }

  /** Finds what was moved without a word, by a replica of a version that did not know of sums. */
  review(): Promise<void> {
    return this.#store.distrustScopes(this.#calculation);
  }
}
