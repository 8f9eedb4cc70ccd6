import { countBy } from 'lodash';
import type { Visibility } from '../../catalog/Visibility';
import type { DebtItemStore } from '../items/DebtItemStore';
import { documentOfItem, hasLeftDocument } from '../items/KeepingDocument';
import type { DebtDocumentStore, KeptDebtDocument } from './DebtDocumentStore';

/** Keeps in memory what came of the documents. */
export class FakeDebtDocumentStore implements DebtDocumentStore {
  readonly #items: Pick<DebtItemStore, 'list'>;
  readonly #kept = new Map<string, KeptDebtDocument>();

  constructor(items: Pick<DebtItemStore, 'list'>) {
    this.#items = items;
  }

  async list(refs?: readonly string[]): Promise<KeptDebtDocument[]> {
    return [...this.#kept.values()]
      .filter(({ ref }) => refs?.includes(ref) ?? true)
      .sort((one, other) => (one.ref < other.ref ? -1 : 1))
      .map(one => structuredClone(one));
  }

  async countItems(
    refs: readonly string[],
    visibility: Visibility,
  ): Promise<Map<string, number>> {
    const { items } = await this.#items.list(
      { visibility },
      { order: 'title', descending: false, limit: 100_000 },
    );
    const documents = items.flatMap(({ item }) =>
      hasLeftDocument(item) ? [] : documentOfItem(item) ?? [],
    );
    return new Map(
      Object.entries(countBy(documents.filter(ref => refs.includes(ref)))),
    );
  }

  async keep(documents: readonly KeptDebtDocument[]): Promise<void> {
    for (const document of documents) {
      this.#kept.set(document.ref, structuredClone(document));
    }
  }

  async forget(refs: readonly string[]): Promise<void> {
    refs.forEach(ref => this.#kept.delete(ref));
  }
}
