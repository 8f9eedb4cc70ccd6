import type { CollectorProblem } from './CollectorStore';

/** Problems of one run that are kept; the rest is counted. */
const PROBLEMS_KEPT = 100;

/** What one run of a collector has come to so far. */
export class RunProgress {
  #events = 0;
  #leftOut = 0;
  readonly #problems: CollectorProblem[] = [];

  /** Events that intake has stored. */
  get events(): number {
    return this.#events;
  }

  /** The problems, the last of them telling how many more there were. */
  get problems(): CollectorProblem[] {
    return this.#leftOut === 0
      ? this.#problems
      : [
          ...this.#problems,
          {
            subject: 'more',
            message: `${this.#leftOut} further problems were left out`,
          },
        ];
  }

  addEvent(): void {
    this.#events += 1;
  }

  addProblem(problem: CollectorProblem): void {
    if (this.#problems.length < PROBLEMS_KEPT) {
      this.#problems.push({ ...problem });
    } else {
      this.#leftOut += 1;
    }
  }
}
