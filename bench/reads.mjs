/*
 * The reads of the pages through a running backend, beside the catalog's own read of an entity by its name, in the same run.
 *
 *   node bench/reads.mjs [components] [deployments]
 *
 * Uses what bench/load.mjs has loaded, and loads it where it is missing. Ten connections; each entity read is about another of
 * all components. The reads take turns, so that a busy machine is busy for all of them.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { common } from './lib/engine.mjs';
import { lineOf, load } from './lib/measure.mjs';
import {
  componentName,
  countEntities,
  perDivision,
} from './lib/organisation.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { startBackend, waitForSnapshot } from './lib/startBackend.mjs';
import { openLoaded } from './load.mjs';

const rounds = 3;
const secondsARound = 4;

const loaded = await openLoaded(
  Number(process.argv[2] ?? 10_000),
  Number(process.argv[3] ?? 2_000_000),
);
const { components, deployments, until } = loaded;
const profile = process.argv.includes('--profile');
const postgres = await startPostgres({ folder: loaded.folder, fast: true });
try {
  const backend = await startBackend({
    folder: loaded.folder,
    connection: postgres.connection,
    components,
    args: profile ? ['--cpu-prof', `--cpu-prof-dir=${loaded.folder}`] : [],
  });
  try {
    await waitForSnapshot(backend, countEntities(components));
    // What a start brings with it is over.
    await sleep(5_000);
    const window = `from=${common.addDays(until, -89)}&to=${until}`;
    const anyOf = index => (index * 7919) % components;
    const divisions = Math.floor(components / perDivision);
    const teams = Math.floor(components / 25);
    const reads = {
      'catalog, entity by name': index =>
        `/api/catalog/entities/by-name/component/default/${componentName(
          anyOf(index),
        )}`,
      'one component': index =>
        `/api/opmodel/entities/component/default/${componentName(
          anyOf(index),
        )}/dora?${window}`,
      'group of 25 components': index =>
        `/api/opmodel/entities/group/default/team-${
          (index * 31) % teams
        }/dora?${window}`,
      'group of 500 components': index =>
        `/api/opmodel/entities/group/default/division-${
          index % divisions
        }/dora?${window}`,
      organisation: () => `/api/opmodel/dora/summary?${window}`,
      'fleet, by name': () => `/api/opmodel/dora?${window}&limit=20`,
      'fleet, by deployments': () =>
        `/api/opmodel/dora?${window}&limit=20&sort=-deployments`,
      'fleet, slowest first': () =>
        `/api/opmodel/dora?${window}&limit=20&sort=-leadTime`,
    };
    const measured = Object.fromEntries(
      Object.keys(reads).map(name => [name, []]),
    );
    for (const pathOf of Object.values(reads)) {
      await load(index => backend.get(pathOf(index)), { seconds: 1.5 });
    }
    for (let round = 0; round < rounds; round++) {
      for (const [name, pathOf] of Object.entries(reads)) {
        const offset = round * 1_000;
        measured[name].push(
          ...(await load(index => backend.get(pathOf(offset + index)), {
            seconds: secondsARound,
          })),
        );
      }
    }
    const [base] = Object.values(measured);
    process.stdout.write(
      `${components} components, ${deployments} deployments, 10 connections; ratios to the catalog's read\n${Object.entries(
        measured,
      )
        .map(([name, own]) => lineOf(name, own, base))
        .join('\n')}\n`,
    );
  } finally {
    await backend.stop();
  }
} finally {
  await postgres.stop();
}
