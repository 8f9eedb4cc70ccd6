import { createHash } from 'node:crypto';
import type { Visibility } from '../catalog/Visibility';
import type {
  CountedRecord,
  OverviewStore,
  RecordCount,
} from './OverviewStore';

/** What is counted faster than this is counted each time. Milliseconds. */
const FAST = 50;

/** A count is used for this many times as long as it took, so that counting keeps the database busy for 1 % of the time. */
const USED_FOR = 100;

/** The longest that a count is used. Milliseconds. */
const LONGEST = 60_000;

/**
 * Counts that are slow are used for a while: a count of millions of records takes a good part of a second, and the home page
 * asks for it whenever somebody opens it. Answers are kept by what the caller may see, never for another caller who sees
 * something else.
 */
export class RememberedCounts implements OverviewStore {
  readonly #store: OverviewStore;
  readonly #clock: () => number;
  readonly #known = new Map<
    string,
    { until: number; count: Promise<RecordCount> }
  >();

  constructor(options: {
    store: OverviewStore;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#clock = options.clock;
  }

  async countRecords(
    kind: CountedRecord,
    visibility: Visibility,
  ): Promise<RecordCount> {
    const asked = this.#clock();
    for (const [key, { until }] of this.#known) {
      if (until <= asked) {
        this.#known.delete(key);
      }
    }
    const key = keyOf(kind, visibility);
    const known = this.#known.get(key);
    if (known) {
      return known.count;
    }
    // Whoever asks while it is being counted waits for the same answer.
    const entry = {
      until: Infinity,
      count: this.#store.countRecords(kind, visibility),
    };
    this.#known.set(key, entry);
    try {
      const count = await entry.count;
      const answered = this.#clock();
      const took = answered - asked;
      entry.until =
        took < FAST ? answered : answered + Math.min(took * USED_FOR, LONGEST);
      return count;
    } catch (error) {
      this.#known.delete(key);
      throw error;
    }
  }
}

/** Lists of refs may be long, so what is kept is their hash. */
function keyOf(kind: CountedRecord, visibility: Visibility): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        kind,
        visibility.type === 'refs' ? [...visibility.refs] : visibility,
      ]),
    )
    .digest('base64');
}
