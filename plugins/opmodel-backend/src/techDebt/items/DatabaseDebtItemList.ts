import type { DebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { isFiltered } from '../../catalog/ComponentSelection';
import { isPostgres } from '../../catalog/DatabaseLists';
import { organisationScope } from '../../catalog/scopesOf';
import {
  selectDebtItems,
  selectDebtItemsAmong,
  selectFirstDebtItems,
} from './DatabaseDebtItemSelection';
import { debtOrderKinds, refuseForeignPosition } from './debtItemOrder';
import { readColumns, toDebtItem } from './debtItemRows';
import { listHiddenOwners } from './DatabaseDebtOwners';
import type {
  DebtListPage,
  DebtOrder,
  DebtPosition,
  DebtSelection,
} from './DebtItemStore';
import { askedBeginnings } from './debtWords';

/** Items along an order among which a page is looked for: few enough to be looked at in a few milliseconds. */
const NEAR = 400;

/** A page as somebody reads it. */
interface ReadPage extends DebtListPage {
  /** Values of the order that the reader may not see: items with one of them have no value for them, and come last. */
  hidden: readonly string[];
}

/** The column of each order, which has an index with the id behind it. */
const orderColumns: Record<DebtOrder, string> = {
  title: 'item.sort_title',
  createdAt: 'item.created_at',
  updatedAt: 'item.updated_at',
  statusSince: 'item.status_since',
  targetDate: 'item.target_date',
  reviewDate: 'item.review_date',
  owner: 'item.owner_ref',
  status: 'item.status_rank',
  category: 'item.category',
  severity: 'item.severity_rank',
  risk: 'item.risk',
  interest: 'item.interest',
  principal: 'item.principal',
  wsjf: 'item.wsjf',
  priority: 'item.priority',
  payback: 'item.payback',
};

/** What a value of a position is in SQL, so that one that does not fit a column is compared with it all the same. */
const sqlTypes = {
  text: 'text',
  whole: 'bigint',
  number: 'double precision',
};

/** One page of items, and how many there are. */
export async function listDebtItems(
  knex: Knex,
  selection: DebtSelection,
  asked: DebtListPage,
): Promise<{
  items: { item: DebtItem; position: DebtPosition }[];
  total: number;
}> {
  refuseForeignPosition(asked.order, asked.after?.value);
  const hidden =
    asked.order === 'owner'
      ? await listHiddenOwners(knex, selection.visibility)
      : [];
  const page = { ...asked, hidden };
  const { rows, total } = isFoundElsewhere(selection)
    ? (await readNear(knex, selection, page)) ??
      (await readAtOnce(knex, selection, page))
    : await readByIndex(knex, selection, page);
  return {
    total,
    items: rows.map(row => ({
      item: toDebtItem(row),
      position: { value: valueOf(row, page.order), id: row.id },
    })),
  };
}

/**
 * Whether items are found by their words or by what the catalog says of their entities. How many that are nobody knows before, so that
 * reading along the order and looking for them there may take until the end of it.
 */
function isFoundElsewhere({ text, scopeRef, entities }: DebtSelection) {
  return (
    askedBeginnings(text) !== undefined ||
    (scopeRef !== undefined && scopeRef !== organisationScope) ||
    isFiltered(entities)
  );
}

function valueOf(row: any, order: DebtOrder): string | number | null {
  // PostgreSQL gives large whole numbers as text.
  return debtOrderKinds[order] === 'whole' && row.ordered_by !== null
    ? Number(row.ordered_by)
    : row.ordered_by;
}

/**
 * Counts by one index and reads by another. First come those with a value, then those without: each is one end of the index of the order,
 * which no order over both would be.
 */
async function readByIndex(
  knex: Knex,
  selection: DebtSelection,
  page: ReadPage,
): Promise<{ rows: any[]; total: number }> {
  const { limit, after } = page;
  const total = page.total ?? (await countItems(knex, selection));
  if (total === 0) {
    return { rows: [], total };
  }
  const rows: any[] =
    after?.value === null ? [] : await readPart(knex, selection, page, true);
  if (rows.length < limit) {
    const rest = { ...page, limit: limit - rows.length };
    rows.push(...(await readPart(knex, selection, rest, false)));
  }
  return { rows, total };
}

/** The next items of those with a value, or of those without. */
function readPart(
  knex: Knex,
  selection: DebtSelection,
  page: ReadPage,
  withValue: boolean,
): Knex.QueryBuilder {
  const { order, limit, after, hidden } = page;
  const column = orderColumns[order];
  const found = selectFirstDebtItems(knex, selection)
    .select('item.*', orderedBy(knex, page))
    .limit(limit);
  if (withValue) {
    whereHasValue(found, page, column);
    if (after) {
      whereBeyond(found, page, column);
    }
  } else {
    found.where(without => without.whereNull(column).orWhereIn(column, hidden));
    if (after?.value === null) {
      whereIdBeyond(found, page);
    }
  }
  if (withValue || hidden.length === 0) {
    orderBy(found, page, column);
  } else {
    orderById(found, page);
  }
  return withTexts(knex, found, page);
}

/** The texts are read of the page alone. */
function withTexts(
  knex: Knex,
  found: Knex.QueryBuilder,
  page: ReadPage,
): Knex.QueryBuilder {
  const query = knex
    .from(found.as('item'))
    .join('tech_debt_item_texts as texts', 'texts.item_id', 'item.id')
    .select(readColumns);
  return orderBy(query, page, 'item.ordered_by');
}

/**
 * Looks for a page among the next items of the order: where many are found, as of a large group, it is there, and what is found need not
 * be put in order.
 *
 * @returns undefined: there are not enough among them
 */
async function readNear(
  knex: Knex,
  selection: DebtSelection,
  page: ReadPage,
): Promise<{ rows: any[]; total: number } | undefined> {
  const { order, limit, after } = page;
  if (after?.value === null) {
    return undefined;
  }
  const column = orderColumns[order];
  const near = knex('tech_debt_items as item')
    .select('item.*', orderedBy(knex, page))
    .limit(NEAR);
  whereHasValue(near, page, column);
  if (after) {
    whereBeyond(near, page, column);
  }
  orderBy(near, page, column);
  const found = selectDebtItemsAmong(knex, selection, near)
    .select('item.*')
    .limit(limit);
  orderBy(found, page, 'item.ordered_by');
  const rows: any[] = await withTexts(knex, found, page);
  return rows.length < limit
    ? undefined
    : { rows, total: page.total ?? (await countItems(knex, selection)) };
}

async function countItems(
  knex: Knex,
  selection: DebtSelection,
): Promise<number> {
  const [{ total }] = await selectDebtItems(knex, selection).count({
    total: '*',
  });
  return Number(total);
}

/** Finds items once, for the count and for the page. */
async function readAtOnce(
  knex: Knex,
  selection: DebtSelection,
  page: ReadPage,
): Promise<{ rows: any[]; total: number }> {
  const { limit, after } = page;
  const found = selectDebtItems(knex, selection).select(
    'item.id',
    orderedBy(knex, page),
  );
  const next = knex.from('found as item').select('item.*').limit(limit);
  if (after?.value === null) {
    next.whereNull('item.ordered_by');
    whereIdBeyond(next, page);
  } else if (after) {
    next.where(later => {
      whereBeyond(later, page, 'item.ordered_by');
      later.orWhereNull('item.ordered_by');
    });
  }
  withoutValueLast(next, 'item.ordered_by');
  orderBy(next, page, 'item.ordered_by');
  const read: Knex.QueryBuilder = knex
    .from(next.as('placed'))
    .join('tech_debt_items as item', 'item.id', 'placed.id')
    .join('tech_debt_item_texts as texts', 'texts.item_id', 'placed.id')
    .select([...readColumns, 'placed.ordered_by']);
  const query = knex
    .withMaterialized('found', found)
    .from(knex.from('found').count({ total: '*' }).as('counted'))
    .joinRaw('left join ? on 1 = 1', [knex.raw('?', [read.as('item')])])
    .select('item.*', 'counted.total');
  withoutValueLast(query, 'item.ordered_by');
  const rows: any[] = await orderBy(query, page, 'item.ordered_by');
  // Where the page is empty, the count still has its row, with no item in it.
  return {
    rows: rows.filter(({ id }) => id !== null),
    total: Number(rows[0].total),
  };
}

/** The value of an item in the order, as far as the reader may see it. */
function orderedBy(knex: Knex, { order, hidden }: ReadPage): Knex.Raw {
  const column = orderColumns[order];
  return hidden.length === 0
    ? knex.raw('?? as ordered_by', [column])
    : knex.raw(
        `case when ?? in (${hidden
          .map(() => '?')
          .join(', ')}) then null else ?? end as ordered_by`,
        [column, ...hidden, column],
      );
}

function whereHasValue(
  query: Knex.QueryBuilder,
  { hidden }: ReadPage,
  column: string,
): void {
  query.whereNotNull(column);
  if (hidden.length > 0) {
    query.whereNotIn(column, hidden);
  }
}

function withoutValueLast(query: Knex.QueryBuilder, column: string): void {
  query.orderByRaw('case when ?? is null then 1 else 0 end', [column]);
}

/** Orders by a column and then by the id, as the indexes have them. */
function orderBy(
  query: Knex.QueryBuilder,
  { order, descending }: ReadPage,
  column: string,
): Knex.QueryBuilder {
  const direction = descending ? 'desc' : 'asc';
  const byCharacter = collationOf(query);
  const ofColumn = debtOrderKinds[order] === 'text' ? byCharacter : '';
  return query.orderByRaw(
    `??${ofColumn} ${direction}, item.id${byCharacter} ${direction}`,
    [column],
  );
}

function orderById(
  query: Knex.QueryBuilder,
  { descending }: ReadPage,
): Knex.QueryBuilder {
  return query.orderByRaw(
    `item.id${collationOf(query)} ${descending ? 'desc' : 'asc'}`,
  );
}

/** Limits a query to what has a value and follows the position. */
function whereBeyond(
  query: Knex.QueryBuilder,
  { order, descending, after }: ReadPage,
  column: string,
): void {
  const kind = debtOrderKinds[order];
  const byCharacter = collationOf(query);
  const ofColumn = kind === 'text' ? byCharacter : '';
  query.whereRaw(
    `(??${ofColumn}, item.id${byCharacter}) ${
      descending ? '<' : '>'
    } (cast(? as ${sqlTypes[kind]}), ?)`,
    [column, after!.value, after!.id],
  );
}

/** Limits a query over items without a value to what follows the position. */
function whereIdBeyond(
  query: Knex.QueryBuilder,
  { descending, after }: ReadPage,
): void {
  query.whereRaw(`item.id${collationOf(query)} ${descending ? '<' : '>'} ?`, [
    after!.id,
  ]);
}

/** Texts are in the order of their characters, whatever the collation of the database. */
function collationOf(query: Knex.QueryBuilder): string {
  return isPostgres(query) ? ' collate "C"' : '';
}
