import type { Knex } from 'knex';
import { isPostgres, whereAnyOf } from '../../catalog/DatabaseLists';
import { lockFreeEntities } from './DatabaseEvaluationLocks';
import { fromWorkRow } from './DatabaseScorecardWork';
import { gatherWork } from './entityWork';
import type { EntityWork, ResultStore, WaitingWork } from './ResultStore';

/** Work that a transaction took. */
export interface TakenWork {
  /** Of the rows, to delete them once they are done. */
  ids: number[];
  work: EntityWork[];
}

/** Rows that are looked at for each entity that is taken: an entity has work from several providers. */
const rowsForEntity = 6;

/** How many entities the operator's page names that could not be evaluated. */
const failuresNamed = 20;

/**
 * Takes the work of the entities that have waited longest, and locks them. All work of an entity is taken at once. Work that somebody else
 * has is passed by.
 */
export async function takeWork(
  transaction: Knex,
  { limit, now, entityRefs, until }: Parameters<ResultStore['workOff']>[0],
): Promise<TakenWork> {
  const oldest = transaction('scorecard_work')
    .where(due => due.whereNull('held_until').orWhere('held_until', '<=', now))
    .orderBy('id')
    .limit(limit * rowsForEntity)
    .select('entity_ref');
  if (entityRefs) {
    whereAnyOf(oldest, 'entity_ref', entityRefs);
  }
  if (until !== undefined) {
    oldest.where('id', '<=', until);
  }
  const rows: { entity_ref: string }[] = await skippingLocked(oldest);
  const refs = [...new Set(rows.map(row => row.entity_ref))].slice(0, limit);
  if (refs.length === 0) {
    return { ids: [], work: [] };
  }
  const all = transaction('scorecard_work').orderBy('id').select();
  whereAnyOf(all, 'entity_ref', await lockFreeEntities(transaction, refs));
  if (until !== undefined) {
    all.where('id', '<=', until);
  }
  const taken: Record<string, any>[] = await skippingLocked(all);
  return {
    ids: taken.map(({ id }) => Number(id)),
    work: gatherWork(taken.map(fromWorkRow)),
  };
}

/** Work that was done is gone. */
export async function deleteWork(
  transaction: Knex,
  ids: readonly number[],
): Promise<void> {
  if (isPostgres(transaction)) {
    await transaction.raw(
      'delete from scorecard_work where id = any(?::bigint[])',
      [[...ids]],
    );
  } else {
    await transaction.raw(
      'delete from scorecard_work where id in (select value from json_each(?))',
      [JSON.stringify(ids)],
    );
  }
}

/** {@inheritDoc ResultStore.putOff} */
export async function putOffWork(
  knex: Knex,
  entityRefs: readonly string[],
  { error, until }: { error: string; until: number },
): Promise<void> {
  const query = knex('scorecard_work');
  whereAnyOf(query, 'entity_ref', entityRefs);
  await query.update({ error, held_until: until });
}

/** {@inheritDoc ResultStore.lastWork} */
export async function readLastWork(knex: Knex): Promise<number> {
  const [{ last }] = await knex('scorecard_work').max({ last: 'id' });
  return Number(last ?? 0);
}

/** {@inheritDoc ResultStore.waiting} */
export async function countWaiting(knex: Knex): Promise<WaitingWork> {
  const [counts]: Record<string, any>[] = await knex('scorecard_work')
    .countDistinct({ entities: 'entity_ref' })
    .min({ since: 'created_at' })
    .select(
      knex.raw(
        'count(distinct case when error is not null then entity_ref end) as failed',
      ),
    );
  const { entities, since, failed } = counts;
  const named: { entity_ref: string; error: string }[] =
    Number(failed) === 0
      ? []
      : await knex('scorecard_work')
          .whereNotNull('error')
          .groupBy('entity_ref')
          .orderBy('entity_ref')
          .limit(failuresNamed)
          .select('entity_ref')
          .max({ error: 'error' });
  return {
    entities: Number(entities),
    since: since === null ? null : Number(since),
    failed: Number(failed),
    failures: named.map(row => ({
      entityRef: row.entity_ref,
      error: row.error,
    })),
  };
}

function skippingLocked(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return isPostgres(query) ? query.forUpdate().skipLocked() : query;
}
