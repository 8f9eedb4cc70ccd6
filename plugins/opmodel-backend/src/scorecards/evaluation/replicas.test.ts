import { mockServices } from '@backstage/backend-test-utils';
import createKnex, { type Knex } from 'knex';
import { entityOf } from '../../testing/catalog';
import { createEngineDatabases } from '../../testing/databases';
import { FactProviders } from '../facts/FactProviders';
import { checkWith, publishedWith } from '../testing/publishedScorecard';
import {
  databaseScoredStores,
  type ScoredStores,
} from '../testing/scoredStores';
import { Evaluator } from './Evaluator';
import type { ResultStore } from './ResultStore';

// A database is migrated, and rounds of work are done twice at the same time.
jest.setTimeout(300_000);

const noon = Date.UTC(2026, 10, 2, 12);
const readiness = 'scorecard:default/readiness';
const refs = Array.from(
  { length: 40 },
  (_, at) => `component:default/c${String(at).padStart(2, '0')}`,
);

const providers = new FactProviders({
  asked: [],
  pushed: [
    {
      id: 'build',
      title: 'Builds',
      schema: {
        commits: { type: 'integer', description: 'Commits' },
        coverage: { type: 'number', description: 'Coverage' },
        isSigned: { type: 'boolean', description: 'Signed' },
      },
      freshnessMs: 90 * 86_400_000,
    },
  ],
});

const checksAbove = (least: number) => [
  checkWith({
    id: 'commits',
    level: 'Bronze',
    expression: `build.commits > ${least}`,
  }),
  checkWith({
    id: 'covered',
    level: 'Bronze',
    expression: 'build.coverage >= 0.5',
  }),
  checkWith({ id: 'signed', level: 'Silver', expression: 'build.isSigned' }),
];

