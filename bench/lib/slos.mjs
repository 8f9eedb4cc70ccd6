/** Service level objectives with what was measured of them, as the engine keeps them. */
import { createRequire } from 'node:module';
import './engine.mjs';

const require = createRequire(import.meta.url);
const source = '../../plugins/opmodel-backend/src';
const hashes = require(`${source}/slo/definitions/definitionHashes.ts`);

export const {
  DatabaseSloStore,
} = require(`${source}/slo/DatabaseSloStore.ts`);
export const {
  SloEvaluator,
} = require(`${source}/slo/evaluation/SloEvaluator.ts`);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SLICE = 300;

export const sloRef = index =>
  `slo:default/promise-${String(index).padStart(5, '0')}`;

const metric = { type: 'toy', dataSource: null, connection: {}, spec: {} };

/** Every third SLO is counted by events, by slices, by the mean of slices; all over 30 rolling days. */
export function definitionOf(index) {
  const budgetingMethod = ['Occurrences', 'Timeslices', 'RatioTimeslices'][
    index % 3
  ];
  const isSliced = budgetingMethod !== 'Occurrences';
  return {
    ref: sloRef(index),
    title: `Promise ${index}`,
    description: null,
    entityRef: `component:default/service-${index}`,
    ownerRef: null,
    budgetingMethod,
    window: { type: 'rolling', duration: { count: 30, unit: 'd' } },
    objectives: [
      {
        index: 0,
        title: null,
        target: 0.999,
        timeSliceTarget: budgetingMethod === 'Timeslices' ? 0.99 : null,
        timeSliceSeconds: isSliced ? SLICE : null,
        comparison: null,
        indicator: {
          type: 'ratio',
          counter: true,
          good: metric,
          total: metric,
        },
        weight: 1,
      },
    ],
    composite: false,
    alertConditions: [],
    reviewOn: null,
  };
}

/** What a scan says of an SLO that is new. */
export function definedOf(index) {
  const definition = definitionOf(index);
  return {
    definition,
    sourceType: 'toy',
    definitionHash: hashes.definitionHashOf(definition, 'toy'),
    indicatorHash: hashes.indicatorHashOf(definition),
    sliceHash: hashes.sliceHashOf(definition),
    problems: [],
    countsFrom: null,
    recount: false,
  };
}

/** A hundred events in five minutes, of which one is bad in the first of each hour. */
const counts = {
  300: start => {
    const isBad = start % HOUR === 0;
    const good = isBad ? 98 : 100;
    return [good, 100, 1, isBad ? 0 : 1, good / 100, 1];
  },
  3600: () => [1_198, 1_200, 12, 11, 11.98, 12],
  86400: () => [28_752, 28_800, 288, 264, 287.52, 288],
};

/** Rows of one SLO up to `now`: days and hours of 31 days, and five minutes around each instant at which a span may begin. */
function startsOf(now, hoursDays) {
  const starts = { 300: new Set(), 3600: new Set(), 86400: new Set() };
  const fill = (resolution, from, to) => {
    const length = resolution * 1_000;
    for (let at = Math.floor(from / length) * length; at < to; at += length) {
      starts[resolution].add(at);
    }
  };
  fill(86400, now - 32 * DAY, Math.floor(now / DAY) * DAY);
  fill(3600, now - hoursDays * DAY, Math.floor(now / HOUR) * HOUR);
  fill(3600, now - 32 * DAY, now - 29 * DAY);
  for (const back of [0, 2 * HOUR, 6 * HOUR, DAY, 3 * DAY, 30 * DAY]) {
    const hour = Math.floor((now - back) / HOUR) * HOUR;
    fill(300, hour - HOUR, Math.min(now, hour + HOUR));
  }
  return starts;
}

/** Writes the buckets of SLOs, all alike, by one statement a portion, and says that they are measured. */
export async function loadBuckets(knex, { slos, now, hoursDays, postgres }) {
  const starts = startsOf(now, hoursDays);
  const rows = Object.entries(starts).flatMap(([resolution, of]) =>
    [...of].map(start => [
      Number(resolution),
      start,
      ...counts[resolution](start),
    ]),
  );
  // Days and hours under way are sums of what is known of them.
  const known = [...starts[300]].filter(start => start >= now - (now % HOUR));
  const sum = known
    .map(counts[300])
    .reduce(
      (of, part) => of.map((value, at) => value + part[at]),
      Array(6).fill(0),
    );
  if (known.length > 0) {
    rows.push([3600, now - (now % HOUR), ...sum]);
  }
  const hours = Math.floor((now % DAY) / HOUR);
  const today = sum.map((value, at) => value + hours * counts[3600]()[at]);
  if (now % DAY > 0) {
    rows.push([86400, now - (now % DAY), ...today]);
  }
  const names =
    'resolution, start, good, total, slices, good_slices, ratio_sum, measured';
  const columns = names.split(', ').map((column, at) => {
    const type = ['good', 'total', 'ratio_sum'].includes(column)
      ? 'double precision'
      : 'bigint';
    return postgres
      ? `(value->>${at})::${type} as ${column}`
      : `json_extract(value, '$[${at}]') as ${column}`;
  });
  const list = postgres
    ? 'jsonb_array_elements(?::jsonb) as value'
    : 'json_each(?)';
  const table = `select ${columns.join(', ')} from ${list}`;
  await knex.raw(`create table bench_buckets as ${table}`, [
    JSON.stringify(rows),
  ]);
  const portion = 500;
  for (let at = 0; at < slos; at += portion) {
    await knex.raw(
      `insert into slo_buckets (slo_ref, objective, ${names})
       select slo.ref, 0, bucket.* from slos as slo cross join bench_buckets as bucket
       where slo.ref >= ? and slo.ref <= ?`,
      [sloRef(at), sloRef(Math.min(slos, at + portion) - 1)],
    );
  }
  await knex.raw('drop table bench_buckets');
  await knex('slo_measurements').update({ measured_until: now });
  if (postgres) {
    await knex.raw('vacuum analyze slo_buckets');
  }
  return rows.length;
}
