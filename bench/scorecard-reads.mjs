/*
 * What people read about scorecards, in this process and from PostgreSQL: one read after another, with the answer written as JSON.
 *
 *   node bench/scorecard-reads.mjs [components]
 *
 * The organisation and the forty checks are those of bench/scorecards.mjs. Everybody sees everything, or a condition of the catalog decides
 * for each entity; what is remembered of earlier answers is told apart from what is counted anew.
 */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { createKnex, DatabaseCatalogStore, migrations } from './lib/engine.mjs';
import { lineOf, repeat } from './lib/measure.mjs';
import { startPostgres } from './lib/postgres.mjs';
import {
  checks,
  componentRef,
  createProviders,
  createScorecards,
  department as departmentRef,
  groupRef,
  readiness,
  scanOrganisation,
} from './lib/scorecards.mjs';

const require = createRequire(import.meta.url);
require('@backstage/cli/config/nodeTransform.cjs');

const source = '../plugins/opmodel-backend/src/scorecards';
const {
  createScorecardReaders,
} = require(`${source}/reading/createScorecardReaders.ts`);
const {
  DatabaseCampaignPairStore,
} = require(`${source}/campaigns/DatabaseCampaignPairStore.ts`);
const {
  DatabaseScorecardReadStore,
} = require(`${source}/reading/DatabaseScorecardReadStore.ts`);

const components = Number(process.argv[2] ?? 10_000);
const print = line => process.stdout.write(`${line}\n`);

const everything = { type: 'all' };
/** Lets everything through, by a condition that is looked at for each entity. */
const byCondition = {
  type: 'condition',
  condition: {
    allOf: [{ not: { key: 'metadata.labels.confidential', values: ['true'] } }],
  },
};

const postgres = await startPostgres();
const knex = createKnex({
  client: 'pg',
  connection: { ...postgres.connection, database: 'postgres' },
  pool: { min: 1, max: 10 },
});
try {
  await knex.migrate.latest({ directory: migrations });
  const clock = Date.now;
  await scanOrganisation(knex, components, clock);
  const scored = createScorecards(knex, { clock });
  await scored.register();
  await scored.publish();
  await scored.run();
  await knex.raw('vacuum analyze');

  const service = () =>
    createScorecardReaders({
      ...scored,
      acceptances: {
        listInForce: async () => [],
        listOpen: async () => [],
      },
      catalog: new DatabaseCatalogStore(knex),
      evaluator: scored.evaluator,
      providers: createProviders(),
      reads: new DatabaseScorecardReadStore(knex),
      zone: 'UTC',
      clock,
    }).service;
  const kept = service();
  const department = {
    filter: { ownerRefs: [departmentRef], descendants: true },
  };
  const matrix = await kept.getMatrix(
    { scorecardRef: readiness, limit: 1_000 },
    { ...department, visibility: everything },
  );
  assert.equal(matrix.checks.length, checks);
  print(
    `${components} components, ${checks} checks, PostgreSQL; a department of ${matrix.rows.length}`,
  );
  for (const [name, visibility] of [
    ['everything', everything],
    ['a condition', byCondition],
  ]) {
    print(`\nWho sees ${name}`);
    const organisation = { visibility };
    const own = { ...department, visibility };
    const window = { from: '2026-08-25', to: '2026-11-23' };
    const pairs = new DatabaseCampaignPairStore(knex);
    const campaign = {
      scorecardRef: readiness,
      checks: [{ id: 'check-7', slot: 7 }],
      scope: {},
      visibility,
    };
    const asked = {
      'Organisation, counted anew': () => service().getSummary(organisation),
      'Organisation, remembered': () => kept.getSummary(organisation),
      'Department, counted anew': () => service().getSummary(own),
      'Department, all verdicts': () =>
        kept.getMatrix({ scorecardRef: readiness, limit: 1_000 }, own),
      'Heat map of teams, counted anew': () =>
        service().getHeatMap(
          { scorecardRef: readiness, by: 'owner' },
          organisation,
        ),
      'Heat map of departments, counted anew': () =>
        service().getHeatMap(
          { scorecardRef: readiness, by: 'group' },
          {
            ...organisation,
            filter: { ownerRefs: [groupRef(0, 0)], descendants: true },
          },
        ),
      'Ninety days by weeks, counted anew': () =>
        service().getSeries(
          { scorecardRef: readiness, window, interval: 'week' },
          organisation,
        ),
      'Why the score moved, counted anew': () =>
        service().getScoreChanges(
          { scorecardRef: readiness, window, limit: 20 },
          organisation,
        ),
      'First page of entities, the weakest first': () =>
        kept.listEntities(
          { order: 'level', descending: false, limit: 20 },
          organisation,
        ),
      'First page of those that fail a check': () =>
        kept.listEntities(
          {
            scorecardRef: readiness,
            checkId: 'check-7',
            state: 'failed',
            order: 'name',
            descending: false,
            limit: 20,
          },
          organisation,
        ),
      'The same of a department': () =>
        kept.listEntities(
          {
            scorecardRef: readiness,
            checkId: 'check-7',
            state: 'failed',
            order: 'name',
            descending: false,
            limit: 20,
          },
          own,
        ),
      'Campaign for a check of everything, progress': () =>
        pairs.countStandings(campaign),
      'Campaign for a check of everything, first page': () =>
        pairs.list(campaign, { standing: 'open', limit: 21 }),
      'Campaign for a check of everything, burn-down': () =>
        pairs.listHistories(campaign, Date.now() - 90 * 24 * 3_600_000),
      'One component': () => kept.getEntity(componentRef(17), visibility),
      'Its row of the catalog': () =>
        new DatabaseCatalogStore(knex).getEntity(componentRef(17), visibility),
    };
    for (const [what, ask] of Object.entries(asked)) {
      const size = JSON.stringify(await ask()).length;
      const measured = await repeat(async () => JSON.stringify(await ask()), {
        runs: 60,
        seconds: 3,
      });
      print(
        `${lineOf(what, measured)} ${`${(size / 1_000).toFixed(0)} kB`.padStart(
          8,
        )}`,
      );
    }
  }
} finally {
  await knex.destroy();
  await postgres.stop();
}
