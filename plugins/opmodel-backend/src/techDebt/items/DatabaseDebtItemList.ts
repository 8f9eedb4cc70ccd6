import { InputError } from '@backstage/errors';
import type { DebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { isPostgres } from '../../catalog/DatabaseLists';
import { selectDebtItems } from './DatabaseDebtItemSelection';
import { readColumns, toDebtItem } from './debtItemRows';
import type { DebtOrder, DebtPosition, DebtSelection } from './DebtItemStore';

/** How a list is read. */
interface DebtPage {
  order: DebtOrder;
  descending: boolean;
  limit: number;
  after?: DebtPosition;
}

/** The column of each order, which has an index with the id behind it, and what kind of value is in it. */
const orders: Record<
  DebtOrder,
  { column: string; type: 'text' | 'bigint' | 'double precision' }
> = {
  title: { column: 'item.sort_title', type: 'text' },
  createdAt: { column: 'item.created_at', type: 'bigint' },
  updatedAt: { column: 'item.updated_at', type: 'bigint' },
  statusSince: { column: 'item.status_since', type: 'bigint' },
  targetDate: { column: 'item.target_date', type: 'text' },
  reviewDate: { column: 'item.review_date', type: 'text' },
  owner: { column: 'item.owner_ref', type: 'text' },
  status: { column: 'item.status_rank', type: 'bigint' },
  category: { column: 'item.category', type: 'text' },
  severity: { column: 'item.severity_rank', type: 'bigint' },
  risk: { column: 'item.risk', type: 'double precision' },
  interest: { column: 'item.interest', type: 'double precision' },
  principal: { column: 'item.principal', type: 'double precision' },
  wsjf: { column: 'item.wsjf', type: 'double precision' },
  priority: { column: 'item.priority', type: 'double precision' },
  payback: { column: 'item.payback', type: 'double precision' },
};

/** One page of items, and how many there are. */
export async function listDebtItems(
  knex: Knex,
  selection: DebtSelection,
  page: DebtPage,
): Promise<{
  items: { item: DebtItem; position: DebtPosition }[];
  total: number;
}> {
  const { limit, after } = page;
  refuseForeignPosition(page);
  const [{ total }] = await selectDebtItems(knex, selection).count({
    total: '*',
  });
  if (Number(total) === 0) {
    return { items: [], total: 0 };
  }
  // First those with a value, then those without: each is the end of an index, which no order over both would be.
  const rows: any[] =
    after?.value === null ? [] : await readPart(knex, selection, page, true);
  if (rows.length < limit) {
    const rest = { ...page, limit: limit - rows.length };
    rows.push(...(await readPart(knex, selection, rest, false)));
  }
  return {
    total: Number(total),
    items: rows.map(row => ({
      item: toDebtItem(row),
      position: { value: valueOf(row, page.order), id: row.id },
    })),
  };
}

function valueOf(row: any, order: DebtOrder): string | number | null {
  // PostgreSQL gives large whole numbers as text.
  return orders[order].type === 'bigint' && row.ordered_by !== null
    ? Number(row.ordered_by)
    : row.ordered_by;
}

/** A cursor that somebody made up is no error of the database. */
function refuseForeignPosition({ order, after }: DebtPage): void {
  const { type } = orders[order];
  const value = after?.value ?? null;
  const isOfOrder =
    type === 'text'
      ? typeof value === 'string'
      : Number.isFinite(value) &&
        (type !== 'bigint' || Number.isSafeInteger(value));
  if (value !== null && !isOfOrder) {
    throw new InputError(`A list by '${order}' cannot go on after '${value}'`);
  }
}

/** The next items of those with a value, or of those without. */
function readPart(
  knex: Knex,
  selection: DebtSelection,
  { order, descending, limit, after }: DebtPage,
  withValue: boolean,
): Knex.QueryBuilder {
  const { column, type } = orders[order];
  const byCharacter = isPostgres(knex) ? ' collate "C"' : '';
  const value = type === 'text' ? `${column}${byCharacter}` : column;
  const id = `item.id${byCharacter}`;
  const beyond = descending ? '<' : '>';
  const direction = descending ? 'desc' : 'asc';
  const found = selectDebtItems(knex, selection)
    .select('item.*', knex.raw('?? as ordered_by', [column]))
    .limit(limit);
  if (withValue) {
    found
      .whereNotNull(column)
      .orderByRaw(`${value} ${direction}, ${id} ${direction}`);
    if (after) {
      found.whereRaw(`(${value}, ${id}) ${beyond} (cast(? as ${type}), ?)`, [
        after.value,
        after.id,
      ]);
    }
  } else {
    found.whereNull(column).orderByRaw(`${id} ${direction}`);
    if (after?.value === null) {
      found.whereRaw(`${id} ${beyond} ?`, [after.id]);
    }
  }
  // The texts are read of the page alone.
  return knex
    .from(found.as('item'))
    .join('tech_debt_item_texts as texts', 'texts.item_id', 'item.id')
    .select(readColumns)
    .orderByRaw(
      type === 'text'
        ? `item.ordered_by${byCharacter} ${direction}, ${id} ${direction}`
        : `item.ordered_by ${direction}, ${id} ${direction}`,
    );
}
