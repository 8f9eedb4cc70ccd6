import type { Knex } from 'knex';
import { jsonTable, type JsonColumnType } from '../catalog/DatabaseLists';

/** The rows that a raw statement answers, whichever database runs it. */
export async function queryRows<T>(statement: Knex.Raw): Promise<T[]> {
  const answer: T[] | { rows: T[] } = await statement;
  return Array.isArray(answer) ? answer : answer.rows;
}

/**
 * Inserts a list of rows in one statement, in their order.
 *
 * @param options - `onConflict`: what follows `on conflict`; `returning`: columns of the rows that were written
 */
export async function insertRows<T>(
  knex: Knex,
  table: string,
  columns: Record<string, JsonColumnType>,
  rows: readonly object[],
  options: { onConflict?: string; returning?: string } = {},
): Promise<T[]> {
  if (rows.length === 0) {
    return [];
  }
  const names = Object.keys(columns).join(', ');
  const conflict = options.onConflict
    ? `on conflict ${options.onConflict}`
    : '';
  const returning = options.returning ? `returning ${options.returning}` : '';
  return queryRows<T>(
    // SQLite takes "on" after "from" for a join; the condition ends that.
    knex.raw(
      `insert into ${table} (${names}) select ${names} from ? where true ${conflict} ${returning}`,
      [jsonTable(knex, rows, columns, 'given')],
    ),
  );
}
