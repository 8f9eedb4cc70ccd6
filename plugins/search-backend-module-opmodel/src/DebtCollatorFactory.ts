import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import type {
  DebtItemPage,
  DebtItemRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import { Readable } from 'node:stream';
import { fillTemplate } from './collatorSettings';

/** An item of technical debt as search finds it. */
export interface DebtDocument extends IndexableDocument {
  itemId: string;
  entityRef: string;
}

/** Items that one request brings. */
const AT_ONCE = 100;

/** Reads one page of the items that are owed. */
export type ReadDebt = (query: {
  cursor?: string;
  limit: number;
}) => Promise<DebtItemPage>;

/**
 * Finds items of technical debt that are owed. An item may be read only by whoever may see **all** of its entities, and search can ask for
 * one entity alone: only items on exactly one entity are found here; the register searches all.
 *
 * Search asks for one permission alone, and reading an item takes two: that of the catalog and that of tech debt. So nothing of an item is
 * in the index but its title and where it is; the page that a hit leads to asks for both.
 */
export class DebtCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'opmodel-tech-debt';
  readonly visibilityPermission = catalogEntityReadPermission;
  readonly #read: ReadDebt;
  readonly #locationTemplate: string;

  constructor(options: {
    read: ReadDebt;
    /** With `:id`. */
    locationTemplate: string;
  }) {
    this.#read = options.read;
    this.#locationTemplate = options.locationTemplate;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#collect());
  }

  async *#collect(): AsyncGenerator<DebtDocument> {
    let cursor: string | undefined;
    do {
      const page = await this.#read({ cursor, limit: AT_ONCE });
      for (const item of page.items) {
        if (item.entities.length === 1) {
          yield this.#toDocument(item);
        }
      }
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }

  #toDocument({ id, title, entities: [{ ref }] }: DebtItemRow): DebtDocument {
    return {
      title,
      text: title,
      location: fillTemplate(this.#locationTemplate, { id }),
      itemId: id,
      entityRef: ref,
      authorization: { resourceRef: ref },
    };
  }
}
