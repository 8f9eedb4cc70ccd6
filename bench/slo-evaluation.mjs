/*
 * How long it takes to evaluate service level objectives from stored buckets, on SQLite and on PostgreSQL.
 *
 *   node bench/slo-evaluation.mjs [slos] [days of hours]
 *
 * The objectives hold over 30 rolling days, a third of them by each budgeting method. Days and hours of the window are stored, and
 * five minutes around each instant at which a span begins; with fewer days of hours the table is smaller, and what an evaluation
 * reads is the same. Evaluating is the engine's own: claim, sum, judge, keep, settle. It is told beside one statement of the same
 * run that sums the stored days of all objectives. What comes of it must be what the buckets add up to, to the last digit the same on
 * both databases, or the run fails.
 */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createKnex, migrations } from './lib/engine.mjs';
import { startPostgres } from './lib/postgres.mjs';
import {
  DatabaseSloStore,
  definedOf,
  loadBuckets,
  SloEvaluator,
  sloRef,
} from './lib/slos.mjs';

const slos = Number(process.argv[2] ?? 10_000);
const hoursDays = Number(process.argv[3] ?? 30);
const now = Date.UTC(2026, 10, 22, 12, 35);

/** Milliseconds that work takes, and those for which this process computes meanwhile; SQLite is in this process. */
async function timed(work) {
  const startedAt = performance.now();
  const cpu = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  return [
    { took: performance.now() - startedAt, computed: (user + system) / 1_000 },
    result,
  ];
}

async function measure(name, knex, { postgres }) {
  await knex.migrate.latest({ directory: migrations });
  const store = new DatabaseSloStore(knex);
  const defined = Array.from({ length: slos }, (_, index) => definedOf(index));
  const [defining] = await timed(() =>
    store.definitions.apply({ defined, mended: [], removed: [] }, { now }),
  );
  const buckets = await loadBuckets(knex, { slos, now, hoursDays, postgres });
  const evaluator = new SloEvaluator({
    definitions: store.definitions,
    measurements: store.measurements,
    evaluations: store.evaluations,
    corrections: { spansOf: async () => new Map() },
    listeners: [],
    settings: { minimumEvents: null },
    logger: console,
    zone: 'UTC',
    clock: () => now,
  });
  const evaluate = async () => {
    await store.evaluations.request(undefined, { now });
    const [time, count] = await timed(() =>
      evaluator.evaluateDue(new AbortController().signal),
    );
    assert.equal(count, slos);
    return time;
  };
  const first = await evaluate();
  const again = await evaluate();
  const [base] = await timed(() =>
    knex('slo_buckets')
      .where({ resolution: 86_400 })
      .groupBy('slo_ref')
      .select('slo_ref')
      .sum({ good: 'good', total: 'total' }),
  );
  const states = await store.evaluations.listStates(
    defined.map(({ definition }) => definition.ref),
  );
  assert.equal(states.length, slos);
  // 30 days of 288 buckets of 100 events; the first of each hour, 720 times, has two bad ones.
  const [events] = states.filter(({ sloRef: ref }) => ref === sloRef(0));
  assert.equal(events.total, 30 * 288 * 100);
  assert.equal(events.good, 30 * 288 * 100 - 720 * 2);
  const [slices] = states.filter(({ sloRef: ref }) => ref === sloRef(1));
  assert.equal(slices.total, 30 * 288);
  assert.equal(slices.good, 30 * 288 - 720);
  console.log(`${name}, ${slos} objectives with ${buckets} buckets each`);
  for (const [what, { took, computed }] of [
    ['define all of them', defining],
    ['sum their days in one statement', base],
    ['evaluate all of them for the first time', first],
    ['evaluate all of them again', again],
  ]) {
    console.log(
      `  ${what.padEnd(44)} ${(took / 1_000).toFixed(2)} s  ${(
        took / base.took
      ).toFixed(1)} x  (${(computed / 1_000).toFixed(2)} s of this process)`,
    );
  }
  return createHash('sha256')
    .update(
      JSON.stringify(
        states.map(({ good, total, remaining, attainment, burns, state }) => [
          good.toPrecision(12),
          total,
          remaining,
          attainment,
          burns,
          state,
        ]),
      ),
    )
    .digest('hex');
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opmodel-slos-'));
const sqlite = createKnex({
  client: 'better-sqlite3',
  connection: { filename: path.join(folder, 'bench.sqlite') },
  useNullAsDefault: true,
  pool: { min: 1, max: 1 },
});
let ofSqlite;
try {
  ofSqlite = await measure('SQLite', sqlite, { postgres: false });
} finally {
  await sqlite.destroy();
  fs.rmSync(folder, { recursive: true, force: true });
}
const postgres = await startPostgres();
const knex = createKnex({
  client: 'pg',
  connection: { ...postgres.connection, database: 'postgres' },
});
try {
  assert.equal(await measure('PostgreSQL', knex, { postgres: true }), ofSqlite);
} finally {
  await knex.destroy();
  await postgres.stop();
}
