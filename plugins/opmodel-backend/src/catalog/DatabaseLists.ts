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
