import type { Knex } from 'knex';
import { insertRows, whereAnyOf } from '../../catalog/DatabaseLists';
import type { FactChange } from './FactStore';

const columns = {
  entity_ref: 'text',
  provider: 'text',
  changed_at: 'bigint',
  before: 'text',
  added: 'text',
} as const;

/** Keeps what facts were before they changed. */
export async function insertChanges(
  transaction: Knex,
  changes: readonly FactChange[],
): Promise<void> {
  await insertRows(
    transaction,
    'fact_changes',
    columns,
    changes.map(({ entityRef, provider, changedAt, before, added }) => ({
      entity_ref: entityRef,
      provider,
      changed_at: changedAt,
      before: JSON.stringify(before),
      added: JSON.stringify(added),
    })),
  );
}

/**
 * What entities were known by before each change after an instant, the latest first.
 *
 * @param after - epoch milliseconds
 */
export async function readChangesAfter(
  knex: Knex,
  entityRefs: readonly string[],
  after: number,
): Promise<FactChange[]> {
  const query = latestFirst(knex).where('changed_at', '>', after);
  whereAnyOf(query, 'entity_ref', entityRefs);
  const rows: Record<string, any>[] = await query;
  return rows.map(fromChangeRow);
}

/** Asks for changes, the latest first; of one instant, in the opposite order of being kept. */
export function latestFirst(knex: Knex): Knex.QueryBuilder {
  return knex('fact_changes')
    .orderBy([
      { column: 'changed_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .select();
}

/** What was known before the change of a row. */
export function fromChangeRow(row: Record<string, any>): FactChange {
  return {
    entityRef: row.entity_ref,
    provider: row.provider,
    changedAt: Number(row.changed_at),
    before: JSON.parse(row.before),
    added: JSON.parse(row.added),
  };
}
