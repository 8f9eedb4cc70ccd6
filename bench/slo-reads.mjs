/*
 * How long the entity tab, a roll-up, and the fleet page of service level objectives take, on SQLite and on PostgreSQL.
 *
 *   node bench/slo-reads.mjs [slos] [days of hours]
 *
 * Each component of the organisation (bench/lib/ownership.mjs) has one objective over 30 rolling days (bench/lib/slos.mjs), evaluated by
 * the engine itself. The answers are those of the services, with the trend of 30 days in a zone that is not UTC, for somebody who sees
 * everything and for somebody whom the catalog's own conditions limit; each is told beside one count of all objectives in the same run.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createKnex, migrations } from './lib/engine.mjs';
import { lineOf, repeat } from './lib/measure.mjs';
import {
  componentRef,
  divisionRef,
  scanOrganisation,
} from './lib/ownership.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { createReads, insertDocuments } from './lib/sloReads.mjs';
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
const clock = () => now;

/** Everything but what has a label that nothing has: all of it, asked for one by one. */
const callers = {
  'sees all': { type: 'all' },
  'is limited': {
    type: 'condition',
    condition: { not: { key: 'metadata.labels.confidential' } },
  },
};

async function measure(name, knex, { postgres }) {
  await knex.migrate.latest({ directory: migrations });
  await scanOrganisation(knex, slos, clock);
  const store = new DatabaseSloStore(knex);
  const defined = Array.from({ length: slos }, (_, index) => definedOf(index));
  await store.definitions.apply({ defined, mended: [], removed: [] }, { now });
  await insertDocuments(
    knex,
    defined.map((_, index) => sloRef(index)),
  );
  await loadBuckets(knex, { slos, now, hoursDays, postgres });
  await new SloEvaluator({
    ...store,
    corrections: { spansOf: async () => new Map() },
    listeners: [],
    settings: { minimumEvents: null },
    logger: console,
    zone: 'UTC',
    clock,
  }).evaluateDue(new AbortController().signal);
  if (postgres) {
    await knex.raw('vacuum analyze');
  }
  const { lists, summaries, reports } = createReads(knex, store, clock);
  const base = await repeat(() => knex('slos').count());
  console.log(`${name}, ${slos} objectives`);
  console.log(`  ${lineOf('count all objectives', base)}`);
  const page = { limit: 20, order: 'worst', descending: false };
  for (const [caller, visibility] of Object.entries(callers)) {
    let asked = 0;
    const questions = {
      'entity tab': () =>
        reports.read(
          { entityRef: componentRef((asked += 1) % slos), limit: 20 },
          visibility,
        ),
      'roll-up of a division': () =>
        reports.read({ entityRef: divisionRef(0), limit: 20 }, visibility),
      'fleet page, the worst first': () => lists.list(page, visibility),
      'fleet page, by burn': () =>
        lists.list({ ...page, order: 'burn', descending: true }, visibility),
      'fleet summary': () => summaries.read({ visibility }),
    };
    for (const [what, ask] of Object.entries(questions)) {
      const answer = await ask();
      assert.ok((answer.totalItems ?? answer.slos) > 0, what);
      const measured = await repeat(ask, { runs: 100, seconds: 10 });
      console.log(`  ${lineOf(`${what}, who ${caller}`, measured, base)}`);
    }
  }
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opmodel-slo-reads-'));
const sqlite = createKnex({
  client: 'better-sqlite3',
  connection: { filename: path.join(folder, 'bench.sqlite') },
  useNullAsDefault: true,
  pool: { min: 1, max: 1 },
});
try {
  await measure('SQLite', sqlite, { postgres: false });
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
  await measure('PostgreSQL', knex, { postgres: true });
} finally {
  await knex.destroy();
  await postgres.stop();
}
