/*
 * What scorecards cost: facts and checks of a whole organisation once, hour after hour without a change, and after a change of one fact;
 * beside Tech Insights with the same facts and checks, in the same run and on the same PostgreSQL.
 *
 *   node --expose-gc bench/scorecards.mjs [components] [components for Tech Insights]
 *
 * The components belong to a tree of 300 groups five levels deep; four providers tell ten whole numbers of each, and forty checks ask one
 * of them each (bench/lib/scorecards.mjs). PostgreSQL has its own settings, and is durable. Tech Insights is measured with as many
 * components unless told otherwise, and with none where 0 is told.
 */
import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { common, createKnex, migrations } from './lib/engine.mjs';
import { startPostgres } from './lib/postgres.mjs';
import {
  bound,
  checks,
  componentRef,
  createPreviews,
  createScorecards,
  definition,
  factsOf,
  providers,
  readiness,
  scanOrganisation,
  valueOf,
} from './lib/scorecards.mjs';
import { createTechInsights } from './lib/techInsights.mjs';

const components = Number(process.argv[2] ?? 10_000);
const compared = Number(process.argv[3] ?? components);
const HOUR = 3_600_000;
const hours = 24;

const tables = [
  'fact_providers',
  'facts',
  'fact_changes',
  'scorecard_work',
  'scorecard_results',
  'scorecard_changes',
];

/**
 * Milliseconds that work takes, those for which this process computes meanwhile, the longest for which nothing else gets its turn, and the
 * most memory that it takes more than before.
 */
async function timed(work) {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(watch);
  delay.disable();
  return {
    blocked: delay.max / 1e6,
    took: performance.now() - startedAt,
    computed: (user + system) / 1_000,
    memory: (most - before) / 2 ** 20,
    result,
  };
}

async function bytesOf(knex, names = tables) {
  const { rows } = await knex.raw(
    `select sum(pg_total_relation_size(name::regclass)) as bytes from unnest(?::text[]) as name`,
    [names],
  );
  return Number(rows[0].bytes);
}

async function walOf(knex) {
  const { rows } = await knex.raw(
    `select pg_current_wal_insert_lsn() - '0/0'::pg_lsn as bytes`,
  );
  return Number(rows[0].bytes);
}

/** Rows of the tables that were added, overwritten or deleted since the database began. Idle connections tell what they did after ten seconds. */
async function rowsOf(knex) {
  await sleep(11_000);
  const { rows } = await knex.raw(
    `select sum(n_tup_ins + n_tup_upd + n_tup_del) as changed from pg_stat_user_tables where relname = any(?::text[])`,
    [tables],
  );
  return Number(rows[0].changed);
}

const print = line => process.stdout.write(`${line}\n`);
const seconds = milliseconds => `${(milliseconds / 1_000).toFixed(2)} s`;
const percent = share => `${(100 * share).toFixed(2)} %`;
const megabytes = bytes => `${(bytes / 1e6).toFixed(2)} MB`;

/** Measures Tech Insights with the same facts and checks, and tells how many times ours that is. */
async function compare(own) {
  await knex.raw('create database tech_insights');
  const other = createKnex({
    client: 'pg',
    connection: { ...postgres.connection, database: 'tech_insights' },
    pool: { min: 1, max: 10 },
  });
  try {
    const techInsights = await createTechInsights(other, compared);
    const facts = await timed(techInsights.retrieve);
    const checked = await timed(techInsights.check);
    const { results, size } = checked.result;
    assert.equal(results.length, compared);
    for (const { entity, results: all } of results.slice(0, 100)) {
      assert.equal(all.length, checks);
      for (const { check, result } of all) {
        const at = Number(check.id.split('-')[1]);
        assert.equal(result, valueOf(entity, at) < bound);
      }
    }
    const took = facts.took + checked.took;
    // A component takes the same time in both, however many there are.
    const share = compared / components;
    print(
      `
Tech Insights, ${compared} components
Facts and all checks once      ${seconds(took)} (facts ${seconds(
        facts.took,
      )}), ${seconds(
        facts.computed + checked.computed,
      )} of this process, ${Math.max(facts.memory, checked.memory).toFixed(
        0,
      )} MB more memory, ${megabytes(size)} of JSON
Times ours                     ${(took / (own.took * share)).toFixed(1)}`,
    );
    checked.result = null;
    const tablesOf = ['facts', 'fact_schemas'];
    const bytes = await bytesOf(other, tablesOf);
    const wal = await walOf(other);
    const idle = await timed(async () => {
      for (let hour = 0; hour < hours; hour += 1) {
        await techInsights.retrieve();
      }
    });
    const more = (await bytesOf(other, tablesOf)) - bytes;
    const log = (await walOf(other)) - wal;
    print(
      `${hours} hours without a change      ${megabytes(
        more,
      )} more, ${megabytes(log)} of log, ${seconds(idle.took / hours)} an hour
Ours of that                   ${percent(
        own.after / (more / share),
      )} of the bytes, ${percent(own.written / (log / share))} of the log`,
    );
  } finally {
    await other.destroy();
  }
}

