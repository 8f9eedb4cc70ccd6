/*
 * How long it takes to assess the ownership of an organisation, and to answer from it, on SQLite and on PostgreSQL.
 *
 *   node bench/ownership.mjs [components]
 *
 * The organisation (bench/lib/ownership.mjs) is scanned into the snapshot and assessed. A year follows in which every component is
 * confirmed once and its confirmation runs out, so that trends have something to add up. The answers are those of the service, for
 * somebody who sees everything and for somebody whom the catalog's own conditions limit; both are told beside one count of the
 * entities of the organisation's scope in the same run. The coverage of the organisation must be that of its divisions put together,
 * or the run fails.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
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

const components = Number(process.argv[2] ?? 10_000);
const DAY = 86_400_000;
const end = Date.UTC(2026, 10, 23, 12);
const definition = common.ownership2026Definition;
const calendar = { zone: 'UTC', fiscalYearStartMonth: 1 };

async function timed(work) {
  const startedAt = performance.now();
  const result = await work();
  return [performance.now() - startedAt, result];
}

async function measure(name, knex) {
  await knex.migrate.latest({ directory: migrations });
  let now = end - 365 * DAY;
  const clock = () => now;
  const lines = [];
  const once = (what, [milliseconds, result]) => {
    lines.push(
      `${what.padEnd(46)} ${milliseconds.toFixed(0)} ms ${
        typeof result === 'number' ? `(${result} entities)` : ''
      }`.trimEnd(),
    );
    return result;
  };
  once('scan', await timed(() => scanOrganisation(knex, components, clock)));
  const { assessor, service } = createOwnership(knex, definition, clock);
  once(
    'assess everything for the first time',
    await timed(() => assessor.assess()),
  );
  once(
    'assess everything, nothing differs',
    await timed(() => assessor.assess()),
  );
  const owned = Array.from({ length: components }, (_, index) => index);
  for (let week = 0; now < end; week += 1, now += 7 * DAY) {
    await knex.batchInsert(
      'ownership_reviews',
      owned
        .filter(index => index % 52 === week)
        .map(index => ({
          id: `review-${index}`,
          entity_ref: componentRef(index),
          owner_ref: teamRef(Math.floor(index / 10)),
          kind: 'confirmed',
          at: now,
        })),
      100,
    );
    const assessed = await timed(() => assessor.assess());
    if (week === 0) {
      once('assess everything, one in 52 confirmed', assessed);
    }
  }
  now = end;
  await assessor.assess();
  once(
    'assess one team',
    await timed(() => assessor.assess(owned.slice(0, 10).map(componentRef))),
  );
  const spans = await knex('ownership_states').count({ n: '*' });
  lines.push(`spans of a year`.padEnd(47) + spans[0].n);

  const window = common.resolveWindow({ window: 'P1Y' }, calendar, now);
  const everything = { type: 'all' };
  const limited = {
    type: 'condition',
    condition: { not: { key: 'metadata.labels.confidential' } },
  };
  const caller = reads => ({
    person: null,
    ownershipRefs: [],
    reads,
    reviews: { type: 'none' },
  });
  const summary = reads => service.getSummary({ filter: {}, window }, reads);
  const report = (entityRef, reads) =>
    service.getReport(
      { entityRef, window, ownership: 'now', deliveries: reads },
      caller(reads),
    );
  const page = reads =>
    service.list(
      { filter: {}, order: 'rung', descending: false, limit: 50 },
      reads,
    );
  const whole = (await summary(everything)).coverage;
  const divisions = Math.ceil(components / 500);
  let parts = 0;
  for (let division = 0; division < divisions; division += 1) {
    const { rollUp } = await report(divisionRef(division), everything);
    parts += rollUp.coverage.entities;
  }
  const { coverage: ofCompany } = (
    await report('group:default/company', everything)
  ).rollUp;
  assert.equal(parts, ofCompany.entities);
  assert.deepEqual(whole, (await summary(limited)).coverage);

  const base = await repeat(
    () =>
      knex('entities')
        .join('scope_spans', 'scope_spans.entity_ref', 'entities.ref')
        .where('scope_ref', 'org')
        .whereNull('to_day')
        .count({ n: '*' }),
    { runs: 30 },
  );
  lines.push(lineOf('count of the entities', base));
  for (const [what, work] of [
    ['summary of the organisation, a year', () => summary(everything)],
    ['the same, limited by conditions', () => summary(limited)],
    [
      'report of a division with its year',
      () => report(divisionRef(0), everything),
    ],
    ['report of a component', () => report(componentRef(0), everything)],
    ['the same, limited by conditions', () => report(componentRef(0), limited)],
    ['list, worst first, 50 of all', () => page(everything)],
    ['the same, limited by conditions', () => page(limited)],
  ]) {
    lines.push(
      lineOf(what, await repeat(work, { runs: 30, seconds: 15 }), base),
    );
  }
  console.log(`${name}, ${components} components`);
  lines.forEach(line => console.log(`  ${line}`));
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'opmodel-ownership-'));
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
