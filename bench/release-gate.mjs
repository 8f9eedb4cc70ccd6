/*
 * How long the release gate takes to answer, on PostgreSQL and on SQLite, beside one read of an entity by its ref in the same run.
 *
 *   node bench/release-gate.mjs [services] [answers]
 *
 * Each service has an SLO whose budget is exhausted; ten policies apply to all of them. The answer is the engine's own: it reads policies,
 * budgets, exceptions and broken glass, decides, keeps the answer and names approvers. HTTP and permissions are not in it. Each answer is
 * about another service, and every tenth service is excepted from one of the policies.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import {
  createKnex,
  DatabaseCatalogStore,
  DatabaseSnapshotStore,
  migrations,
  SnapshotScanner,
} from './lib/engine.mjs';
import { quantileOf } from './lib/measure.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { DatabaseSloStore, definedOf, sloRef } from './lib/slos.mjs';

const require = createRequire(import.meta.url);
const source = '../plugins/opmodel-backend/src/slo';
const load = file => require(`${source}/${file}.ts`);
const { DatabaseReleaseGateStore } = load('gate/DatabaseReleaseGateStore');
const { ReleaseGateService } = load('gate/ReleaseGateService');
const { DatabaseSloPolicyStore } = load('policies/DatabaseSloPolicyStore');
const { PolicyDocuments } = load('policies/PolicyDocuments');

const services = Number(process.argv[2] ?? 10_000);
const answers = Number(process.argv[3] ?? 1_000);
const now = Date.UTC(2026, 10, 22, 12, 35);
const everything = { type: 'all' };

const serviceRef = index => `component:default/service-${index}`;
const entity = (kind, name, spec, relations, apiVersion) => ({
  apiVersion: apiVersion ?? 'backstage.io/v1alpha1',
  kind,
  metadata: { namespace: 'default', name },
  spec,
  relations,
});

function* entities() {
  yield entity('Group', 'shop', { type: 'team' }, []);
  for (let index = 0; index < 10; index += 1) {
    yield entity(
      'ErrorBudgetPolicy',
      `rules-${index}`,
      {
        appliesTo: ['group:default/shop'],
        mode: 'enforced',
        version: '1',
        thresholds: [{ remaining: 0, consequences: ['freeze_risky_releases'] }],
      },
      [],
      'opmodel.io/v1alpha1',
    );
  }
  for (let index = 0; index < services; index += 1) {
    yield entity('Component', `service-${index}`, { type: 'service' }, [
      { type: 'ownedBy', targetRef: 'group:default/shop' },
    ]);
  }
}

async function measure(name, knex) {
  await knex.migrate.latest({ directory: migrations });
  const all = [...entities()];
  await new SnapshotScanner({
    auth: { getOwnServiceCredentials: async () => ({}) },
    catalog: {
      async *streamEntities() {
        for (let at = 0; at < all.length; at += 500) {
          yield all.slice(at, at + 500);
        }
      },
    },
    store: new DatabaseSnapshotStore(knex),
    logger: { ...console, info() {}, debug() {} },
    zone: 'UTC',
    clock: () => now,
  }).scan();
  const slos = new DatabaseSloStore(knex);
  const defined = Array.from({ length: services }, (_, index) =>
    definedOf(index),
  );
  await slos.definitions.apply({ defined, mended: [], removed: [] }, { now });
  await slos.evaluations.keep({
    states: defined.map(({ definition }) => ({
      sloRef: definition.ref,
      objective: 0,
      evaluatedAt: now,
      measuredUntil: now,
      window: null,
      target: 0.999,
      state: 'exhausted',
      attainment: 0.9,
      good: 90,
      total: 100,
      minimum: 1,
      allowed: 1,
      spent: 10,
      remaining: -9,
      estimated: false,
      burns: {},
      exhaustsAt: null,
      alertState: null,
    })),
    windows: [],
  });
  const catalog = new DatabaseCatalogStore(knex);
  const gate = new ReleaseGateService({
    store: new DatabaseReleaseGateStore(knex),
    slos,
    policies: new DatabaseSloPolicyStore(knex),
    documents: new PolicyDocuments({ catalog }),
    exceptions: {
      listInForce: async ([ref]) =>
        ref.endsWith('0')
          ? [{ details: { policy: 'errorbudgetpolicy:default/rules-0' } }]
          : [],
      isFrom: (ref, { details }) => details.policy === ref,
      endOf: () => now + 86_400_000,
    },
    outcomes: { read: async () => new Map() },
    acceptances: { listInForce: async () => [] },
    approvers: { approversFor: async () => ({ approvers: [] }) },
    catalog,
    zone: 'UTC',
    clock: () => now,
  });
  const times = { read: [], gate: [] };
  const timed = async (into, work) => {
    const startedAt = performance.now();
    const result = await work();
    times[into].push(performance.now() - startedAt);
    return result;
  };
  for (let run = 0; run < answers; run += 1) {
    const ref = serviceRef((run * 7919) % services);
    await timed('read', () => catalog.getEntity(ref, everything));
    const answer = await timed('gate', () =>
      gate.decide(
        { entityRef: ref, risk: 'high', reference: `v${run}`, keep: true },
        everything,
      ),
    );
    assert.equal(answer.decision, 'held');
    assert.equal(answer.reasons.length, ref.endsWith('0') ? 11 : 10);
  }
  const [{ count }] = await knex('release_gate_decisions').count({
    count: '*',
  });
  assert.equal(Number(count), answers);
  console.log(`${name}, ${services} services, ${answers} answers`);
  const base = quantileOf(times.read, 0.5);
  for (const [what, of] of Object.entries(times)) {
    const [p50, p95] = [0.5, 0.95].map(p => quantileOf(of, p));
    console.log(
      `  ${what.padEnd(6)} p50 ${p50.toFixed(1)} ms  p95 ${p95.toFixed(
        1,
      )} ms  ${(p50 / base).toFixed(1)} x`,
    );
  }
}

assert.equal(sloRef(0), definedOf(0).definition.ref);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opmodel-gate-'));
const sqlite = createKnex({
  client: 'better-sqlite3',
  connection: { filename: path.join(folder, 'bench.sqlite') },
  useNullAsDefault: true,
  pool: { min: 1, max: 1 },
});
try {
  await measure('SQLite', sqlite);
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
  await measure('PostgreSQL', knex);
} finally {
  await knex.destroy();
  await postgres.stop();
}
