/*
 * The pages of scorecards through a running backend with permissions on, beside the catalog's own read of an entity by its name, in the
 * same run: for somebody who sees everything, and for somebody whom a condition of the catalog limits.
 *
 *   node bench/scorecard-pages.mjs [components]
 *
 * The organisation and the forty checks are those of bench/scorecards.mjs. They are written into the engine's snapshot by its own scan, of
 * a catalog in memory, since the portal's takes an hour for so many; its own catalog has a few of the components. The engine asks the
 * providers and evaluates by itself, and its tasks are held back after that.
 *
 * First one read after another, then ten connections; the reads take turns, so that a busy machine is busy for all of them.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createKnex } from './lib/engine.mjs';
import { lineOf, load } from './lib/measure.mjs';
import { startPostgres } from './lib/postgres.mjs';
import {
  componentName,
  createScorecards,
  department,
  groupRef,
  groups,
  readiness,
  scanOrganisation,
} from './lib/scorecards.mjs';
import { startBackend, waitForSnapshot } from './lib/startBackend.mjs';

const components = Number(process.argv[2] ?? 10_000);
/** Components in the catalog of the portal itself. */
const known = 25;
const rounds = 3;
const secondsARound = 3;
const DAY = 24 * 3_600_000;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opmodel-scorecards-'));
const postgres = await startPostgres({ folder, fast: true });
const start = policy => {
  process.env.BENCH_POLICY = policy;
  return startBackend({
    folder,
    connection: postgres.connection,
    components: known,
    program: 'scorecardBackend.mjs',
    config: {
      auth: {
        providers: { guest: { dangerouslyAllowOutsideDevelopment: true } },
      },
    },
  });
};

/** Takes in the organisation, evaluates it, and holds back what the engine would do by itself. */
async function fill() {
  const knex = createKnex({
    client: 'pg',
    connection: {
      ...postgres.connection,
      database: 'backstage_plugin_opmodel',
    },
  });
  try {
    await scanOrganisation(knex, components, Date.now);
    const scored = createScorecards(knex, { clock: Date.now });
    await scored.publish();
    await knex('fact_providers').update({ next_at: 0, lease_until: null });
    await scored.run();
    await scored.evaluator.workOff();
    await knex('fact_providers').update({ next_at: Date.now() + 365 * DAY });
    await knex('backstage_backend_tasks__tasks').update({
      current_run_ticket: 'bench',
      current_run_started_at: new Date(),
      current_run_expires_at: new Date(Date.now() + DAY),
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

async function measure(backend, who) {
  // What a start brings with it is over.
  await sleep(10_000);
  const get = await signIn(backend);
  const anyOf = index => componentName((index * 7919) % components);
  const of = `scorecard=${readiness}`;
  const anyDepartment = index => `owner=${groupRef(2, index % 20)}`;
  const reads = {
    'catalog, entity by name': index =>
      `/api/catalog/entities/by-name/component/default/${componentName(
        index % known,
      )}`,
    'entity tab': index =>
      `/api/opmodel/entities/component/default/${anyOf(index)}/scorecards`,
    'a department, all verdicts': () =>
      `/api/opmodel/scorecards/matrix?${of}&owner=${department}`,
    'any department, all verdicts': index =>
      `/api/opmodel/scorecards/matrix?${of}&${anyDepartment(index)}`,
    'any department, totals': index =>
      `/api/opmodel/scorecards/summary?${anyDepartment(index)}`,
    'the organisation, totals': () => '/api/opmodel/scorecards/summary',
    'the organisation, one scorecard by tier': () =>
      `/api/opmodel/scorecards/heat-map?${of}&by=tier`,
    'the organisation, ninety days': () =>
      `/api/opmodel/scorecards/series?${of}`,
    'fleet page, the weakest first': () =>
      '/api/opmodel/scorecards/entities?limit=20',
  };
  const summary = JSON.parse(await get('/api/opmodel/scorecards/summary'));
  assert.ok(summary.scorecards[0].entities >= components);
  const matrix = JSON.parse(await get(reads['a department, all verdicts']()));
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
    `${components} components, a department of ${
      matrix.totalItems
    }, PostgreSQL, ${who}; ratios to the catalog's read
One after the other
${linesOf(alone)}10 connections
${linesOf(measured)}
`,
  );
}

try {
  const first = await start('everything');
  try {
    await waitForSnapshot(first, known + groups);
  } finally {
    await first.stop();
  }
  await fill();
  for (const [policy, who] of [
    ['everything', 'who sees everything'],
    ['condition', 'whom a condition limits'],
  ]) {
    const backend = await start(policy);
    try {
      await measure(backend, who);
    } finally {
      await backend.stop();
    }
  }
} finally {
  await postgres.stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
