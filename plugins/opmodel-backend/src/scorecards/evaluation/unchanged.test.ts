import { mockServices } from '@backstage/backend-test-utils';
import createKnex, { type Knex } from 'knex';
import { entityOf } from '../../testing/catalog';
import { eachDatabase } from '../../testing/databases';
import { FactProviders } from '../facts/FactProviders';
import type { FactStatement } from '../facts/FactStore';
import { checkWith, publishedWith } from '../testing/publishedScorecard';
import { databaseScoredStores } from '../testing/scoredStores';
import { Evaluator } from './Evaluator';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const noon = Date.UTC(2026, 10, 2, 12);
const HOUR = 3_600_000;
const refs = Array.from(
  { length: 60 },
  (_, at) => `component:default/c${String(at).padStart(2, '0')}`,
);

const providers = new FactProviders({
  asked: [
    {
      id: 'repository',
      title: 'Repository',
      schema: {
        commits: { type: 'integer', description: 'Commits' },
        coverage: { type: 'number', description: 'Coverage' },
        languages: { type: 'set', description: 'Languages' },
        pushedAt: { type: 'datetime', description: 'The last push' },
      },
      cadence: { hours: 1 },
      freshness: { hours: 60 },
      provide: async () => [],
    },
  ],
  pushed: [],
});

const checks = [
  ['repository.commits > 5', 'Bronze'],
  ['repository.coverage >= 0.3', 'Bronze'],
  ['"go" in repository.languages', 'Silver'],
  ['now - repository.pushedAt < duration("240h")', 'Silver'],
].map(([expression, level], at) =>
  checkWith({
    id: `check-${at}`,
    level,
    expression,
    confirmations: 1 + (at % 2),
    warning: at === 1 ? 'repository.coverage >= 0.6' : undefined,
  }),
);

const tellings: FactStatement[] = refs.map((entityRef, at) =>
  at % 9 === 8
    ? { entityRef, facts: null, problem: 'Nobody may read it' }
    : {
        entityRef,
        facts: {
          commits: at,
          // Numbers that read back otherwise from a database would count as changed.
          coverage: at === 7 ? null : (at * 7) / 300,
          languages: at % 2 ? ['go', 'Ümlaut – 😀'] : [],
          pushedAt: noon - at * 12 * HOUR,
        },
        problem: null,
      },
);

/** All rows of the tables of scorecards, as they stand. */
async function readRows(knex: Knex): Promise<Record<string, unknown[]>> {
  const tables = [
    'facts',
    'fact_changes',
    'fact_providers',
    'scorecards',
    'scorecard_results',
    'scorecard_changes',
    'scorecard_work',
  ];
  const rows: Record<string, unknown[]> = {};
  for (const table of tables) {
    rows[table] = (await knex(table).select())
      .map(row => JSON.stringify(row))
      .sort();
  }
  return rows;
}

/** How many rows of these tables were written so far, those that were taken back included. */
async function countWrites(knex: Knex): Promise<number> {
  if (knex.client.config.client === 'better-sqlite3') {
    const [{ writes }] = await knex.raw('select total_changes() as writes');
    return writes;
  }
  // What a connection did is counted when it is asked to; there is one connection here.
  await knex.raw('select pg_stat_force_next_flush()');
  const { rows } = await knex.raw(
    `select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) as writes
     from pg_stat_user_tables where schemaname = current_schema()`,
  );
  return Number(rows[0].writes);
}

/** How large everything is, in bytes. */
async function countBytes(knex: Knex): Promise<number> {
  if (knex.client.config.client === 'better-sqlite3') {
    const [{ page_count: pages }] = await knex.raw('pragma page_count');
    const [{ page_size: size }] = await knex.raw('pragma page_size');
    return pages * size;
  }
  const { rows } = await knex.raw(
    `select sum(pg_total_relation_size(relid)) as bytes from pg_stat_user_tables where schemaname = current_schema()`,
  );
  return Number(rows[0].bytes);
}

