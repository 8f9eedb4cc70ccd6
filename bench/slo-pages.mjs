/*
 * The pages of service level objectives through a running backend, for a signed-in person whom a condition of the catalog limits, beside the
 * catalog's own read of an entity by its name, in the same run.
 *
 *   node bench/slo-pages.mjs [slos]
 *
 * Each component of the organisation (bench/lib/ownership.mjs) has an OpenSLO document and one objective over 30 rolling days. All of that is
 * written into the engine's snapshot by its own scan, of a catalog in memory, since the portal's takes an hour for so many; its own catalog
 * has a few of the components. The buckets are loaded (bench/lib/slos.mjs) and evaluated by the engine, and its tasks are held back.
 *
 * First one read after another, then ten connections; the reads take turns, so that a busy machine is busy for all of them.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  createKnex,
  DatabaseSnapshotStore,
  SnapshotScanner,
} from './lib/engine.mjs';
import { lineOf, load } from './lib/measure.mjs';
import { countEntities } from './lib/organisation.mjs';
import { componentRef, divisionRef, organisationOf } from './lib/ownership.mjs';
import { startPostgres } from './lib/postgres.mjs';
import {
  DatabaseSloStore,
  definedOf,
  definitionOf,
  loadBuckets,
  SloEvaluator,
  sloRef,
} from './lib/slos.mjs';
import { startBackend, waitForSnapshot } from './lib/startBackend.mjs';

const slos = Number(process.argv[2] ?? 10_000);
/** Components in the catalog of the portal itself. */
const known = 25;
const perDivision = 500;
const rounds = 3;
const secondsARound = 3;
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opmodel-slo-pages-'));
const postgres = await startPostgres({ folder, fast: true });
const start = () =>
  startBackend({
    folder,
    connection: postgres.connection,
    components: known,
    program: 'sloBackend.mjs',
    config: {
      auth: {
        providers: {
          guest: { dangerouslyAllowOutsideDevelopment: true },
        },
      },
    },
  });

/** The document of a component's objective, as the catalog has it. */
function documentOf(index) {
  const { budgetingMethod, objectives, title } = definitionOf(index);
  const metric = query => ({ metricSource: { type: 'toy', spec: { query } } });
  const [{ target, timeSliceTarget, timeSliceSeconds }] = objectives;
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: {
      name: sloRef(index).split('/')[1],
      namespace: 'default',
      etag: 'bench',
      title,
      annotations: { 'opmodel.io/measures': componentRef(index) },
    },
    spec: {
      service: `service-${index}`,
      indicator: {
        metadata: { name: 'requests' },
        spec: {
          ratioMetric: {
            counter: true,
            good: metric('good'),
            total: metric('total'),
          },
        },
      },
      timeWindow: [{ duration: '30d', isRolling: true }],
      budgetingMethod,
      objectives: [
        {
          displayName: title,
          target,
          ...(timeSliceTarget !== null && { timeSliceTarget }),
          ...(timeSliceSeconds !== null && {
            timeSliceWindow: `${timeSliceSeconds / 60}m`,
          }),
        },
      ],
    },
    relations: [],
  };
}

/** Takes in documents, loads what was measured up to now, evaluates it, and holds back what the engine would do by itself. */
async function fill() {
  const knex = createKnex({
    client: 'pg',
    connection: {
      ...postgres.connection,
      database: 'backstage_plugin_opmodel',
    },
  });
  try {
    const now = Math.floor(Date.now() / (5 * MINUTE)) * 5 * MINUTE;
    const clock = () => now;
    const entities = [
      ...organisationOf(slos),
      ...Array.from({ length: slos }, (_, index) => documentOf(index)),
    ];
    await new SnapshotScanner({
      auth: { getOwnServiceCredentials: async () => ({}) },
      catalog: {
        async *streamEntities() {
          for (let at = 0; at < entities.length; at += 500) {
            yield entities.slice(at, at + 500);
          }
        },
      },
      store: new DatabaseSnapshotStore(knex),
      logger: { info() {}, error() {} },
      zone: 'UTC',
      clock: () => Date.now(),
    }).scan();
    const store = new DatabaseSloStore(knex);
    const defined = Array.from({ length: slos }, (_, index) =>
      definedOf(index),
    );
    await store.definitions.apply(
      { defined, mended: [], removed: [] },
      { now },
    );
    await loadBuckets(knex, { slos, now, hoursDays: 30, postgres: true });
    await knex('slo_measurements').update({
      measured_at: now,
      next_at: now + 365 * DAY,
    });
    await new SloEvaluator({
      ...store,
      corrections: { spansOf: async () => new Map() },
      listeners: [],
      settings: { minimumEvents: null },
      logger: console,
      zone: 'UTC',
      clock,
    }).evaluateDue(new AbortController().signal);
    await knex('slo_evaluations').update({ due_at: now + 365 * DAY });
    await knex('backstage_backend_tasks__tasks').update({
      current_run_ticket: 'bench',
      current_run_started_at: new Date(now),
      current_run_expires_at: new Date(now + DAY),
    });
    await knex.raw('vacuum analyze');
  } finally {
    await knex.destroy();
  }
}

