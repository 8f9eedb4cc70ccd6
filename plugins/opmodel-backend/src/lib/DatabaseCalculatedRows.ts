import type { Knex } from 'knex';

/** SQLite takes at most 500 rows in one statement, and 32,766 parameters. */
const ROWS_PER_STATEMENT = 500;

/** A table that holds what is calculated of single entities. */
export interface CalculatedTable {
  table: string;
  /** What tells the rows of one entity apart. */
  keys: readonly string[];
  /** What the rows say. */
  values: readonly string[];
}

/** Whose rows they are. */
export interface CalculatedIdentity {
  calculation: string;
  entity_ref: string;
}

/**
 * Writes the difference between the rows of an entity and what they shall be: a late event touches a day, not a history.
 *
 * @returns the rows by which they differed
 */
export async function replaceCalculatedRows(
  transaction: Knex.Transaction,
  { table, keys, values }: CalculatedTable,
  identity: CalculatedIdentity,
  wanted: Record<string, unknown>[],
): Promise<{
  removed: Record<string, unknown>[];
  added: Record<string, unknown>[];
}> {
  const columns = [...keys, ...values];
  const missing = new Map(wanted.map(row => [textOf(row, columns), row]));
  const outdated: Record<string, unknown>[] = [];
  for (const row of await transaction(table).where(identity).select(columns)) {
    if (!missing.delete(textOf(row, columns))) {
      outdated.push(row);
    }
  }
  for (let at = 0; at < outdated.length; at += ROWS_PER_STATEMENT) {
    const portion = outdated
      .slice(at, at + ROWS_PER_STATEMENT)
      .map(row => keys.map(name => row[name] as string));
    await transaction(table)
      .where(identity)
      .modify(query => {
        if (keys.length > 0) {
          query.whereIn([...keys], portion);
        }
      })
      .delete();
  }
  const added = [...missing.values()].map(row => ({ ...identity, ...row }));
  await transaction.batchInsert(table, added, ROWS_PER_STATEMENT);
  return { removed: outdated, added };
}

function textOf(
  row: Record<string, unknown>,
  names: readonly string[],
): string {
  return JSON.stringify(
    names.map(name => {
      const value = row[name];
      if (typeof value === 'boolean') {
        // SQLite keeps booleans as 0 and 1.
        return value ? '1' : '0';
      }
      // PostgreSQL returns 64-bit integers as text.
      return value === null || value === undefined ? null : String(value);
    }),
  );
}
