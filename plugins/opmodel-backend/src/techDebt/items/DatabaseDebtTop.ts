import type { PayingOrder } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { isPostgres } from '../../catalog/DatabaseLists';
import {
  selectDebtItems,
  selectFirstDebtItems,
} from './DatabaseDebtItemSelection';
import { readColumns, toDebtItem } from './debtItemRows';
import type { DebtSelection, DebtTop } from './DebtItemStore';

/** The first items of an order: of those that come to the same the smaller one, then the one whose id is first. */
export async function listTopDebt(
  knex: Knex,
  selection: DebtSelection,
  { order, limit }: { order: PayingOrder; limit: number },
): Promise<DebtTop> {
  const [{ items, scored }]: any[] = await selectDebtItems(
    knex,
    selection,
  ).select(
    knex.raw('count(*) as items'),
    knex.raw('count(case when ? then 1 end) as scored', [
      isScored(knex, order),
    ]),
  );
  const rows: any[] = await selectPlaced(knex, selection, order, limit);
  if (order === 'payback' && rows.length < limit) {
    rows.push(...(await selectUnpaying(knex, selection, limit - rows.length)));
  }
  return {
    items: rows.map(toDebtItem),
    notScored: Number(items) - Number(scored),
  };
}

/** Whether the inputs of an order are known. What never pays back has no months, but is known not to. */
function isScored(knex: Knex, order: PayingOrder): Knex.Raw {
  return order === 'payback'
    ? knex.raw('item.principal is not null and item.interest is not null')
    : knex.raw('?? is not null', [`item.${order}`]);
}

/** Those that have a place in the order. */
function selectPlaced(
  knex: Knex,
  selection: DebtSelection,
  order: PayingOrder,
  limit: number,
): Knex.QueryBuilder {
  const column = `item.${order}`;
  const found = selectFirstDebtItems(knex, selection)
    .select('item.*')
    .whereNotNull(column)
    .limit(limit);
  return withTexts(knex, found, query =>
    query.orderByRaw(`?? ${order === 'payback' ? 'asc' : 'desc'}`, [column]),
  );
}

/** Those that never pay back. */
function selectUnpaying(
  knex: Knex,
  selection: DebtSelection,
  limit: number,
): Knex.QueryBuilder {
  const found = selectFirstDebtItems(knex, selection)
    .select('item.*')
    .whereNull('item.payback')
    .whereNotNull('item.principal')
    .whereNotNull('item.interest')
    .limit(limit);
  return withTexts(knex, found, query => query);
}

/** Puts items in order and reads their texts, of these items alone. */
function withTexts(
  knex: Knex,
  found: Knex.QueryBuilder,
  orderFirst: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Knex.QueryBuilder {
  const putInOrder = (query: Knex.QueryBuilder) =>
    orderFirst(query).orderByRaw(
      `case when item.principal is null then 1 else 0 end, item.principal, item.id${
        isPostgres(knex) ? ' collate "C"' : ''
      }`,
    );
  return putInOrder(
    knex
      .from(putInOrder(found).as('item'))
      .join('tech_debt_item_texts as texts', 'texts.item_id', 'item.id')
      .select(readColumns),
  );
}
