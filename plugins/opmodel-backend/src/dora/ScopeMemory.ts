import type { DoraSelection, DoraStore } from './DoraStore';
import { RevisionMemory } from '../lib/RevisionMemory';

/**
 * Remembers what is the same for all who see the whole scope. A read for anybody else, with numbers of their own, is rare
 * enough to be made each time.
 */
export class ScopeMemory {
  readonly #store: Pick<DoraStore, 'readRevision'>;
  readonly #memory = new RevisionMemory();

  constructor(store: Pick<DoraStore, 'readRevision'>) {
    this.#store = store;
  }

  /**
   * @param question - `calculation`: of the rows that the answer is made of; together with `asked` it names the question completely
   */
  recall<T>(
    question: { kind: string; calculation: string; asked: object },
    selection: DoraSelection,
    make: () => Promise<T>,
  ): Promise<T> {
    return selection.visibility.type === 'all'
      ? this.#memory.recall(
          JSON.stringify(question),
          () => this.#store.readRevision(question.calculation, selection),
          make,
        )
      : make();
  }
}
