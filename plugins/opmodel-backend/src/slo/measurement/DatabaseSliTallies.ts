import {
  SLI_BUCKET_SECONDS,
  type SliResolution,
  sliResolutions,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { inBulks, jsonTable } from '../../catalog/DatabaseLists';
import {
  bucketColumns,
  bucketKeys,
  bucketNames,
  summedParts,
  toBucketRow,
  upsertBucket,
} from './DatabaseSliBucketRows';
import type { TalliedSpan } from './SliBucketStore';

const spanColumns = {
  slo_ref: 'text',
  objective: 'integer',
  from_at: 'bigint',
  to_at: 'bigint',
} as const;

const startColumns = {
  slo_ref: 'text',
  objective: 'integer',
  start: 'bigint',
} as const;

/** Keeps buckets of five minutes in place of what is there in their spans, and sums hours and days from them. */
export async function keepTallies(
  knex: Knex,
  spans: readonly TalliedSpan[],
): Promise<void> {
  // In one order, so that replicas that keep the same do not wait for each other in a circle.
  const ordered = [...spans].sort(
    (a, b) =>
      (a.sloRef < b.sloRef ? -1 : Number(a.sloRef > b.sloRef)) ||
      a.objective - b.objective,
  );
  await knex.transaction(async transaction => {
    await dropOthers(transaction, ordered);
    await writeTallies(transaction, ordered);
    let finer: SliResolution = SLI_BUCKET_SECONDS;
    for (const resolution of sliResolutions.slice(1)) {
      await rollUp(transaction, ordered, { finer, resolution });
      finer = resolution;
    }
  });
}

/** Deletes buckets of five minutes that were measured before and are not known any more. */
async function dropOthers(
  transaction: Knex.Transaction,
  spans: readonly TalliedSpan[],
): Promise<void> {
  await transaction.raw(
    `delete from slo_buckets where (${bucketKeys.join(', ')}) in (
       select bucket.slo_ref, bucket.objective, bucket.resolution, bucket.start
       from ? cross join slo_buckets as bucket
       where bucket.slo_ref = span.slo_ref and bucket.objective = span.objective
         and bucket.resolution = ${SLI_BUCKET_SECONDS}
         and bucket.start >= span.from_at and bucket.start < span.to_at
         and (bucket.slo_ref, bucket.objective, bucket.start) not in (
           select slo_ref, objective, start from ?
         )
     )`,
    [
      spanTable(transaction, spans, SLI_BUCKET_SECONDS),
      jsonTable(
        transaction,
        spans.flatMap(({ sloRef, objective, tallies }) =>
          tallies.map(({ start }) => ({ slo_ref: sloRef, objective, start })),
        ),
        startColumns,
        'told',
      ),
    ],
  );
}

async function writeTallies(
  transaction: Knex.Transaction,
  spans: readonly TalliedSpan[],
): Promise<void> {
  const rows = spans.flatMap(({ sloRef, objective, tallies }) =>
    tallies.map(tally =>
      toBucketRow(tally, { sloRef, objective, resolution: SLI_BUCKET_SECONDS }),
    ),
  );
  await inBulks(rows, bulk =>
    transaction.raw(
      `insert into slo_buckets (${bucketNames}) select ${bucketNames} from ? where true ${upsertBucket}`,
      [jsonTable(transaction, bulk, bucketColumns, 'new_bucket')],
    ),
  );
}

/** Sums the longer buckets that the spans touch, and deletes those of which nothing is left. */
async function rollUp(
  transaction: Knex.Transaction,
  spans: readonly TalliedSpan[],
  { finer, resolution }: { finer: SliResolution; resolution: SliResolution },
): Promise<void> {
  const length = resolution * 1_000;
  const table = spanTable(transaction, spans, resolution);
  await transaction.raw(
    `delete from slo_buckets where (${bucketKeys.join(', ')}) in (
       select bucket.slo_ref, bucket.objective, bucket.resolution, bucket.start
       from ? cross join slo_buckets as bucket
       where bucket.slo_ref = span.slo_ref and bucket.objective = span.objective
         and bucket.resolution = ${resolution}
         and bucket.start >= span.from_at and bucket.start < span.to_at
         and not exists (
           select 1 from slo_buckets as part
           where part.slo_ref = bucket.slo_ref and part.objective = bucket.objective
             and part.resolution = ${finer}
             and part.start >= bucket.start and part.start < bucket.start + ${length}
         )
     )`,
    [table],
  );
  await transaction.raw(
    `insert into slo_buckets (${bucketNames})
     select part.slo_ref, part.objective, ${resolution},
       part.start - part.start % ${length}, ${summedParts}
     from ? cross join slo_buckets as part
     where part.slo_ref = span.slo_ref and part.objective = span.objective
       and part.resolution = ${finer}
       and part.start >= span.from_at and part.start < span.to_at
     group by part.slo_ref, part.objective, part.start - part.start % ${length}
     ${upsertBucket}`,
    [table],
  );
}

/** The spans, made longer to the borders of buckets. Each objective is there once. */
function spanTable(
  transaction: Knex.Transaction,
  spans: readonly TalliedSpan[],
  resolution: SliResolution,
): Knex.Raw {
  const length = resolution * 1_000;
  return jsonTable(
    transaction,
    spans.map(({ sloRef, objective, from, to }) => ({
      slo_ref: sloRef,
      objective,
      from_at: Math.floor(from / length) * length,
      to_at: Math.ceil(to / length) * length,
    })),
    spanColumns,
    'span',
  );
}
