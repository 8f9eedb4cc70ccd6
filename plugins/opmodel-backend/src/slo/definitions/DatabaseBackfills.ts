import type { Knex } from 'knex';
import { inBulks, jsonTable } from '../../catalog/DatabaseLists';
import type { SloChanges } from './SloDefinitionStore';

const backfillColumns = {
  slo_ref: 'text',
  objective: 'integer',
  from_at: 'bigint',
} as const;

/** Has objectives measured backwards, without what is known of the same time, which is of something else. */
export async function writeBackfills(
  transaction: Knex.Transaction,
  slos: SloChanges['defined'],
): Promise<void> {
  const rows = slos.flatMap(({ definition, backfill }) =>
    (backfill?.objectives ?? []).map(objective => ({
      slo_ref: definition.ref,
      objective,
      from_at: backfill!.from,
    })),
  );
  await inBulks(rows, async bulk => {
    const given = () =>
      jsonTable(transaction, bulk, backfillColumns, 'backfill');
    await transaction.raw(
      `delete from slo_buckets where (slo_ref, objective, resolution, start) in (
         select bucket.slo_ref, bucket.objective, bucket.resolution, bucket.start
         from ? cross join slo_buckets as bucket
         where bucket.slo_ref = backfill.slo_ref
           and bucket.objective = backfill.objective
           and bucket.start >= backfill.from_at
       )`,
      [given()],
    );
    await transaction.raw(
      `insert into slo_backfills (slo_ref, objective, from_at)
       select slo_ref, objective, from_at from ? where true
       on conflict (slo_ref, objective) do update set from_at = excluded.from_at`,
      [given()],
    );
  });
}
