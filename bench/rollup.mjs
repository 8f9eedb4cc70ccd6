/*
 * The 90-day roll-up of the organisation and of a group of 500 components, beside the same answer from raw rows in SQL.
 *
 *   node bench/rollup.mjs [components] [deployments]
 *
 * Uses what bench/load.mjs has loaded, and loads it where it is missing. The answer is what all five metrics are computed from,
 * time to restore beside them: change lead time with its stages, recovery and restore by bin, and the deployments that failed or
 * were rework, of the 90 days and by week, those of the 90 days before, and how often each component deployed in both. Both ways
 * must come to the same numbers, or the run fails. The metrics themselves are then read as a report reads them.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  common,
  createKnex,
  DatabaseDoraStore,
  definitions,
  DoraNumbersReader,
} from './lib/engine.mjs';
import { lineOf, quantileOf, repeat } from './lib/measure.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { divisionRef } from './lib/organisation.mjs';
import { openLoaded } from './load.mjs';

const loaded = await openLoaded(
  Number(process.argv[2] ?? 10_000),
  Number(process.argv[3] ?? 2_000_000),
);
const definition = definitions.default;
const { calculation } = definition;
const { addDays } = common;
const window = {
  from: addDays(loaded.until, -89),
  to: loaded.until,
  previous: {
    from: addDays(loaded.until, -179),
    to: addDays(loaded.until, -90),
  },
};

/** The verdicts of the calculation and its samples, one row each: the bins are computed in the query. */
const rawSql = `
  with member as (
    select entity_ref from scope_spans where scope_ref = :scopeRef and to_day is null and entity_ref like 'component:%'
  ), sample as materialized (
    select s.day >= :from as is_current, s.day, lead_time, coding, pickup, review, commit_to_merge, merge_to_deploy
    from dora_samples s join member using (entity_ref)
    where calculation = :calculation and day between :previousFrom and :to and exclusion is null
  ), binned as (
    select is_current, metric,
      case when metric = 'lead_time' then to_char(date_trunc('week', day::date), 'YYYY-MM-DD') end as week,
      case when seconds = 0 then -1 else floor(ln(seconds::float8) / ln(1.02::float8))::int end as bin
    from sample, lateral (values ('lead_time', lead_time), ('coding', coding), ('pickup', pickup), ('review', review),
      ('commit_to_merge', commit_to_merge), ('merge_to_deploy', merge_to_deploy)) as counted(metric, seconds)
    where is_current or metric = 'lead_time'
  ), failure as materialized (
    select d.day >= :from as is_current, d.day, d.failed, d.rework, r.recovery
    from dora_deployments d join member using (entity_ref)
      left join dora_recoveries r using (calculation, entity_ref, source, deployment)
    where calculation = :calculation and d.day between :previousFrom and :to and d.exclusion is null and (d.failed or d.rework)
  ), incident as materialized (
    select i.day >= :from as is_current, i.day, i.restore from dora_incidents i join member using (entity_ref)
    where calculation = :calculation and i.day between :previousFrom and :to
  ), happened as (
    select is_current, 'failed_deployments' as metric, day, null::bigint as seconds from failure where failed
    union all select is_current, 'rework_deployments', day, null from failure where rework
    union all select is_current, 'recovery', day, recovery from failure where recovery is not null
    union all select is_current, 'restore', day, restore from incident where restore is not null
    union all select is_current, 'incidents', day, null from incident
  )
  select is_current, metric, week, bin, count(*)::int as count from binned group by 1, 2, 3, 4
  union all
  select is_current, metric, to_char(date_trunc('week', day::date), 'YYYY-MM-DD') as week,
    case when seconds is null then 0 else floor(ln(seconds::float8) / ln(1.02::float8))::int end as bin, count(*)::int
  from happened group by 1, 2, 3, 4`;

/** What the raw rows are compared in. */
const compared = new Set([
  'lead_time',
  'coding',
  'pickup',
  'review',
  'commit_to_merge',
  'merge_to_deploy',
  'failed_deployments',
  'rework_deployments',
  'recovery',
  'restore',
  'incidents',
]);

