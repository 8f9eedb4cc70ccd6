import type { DebtDocumentStore, KeptDebtDocument } from './DebtDocumentStore';

/** Keeps in memory what came of the documents. */
export class FakeDebtDocumentStore implements DebtDocumentStore {
  readonly #kept = new Map<string, KeptDebtDocument>();

  async list(): Promise<KeptDebtDocument[]> {
    return [...this.#kept.values()]
      .sort((one, other) => (one.ref < other.ref ? -1 : 1))
      .map(one => structuredClone(one));
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
