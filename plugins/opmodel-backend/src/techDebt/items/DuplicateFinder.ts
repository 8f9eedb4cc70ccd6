import {
  type DebtDuplicates,
  type FiledItem,
  findDuplicateItems,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import type { DebtItemStore } from './DebtItemStore';

/** Items that are compared at most, those that changed last. */
const COMPARED = 500;

/** Finds items that one is likely the same as, of those that somebody may see. */
export class DuplicateFinder {
  readonly #store: Pick<DebtItemStore, 'list'>;

  constructor(options: { store: Pick<DebtItemStore, 'list'> }) {
    this.#store = options.store;
  }

  /**
   * @param filed - its entities are compared as they are
   * @param id - of the item itself, where it is filed already
   */
  async find(
    filed: FiledItem,
    reads: Visibility,
    id?: string,
  ): Promise<DebtDuplicates> {
    const { items, total } = await this.#store.list(
      { visibility: reads, entities: { entityRefs: filed.entityRefs } },
      { order: 'updatedAt', descending: true, limit: COMPARED },
    );
    const others = items.map(({ item }) => item).filter(item => item.id !== id);
    const { duplicates, unread } = findDuplicateItems(filed, others);
    return {
      duplicates: duplicates.map(({ item, certainty, score, reasons }) => ({
        id: item.id,
        title: item.title,
        status: item.status,
        certainty,
        score,
        reasons: [...reasons],
      })),
      unread: unread + total - items.length,
    };
  }
}
