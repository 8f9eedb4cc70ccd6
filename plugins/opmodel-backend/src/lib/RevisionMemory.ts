/** Answers that are remembered at most. */
const KEPT_ANSWERS = 500;

/** Size of all remembered answers together, in characters of JSON. */
const KEPT_SIZE = 50_000_000;

/** An answer, or one that is being made. */
interface Remembered {
  revision: string;
  answer: Promise<unknown>;
  size: number;
}

/**
 * Remembers answers for as long as what they were made of is the same. Whether it is, is asked before each use, so an answer
 * is never older than one made anew. Those that were not used for longest are forgotten.
 */
export class RevisionMemory {
  readonly #kept = new Map<string, Remembered>();
  readonly #limits: { answers: number; size: number };
  #size = 0;

  constructor(limits = { answers: KEPT_ANSWERS, size: KEPT_SIZE }) {
    this.#limits = limits;
  }

  /**
   * The remembered answer, or a new one. Whoever asks for the same at the same time waits for the one that is being made.
   *
   * @param key - names the question completely
   * @param readRevision - asks what the answer is made of, as a text that never comes back once it has changed
   */
  async recall<T>(
    key: string,
    readRevision: () => Promise<string>,
    make: () => Promise<T>,
  ): Promise<T> {
    const revision = await readRevision();
    const known = this.#kept.get(key);
    if (known?.revision === revision) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known.answer as Promise<T>;
    }
    this.#forget(key, known);
    const answer = make();
    const made: Remembered = { revision, answer, size: 0 };
    this.#kept.set(key, made);
    try {
      const size = JSON.stringify(await answer).length;
      // An answer of several reads may mix what was before a change with what came after it.
      if ((await readRevision()) !== revision) {
        this.#forget(key, made);
      } else if (this.#kept.get(key) === made) {
        made.size = size;
        this.#size += size;
        this.#makeRoom();
      }
    } catch (error) {
      this.#forget(key, made);
      throw error;
    }
    return answer;
  }

  #forget(key: string, remembered: Remembered | undefined): void {
    if (remembered && this.#kept.get(key) === remembered) {
      this.#kept.delete(key);
      this.#size -= remembered.size;
    }
  }

  #makeRoom(): void {
    for (const [key, oldest] of this.#kept) {
      if (
        this.#kept.size <= this.#limits.answers &&
        this.#size <= this.#limits.size
      ) {
        return;
      }
      this.#forget(key, oldest);
    }
  }
}
