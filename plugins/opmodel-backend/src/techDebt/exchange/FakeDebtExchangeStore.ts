import { ConflictError } from '@backstage/errors';
import type { DebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import type { DebtItemStore } from '../items/DebtItemStore';
import type {
  DebtCreation,
  DebtExchangeStore,
  DebtWritings,
  DebtWritten,
  SoughtDebtItems,
} from './DebtExchangeStore';

/** Reads and writes many items of a register that is kept in memory. */
export class FakeDebtExchangeStore implements DebtExchangeStore {
  readonly #items: Pick<DebtItemStore, 'create' | 'get' | 'list' | 'replace'>;
  /** Ids of items by what they were made from. */
  readonly #made = new Map<string, string>();

  constructor(
    items: Pick<DebtItemStore, 'create' | 'get' | 'list' | 'replace'>,
  ) {
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

  async listByKeys(
    keys: readonly string[],
    visibility: Visibility,
  ): Promise<Map<string, DebtItem>> {
    const found = new Map<string, DebtItem>();
    for (const key of keys) {
      const item = await this.#items.get(this.#made.get(key) ?? '', visibility);
      if (item) {
        found.set(key, item);
      }
    }
    return found;
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
    for (const creation of created) {
      if (await this.#create(creation)) {
        createdIds.add(creation.item.id);
      }
    }
    for (const { item, version } of replaced) {
      if (await this.#items.replace(item, version)) {
        replacedIds.add(item.id);
      }
    }
    return { created: createdIds, replaced: replacedIds };
  }

  async #create(creation: DebtCreation): Promise<boolean> {
    const { item, version, key } = creation;
    if (key !== undefined) {
      const made = this.#made.get(key);
      if (made !== undefined && (await this.#items.get(made, seesAll))) {
        return false;
      }
      if (this.#made.get(key) !== made) {
        return this.#create(creation);
      }
      this.#made.set(key, item.id);
    }
    try {
      await this.#items.create(item, version);
      return true;
    } catch (error) {
      if (error instanceof ConflictError) {
        return false;
      }
      throw error;
    }
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
