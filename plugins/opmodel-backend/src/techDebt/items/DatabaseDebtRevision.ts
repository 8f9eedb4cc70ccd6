import type { Knex } from 'knex';
import { snapshotRevision } from '../../catalog/DatabaseScanRows';

/**
 * Says in a transaction that it changes items. It belongs to its end: whoever writes next waits from here until the transaction is over.
 */
export async function raiseDebtRevision(
  transaction: Knex.Transaction,
): Promise<void> {
  await transaction('tech_debt_revision').increment('revision', 1);
}

/** What items and the catalog around them are, as a text that never comes back once something has changed. */
export async function readDebtRevision(knex: Knex): Promise<string> {
  const [row] = await knex.select(
    ...snapshotRevision(knex),
    knex('tech_debt_revision').max('revision').as('items'),
  );
  return JSON.stringify(Object.values(row));
}
