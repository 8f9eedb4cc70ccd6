import type { FigureListener } from '../../lib/FigureListener';

/** Of which entities somebody's figures are new. */
export type FiguresOf = ReadonlySet<string> | 'any';

/**
 * Remembers of which entities subjects have computed figures anew, until providers of facts are asked about them. It is kept by the process
 * that computed them: when that ends in between, the next run of the provider tells what was missed.
 */
export class NewFigures {
  readonly #bySubject = new Map<string, Set<string> | 'any'>();

  /** What a subject tells of them. */
  listenerOf(subjectId: string): FigureListener {
    return entityRefs => this.add(subjectId, entityRefs ?? 'any');
  }

  /** Takes note of new figures, or again of those that could not be followed. */
  add(subjectId: string, entityRefs: Iterable<string> | 'any'): void {
    const known = this.#bySubject.get(subjectId) ?? new Set();
    if (entityRefs === 'any' || known === 'any') {
      this.#bySubject.set(subjectId, 'any');
      return;
    }
    for (const entityRef of entityRefs) {
      known.add(entityRef);
    }
    if (known.size > 0) {
      this.#bySubject.set(subjectId, known);
    }
  }

  /** Hands over what is new of a subject; undefined: nothing. */
  take(subjectId: string): FiguresOf | undefined {
    const taken = this.#bySubject.get(subjectId);
    this.#bySubject.delete(subjectId);
    return taken;
  }
}