/** What a signed-in guest reads. */
async function signIn(backend) {
  const answer = await fetch(`${backend.baseUrl}/api/auth/guest/refresh`, {
    method: 'POST',
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  const { backstageIdentity } = await answer.json();
  assert.ok(backstageIdentity, `signing in answered ${answer.status}`);
  return async url => {
    const response = await fetch(`${backend.baseUrl}${url}`, {
      headers: { authorization: `Bearer ${backstageIdentity.token}` },
    });
    const body = await response.text();
    assert.ok(response.ok, `${url} answered ${response.status}: ${body}`);
    return body;
  };
}

try {
  const first = await start();
  try {
    await waitForSnapshot(first, countEntities(known));
  } finally {
    await first.stop();
  }
  await fill();
  const backend = await start();
  try {
    // What a start brings with it is over.
    await sleep(10_000);
    const get = await signIn(backend);
    const anyOf = index => (index * 7919) % slos;
    const divisions = Math.floor(slos / perDivision);
    const sloPath = index =>
      `/api/opmodel/slos/default/${sloRef(anyOf(index)).split('/')[1]}`;
    const reads = {
      'catalog, entity by name': index =>
        `/api/catalog/entities/by-name/component/default/service-${
          index % known
        }`,
      'entity tab': index =>
        `/api/opmodel/entities/component/default/service-${anyOf(index)}/slos`,
      'tab of a group of 500 components': index =>
        `/api/opmodel/entities/group/default/${
          divisionRef(index % divisions).split('/')[1]
        }/slos`,
      'fleet page, the worst first': () => '/api/opmodel/slos?limit=20',
      'fleet page, of a tier, by burn': () =>
        '/api/opmodel/slos?limit=20&tier=1&sort=-burn',
      'fleet summary with coverage': () => '/api/opmodel/slos/summary',
      'problems of documents': () => '/api/opmodel/slos/problems?limit=20',
      'one SLO': sloPath,
      'burn-down of thirty days': index => `${sloPath(index)}/series`,
      'heat map of a year': index => `${sloPath(index)}/days?window=P365D`,
      explanation: index => `${sloPath(index)}/explain`,
      'release gate': index =>
        `/api/opmodel/entities/component/default/service-${anyOf(
          index,
        )}/release-gate`,
    };
    const { totalItems } = JSON.parse(await get('/api/opmodel/slos?limit=1'));
    assert.equal(totalItems, slos);
    const alone = {};
    const measured = {};
    for (const [name, pathOf] of Object.entries(reads)) {
      await load(index => get(pathOf(index)), { seconds: 1 });
      alone[name] = await load(index => get(pathOf(1_000 + index)), {
        connections: 1,
        seconds: secondsARound,
      });
      measured[name] = [];
    }
    for (let round = 1; round <= rounds; round++) {
      for (const [name, pathOf] of Object.entries(reads)) {
        measured[name].push(
          ...(await load(index => get(pathOf(round * 10_000 + index)), {
            seconds: secondsARound,
          })),
        );
      }
    }
    const linesOf = times => {
      const [base] = Object.values(times);
      return Object.entries(times)
        .map(([name, own]) => `${lineOf(name, own, base)}\n`)
        .join('');
    };
    process.stdout.write(
      `${slos} objectives, PostgreSQL; ratios to the catalog's read
One after the other
${linesOf(alone)}10 connections
${linesOf(measured)}`,
    );
  } finally {
    await backend.stop();
  }
} finally {
  await postgres.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
