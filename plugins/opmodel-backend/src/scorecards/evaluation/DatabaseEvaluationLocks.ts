import type { Knex } from 'knex';
import { isPostgres } from '../../catalog/DatabaseLists';
import { queryRows } from '../../intake/DatabaseRows';

/*
 * One entity is evaluated by one transaction at a time: each reads what is known of it and writes what follows. An entity that was never
 * evaluated has no row to lock, so PostgreSQL's locks of a transaction on a number stand for it. SQLite has one transaction at a time.
 */

const keyOf = `hashtextextended('opmodel-scorecards/' || ref, 0)`;

/** Locks those of the entities that nobody else has, without waiting. */
export async function lockFreeEntities(
  transaction: Knex,
  entityRefs: readonly string[],
): Promise<string[]> {
  if (!isPostgres(transaction)) {
    return [...entityRefs];
  }
  const rows = await queryRows<{ ref: string }>(
    transaction.raw(
      `select ref from unnest(?::text[]) as ref where pg_try_advisory_xact_lock(${keyOf})`,
      [[...entityRefs]],
    ),
  );
  return rows.map(({ ref }) => ref);
}

/** Locks entities, once nobody else has them. Always in one order, so that two that wait never wait for each other. */
export async function lockEntities(
  transaction: Knex,
  entityRefs: readonly string[],
): Promise<void> {
  if (isPostgres(transaction)) {
    await transaction.raw(
      `select pg_advisory_xact_lock(key) from (
         select distinct ${keyOf} as key from unnest(?::text[]) as ref order by key
       ) as keys`,
      [[...entityRefs]],
    );
  }
}
