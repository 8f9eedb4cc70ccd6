/*
 * Fills a PostgreSQL for the benchmarks of reads, and keeps it for them.
 *
 *   node bench/load.mjs [components] [deployments]
 *
 * The catalog and its snapshot come about as they do in a portal: from an entity provider through the catalog and a scan. A
 * year of deployments, each with one reviewed change and one in twenty followed by an incident, is then written by SQL, records
 * and day rows alike; for some components
 * the engine computes the same rows from the records, and any difference fails the run. The sums of large scopes are made by
 * the engine.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startBackend, waitForSnapshot } from './lib/startBackend.mjs';
import { loadDeliveries, verifyDeliveries } from './lib/deliveries.mjs';
import {
  createKnex,
  DatabaseScopeDayStore,
  definitions,
  ScopeDayKeeper,
} from './lib/engine.mjs';
import { countEntities } from './lib/organisation.mjs';
import { startPostgres } from './lib/postgres.mjs';

/** Where the benchmarks of reads find what was loaded. */
export function loadedFolder(components, deployments) {
  return path.join(os.tmpdir(), `opmodel-bench-${components}-${deployments}`);
}

export async function load(components, deployments) {
  const folder = loadedFolder(components, deployments);
  fs.rmSync(folder, { recursive: true, force: true });
  const postgres = await startPostgres({ folder, fast: true });
  const { connection } = postgres;
  const say = createSay();
  const knex = createKnex({
    client: 'pg',
    connection: { ...connection, database: 'backstage_plugin_opmodel' },
  });
  try {
    const backend = await startBackend({ folder, connection, components });
    try {
      await waitForSnapshot(backend, countEntities(components));
    } finally {
      await backend.stop();
    }
    say(`catalog and snapshot of ${components} components`);
    const { calculation } = definitions.default;
    const until = new Date().toISOString().slice(0, 10);
    await loadDeliveries(knex, { calculation, components, deployments, until });
    await knex.raw('analyze');
    say(`${deployments} deployments`);
    await verifyDeliveries(knex, { calculation, components });
    say('rows of some components compared with the calculation');
    // The backend has kept sums already, of what was not there yet.
    for (const table of [
      'dora_scopes',
      'dora_scope_members',
      'dora_scope_days',
      'dora_scope_weeks',
    ]) {
      await knex(table).truncate();
    }
    await new ScopeDayKeeper({
      store: new DatabaseScopeDayStore(knex),
      calculations: [calculation],
    }).follow();
    say('sums of large scopes');
    await knex.raw('vacuum analyze');
    say('vacuum analyze');
    fs.writeFileSync(
      path.join(folder, 'loaded.json'),
      JSON.stringify({ components, deployments, until }),
    );
  } finally {
    await knex.destroy();
    await postgres.stop();
  }
  return folder;
}

/** The folder of a load, and what it holds; loads it where it is missing. */
export async function openLoaded(components, deployments) {
  const folder = loadedFolder(components, deployments);
  const file = path.join(folder, 'loaded.json');
  if (!fs.existsSync(file)) {
    await load(components, deployments);
  }
  return { folder, ...JSON.parse(fs.readFileSync(file, 'utf8')) };
}

function createSay() {
  let last = performance.now();
  return what => {
    const seconds = ((performance.now() - last) / 1000).toFixed(1);
    process.stdout.write(`${seconds.padStart(7)} s  ${what}\n`);
    last = performance.now();
  };
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  await load(
    Number(process.argv[2] ?? 10_000),
    Number(process.argv[3] ?? 2_000_000),
  );
}
