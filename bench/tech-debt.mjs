/*
 * The pages of a register of technical debt through a running backend with permissions on, beside the catalog's own read of an entity by its
 * name, in the same run: for somebody who sees everything, and for somebody whom a condition of the catalog limits.
 *
 *   node bench/tech-debt.mjs [items] [everything|condition]
 *
 * The organisation is that of bench/scorecards.mjs, of which one component in eight is hidden by the condition; the register is made by
 * bench/lib/techDebt.mjs: two years of items with what they were. Both are written into the engine's database, since filing so many through
 * HTTP takes an hour; the catalog of the portal itself has a few of the components. The engine keeps what its flow is counted by itself, and
 * its tasks are held back after that.
 *
 * With BENCH_FOLDER the database is kept there for the next run.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createKnex } from './lib/engine.mjs';
import { lineOf, quantileOf, repeat } from './lib/measure.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { groups } from './lib/scorecards.mjs';
import { startBackend, waitForSnapshot } from './lib/startBackend.mjs';
import {
  commonWord,
  componentName,
  componentRef,
  DatabaseDebtItemStore,
  groupRef,
  loadRegister,
  ownerOf,
  rareWord,
} from './lib/techDebt.mjs';

const items = Number(process.argv[2] ?? 100_000);
const policies = process.argv[3]
  ? [process.argv[3]]
  : ['everything', 'condition'];
const components = 10_000;
/** Components in the catalog of the portal itself. */
const known = 25;
const DAY = 86_400_000;
const limit = 50;

const kept = process.env.BENCH_FOLDER;
const folder = kept ?? fs.mkdtempSync(path.join(os.tmpdir(), 'opmodel-debt-'));
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