describe('two replicas on one PostgreSQL', () => {
  const databases = createEngineDatabases();
  let admin: Knex;
  const own: Knex[] = [];
  const clock = { now: noon };

  /** A replica has a pool of its own, as a process has. */
  function startReplica(part: Partial<ScoredStores> = {}) {
    const { client, connection } = admin.client.config;
    const knex = createKnex({ client, connection, pool: { min: 0, max: 5 } });
    own.push(knex);
    const stores = { ...databaseScoredStores(knex), ...part };
    return {
      knex,
      ...stores,
      evaluator: new Evaluator({
        ...stores,
        providers,
        acceptances: { listInForce: async () => [] },
        logger: mockServices.logger.mock(),
        clock: () => clock.now,
      }),
    };
  }

  const publish = ({ scorecards }: ScoredStores, least: number) =>
    scorecards.publish([publishedWith({ checks: checksAbove(least) })], {
      now: clock.now,
    });

  beforeEach(async () => {
    admin = await databases.createMigrated('POSTGRES_18');
    clock.now = noon;
    const stores = databaseScoredStores(admin);
    await stores.scan(
      refs.map(ref => entityOf(ref, { ownedBy: 'group:default/pay' })),
    );
    await stores.facts.register(providers.list(), { now: noon });
    await publish(stores, 5);
  });

  afterEach(async () => {
    await Promise.all(own.splice(0).map(knex => knex.destroy()));
  });

  /** What every entity comes to, and how it came there. */
  async function findWhatIsWrong(
    stores: ScoredStores,
    expected: { facts: Map<string, Record<string, unknown>>; least: number },
  ): Promise<string[]> {
    const wrong: string[] = [];
    const results = new Map(
      (await stores.results.read(refs, [readiness])).map(one => [
        one.entityRef,
        one,
      ]),
    );
    for (const ref of refs) {
      const told = expected.facts.get(ref)!;
      const states = {
        commits: Number(told.commits) > expected.least ? 'passed' : 'failed',
        covered: Number(told.coverage) >= 0.5 ? 'passed' : 'failed',
        signed: told.isSigned ? 'passed' : 'failed',
      };
      const found = results.get(ref);
      for (const [id, state] of Object.entries(states)) {
        const is = found?.verdicts.get(id)?.state;
        if (is !== state) {
          wrong.push(`${ref} ${id}: ${is}, not ${state}`);
        }
      }
    }
    // Each change follows on the one before: nothing was written twice, or over what somebody else had written.
    const known = new Map<string, string | null>();
    for (const { entityRef, checks } of await stores.changes()) {
      for (const { checkId, before, after } of checks) {
        const key = `${entityRef} ${checkId}`;
        if (before === after || (known.get(key) ?? before) !== before) {
          wrong.push(`${key}: ${before} → ${after} after ${known.get(key)}`);
        }
        known.set(key, after);
      }
    }
    for (const [key, state] of known) {
      const [ref, checkId] = key.split(' ');
      const is = results.get(ref)?.verdicts.get(checkId)?.state;
      if (is !== state) {
        wrong.push(`${key} is ${is}, and changed last to ${state}`);
      }
    }
    return wrong;
  }

  it('push, publish and evaluate at the same time, and come to what one would', async () => {
    const [a, b] = [startReplica(), startReplica()];
    const told = new Map<string, Record<string, number | boolean>>();
    const tell = async (
      { facts }: ScoredStores,
      round: number,
      who: 0 | 1,
    ): Promise<void> => {
      // Both speak of every entity, each of facts of its own, in another order.
      const statements = refs.map((entityRef, at) => {
        const given: Record<string, number | boolean> =
          who === 0
            ? { commits: (at + round * 7) % 20 }
            : {
                coverage: ((at + round) % 10) / 10,
                isSigned: (at + round) % 3 !== 0,
              };
        told.set(entityRef, { ...told.get(entityRef), ...given });
        return { entityRef, facts: given, toldAt: clock.now };
      });
      await facts.push(
        'build',
        who === 0 ? statements : [...statements].reverse(),
        { now: clock.now },
      );
    };
    let least = 5;
    for (let round = 0; round < 12; round += 1) {
      clock.now += 1_000;
      const isPublished = round % 3 === 1;
      if (isPublished) {
        least = 4 + (round % 5);
      }
      const outcomes = await Promise.allSettled([
        tell(a, round, 0),
        tell(b, round, 1),
        a.evaluator.workOff(),
        b.evaluator.workOff(),
        // The same definition by both: one of them may come too late, and neither changes anything for the other.
        ...(isPublished ? [publish(a, least), publish(b, least)] : []),
        a.evaluator.evaluateNow(refs[round]),
        b.evaluator.evaluateNow(refs[round]),
        b.evaluator.sweep(),
      ]);
      expect(
        outcomes.flatMap(one =>
          one.status === 'rejected' ? [String(one.reason)] : [],
        ),
      ).toEqual([]);
    }
    await Promise.all([a.evaluator.workOff(), b.evaluator.workOff()]);
    // What one of them had when the other looked is done by the first.
    await a.evaluator.workOff();
    expect(await a.results.waiting()).toMatchObject({ entities: 0, failed: 0 });
    expect(await findWhatIsWrong(a, { facts: told, least })).toEqual([]);
    // Evaluating everything anew finds nothing that was missed.
    const before = await a.results.read(refs);
    const changes = await a.changes();
    await b.evaluator.sweep();
    expect(await b.results.read(refs)).toEqual(before);
    expect(await b.changes()).toEqual(changes);
    // As many versions as there were different definitions.
    const versions = await a.scorecards.listVersions(readiness, { limit: 20 });
    expect(new Set(versions.map(({ version }) => version)).size).toBe(
      versions.length,
    );
    for (const [at, { definition }] of versions.slice(1).entries()) {
      expect(definition.checks).not.toEqual(versions[at].definition.checks);
    }
  });

  it('share the work, and do none of it twice', async () => {
    const seen: string[] = [];
    const noting = (results: ResultStore): Partial<ScoredStores> => ({
      results: Object.assign(Object.create(results), {
        workOff: (
          request: Parameters<ResultStore['workOff']>[0],
          evaluate: Parameters<ResultStore['workOff']>[1],
        ) =>
          results.workOff({ ...request, limit: 5 }, basis => {
            const outcome = evaluate(basis);
            seen.push(basis.work.entityRef);
            return outcome;
          }),
        lastWork: () => results.lastWork(),
        putOff: (...given: Parameters<ResultStore['putOff']>) =>
          results.putOff(...given),
      }),
    });
    const [a, b] = [admin, admin].map(knex =>
      startReplica(noting(databaseScoredStores(knex).results)),
    );
    const done = await Promise.all([
      a.evaluator.workOff(),
      b.evaluator.workOff(),
    ]);
    expect(done[0] + done[1]).toBe(refs.length);
    expect([...seen].sort()).toEqual(refs);
  });

  it('lose nothing when one of them dies in the middle of an evaluation', async () => {
    let isGone = false;
    const mortal = startReplica();
    /** A process that is gone asks nothing any more. */
    const a = startReplica({
      results: new Proxy(mortal.results, {
        get:
          (store, name: keyof ResultStore) =>
          async (...given: never[]) => {
            if (isGone) {
              throw new Error('The process is gone');
            }
            return (store[name] as (...all: never[]) => unknown)(...given);
          },
      }),
    });
    const b = startReplica();
    await b.facts.push(
      'build',
      refs.map(entityRef => ({
        entityRef,
        facts: { commits: 9, coverage: 1, isSigned: true },
        toldAt: noon,
      })),
      { now: noon },
    );
    // Whoever has evaluated cannot write until this is over.
    const hold = await admin.transaction();
    await hold.raw('lock table scorecard_results in share mode');
    const dying = a.evaluator.workOff().then(
      () => 'done',
      () => 'dead',
    );
    let backends: { pid: number }[] = [];
    while (backends.length === 0) {
      ({ rows: backends } = await admin.raw(
        `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      ));
    }
    // Nobody waits for it: its entities are passed by, and there are no others.
    expect(await b.evaluator.workOff()).toBe(0);
    isGone = true;
    await admin.raw('select pg_terminate_backend(?)', [backends[0].pid]);
    await hold.rollback();
    expect(await dying).toBe('dead');
    // All that it did is as if it had never been.
    expect(await b.results.read(refs, [readiness])).toEqual([]);
    await b.evaluator.workOff();
    expect(await b.results.waiting()).toMatchObject({ entities: 0, failed: 0 });
    const results = await b.results.read(refs, [readiness]);
    expect(results.map(({ levelRank }) => levelRank)).toEqual(
      refs.map(() => 2),
    );
    expect(await b.changes()).toEqual([]);
  });

  it('never keep a mixture of two definitions, however often one is published meanwhile', async () => {
    const [a, b] = [startReplica(), startReplica()];
    await a.facts.push(
      'build',
      refs.map((entityRef, at) => ({
        entityRef,
        facts: { commits: at, coverage: 1, isSigned: true },
        toldAt: noon,
      })),
      { now: noon },
    );
    await a.evaluator.workOff();
    let isOver = false;
    const publishing = (async () => {
      for (let round = 1; round <= 10; round += 1) {
        await publish(b, round * 3);
      }
      isOver = true;
    })();
    const mixtures: string[] = [];
    const look = async () => {
      for (const {
        entityRef,
        version,
        verdicts,
        levelRank,
      } of await b.results.read(refs, [readiness])) {
        const least = version === 1 ? 5 : (version - 1) * 3;
        const isPassed = refs.indexOf(entityRef) > least;
        const state = verdicts.get('commits')?.state;
        if (
          state !== (isPassed ? 'passed' : 'failed') ||
          levelRank !== (isPassed ? 2 : 0)
        ) {
          mixtures.push(`${entityRef} by ${version}: ${state}, ${levelRank}`);
        }
      }
    };
    while (!isOver) {
      await Promise.all([
        a.evaluator.workOff(),
        b.evaluator.workOff(),
        a.evaluator.evaluateNow(refs[7]),
        look(),
      ]);
    }
    await publishing;
    await Promise.all([a.evaluator.workOff(), b.evaluator.workOff()]);
    await a.evaluator.workOff();
    await look();
    expect(mixtures).toEqual([]);
    const versions = (await a.results.read(refs, [readiness])).map(
      ({ version }) => version,
    );
    expect(versions).toEqual(refs.map(() => 11));
  });

  it('evaluate an entity by hand once whoever has its rows is done', async () => {
    const [a, b] = [startReplica(), startReplica()];
    const hold = await admin.transaction();
    await hold.raw('lock table scorecard_results in share mode');
    const background = a.evaluator.workOff();
    const byHand = b.evaluator.evaluateNow(refs[0]);
    const isOver = await Promise.race([
      byHand.then(() => true),
      new Promise<boolean>(resolve => {
        setTimeout(() => resolve(false), 300);
      }),
    ]);
    expect(isOver).toBe(false);
    await hold.rollback();
    await Promise.all([background, byHand]);
    expect(await a.results.read(refs, [readiness])).toHaveLength(refs.length);
    expect(await a.changes()).toEqual([]);
  });
});
