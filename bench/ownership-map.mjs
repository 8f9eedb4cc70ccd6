/*
 * How long the ownership map takes, on SQLite and on PostgreSQL.
 *
 *   node bench/ownership-map.mjs [components]
 *
 * The organisation (bench/lib/ownership.mjs) is scanned into the snapshot and assessed; every team works with the next one. The parts
 * of the map are those of the service, each time another: read for the first time by somebody who sees everything and by somebody whom
 * the catalog's own conditions limit, and read again by somebody who sees everything, for whom they are remembered. Beside them stands a page of a hundred entities, as the snapshot lists them, in the same run. With all that
 * conditions leave to see both callers must get the same map, or the run fails.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { common, createKnex, migrations } from './lib/engine.mjs';
import { lineOf, repeat } from './lib/measure.mjs';
import {
  componentRef,
  createOwnership,
  divisionRef,
  scanOrganisation,
  teamRef,
} from './lib/ownership.mjs';
import { startPostgres } from './lib/postgres.mjs';

const require = createRequire(import.meta.url);
const source = '../plugins/opmodel-backend/src/ownership/map';
const { DatabaseMapStore } = require(`${source}/DatabaseMapStore.ts`);
const { DatabaseTeamLoadStore } = require(`${source}/DatabaseTeamLoadStore.ts`);
const { OwnershipMapService } = require(`${source}/OwnershipMapService.ts`);
const { TeamLoadReader } = require(`${source}/TeamLoadReader.ts`);

const components = Number(process.argv[2] ?? 10_000);
const teams = Math.ceil(components / 10);
const divisions = Math.ceil(teams / 50);
const now = Date.UTC(2026, 10, 23, 12);
const clock = () => now;
const definition = common.ownership2026Definition;

const everything = { type: 'all' };
const limited = {
  type: 'condition',
  condition: { not: { key: 'metadata.labels.confidential' } },
};

/** Every team says that it works with the next one. */
async function addInteractions(knex) {
  for (let team = 0; team < teams; team += 1) {
    const interaction = {
      team: teamRef((team + 1) % teams),
      mode: 'collaboration',
      purpose: 'Shared work',
      expectedEnd: team % 3 ? '2027-01-01' : '2026-01-01',
    };
    await knex('entities')
      .where('ref', teamRef(team))
      .update({
        document: JSON.stringify({ teamApi: { interactions: [interaction] } }),
      });
  }
}

async function measure(name, knex) {
  await knex.migrate.latest({ directory: migrations });
  const entities = await scanOrganisation(knex, components, clock);
  const { assessor, assessments, catalog } = createOwnership(
    knex,
    definition,
    clock,
  );
  await assessor.assess();
  await addInteractions(knex);
  if (name === 'PostgreSQL') {
    await knex.raw('analyze');
  }
  const createService = () =>
    new OwnershipMapService({
      store: new DatabaseMapStore(knex),
      loads: new TeamLoadReader({
        store: new DatabaseTeamLoadStore(knex),
        definition,
        clock,
      }),
      catalog,
      assessments,
      definition,
      today: () => '2026-11-23',
    });
  const service = createService();
  const get = (request, visibility, from = createService()) =>
    from.getMap(
      { view: 'organisation', depth: 2, limit: 120, ...request },
      { visibility, deliveries: visibility },
    );
  const reads = {
    'organisation, from the top': () => ({}),
    'organisation, all levels, 300 nodes': () => ({ depth: 6, limit: 300 }),
    'a division': index => ({ rootRef: divisionRef(index % divisions) }),
    'a team': index => ({ rootRef: teamRef((index * 31) % teams), depth: 1 }),
    'a component in focus': index => ({
      focusRef: componentRef((index * 7_919) % components),
    }),
    'domains, from the top': () => ({ view: 'domains' }),
    'interactions of all teams': () => ({ view: 'interactions', limit: 300 }),
  };
  const base = await repeat(
    () => catalog.listScope({ scopeRef: 'org' }, everything, { limit: 100 }),
    { runs: 50 },
  );
  const lines = [lineOf('a page of 100 entities', base)];
  for (const [what, requestOf] of Object.entries(reads)) {
    assert.deepEqual(
      await get(requestOf(1), everything),
      await get(requestOf(1), limited),
    );
    for (const [suffix, visibility] of [
      ['', everything],
      [', limited', limited],
    ]) {
      let index = 0;
      const measured = await repeat(
        () => get(requestOf((index += 1)), visibility),
        { runs: 60, seconds: 15 },
      );
      lines.push(lineOf(`${what}${suffix}`, measured, base));
    }
    await get(requestOf(1), everything, service);
    const again = await repeat(() => get(requestOf(1), everything, service), {
      runs: 60,
      seconds: 15,
    });
    lines.push(lineOf(`${what}, again`, again, base));
  }
  const searched = await repeat(
    () => service.search({ text: 'team-77', limit: 20 }, limited),
    { runs: 60, seconds: 15 },
  );
  lines.push(lineOf('search, limited', searched, base));
  process.stdout.write(`${name}, ${entities} entities\n${lines.join('\n')}\n`);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opmodel-bench-'));
const sqlite = createKnex({
  client: 'better-sqlite3',
  connection: { filename: path.join(folder, 'map.sqlite') },
  useNullAsDefault: true,
  pool: { min: 1, max: 1 },
});
try {
  await measure('SQLite', sqlite);
} finally {
  await sqlite.destroy();
  fs.rmSync(folder, { recursive: true });
}
const postgres = await startPostgres({ fast: true });
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