const postgres = await startPostgres();
const knex = createKnex({
  client: 'pg',
  connection: { ...postgres.connection, database: 'postgres' },
  pool: { min: 1, max: 10 },
});
try {
  await knex.migrate.latest({ directory: migrations });
  let now = Date.now();
  const clock = () => now;
  await scanOrganisation(knex, components, clock);
  const scored = createScorecards(knex, { clock });
  await scored.register();
  await scored.publish();

  const cold = await timed(scored.run);
  const [first] = await scored.results.read([componentRef(0)], [readiness]);
  assert.equal(first.verdicts.size, checks);
  for (const [fact, { state }] of [...first.verdicts.values()].entries()) {
    const passes = valueOf(componentRef(0), fact) < bound;
    assert.equal(state, passes ? 'passed' : 'failed');
  }
  const [{ count }] = await knex('scorecard_results')
    .where('entity_ref', 'like', 'component:%')
    .count();
  assert.equal(Number(count), components);
  print(
    `${components} components, ${checks} checks, PostgreSQL
Facts and all checks once      ${seconds(cold.took)}, ${seconds(
      cold.computed,
    )} of this process, ${cold.memory.toFixed(0)} MB more memory`,
  );

  await knex.raw('vacuum analyze');
  const bytes = await bytesOf(knex);
  const wal = await walOf(knex);
  const rows = await rowsOf(knex);
  const idle = await timed(async () => {
    for (let hour = 0; hour < hours; hour += 1) {
      now += HOUR;
      await scored.run();
      await scored.evaluator.sweep();
    }
  });
  const after = await bytesOf(knex);
  const written = (await walOf(knex)) - wal;
  // Of what a provider ran and found nothing new in, only that it ran is kept.
  const overwritten = (await rowsOf(knex)) - rows;
  assert.ok(overwritten <= 3 * hours * providers, `${overwritten} rows`);
  print(
    `Tables after that              ${megabytes(bytes)}
${hours} hours without a change      ${overwritten} rows written, ${megabytes(
      after - bytes,
    )} more, ${megabytes(written)} of log, ${seconds(
      idle.took / hours,
    )} an hour, ${seconds(
      idle.computed / hours,
    )} of this process, other work waits ${idle.blocked.toFixed(0)} ms at most`,
  );

  now += HOUR;
  // One check of one component comes to the opposite.
  const changed = componentRef(7);
  const fact = 11;
  await scored.facts.tell(
    'provider1',
    [
      {
        entityRef: changed,
        facts: factsOf(1, changed, (ref, at) =>
          at === fact ? (valueOf(ref, at) + bound) % (2 * bound) : undefined,
        ),
        problem: null,
      },
    ],
    { of: [changed], now },
  );
  scored.judged.clear();
  const one = await timed(() => scored.evaluator.workOff());
  // Nothing else was judged, of this component or of any other.
  assert.deepEqual([...scored.judged], [[`provider1.f${fact} < ${bound}`, 1]]);
  assert.equal(one.result, 1);
  const changes = await knex('scorecard_changes').select();
  assert.equal(changes.length, 1);
  assert.deepEqual(
    JSON.parse(changes[0].checks).map(([checkId]) => checkId),
    [`check-${fact}`],
  );
  print(
    `One fact of one component      ${one.took.toFixed(
      1,
    )} ms, one check judged`,
  );

  const previews = createPreviews(knex, { clock });
  const { checks: asked, ...rest } = definition();
  const preview = await timed(() =>
    previews.preview(
      {
        name: readiness.split('/')[1],
        spec: common.writeScorecardSpec(
          {
            ...rest,
            checks: asked.map(check => ({
              ...check,
              expression: check.expression.replace(`< ${bound}`, '< 80'),
            })),
          },
          { zone: 'UTC' },
        ),
      },
      { type: 'all' },
    ),
  );
  const { counts, moves } = preview.result;
  assert.ok(counts.up > 0 && counts.down === 0 && moves.length === 100);
  print(
    `Impact of forty other checks   ${seconds(preview.took)}, ${seconds(
      preview.computed,
    )} of this process, ${preview.memory.toFixed(
      0,
    )} MB more memory, other work waits ${preview.blocked.toFixed(
      0,
    )} ms at most`,
  );

  if (compared > 0) {
    await compare({
      took: cold.took,
      written: Math.max(written, 0),
      after: after - bytes,
    });
  }
} finally {
  await knex.destroy();
  await postgres.stop();
}
