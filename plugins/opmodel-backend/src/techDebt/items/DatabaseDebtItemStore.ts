import { ConflictError } from '@backstage/errors';
import {
  type DebtItem,
  type DebtSnapshot,
  type PayingOrder,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { insertRows } from '../../catalog/DatabaseLists';
import type { Visibility } from '../../catalog/Visibility';
import {
  insertComment,
  insertVersion,
  listComments,
  listSnapshots,
  listVersions,
} from './DatabaseDebtHistory';
import type { DebtFlowCount } from './debtFlowCounts';
import { listDebtItems } from './DatabaseDebtItemList';
import {
  countDue,
  countMatrix,
  countStatuses,
  readFiled,
} from './DatabaseDebtCounts';
import { raiseDebtRevision, readDebtRevision } from './DatabaseDebtRevision';
import { countOwners } from './DatabaseDebtOwners';
import { countPlaces } from './DatabaseDebtPlaces';
import { listTopDebt } from './DatabaseDebtTop';
import {
  findDebtItemsByOrigin,
  getDebtItem,
  listDebtItemsByIds,
} from './DatabaseKnownDebt';
import { listOwedDebt } from './DatabaseOwedDebt';
import { listReopenedDebt } from './DatabaseReopenedDebt';
import { catchUpMoves, countMoves, keepMoves } from './DatabaseDebtMoves';
import {
  toChangingColumns,
  toEntityRows,
  toItemRow,
  toLinkRows,
  toTextRow,
  toWordRow,
} from './debtItemRows';
import type {
  DebtComment,
  DebtDeadlines,
  DebtDueCounts,
  DebtFiled,
  DebtFlowAsk,
  DebtItemStore,
  DebtListPage,
  DebtMatrixCell,
  DebtOwnerCount,
  DebtPlaceCount,
  DebtPlaceKind,
  DebtPosition,
  DebtReopenedAsk,
  DebtSelection,
  DebtStatusCount,
  DebtTop,
  DebtVersion,
  OwedDebt,
  ReopenedDebtItem,
} from './DebtItemStore';
import { replayDebtFlow } from './replayDebtFlow';

/** What hangs on an item. */
const partTables = [
  'tech_debt_item_texts',
  'tech_debt_item_words',
  'tech_debt_item_entities',
  'tech_debt_item_links',
  'tech_debt_versions',
  'tech_debt_moves',
  'tech_debt_comments',
];

/** Keeps the register in SQLite or PostgreSQL. */
export class DatabaseDebtItemStore implements DebtItemStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async create(
    item: DebtItem,
    version: Omit<DebtVersion, 'itemId' | 'version' | 'changes'>,
  ): Promise<void> {
    await this.#knex.transaction(async transaction => {
      const created: unknown[] = await transaction('tech_debt_items')
        .insert({ ...toItemRow(item), moves_version: item.version })
        .onConflict()
        .ignore()
        .returning('id');
      if (created.length === 0) {
        const same = await transaction('tech_debt_items')
          .where('id', item.id)
          .first('id');
        throw new ConflictError(
          same || !('ref' in item.origin)
            ? `There is a debt item '${item.id}' already`
            : `There is a debt item of the ${item.origin.type} '${item.origin.ref}' already`,
        );
      }
      await transaction('tech_debt_item_texts').insert(toTextRow(item));
      await transaction('tech_debt_item_words').insert(toWordRow(item));
      await insertLookUps(transaction, item);
      await insertVersion(transaction, item, { ...version, changes: [] });
      await keepMoves(transaction, item.id);
      await raiseDebtRevision(transaction);
    });
  }

  async get(id: string, visibility: Visibility): Promise<DebtItem | undefined> {
    return getDebtItem(this.#knex, id, visibility);
  }

  async listByIds(
    ids: readonly string[],
    visibility: Visibility,
  ): Promise<DebtItem[]> {
    return listDebtItemsByIds(this.#knex, ids, visibility);
  }

  async replace(
    item: DebtItem,
    version: Omit<DebtVersion, 'itemId' | 'version'>,
  ): Promise<boolean> {
    const { id } = item;
    return this.#knex.transaction(async transaction => {
      const replaced = await transaction('tech_debt_items')
        .where({ id, version: item.version - 1 })
        .update({ ...toChangingColumns(item), moves_version: item.version });
      if (replaced === 0) {
        return false;
      }
      await transaction('tech_debt_item_texts')
        .where('item_id', id)
        .update(toTextRow(item));
      await transaction('tech_debt_item_words')
        .where('item_id', id)
        .update(toWordRow(item));
      await transaction('tech_debt_item_entities')
        .where('item_id', id)
        .delete();
      await transaction('tech_debt_item_links').where('item_id', id).delete();
      await insertLookUps(transaction, item);
      await insertVersion(transaction, item, version);
      await keepMoves(transaction, id);
      await raiseDebtRevision(transaction);
      return true;
    });
  }

  async remove(id: string, version: number): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      const removed = await transaction('tech_debt_items')
        .where({ id, version })
        .delete();
      if (removed === 0) {
        return false;
      }
      for (const table of partTables) {
        await transaction(table).where('item_id', id).delete();
      }
      await raiseDebtRevision(transaction);
      return true;
    });
  }

  async readRevision(): Promise<string> {
    return readDebtRevision(this.#knex);
  }

  async list(
    selection: DebtSelection,
    page: DebtListPage,
  ): Promise<{
    items: { item: DebtItem; position: DebtPosition }[];
    total: number;
  }> {
    return listDebtItems(this.#knex, selection, page);
  }

  async listTop(
    selection: DebtSelection,
    asked: { order: PayingOrder; limit: number },
  ): Promise<DebtTop> {
    return listTopDebt(this.#knex, selection, asked);
  }

  async countMatrix(selection: DebtSelection): Promise<DebtMatrixCell[]> {
    return countMatrix(this.#knex, selection);
  }

  async countOwners(
    selection: DebtSelection,
    options?: { isUndated?: boolean },
  ): Promise<DebtOwnerCount[]> {
    return countOwners(this.#knex, selection, options);
  }

  async countPlaces(
    selection: DebtSelection,
    asked: { by: DebtPlaceKind; limit: number },
  ): Promise<{ places: DebtPlaceCount[]; total: number }> {
    return countPlaces(this.#knex, selection, asked);
  }

  async listReopened(
    selection: Pick<DebtSelection, 'visibility' | 'ownerRefs'>,
    asked: DebtReopenedAsk,
  ): Promise<ReopenedDebtItem[]> {
    return listReopenedDebt(this.#knex, selection, asked);
  }

  async listOwed(entityRefs: readonly string[]): Promise<OwedDebt[]> {
    return listOwedDebt(this.#knex, entityRefs);
  }

  async countStatuses(selection: DebtSelection): Promise<DebtStatusCount[]> {
    return countStatuses(this.#knex, selection);
  }

  async readFiled(selection: DebtSelection): Promise<DebtFiled | undefined> {
    return readFiled(this.#knex, selection);
  }

  async countDue(
    selection: DebtSelection,
    deadlines: DebtDeadlines,
  ): Promise<DebtDueCounts> {
    return countDue(this.#knex, selection, deadlines);
  }

  async listSnapshots(selection: DebtSelection): Promise<DebtSnapshot[]> {
    return listSnapshots(this.#knex, selection);
  }

  async countFlow(
    selection: DebtSelection,
    asked: DebtFlowAsk,
  ): Promise<DebtFlowCount[]> {
    return (
      (await countMoves(this.#knex, selection, asked)) ??
      replayDebtFlow(await this.listSnapshots(selection), asked)
    );
  }

  async catchUpFlow(limit: number): Promise<number> {
    return catchUpMoves(this.#knex, limit);
  }

  async listVersions(
    itemId: string,
    page: { limit: number; before?: number },
  ): Promise<DebtVersion[]> {
    return listVersions(this.#knex, itemId, page);
  }

  async addComment(comment: DebtComment): Promise<void> {
    await insertComment(this.#knex, comment);
  }

  async listComments(
    itemId: string,
    page: { limit: number; after?: Pick<DebtComment, 'at' | 'id'> },
  ): Promise<DebtComment[]> {
    return listComments(this.#knex, itemId, page);
  }

  async findByOrigin(
    origins: readonly { type: 'document' | 'suggestion'; ref: string }[],
  ): Promise<DebtItem[]> {
    return findDebtItemsByOrigin(this.#knex, origins);
  }
}

async function insertLookUps(
  transaction: Knex.Transaction,
  item: DebtItem,
): Promise<void> {
  await insertRows(
    transaction,
    'tech_debt_item_entities',
    { item_id: 'text', entity_ref: 'text' },
    toEntityRows(item),
  );
  await insertRows(
    transaction,
    'tech_debt_item_links',
    { item_id: 'text', hash: 'text' },
    toLinkRows(item),
  );
}
