/*
 * The 90-day flow report of the organisation and of a group of 500 components from the sums that are kept, beside the same report
 * from the rows of the members.
 *
 *   node bench/flow.mjs [components] [work items] [--parts]
 *
 * Loads what it reads and keeps it in the folder for temporary files: a year of work items, each of which was in several states,
 * and as many runs of pipelines. The engine computes a hundred components from their records; the rows of the others are copies
 * of those. The sums are made by the engine. Both ways must come to the same report, or the run fails. `--parts` also prints how
 * long each read of a report takes by itself.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  common,
  createKnex,
  DatabaseFlowScopeDayStore,
  DatabaseFlowStore,
  FlowReportReader,
  migrations,
  ScopeDayKeeper,
} from './lib/engine.mjs';
import { lineOf, quantileOf, repeat } from './lib/measure.mjs';
import { divisionRef } from './lib/organisation.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { loadSnapshot, loadWork } from './lib/work.mjs';

const [components = 1_000, items = components * 200] = process.argv
  .slice(2)
  .filter(argument => !argument.startsWith('--'))
  .map(Number);
const showsParts = process.argv.includes('--parts');
const calculation = 'bench';
const definition = common.flow2026Definition;

const folder = path.join(
  os.tmpdir(),
  `opmodel-bench-flow-${components}-${items}`,
);
const loadedFile = path.join(folder, 'loaded.json');
if (!fs.existsSync(loadedFile)) {
  fs.rmSync(folder, { recursive: true, force: true });
}
const postgres = await startPostgres({ folder, fast: true });
const knex = createKnex({
  client: 'pg',
  connection: { ...postgres.connection, database: 'postgres' },
});

/** The database, with what it is read at. */
async function load() {
  const startedAt = performance.now();
  const until = new Date().toISOString().slice(0, 10);
  await knex.migrate.latest({ directory: migrations });
  await loadSnapshot(knex, components);
  await loadWork(knex, { calculation, components, items, until });
  await knex.raw('vacuum analyze');
  fs.writeFileSync(loadedFile, JSON.stringify({ until }));
  process.stdout.write(
    `loaded in ${seconds(performance.now() - startedAt)} s\n`,
  );
}

function seconds(milliseconds) {
  return (milliseconds / 1000).toFixed(0);
}

/** A store that takes note of how long each of its reads takes. */
function timed(store, parts) {
  return new Proxy(store, {
    get: (target, name) =>
      typeof target[name] !== 'function'
        ? target[name]
        : async (...given) => {
            const startedAt = performance.now();
            const answer = await target[name](...given);
            const own = parts.get(name) ?? [];
            parts.set(name, [...own, performance.now() - startedAt]);
            return answer;
          },
  });
}

try {
  if (!fs.existsSync(loadedFile)) {
    await load();
  }
  const { until } = JSON.parse(fs.readFileSync(loadedFile, 'utf8'));
  const to = common.addDays(until, -1);
  const from = common.addDays(to, -89);
  const window = {
    from,
    to,
    days: 90,
    previous: {
      from: common.addDays(from, -90),
      to: common.addDays(from, -1),
    },
  };
  const moment = { day: to, at: Date.parse(`${until}T00:00:00Z`) - 1 };
  const store = new DatabaseFlowStore(knex);
  const readerOf = reads =>
    new FlowReportReader({
      store: reads,
      agreements: { find: async () => [] },
      settings: {
        start: definition.start,
        iterations: [],
        allocation: { unit: 'items', categories: [], agreements: [] },
        expectation: { share: 0.85, days: null },
      },
      definition,
      calculation,
    });
  const read = (selection, reads = store) =>
    readerOf(reads).read(selection, window, moment, {
      rollUp: true,
      today: until,
    });
  const scopes = [
    ['organisation', 'org'],
    ['group of 500', divisionRef(0)],
  ].map(([name, scopeRef]) => ({
    name,
    selection: { scopeRef, ownership: 'now', visibility: { type: 'all' } },
  }));
  await knex.raw(
    'truncate flow_scopes, flow_scope_members, flow_scope_days, flow_scope_weeks',
  );
  const merged = new Map();
  for (const { name, selection } of scopes) {
    merged.set(name, {
      report: await read(selection),
      times: await repeat(() => read(selection), {
        seconds: 15,
        runs: 10,
        warm: 0,
      }),
    });
  }
  const startedAt = performance.now();
  await new ScopeDayKeeper({
    store: new DatabaseFlowScopeDayStore(knex),
    calculations: [calculation],
    alwaysKeepsDays: true,
  }).follow();
  process.stdout.write(
    `sums of large scopes in ${seconds(performance.now() - startedAt)} s\n`,
  );
  await knex.raw('vacuum analyze');
  const lines = [];
  for (const { name, selection } of scopes) {
    const first = performance.now();
    const report = await read(selection);
    const cold = performance.now() - first;
    const beside = merged.get(name);
    if (!isDeepStrictEqual(report, beside.report)) {
      throw new Error(`The sums of ${name} and its members do not agree`);
    }
    const kept = await repeat(() => read(selection), { warm: 0 });
    lines.push(
      lineOf(`${name}, from the rows of the members`, beside.times),
      lineOf(`${name}, from sums`, kept, beside.times),
      `${name}: first read ${cold.toFixed(0)} ms; ${(
        quantileOf(beside.times, 0.5) / quantileOf(kept, 0.5)
      ).toFixed(1)} times faster than from the members (p50)`,
    );
    if (showsParts) {
      lines.push(...(await tellParts(selection)));
    }
  }
  process.stdout.write(
    `${components} components, ${items} work items, 90 days and the 90 before, load ${os
      .loadavg()
      .map(one => one.toFixed(1))
      .join(' ')}\n${lines.join('\n')}\n`,
  );

  /** How long the reads take while a report waits for several at once. */
  async function tellParts(selection) {
    const parts = new Map();
    const reads = timed(store, parts);
    for (let run = 0; run < 5; run++) {
      await read(selection, reads);
    }
    return [...parts].map(
      ([part, times]) =>
        `  ${String(part).padEnd(18)} ${times
          .map(ms => ms.toFixed(0))
          .join(' / ')} ms`,
    );
  }
} finally {
  await knex.destroy();
  await postgres.stop();
}
