/*
 * What scorecards cost: facts and checks of a whole organisation once, hour after hour without a change, and after a change of one fact.
 *
 *   node bench/scorecards.mjs [components]
 *
 * The components belong to a tree of 300 groups five levels deep; four providers tell ten whole numbers of each, and forty checks ask one
 * of them each (bench/lib/scorecards.mjs). PostgreSQL has its own settings, and is durable.
 */
import assert from 'node:assert/strict';
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
  readiness,
  scanOrganisation,
  valueOf,
} from './lib/scorecards.mjs';

const components = Number(process.argv[2] ?? 10_000);
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

/** Milliseconds that work takes, those for which this process computes meanwhile, and the most memory that it takes more than before. */
async function timed(work) {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  clearInterval(watch);
  return {
    took: performance.now() - startedAt,
    computed: (user + system) / 1_000,
    memory: (most - before) / 2 ** 20,
    result,
  };
}

async function bytesOf(knex) {
  const { rows } = await knex.raw(
    `select sum(pg_total_relation_size(name::regclass)) as bytes from unnest(?::text[]) as name`,
    [tables],
  );
  return Number(rows[0].bytes);
}

async function walOf(knex) {
  const { rows } = await knex.raw(
    `select pg_current_wal_insert_lsn() - '0/0'::pg_lsn as bytes`,
  );
  return Number(rows[0].bytes);
}

const print = line => process.stdout.write(`${line}\n`);
const seconds = milliseconds => `${(milliseconds / 1_000).toFixed(2)} s`;
const megabytes = bytes => `${(bytes / 1e6).toFixed(2)} MB`;

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
  const idle = await timed(async () => {
    for (let hour = 0; hour < hours; hour += 1) {
      now += HOUR;
      await scored.run();
      await scored.evaluator.sweep();
    }
  });
  const after = await bytesOf(knex);
  print(
    `Tables after that              ${megabytes(bytes)}
${hours} hours without a change      ${megabytes(
      after - bytes,
    )} more, ${megabytes((await walOf(knex)) - wal)} of log, ${seconds(
      idle.took / hours,
    )} an hour, ${seconds(idle.computed / hours)} of this process`,
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
  const one = await timed(() => scored.evaluator.workOff());
  assert.equal(one.result, 1);
  const changes = await knex('scorecard_changes').select();
  assert.equal(changes.length, 1);
  assert.deepEqual(
    JSON.parse(changes[0].checks).map(([checkId]) => checkId),
    [`check-${fact}`],
  );
  print(`One fact of one component      ${one.took.toFixed(1)} ms`);

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
    )} of this process, ${preview.memory.toFixed(0)} MB more memory`,
  );
} finally {
  await knex.destroy();
  await postgres.stop();
}
