import type { DebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { sortBy } from 'lodash';
import {
  deleteRows,
  insertRows,
  orderByText,
  whereAnyOf,
} from '../../catalog/DatabaseLists';
import type { Visibility } from '../../catalog/Visibility';
import { toVersionRow } from '../items/DatabaseDebtHistory';
import { raiseDebtRevision } from '../items/DatabaseDebtRevision';
import { selectDebtItems } from '../items/DatabaseDebtItemSelection';
import {
  hashOfRef,
  readColumns,
  toChangingColumns,
  toDebtItem,
  toEntityRows,
  toItemRow,
  toLinkRows,
  toTextRow,
  toWordRow,
} from '../items/debtItemRows';
import type {
  DebtCreation,
  DebtExchangeStore,
  DebtWriting,
  DebtWritings,
  DebtWritten,
  SoughtDebtItems,
} from './DebtExchangeStore';

/** New items that one statement carries: SQLite takes 32,766 values. */
const INSERTED = 250;

const textColumns = {
  item_id: 'text',
  description: 'text',
  business_impact: 'text',
  remediation_plan: 'text',
  resolution: 'text',
  links: 'text',
} as const;

const versionColumns = {
  item_id: 'text',
  version: 'integer',
  at: 'bigint',
  by_ref: 'text',
  note: 'text',
  changes: 'text',
  status: 'text',
  owner_ref: 'text',
  entity_refs: 'text',
  principal_days: 'double precision',
} as const;

/** What is made anew with each version. */
const changingParts = [
  'tech_debt_item_texts',
  'tech_debt_item_words',
  'tech_debt_item_entities',
  'tech_debt_item_links',
];

/** Reads and writes many items of the register in SQLite or PostgreSQL. */
export class DatabaseDebtExchangeStore implements DebtExchangeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async listSought(
    { ids, externalIds, entityRefs }: SoughtDebtItems,
    visibility: Visibility,
  ): Promise<DebtItem[]> {
    const query = selectDebtItems(this.#knex, { visibility }).where(sought => {
      sought.where(by => whereAnyOf(by, 'item.id', ids));
      sought.orWhere(by => whereAnyOf(by, 'item.external_id', externalIds));
      sought.orWhereIn('item.id', carried => {
        carried.from('tech_debt_item_entities as carried');
        carried.select('carried.item_id');
        whereAnyOf(carried, 'carried.entity_ref', entityRefs);
      });
    });
    return readItems(query);
  }

  async listByKeys(
    keys: readonly string[],
    visibility: Visibility,
  ): Promise<Map<string, DebtItem>> {
    const keyOf = new Map(keys.map(key => [hashOfKey(key), key]));
    const query = selectDebtItems(this.#knex, { visibility });
    whereAnyOf(query, 'item.origin_hash', [...keyOf.keys()]);
    const found: any[] = await selectItems(query);
    return new Map(
      found.map(row => [keyOf.get(row.origin_hash)!, toDebtItem(row)]),
    );
  }

  async listOfDocument(documentRef: string): Promise<DebtItem[]> {
    return readItems(
      this.#knex('tech_debt_items as item').where({
        'item.origin_source': documentRef,
        'item.origin_type': 'document',
      }),
    );
  }

  async write({ created, replaced }: DebtWritings): Promise<DebtWritten> {
    if (created.length === 0 && replaced.length === 0) {
      return { created: new Set(), replaced: new Set() };
    }
    return this.#knex.transaction(async transaction => {
      const createdIds = await insertItems(transaction, created);
      const replacedIds = await updateItems(transaction, replaced);
      if (createdIds.size + replacedIds.size > 0) {
        await raiseDebtRevision(transaction);
      }
      return { created: createdIds, replaced: replacedIds };
    });
  }
}

async function readItems(query: Knex.QueryBuilder): Promise<DebtItem[]> {
  orderByText(query, 'item.id');
  const rows: any[] = await selectItems(query);
  return rows.map(toDebtItem);
}

function selectItems(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query
    .join('tech_debt_item_texts as texts', 'texts.item_id', 'item.id')
    .select(readColumns);
}

function hashOfKey(key: string): string {
  return hashOfRef({ type: 'import', ref: key });
}

function toCreatedRow({ item, key }: DebtCreation) {
  const row = toItemRow(item);
  return key === undefined ? row : { ...row, origin_hash: hashOfKey(key) };
}

async function insertItems(
  transaction: Knex.Transaction,
  writings: readonly DebtCreation[],
): Promise<Set<string>> {
  const ids = new Set<string>();
  // In one order, so that two that write items of the same keys do not wait for each other.
  const rows = sortBy(writings.map(toCreatedRow), 'origin_hash');
  for (let at = 0; at < rows.length; at += INSERTED) {
    const inserted: { id: string }[] = await transaction('tech_debt_items')
      .insert(rows.slice(at, at + INSERTED))
      .onConflict()
      .ignore()
      .returning('id');
    inserted.forEach(({ id }) => ids.add(id));
  }
  const written = writings.filter(({ item }) => ids.has(item.id));
  await insertParts(transaction, written);
  return ids;
}

async function updateItems(
  transaction: Knex.Transaction,
  writings: readonly DebtWriting[],
): Promise<Set<string>> {
  const ids = new Set<string>();
  // In one order, so that two that write the same items do not wait for each other.
  const ordered = [...writings].sort((a, b) =>
    a.item.id < b.item.id ? -1 : 1,
  );
  for (const { item } of ordered) {
    const updated = await transaction('tech_debt_items')
      .where({ id: item.id, version: item.version - 1 })
      .update(toChangingColumns(item));
    if (updated > 0) {
      ids.add(item.id);
    }
  }
  for (const table of changingParts) {
    await deleteRows(transaction, table, 'item_id', [...ids]);
  }
  await insertParts(
    transaction,
    ordered.filter(({ item }) => ids.has(item.id)),
  );
  return ids;
}

/** Writes all that hangs on items, of which nothing is there. */
async function insertParts(
  transaction: Knex.Transaction,
  writings: readonly DebtWriting[],
): Promise<void> {
  const items = writings.map(({ item }) => item);
  await insertRows(
    transaction,
    'tech_debt_item_texts',
    textColumns,
    items.map(toTextRow),
  );
  await insertRows(
    transaction,
    'tech_debt_item_words',
    { item_id: 'text', searched: 'text' },
    items.map(toWordRow),
  );
  await insertRows(
    transaction,
    'tech_debt_item_entities',
    { item_id: 'text', entity_ref: 'text' },
    items.flatMap(toEntityRows),
  );
  await insertRows(
    transaction,
    'tech_debt_item_links',
    { item_id: 'text', hash: 'text' },
    items.flatMap(toLinkRows),
  );
  await insertRows(
    transaction,
    'tech_debt_versions',
    versionColumns,
    writings.map(({ item, version }) => toVersionRow(item, version)),
  );
}
