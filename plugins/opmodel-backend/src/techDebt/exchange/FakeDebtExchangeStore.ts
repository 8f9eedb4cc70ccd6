import { ConflictError } from '@backstage/errors';
import type { DebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import type { DebtItemStore } from '../items/DebtItemStore';
import type {
  DebtExchangeStore,
  DebtWritings,
  DebtWritten,
  SoughtDebtItems,
} from './DebtExchangeStore';

/** Reads and writes many items of a register that is kept in memory. */
export class FakeDebtExchangeStore implements DebtExchangeStore {
  readonly #items: Pick<DebtItemStore, 'create' | 'list' | 'replace'>;

  constructor(items: Pick<DebtItemStore, 'create' | 'list' | 'replace'>) {
    this.#items = items;
  }

  async listSought(
    { ids, externalIds, entityRefs }: SoughtDebtItems,
    visibility: Visibility,
  ): Promise<DebtItem[]> {
    return this.#list(
      visibility,
      item =>
        ids.includes(item.id) ||
        (item.externalId !== null && externalIds.includes(item.externalId)) ||
        item.entityRefs.some(ref => entityRefs.includes(ref)),
    );
  }

  async listOfDocument(documentRef: string): Promise<DebtItem[]> {
    return this.#list(
      seesAll,
      ({ origin }) =>
        origin.type === 'document' && origin.ref.startsWith(`${documentRef}#`),
    );
  }

  async write({ created, replaced }: DebtWritings): Promise<DebtWritten> {
    const createdIds = new Set<string>();
    const replacedIds = new Set<string>();
    for (const { item, version } of created) {
      try {
        await this.#items.create(item, version);
        createdIds.add(item.id);
      } catch (error) {
        if (!(error instanceof ConflictError)) {
          throw error;
        }
      }
    }
    for (const { item, version } of replaced) {
      if (await this.#items.replace(item, version)) {
        replacedIds.add(item.id);
      }
    }
    return { created: createdIds, replaced: replacedIds };
  }

  async #list(
    visibility: Visibility,
    isSought: (item: DebtItem) => boolean,
  ): Promise<DebtItem[]> {
    const { items } = await this.#items.list(
      { visibility },
      { order: 'title', descending: false, limit: 100_000 },
    );
    return items
      .map(({ item }) => item)
      .filter(isSought)
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
