import type { Knex } from 'knex';

/** True for PostgreSQL, false for SQLite. */
export function isPostgres(builder: Knex | Knex.QueryBuilder): boolean {
  const { client } = builder as unknown as {
    client: { config: { client: unknown } };
  };
  return client.config.client === 'pg';
}

/**
 * Limits a query to the rows whose text column is one of `values`, however many there are.
 *
 * The list travels as one parameter: databases limit the number of parameters of a statement (SQLite to 32,766), and one
 * statement text for all lengths is prepared once.
 */
export function whereAnyOf(
  query: Knex.QueryBuilder,
  column: string,
  values: Iterable<string>,
): void {
  const list = [...values];
  if (isPostgres(query)) {
    query.whereRaw('?? = any(?::text[])', [column, list]);
  } else {
    query.whereRaw('?? in (select value from json_each(?))', [
      column,
      JSON.stringify(list),
    ]);
  }
}

/** Orders by a text column in the order of its characters, which is the same on every database and in memory. */
export function orderByText(query: Knex.QueryBuilder, column: string): void {
  query.orderByRaw(isPostgres(query) ? '?? collate "C"' : '??', [column]);
}

/** Limits a query to what follows a value in the order of {@link orderByText}. */
export function whereTextAfter(
  query: Knex.QueryBuilder,
  column: string,
  value: string,
): void {
  query.whereRaw(isPostgres(query) ? '?? collate "C" > ?' : '?? > ?', [
    column,
    value,
  ]);
}

/** A column of rows that travel to the database as one JSON value. */
export type JsonColumnType =
  | 'text'
  | 'bigint'
  | 'integer'
  | 'boolean'
  | 'double precision';

/**
 * Rows as a table expression that travels as one parameter, for bulk statements: `insert into … select … from <rows>`.
 *
 * @param columns - the fields of the rows, with their types; a missing field is null
 * @param alias - name of the table expression
 */
export function jsonTable(
  knex: Knex,
  rows: readonly object[],
  columns: Record<string, JsonColumnType>,
  alias: string,
): Knex.Raw {
  const names = Object.keys(columns);
  if (isPostgres(knex)) {
    const definition = names.map(name => `?? ${columns[name]}`).join(', ');
    return knex.raw(`jsonb_to_recordset(?::jsonb) as ??(${definition})`, [
      JSON.stringify(rows),
      alias,
      ...names,
    ]);
  }
  const fields = names.map(() => 'json_extract(value, ?) as ??').join(', ');
  return knex.raw(`(select ${fields} from json_each(?)) as ??`, [
    ...names.flatMap(name => [`$.${name}`, name]),
    JSON.stringify(rows),
    alias,
  ]);
}

/** Rows that one bulk statement carries: enough to make round trips cheap, few enough to keep the statement small. */
const bulkSize = 2_000;

/**
 * Calls `write` for the rows in portions that suit one bulk statement, one after the other.
 */
export async function inBulks<T>(
  rows: readonly T[],
  write: (bulk: T[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += bulkSize) {
    await write(rows.slice(at, at + bulkSize));
  }
}

/** Inserts any number of rows. */
export async function insertRows(
  knex: Knex,
  table: string,
  columns: Record<string, JsonColumnType>,
  rows: readonly object[],
): Promise<void> {
  const names = Object.keys(columns);
  const list = names.map(() => '??').join(', ');
  await inBulks(rows, bulk =>
    knex.raw(`insert into ?? (${list}) select ${list} from ?`, [
      table,
      ...names,
      ...names,
      jsonTable(knex, bulk, columns, 'new_row'),
    ]),
  );
}

/** Deletes the rows of any number of entities. */
export async function deleteRows(
  knex: Knex,
  table: string,
  column: string,
  values: readonly string[],
): Promise<void> {
  await inBulks(values, bulk => {
    const query = knex(table);
    whereAnyOf(query, column, bulk);
    return query.delete();
  });
}
