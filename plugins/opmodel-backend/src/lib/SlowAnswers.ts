/** What is answered faster than this is asked each time. Milliseconds. */
const FAST = 50;

/** An answer is used for this many times as long as it took, so that asking keeps the database busy for 1 % of the time. */
const USED_FOR = 100;

/** The longest that an answer is used. Milliseconds. */
const LONGEST = 60_000;

/**
 * Answers that are slow are used for a while, and at most for a minute: a count of millions of rows takes a good part of a second,
 * and pages and monitors ask for it again and again.
 */
export class SlowAnswers<T> {
  readonly #clock: () => number;
  readonly #known = new Map<string, { until: number; answer: Promise<T> }>();

  /** @param options - `clock` in epoch milliseconds */
  constructor(options: { clock: () => number }) {
    this.#clock = options.clock;
  }

  /**
   * @param key - tells apart what is asked, and for whom
   * @param ask - is called where no answer is at hand; whoever asks meanwhile waits for the same one
   */
  async get(key: string, ask: () => Promise<T>): Promise<T> {
    const asked = this.#clock();
    for (const [other, { until }] of this.#known) {
      if (until <= asked) {
        this.#known.delete(other);
      }
    }
    const known = this.#known.get(key);
    if (known) {
      return known.answer;
    }
    const entry = { until: Infinity, answer: ask() };
    this.#known.set(key, entry);
    try {
      const answer = await entry.answer;
      const took = this.#clock() - asked;
      // Counted from the question: what changed since then is not in the answer.
      entry.until =
        took < FAST ? asked : asked + Math.min(took * USED_FOR, LONGEST);
      return answer;
    } catch (error) {
      this.#known.delete(key);
      throw error;
    }
  }
}
