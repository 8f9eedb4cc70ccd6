/*
 * The reads of the pages through a running backend, beside the catalog's own read of an entity by its name, in the same run.
 *
 *   node bench/reads.mjs [components] [deployments]
 *
 * Uses what bench/load.mjs has loaded, and loads it where it is missing. First one read after another, each over another window,
 * so that none was remembered; then ten connections over one window, as a morning in a portal. Each entity read is about another
 * of all components. The reads take turns, so that a busy machine is busy for all of them.
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
const firstReads = 8;

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
    const windowOf = daysBefore =>
      `from=${common.addDays(until, -89 - daysBefore)}&to=${common.addDays(
        until,
        -daysBefore,
      )}`;
    const anyOf = index => (index * 7919) % components;
    const divisions = Math.floor(components / perDivision);
    const teams = Math.floor(components / 25);
    const reads = {
      'catalog, entity by name': index =>
        `/api/catalog/entities/by-name/component/default/${componentName(
          anyOf(index),
        )}`,
      'one component': (index, window) =>
        `/api/opmodel/entities/component/default/${componentName(
          anyOf(index),
        )}/dora?${window}`,
      'group of 25 components': (index, window) =>
        `/api/opmodel/entities/group/default/team-${
          (index * 31) % teams
        }/dora?${window}`,
      'group of 500 components': (index, window) =>
        `/api/opmodel/entities/group/default/division-${
          index % divisions
        }/dora?${window}`,
      organisation: (_index, window) => `/api/opmodel/dora/summary?${window}`,
      'fleet, by name': (_index, window) =>
        `/api/opmodel/dora?${window}&limit=20`,
      'fleet, by deployments': (_index, window) =>
        `/api/opmodel/dora?${window}&limit=20&sort=-deployments`,
      'fleet, slowest first': (_index, window) =>
        `/api/opmodel/dora?${window}&limit=20&sort=-leadTime`,
    };
    const measured = Object.fromEntries(
      Object.keys(reads).map(name => [name, []]),
    );
    const first = Object.fromEntries(
      Object.keys(reads).map(name => [name, []]),
    );
    for (let index = 0; index < firstReads; index++) {
      for (const [name, pathOf] of Object.entries(reads)) {
        const started = performance.now();
        await backend.get(pathOf(index, windowOf(index + 1)));
        first[name].push(performance.now() - started);
      }
    }
    const window = windowOf(0);
    for (const pathOf of Object.values(reads)) {
      await load(index => backend.get(pathOf(index, window)), { seconds: 1.5 });
    }
    for (let round = 0; round < rounds; round++) {
      for (const [name, pathOf] of Object.entries(reads)) {
        const offset = round * 1_000;
        measured[name].push(
          ...(await load(index => backend.get(pathOf(offset + index, window)), {
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
      `${components} components, ${deployments} deployments; ratios to the catalog's read
First reads of a window, one after the other
${linesOf(first)}10 connections
${linesOf(measured)}`,
    );
  } finally {
    await backend.stop();
  }
} finally {
  await postgres.stop();
}
