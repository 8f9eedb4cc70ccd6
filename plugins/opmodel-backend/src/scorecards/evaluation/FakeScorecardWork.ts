import type { ScorecardWork } from './ScorecardWork';

/** The work that stores in memory leave for each other. */
export class FakeScorecardWork {
  #rows: ScorecardWork[] = [];

  /** Leaves work. */
  add(work: readonly ScorecardWork[]): void {
    this.#rows.push(...work);
  }

  /** What is left, in the order in which it was. */
  list(): readonly ScorecardWork[] {
    return this.#rows;
  }

  /** Takes the work of entities away, for whoever evaluates them. */
  take(entityRefs: Iterable<string>): ScorecardWork[] {
    const refs = new Set(entityRefs);
    const taken = this.#rows.filter(({ entityRef }) => refs.has(entityRef));
    this.#rows = this.#rows.filter(({ entityRef }) => !refs.has(entityRef));
    return taken;
  }
}
