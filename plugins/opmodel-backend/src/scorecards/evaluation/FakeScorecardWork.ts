import type { ScorecardWork } from './ScorecardWork';

/** The work that stores in memory leave for each other. */
export class FakeScorecardWork {
  #rows: { position: number; work: ScorecardWork }[] = [];
  #last = 0;

  /** Position of what was left last. */
  get last(): number {
    return this.#last;
  }

  /** Leaves work. */
  add(work: readonly ScorecardWork[]): void {
    for (const one of work) {
      this.#last += 1;
      this.#rows.push({ position: this.#last, work: one });
    }
  }

  /** What is left up to a position, in the order in which it was. */
  list(until = this.#last): readonly ScorecardWork[] {
    return this.#rows
      .filter(({ position }) => position <= until)
      .map(({ work }) => work);
  }

  /** Takes the work of entities up to a position away, for whoever evaluates them. */
  take(entityRefs: Iterable<string>, until = this.#last): ScorecardWork[] {
    const refs = new Set(entityRefs);
    const taken = this.list(until).filter(({ entityRef }) =>
      refs.has(entityRef),
    );
    this.#rows = this.#rows.filter(({ work }) => !taken.includes(work));
    return taken;
  }
}
