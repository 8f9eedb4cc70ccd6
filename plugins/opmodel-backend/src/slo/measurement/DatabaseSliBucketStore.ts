import {
  SLI_BUCKET_SECONDS,
  type SliResolution,
  sliResolutions,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { inBulks, jsonTable } from '../../catalog/DatabaseLists';
import { keepHourRows } from './DatabaseSliHours';
import type {
  BucketRange,
  HourTally,
  MeasuredTally,
  SliBucketStore,
  TalliedSpan,
} from './SliBucketStore';

/** What is summed, in the order of the columns. */
const sums = [
  'good',
  'total',
  'slices',
  'good_slices',
  'ratio_sum',
  'measured',
] as const;

const keys = ['slo_ref', 'objective', 'resolution', 'start'];

const bucketColumns = {
  slo_ref: 'text',
  objective: 'integer',
  resolution: 'integer',
  start: 'bigint',
  good: 'double precision',
  total: 'double precision',
  slices: 'integer',
  good_slices: 'integer',
  ratio_sum: 'double precision',
  measured: 'integer',
} as const;

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

/** Writes a bucket only where it differs: what is measured again mostly says the same. */
const upsert = `on conflict (${keys.join(', ')}) do update set
  ${sums.map(name => `${name} = excluded.${name}`).join(', ')}
  where ${sums
    .map(name => `slo_buckets.${name} <> excluded.${name}`)
    .join(' or ')}`;

/** Keeps buckets in SQLite or PostgreSQL. */
export class DatabaseSliBucketStore implements SliBucketStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(
    range: BucketRange & { limit?: number },
  ): Promise<MeasuredTally[]> {
    const query = this.#knex('slo_buckets')
      .where({
        slo_ref: range.sloRef,
        objective: range.objective,
        resolution: range.resolution,
      })
      .where('start', '>=', range.from)
      .where('start', '<', range.to)
      .orderBy('start')
      .select('start', ...sums);
    if (range.limit !== undefined) {
      query.limit(range.limit);
    }
    const rows: Record<string, any>[] = await query;
    return rows.map(row => ({
      start: Number(row.start),
      good: row.good,
      total: row.total,
      slices: row.slices,
      goodSlices: row.good_slices,
      ratioSum: row.ratio_sum,
      measured: row.measured,
    }));
  }

  async keep(spans: readonly TalliedSpan[]): Promise<void> {
    // In one order, so that replicas that keep the same do not wait for each other in a circle.
    const ordered = [...spans].sort(
      (a, b) =>
        (a.sloRef < b.sloRef ? -1 : Number(a.sloRef > b.sloRef)) ||
        a.objective - b.objective,
    );
    await this.#knex.transaction(async transaction => {
      await dropOthers(transaction, ordered);
      await writeTallies(transaction, ordered);
      let finer: SliResolution = SLI_BUCKET_SECONDS;
      for (const resolution of sliResolutions.slice(1)) {
        await rollUp(transaction, ordered, { finer, resolution });
        finer = resolution;
      }
    });
  }

  async keepHours(
    hours: readonly HourTally[],
  ): Promise<Pick<HourTally, 'sloRef' | 'objective' | 'start'>[]> {
    return keepHourRows(this.#knex, hours);
  }

  async deleteBatch(options: {
    resolution: SliResolution;
    before: number;
    limit: number;
  }): Promise<number> {
    const { resolution, before, limit } = options;
    const oldest = this.#knex('slo_buckets')
      .where({ resolution })
      .where('start', '<=', before - resolution * 1_000)
      .orderBy('start')
      .limit(limit)
      .select(keys);
    return this.#knex('slo_buckets').whereIn(keys, oldest).delete();
  }
}

/** Deletes buckets of five minutes that were measured before and are not known any more. */
async function dropOthers(
  transaction: Knex.Transaction,
  spans: readonly TalliedSpan[],
): Promise<void> {
  await transaction.raw(
    `delete from slo_buckets where (${keys.join(', ')}) in (
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
    tallies.map(tally => ({
      slo_ref: sloRef,
      objective,
      resolution: SLI_BUCKET_SECONDS,
      start: tally.start,
      good: tally.good,
      total: tally.total,
      slices: tally.slices,
      good_slices: tally.goodSlices,
      ratio_sum: tally.ratioSum,
      measured: tally.measured,
    })),
  );
  const names = Object.keys(bucketColumns).join(', ');
  await inBulks(rows, bulk =>
    transaction.raw(
      `insert into slo_buckets (${names}) select ${names} from ? where true ${upsert}`,
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
    `delete from slo_buckets where (${keys.join(', ')}) in (
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
    `insert into slo_buckets (${Object.keys(bucketColumns).join(', ')})
     select part.slo_ref, part.objective, ${resolution},
       part.start - part.start % ${length}, ${sums
      .map(name => `sum(part.${name})`)
      .join(', ')}
     from ? cross join slo_buckets as part
     where part.slo_ref = span.slo_ref and part.objective = span.objective
       and part.resolution = ${finer}
       and part.start >= span.from_at and part.start < span.to_at
     group by part.slo_ref, part.objective, part.start - part.start % ${length}
     ${upsert}`,
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
