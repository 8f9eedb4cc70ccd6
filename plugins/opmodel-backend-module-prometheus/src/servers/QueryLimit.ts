/** Lets so many tasks run at the same time, the others after them in their order. */
export class QueryLimit {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  /**
   * @param most - tasks at the same time, 1 or more
   */
  constructor(most: number) {
    this.#free = most;
  }

  /**
   * @throws what the task throws
   */
  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#free > 0) {
      this.#free -= 1;
    } else {
      // Whoever ends hands over the place, so that nobody can take it in between.
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    }
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next) {
        next();
      } else {
        this.#free += 1;
      }
    }
  }
}