/** Takes in the organisation and the register, and holds back what the engine would do by itself. */
async function fill(knex) {
  const startedAt = performance.now();
  const { versions } = await loadRegister(knex, {
    items,
    components,
    now: Date.now(),
  });
  const store = new DatabaseDebtItemStore(knex);
  const loadedAt = performance.now();
  while ((await store.catchUpFlow(500)) > 0) {
    // There may be more.
  }
  const flowAt = performance.now();
  await knex('fact_providers').update({ next_at: Date.now() + 365 * DAY });
  await knex('backstage_backend_tasks__tasks').update({
    current_run_ticket: 'bench',
    current_run_started_at: new Date(),
    current_run_expires_at: new Date(Date.now() + 30 * DAY),
  });
  await knex.raw('vacuum analyze');
  process.stdout.write(
    `${items} items with ${versions} versions written in ${(
      (loadedAt - startedAt) /
      1_000
    ).toFixed(1)} s; their flow kept in ${((flowAt - loadedAt) / 1_000).toFixed(
      1,
    )} s\n`,
  );
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

const standing = ['open', 'planned', 'in_progress', 'accepted']
  .map(status => `status=${status}`)
  .join('&');

const filters = {
  'no filter': '',
  'what stands': standing,
  'one status': 'status=open',
  'one category': 'category=security',
  'one severity': 'severity=critical',
  'status, category and severity':
    'status=open&category=security&severity=critical',
  'one owner': `owner=${ownerOf(1)}`,
  'an owner with 25 groups below': `owner=${groupRef(2, 1)}`,
  'one entity': `entity=${componentRef(777)}`,
  'scope, the organisation': 'scope=org',
  'scope, the widest group': `scope=${groupRef(0, 0)}`,
  'scope, a division': `scope=${groupRef(1, 1)}`,
  'scope, a department': `scope=${groupRef(2, 1)}`,
  overdue: 'overdue=true',
  'review due': 'reviewDue=true',
  'a word that a third have': `text=${commonWord}`,
  'a word that one has': `text=${rareWord}`,
  'a beginning that nearly all have': 'text=pa',
  'two beginnings': 'text=ser%20tra',
  'widest group, what stands, a common word': `scope=${groupRef(
    0,
    0,
  )}&${standing}&text=${commonWord}`,
  'lifecycle of all': 'lifecycle=production',
};

const sorts = [
  'title',
  'createdAt',
  'updatedAt',
  'statusSince',
  'targetDate',
  'reviewDate',
  'owner',
  'status',
  'category',
  'severity',
  'risk',
  'interest',
  'principal',
  'wsjf',
  'priority',
  'payback',
].flatMap(sort => [sort, `-${sort}`]);

const list = (...query) =>
  `/api/opmodel/tech-debt/items?${[`limit=${limit}`, ...query]
    .filter(part => part !== '')
    .join('&')}`;

/** The address of a page in the middle of a list. */
async function deepPage(get, filter, sort, pages = 40) {
  let cursor = '';
  for (let page = 0; page < pages; page += 1) {
    const { nextCursor } = JSON.parse(
      await get(list(filter, `sort=${sort}`, cursor)),
    );
    if (nextCursor === null) {
      break;
    }
    cursor = `cursor=${encodeURIComponent(nextCursor)}`;
  }
  return list(filter, `sort=${sort}`, cursor);
}

const print = text => process.stdout.write(`${text}\n`);

async function measure(backend, who) {
  // What a start brings with it is over.
  await sleep(5_000);
  const get = await signIn(backend);
  const time = (pathOf, options = {}) => {
    let index = 0;
    return repeat(() => get(pathOf((index += 1))), {
      runs: 20,
      seconds: 2,
      ...options,
    });
  };
  const { totalItems } = JSON.parse(await get(list('')));
  print(
    `\n${totalItems} of ${items} items, ${components} components, PostgreSQL, one connection, ${who}; load ${os
      .loadavg()[0]
      .toFixed(1)}; ratios to the catalog's read`,
  );
  const base = await time(
    index =>
      `/api/catalog/entities/by-name/component/default/${componentName(
        index % known,
      )}`,
    { runs: 100 },
  );
  print(lineOf('catalog, entity by name', base));
  const slowest = [];
  const tell = async (name, pathOf, isList = true) => {
    const measured = await time(pathOf);
    if (isList) {
      slowest.push({ name, p95: quantileOf(measured, 0.95) });
    }
    print(lineOf(name, measured, base));
  };

  print('List, by priority');
  for (const [name, filter] of Object.entries(filters)) {
    await tell(name, () => list(filter, 'sort=-priority'));
  }
  print('List in the slowest of all 32 orders');
  for (const name of [
    'no filter',
    'what stands',
    'scope, a department',
    'a word that a third have',
  ]) {
    let worst = 0;
    let by = '';
    for (const sort of sorts) {
      const measured = await repeat(
        () => get(list(filters[name], `sort=${sort}`)),
        { runs: 3, seconds: 1, warm: 1 },
      );
      const median = quantileOf(measured, 0.5);
      if (median > worst) {
        worst = median;
        by = sort;
      }
    }
    await tell(`${name}, ${by}`, () => list(filters[name], `sort=${by}`));
  }
  print('Page after two thousand items');
  for (const name of [
    'no filter',
    'what stands',
    'scope, the widest group',
    'a word that a third have',
  ]) {
    const url = await deepPage(get, filters[name], '-updatedAt');
    await tell(name, () => url);
  }
  print('Reports');
  const flow = (...query) =>
    `/api/opmodel/tech-debt/flow?${query
      .filter(part => part !== '')
      .join('&')}`;
  const root = filters['scope, the widest group'];
  const reports = {
    summary: '/api/opmodel/tech-debt/summary',
    'summary, the widest group': `/api/opmodel/tech-debt/summary?${root}`,
    'summary, a department': `/api/opmodel/tech-debt/summary?${filters['scope, a department']}`,
    matrix: '/api/opmodel/tech-debt/matrix',
    'matrix, the widest group': `/api/opmodel/tech-debt/matrix?${root}`,
    'matrix, a common word': `/api/opmodel/tech-debt/matrix?text=${commonWord}`,
    'flow, 90 days by week': flow('window=P90D'),
    'flow, a year by week': flow('window=P365D'),
    'flow, two years by month': flow('window=P730D', 'interval=month'),
    'flow, 90 days, as owned now': flow('window=P90D', 'ownership=now'),
    'flow, 90 days, an owner': flow('window=P90D', filters['one owner']),
    'flow, 90 days, a department': flow(
      'window=P90D',
      filters['scope, a department'],
    ),
    'flow, 90 days, the widest group': flow('window=P90D', root),
    'flow, 90 days, by owner': flow('window=P90D', 'by=owner'),
    'flow, 90 days, by system': flow('window=P90D', 'by=system'),
    'places, by system': '/api/opmodel/tech-debt/places',
    'places, by domain': '/api/opmodel/tech-debt/places?by=domain',
    'places, by owner': '/api/opmodel/tech-debt/places?by=owner',
    'places, by system, a department': `/api/opmodel/tech-debt/places?${filters['scope, a department']}`,
    'top ten': '/api/opmodel/tech-debt/top-ten',
  };
  for (const [name, url] of Object.entries(reports)) {
    await tell(name, () => url, false);
  }
  const visible = Array.from({ length: 100 }, (_, index) => index * 8);
  await tell(
    'tab of an entity',
    index =>
      `/api/opmodel/entities/component/default/${componentName(
        visible[index % visible.length],
      )}/tech-debt`,
    false,
  );
  print('First read after a change of the register');
  const knex = connectToEngine();
  try {
    const firstReads = {
      ...Object.fromEntries(
        [
          'no filter',
          'what stands',
          'scope, a department',
          'scope, a division',
          'scope, the widest group',
          'lifecycle of all',
          'a word that a third have',
          'a beginning that nearly all have',
          'widest group, what stands, a common word',
        ].map(name => [`list, ${name}`, list(filters[name], 'sort=-priority')]),
      ),
      ...reports,
    };
    for (const [name, url] of Object.entries(firstReads)) {
      const measured = await repeat(() => get(url), {
        runs: 12,
        seconds: 2,
        before: () => knex('tech_debt_revision').increment('revision', 1),
      });
      print(lineOf(name, measured, base));
    }
  } finally {
    await knex.destroy();
  }
  const some = JSON.parse(await get(list(''))).items;
  await tell(
    'an item',
    index => `/api/opmodel/tech-debt/items/${some[index % some.length].id}`,
    false,
  );
  const [worst] = slowest.sort((a, b) => b.p95 - a.p95);
  print(
    `Slowest list at p95: ${worst.name}, ${worst.p95.toFixed(0)} ms; load ${os
      .loadavg()[0]
      .toFixed(1)}`,
  );
}

const connectToEngine = () =>
  createKnex({
    client: 'pg',
    connection: {
      ...postgres.connection,
      database: 'backstage_plugin_opmodel',
    },
  });

async function prepare() {
  const backend = await start('everything');
  try {
    await waitForSnapshot(backend, known + groups);
  } finally {
    await backend.stop();
  }
  const knex = connectToEngine();
  try {
    await fill(knex);
  } finally {
    await knex.destroy();
  }
}

try {
  const mark = path.join(folder, `filled-${items}`);
  if (!fs.existsSync(mark)) {
    await prepare();
    fs.writeFileSync(mark, '');
  }
  for (const policy of policies) {
    const backend = await start(policy);
    try {
      await measure(
        backend,
        policy === 'condition'
          ? 'whom a condition limits'
          : 'who sees everything',
      );
    } finally {
      await backend.stop();
    }
  }
} finally {
  await postgres.stop();
  if (!kept) {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