const rawFrequencySql = `
  select entity_ref, count(*) filter (where day >= :from)::int as current, count(*) filter (where day < :from)::int as previous
  from dora_deployments d join scope_spans s using (entity_ref)
  where d.calculation = :calculation and d.exclusion is null and d.day between :previousFrom and :to
    and s.scope_ref = :scopeRef and s.to_day is null
  group by entity_ref`;

const postgres = await startPostgres({ folder: loaded.folder, fast: true });
const knex = createKnex({
  client: 'pg',
  connection: { ...postgres.connection, database: 'backstage_plugin_opmodel' },
});
try {
  const store = new DatabaseDoraStore(knex);
  const lines = [];
  for (const [name, scopeRef] of [
    ['organisation', 'org'],
    ['group of 500', divisionRef(0)],
  ]) {
    const selection = {
      scopeRef,
      ownership: 'now',
      visibility: { type: 'all' },
    };
    const parameters = {
      scopeRef,
      calculation,
      from: window.from,
      to: window.to,
      previousFrom: window.previous.from,
    };
    const rollUp = async () => ({
      counts: await store.sumWindow(calculation, selection, window),
      states: await store.describe(calculation, selection, window, {
        emptyDaysFrom: 'first_deployment',
      }),
    });
    const fromRaw = async () => ({
      bins: (await knex.raw(rawSql, parameters)).rows,
      frequency: (await knex.raw(rawFrequencySql, parameters)).rows,
    });
    const answer = await rollUp();
    if (!answer.counts.isLarge) {
      throw new Error(`${scopeRef} has no sums`);
    }
    compare(answer, await fromRaw());
    const raw = await repeat(fromRaw, { seconds: 40, runs: 20, warm: 0 });
    const rolled = await repeat(rollUp);
    const numbers = new DoraNumbersReader({ store, definition });
    const metrics = await repeat(() =>
      numbers.read(selection, { ...window, days: 90 }, true),
    );
    lines.push(
      lineOf(`${name}, from raw rows in SQL`, raw),
      lineOf(`${name}, as the engine reads it`, rolled, raw),
      lineOf(`${name}, all five metrics`, metrics, raw),
      `${name}: ${(quantileOf(raw, 0.5) / quantileOf(rolled, 0.5)).toFixed(
        1,
      )} times faster than from raw rows (p50)`,
    );
  }
  process.stdout.write(
    `${loaded.components} components, ${
      loaded.deployments
    } deployments, 90 days and the 90 before\n${lines.join('\n')}\n`,
  );
} finally {
  await knex.destroy();
  await postgres.stop();
}

/** @throws when both ways do not come to the same */
function compare({ counts, states }, { bins, frequency }) {
  const expected = new Map();
  const add = (key, count) =>
    expected.set(key, (expected.get(key) ?? 0) + count);
  for (const { is_current: isCurrent, metric, week, bin, count } of bins) {
    add(`${isCurrent} ${metric} ${bin}`, count);
    if (week) {
      add(`${isCurrent} ${metric} ${bin} ${week}`, count);
    }
  }
  const actual = new Map();
  for (const [isCurrent, span] of [
    [true, counts.current],
    [false, counts.previous],
  ]) {
    const collect = (byMetric, suffix) => {
      for (const [metric, own] of byMetric) {
        if (compared.has(metric)) {
          own.forEach((count, bin) =>
            actual.set(`${isCurrent} ${metric} ${bin}${suffix}`, count),
          );
        }
      }
    };
    collect(span.counts, '');
    span.weeks.forEach((byMetric, week) => collect(byMetric, ` ${week}`));
  }
  const sumOf = name => frequency.reduce((sum, row) => sum + row[name], 0);
  const reported = state =>
    state.reporting.reduce(
      (sum, { components, deployments }) => sum + components * deployments,
      0,
    );
  if (
    !isDeepStrictEqual([...actual].sort(), [...expected].sort()) ||
    reported(states.current) !== sumOf('current') ||
    reported(states.previous) !== sumOf('previous')
  ) {
    throw new Error('The roll-up and the raw rows do not agree');
  }
}
