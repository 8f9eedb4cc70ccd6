import type { SliResolution } from '@opmodel/backstage-plugin-opmodel-common';
import type { MeasuredTally } from './SliBucketStore';

/** What is summed, in the order of the columns. */
export const bucketSums = [
  'good',
  'total',
  'slices',
  'good_slices',
  'ratio_sum',
  'measured',
] as const;

/** What tells a bucket from every other. */
export const bucketKeys = ['slo_ref', 'objective', 'resolution', 'start'];

export const bucketColumns = {
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

/** All columns, as a list in SQL. */
export const bucketNames = Object.keys(bucketColumns).join(', ');

/** Writes a bucket only where it differs: what is measured again mostly says the same. */
export const upsertBucket = `on conflict (${bucketKeys.join(
  ', ',
)}) do update set
  ${bucketSums.map(name => `${name} = excluded.${name}`).join(', ')}
  where ${bucketSums
    .map(name => `slo_buckets.${name} <> excluded.${name}`)
    .join(' or ')}`;

/** The sums of the parts of a bucket, as a list in SQL. */
export const summedParts = bucketSums
  .map(name => `sum(part.${name})`)
  .join(', ');

export function toBucketRow(
  tally: MeasuredTally,
  key: { sloRef: string; objective: number; resolution: SliResolution },
) {
  return {
    slo_ref: key.sloRef,
    objective: key.objective,
    resolution: key.resolution,
    start: tally.start,
    good: tally.good,
    total: tally.total,
    slices: tally.slices,
    good_slices: tally.goodSlices,
    ratio_sum: tally.ratioSum,
    measured: tally.measured,
  };
}

export function readTally(row: Record<string, any>): MeasuredTally {
  return {
    start: Number(row.start),
    good: row.good,
    total: row.total,
    slices: row.slices,
    goodSlices: row.good_slices,
    ratioSum: row.ratio_sum,
    measured: row.measured,
  };
}