eachDatabase('evaluating again', createDatabase => {
  let knex: Knex;
  const clock = { now: noon };

  async function createScored() {
    const migrated = await createDatabase();
    const { client, connection } = migrated.client.config;
    const isSqlite = client === 'better-sqlite3';
    knex = isSqlite
      ? migrated
      : createKnex({ client, connection, pool: { min: 1, max: 1 } });
    clock.now = noon;
    const stores = databaseScoredStores(knex);
    const evaluator = new Evaluator({
      ...stores,
      providers,
      acceptances: { listInForce: async () => [] },
      logger: mockServices.logger.mock(),
      clock: () => clock.now,
    });
    const publish = () =>
      stores.scorecards.publish([publishedWith({ checks })], {
        now: clock.now,
      });
    /** A run of the provider, in batches as it is asked. */
    const run = async (change: (one: FactStatement) => FactStatement) => {
      const { now } = clock;
      const lease = { owner: `run-${now}`, now, leaseMs: 60_000 };
      expect(await stores.facts.startRun('repository', lease)).toBe(true);
      for (const at of [0, 25, 50]) {
        const of = refs.slice(at, at + 25);
        await stores.facts.tell(
          'repository',
          tellings.slice(at, at + 25).map(change),
          { of, now },
        );
      }
      await stores.facts.finishRun('repository', {
        owner: lease.owner,
        startedAt: now,
        finishedAt: now,
        nextAt: now + HOUR,
        entities: refs.length,
        problems: 0,
        error: null,
      });
    };
    await stores.scan(
      refs.map(ref => entityOf(ref, { ownedBy: 'group:default/pay' })),
    );
    await stores.facts.register(providers.list(), { now: noon });
    await publish();
    await run(one => one);
    await evaluator.workOff();
    await evaluator.sweep();
    return { ...stores, evaluator, publish, run };
  }

  afterEach(async () => {
    if (knex.client.config.client !== 'better-sqlite3') {
      await knex.destroy();
    }
  });

  it('has something to go by', async () => {
    const { results } = await createScored();
    const states = (await results.read(refs)).flatMap(({ verdicts }) =>
      [...verdicts.values()].map(({ state }) => state),
    );
    expect(new Set(states)).toEqual(
      new Set(['passed', 'warning', 'failed', 'not_reported', 'error']),
    );
  });

  it('writes no row and no byte where nothing changed, however often', async () => {
    const { evaluator, facts } = await createScored();
    const rows = await readRows(knex);
    const bytes = await countBytes(knex);
    const writes = await countWrites(knex);
    for (let hour = 1; hour <= 10; hour += 1) {
      clock.now += HOUR / 6;
      await evaluator.workOff();
      await evaluator.sweep();
      await evaluator.evaluateNow(refs[hour]);
      await facts.tell('repository', tellings, { of: refs, now: clock.now });
    }
    expect((await countWrites(knex)) - writes).toBe(0);
    expect(await countBytes(knex)).toBe(bytes);
    expect(await readRows(knex)).toEqual(rows);
  });

  it('writes the row of a provider that was asked and told the same, and nothing else', async () => {
    const { evaluator, publish, run } = await createScored();
    const { fact_providers: _, ...rows } = await readRows(knex);
    const writes = await countWrites(knex);
    for (let hour = 1; hour <= 10; hour += 1) {
      clock.now += HOUR;
      await run(one =>
        one.facts
          ? {
              ...one,
              // In another order, which is no other value.
              facts: Object.fromEntries(Object.entries(one.facts).reverse()),
            }
          : one,
      );
      await publish();
      await evaluator.workOff();
      await evaluator.sweep();
    }
    // The beginning and the end of each run; and how a definition is written is kept again.
    expect((await countWrites(knex)) - writes).toBeLessThanOrEqual(10 * 3);
    const { fact_providers: __, ...after } = await readRows(knex);
    expect(after).toEqual(rows);
  });

  it('writes what follows from one fact of one entity, and no more', async () => {
    const { evaluator, facts, results } = await createScored();
    const before = await readRows(knex);
    const writes = await countWrites(knex);
    clock.now += HOUR;
    await facts.tell(
      'repository',
      [
        {
          entityRef: refs[3],
          facts: { ...tellings[3].facts, commits: 77 },
          problem: null,
        },
      ],
      { of: [refs[3]], now: clock.now },
    );
    expect(await evaluator.workOff()).toBe(1);
    const after = await readRows(knex);
    const rowsThatDiffer = Object.fromEntries(
      Object.keys(after).map(table => [
        table,
        after[table].filter(row => !before[table].includes(row)).length,
      ]),
    );
    expect(rowsThatDiffer).toEqual({
      facts: 1,
      fact_changes: 1,
      fact_providers: 0,
      scorecards: 0,
      scorecard_results: 1,
      scorecard_changes: 1,
      scorecard_work: 0,
    });
    // These, and the work that was left and done.
    expect((await countWrites(knex)) - writes).toBe(4 + 2);
    const [{ verdicts }] = await results.read([refs[3]]);
    expect(verdicts.get('check-0')?.state).toBe('passed');
  });
});
