import { RevisionMemory } from '../../lib/RevisionMemory';
import type { DebtItemStore, DebtSelection } from './DebtItemStore';

/**
 * Remembers what selections of items come to, until an item or the catalog changes: who pages through a list, or puts it in another order,
 * does not have it counted anew.
 */
export class DebtMemory {
  readonly #store: Pick<DebtItemStore, 'readRevision'>;
  readonly #memory = new RevisionMemory();

  constructor(store: Pick<DebtItemStore, 'readRevision'>) {
    this.#store = store;
  }

  /**
   * The remembered answer, or a new one, which must not be changed.
   *
   * @param question - what is asked of the selection, with all that the answer depends on beside items and catalog, such as the day
   */
  async recall<T>(
    selection: DebtSelection,
    question: readonly unknown[],
    make: () => Promise<T>,
  ): Promise<T> {
    if (!isWorthIt(selection)) {
      return make();
    }
    return this.#memory.recall(
      JSON.stringify([question, selection]),
      () => this.#store.readRevision(),
      make,
    );
  }
}

/** Items of one entity or link are found as fast as it is found out whether they are the same. Who sees single entities asks for many of them. */
function isWorthIt({ entityRef, link, visibility }: DebtSelection): boolean {
  const areFew = entityRef !== undefined || link !== undefined;
  return (
    !areFew && (visibility.type === 'all' || visibility.type === 'condition')
  );
}
