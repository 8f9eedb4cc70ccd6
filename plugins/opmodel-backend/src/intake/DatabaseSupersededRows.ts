import type { Knex } from 'knex';
import { isPostgres } from '../catalog/DatabaseLists';
import { recordTables } from './recordTables';

/** Every table whose rows are superseded instead of overwritten. */
const versionedTables = [
  ...Object.values(recordTables).map(({ table }) => table),
  'deployment_changes',
];

/**
 * Deletes rows that were superseded before an instant.
 *
 * @returns the number of rows deleted, over all tables at most `limit`
 */
export async function deleteSupersededRows(
  knex: Knex,
  options: { before: number; limit: number },
): Promise<number> {
  let deleted = 0;
  for (const table of versionedTables) {
    if (deleted < options.limit) {
      const oldest = knex(table)
        .where('superseded_at', '<', options.before)
        .orderBy('superseded_at')
        .limit(options.limit - deleted)
        .select(knex.raw(isPostgres(knex) ? 'ctid' : 'rowid'));
      // Not every table has a key of one column, but every row has its place.
      deleted += await knex(table)
        .whereRaw(isPostgres(knex) ? 'ctid = any(array(?))' : 'rowid in (?)', [
          oldest,
        ])
        .delete();
    }
  }
  return deleted;
}
