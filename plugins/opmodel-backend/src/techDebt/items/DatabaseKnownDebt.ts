import type { DebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { orderByText, whereAnyOf } from '../../catalog/DatabaseLists';
import type { Visibility } from '../../catalog/Visibility';
import {
  selectDebtItem,
  selectFirstDebtItems,
} from './DatabaseDebtItemSelection';
import { hashOfRef, readColumns, toDebtItem } from './debtItemRows';

/** One item by its id. */
export async function getDebtItem(
  knex: Knex,
  id: string,
  visibility: Visibility,
): Promise<DebtItem | undefined> {
  const row = await selectDebtItem(knex, id, visibility)
    .join('tech_debt_item_texts as texts', 'texts.item_id', 'item.id')
    .first(readColumns);
  return row && toDebtItem(row);
}

/** Items by their ids. */
export async function listDebtItemsByIds(
  knex: Knex,
  ids: readonly string[],
  visibility: Visibility,
): Promise<DebtItem[]> {
  return ids.length === 0
    ? []
    : readAmong(selectFirstDebtItems(knex, { visibility }), 'item.id', ids);
}

/** Items by what they came from, whoever may see them. */
export async function findDebtItemsByOrigin(
  knex: Knex,
  origins: readonly { type: string; ref: string }[],
): Promise<DebtItem[]> {
  return readAmong(
    knex('tech_debt_items as item'),
    'item.origin_hash',
    origins.map(hashOfRef),
  );
}

async function readAmong(
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[],
): Promise<DebtItem[]> {
  query
    .join('tech_debt_item_texts as texts', 'texts.item_id', 'item.id')
    .select(readColumns);
  whereAnyOf(query, column, values);
  orderByText(query, 'item.id');
  const rows: any[] = await query;
  return rows.map(toDebtItem);
}
