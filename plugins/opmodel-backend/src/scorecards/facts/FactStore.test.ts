import { eachStore } from '../../testing/eachStore';
import { listWork } from '../evaluation/DatabaseScorecardWork';
import { FakeScorecardWork } from '../evaluation/FakeScorecardWork';
import type { ScorecardWork } from '../evaluation/ScorecardWork';
import { DatabaseFactStore } from './DatabaseFactStore';
import { FakeFactStore } from './FakeFactStore';
import type { FactStore, RegisteredProvider } from './FactStore';

const HOUR = 3_600_000;
const noon = Date.UTC(2026, 10, 2, 12);
const a = 'component:default/a';
const b = 'component:default/b';

const repository: RegisteredProvider = {
  id: 'repository',
  title: 'Repository',
  schema: {
    hasReadme: { type: 'boolean', description: 'Whether there is a README' },
    files: { type: 'set', description: 'Names of files' },
    commits: { type: 'integer', description: 'Commits' },
  },
  cadenceMs: HOUR,
  freshnessMs: 6 * HOUR,
};

const scans: RegisteredProvider = {
  id: 'scans',
  title: 'Scans',
  schema: {
    critical: { type: 'integer', description: 'Critical findings' },
    high: { type: 'integer', description: 'High findings' },
  },
  cadenceMs: null,
  freshnessMs: 24 * HOUR,
};

interface Stores {
  store: FactStore;
  work: () => Promise<readonly ScorecardWork[]>;
  /** Takes an entity out of the catalog. */
  remove: (entityRef: string, removedAt: number) => Promise<void>;
}

eachStore<Stores>(
  {
    name: 'FactStore',
    fake: () => {
      const work = new FakeScorecardWork();
      const removed = new Map<string, number>();
      return {
        store: new FakeFactStore({
          work,
          isGone: (ref, before) => (removed.get(ref) ?? Infinity) < before,
        }),
        work: async () => work.list(),
        remove: async (ref, removedAt) => {
          removed.set(ref, removedAt);
        },
      };
    },
    database: knex => ({
      store: new DatabaseFactStore(knex),
      work: () => listWork(knex),
      remove: async (ref, removedAt) => {
        await knex('entities').insert({
          ref,
          kind: 'component',
          namespace: 'default',
          name: ref,
          sort_name: ref,
          tags: '[]',
          annotations: '{}',
          labels: '{}',
          hash: 'h',
          scopes_hash: 's',
          first_seen_at: 0,
          seen_at: 0,
          removed_at: removedAt,
        });
      },
    }),
  },
  createStore => {
    let stores: Stores;
    let store: FactStore;

    /** What has been left for the evaluation since it was last asked for. */
    let seen: number;
    const newWork = async () => {
      const all = await stores.work();
      const left = all.slice(seen).map(({ entityRef, facts }) => ({
        entityRef,
        facts: [...(facts ?? [])].sort(),
      }));
      seen = all.length;
      return left;
    };

    /** A run that goes well and tells the given facts, or why there are none. */
    const run = async (
      told: Record<string, Record<string, any> | string>,
      now: number,
      of: string[] = [a, b],
    ) => {
      const lease = { owner: 'one', now, leaseMs: HOUR, force: true };
      expect(await store.startRun('repository', lease)).toBe(true);
      const changed = await store.tell(
        'repository',
        Object.entries(told).map(([entityRef, facts]) =>
          typeof facts === 'string'
            ? { entityRef, facts: null, problem: facts }
            : { entityRef, facts, problem: null },
        ),
        { of, now },
      );
      await store.finishRun('repository', {
        owner: 'one',
        startedAt: now,
        finishedAt: now + 1_000,
        nextAt: now + HOUR,
        entities: Object.keys(told).length,
        problems: 0,
        error: null,
      });
      return changed;
    };

    beforeEach(async () => {
      stores = await createStore();
      ({ store } = stores);
      seen = 0;
      await store.register([scans, repository], { now: noon });
    });

    it('knows who tells facts, and how their runs went', async () => {
      const [first, second] = await store.listProviders();
      expect(first).toEqual({
        ...repository,
        nextAt: noon,
        startedAt: null,
        finishedAt: null,
        reportedAt: null,
        entities: null,
        problems: null,
        error: null,
        removedAt: null,
      });
      expect(second).toMatchObject({ ...scans, nextAt: null });
      await run({ [a]: { hasReadme: true } }, noon + 1);
      expect((await store.listProviders())[0]).toMatchObject({
        startedAt: noon + 1,
        finishedAt: noon + 1_001,
        reportedAt: noon + 1,
        nextAt: noon + 1 + HOUR,
        entities: 1,
        problems: 0,
      });
    });

    it('lets one replica ask a provider that is due', async () => {
      const start = (owner: string, now: number, force?: boolean) =>
        store.startRun('repository', { owner, now, leaseMs: 60_000, force });
      expect(await start('one', noon - 1)).toBe(false);
      expect(await start('one', noon)).toBe(true);
      expect(await start('two', noon + 59_999)).toBe(false);
      expect(await start('two', noon + 59_999, true)).toBe(false);
      // The first has not come back.
      expect(await start('two', noon + 60_000)).toBe(true);
      const finish = (owner: string, startedAt: number) =>
        store.finishRun('repository', {
          owner,
          startedAt,
          finishedAt: noon + 61_000,
          nextAt: noon + HOUR,
          entities: 0,
          problems: 0,
          error: 'the host did not answer',
        });
      await finish('one', noon);
      expect((await store.listProviders())[0].error).toBeNull();
      await finish('two', noon + 60_000);
      expect((await store.listProviders())[0]).toMatchObject({
        error: 'the host did not answer',
        reportedAt: null,
        nextAt: noon + HOUR,
      });
      expect(await start('one', noon + 62_000)).toBe(false);
      expect(await start('one', noon + 62_000, true)).toBe(true);
      expect(
        await store.startRun('scans', { owner: 'one', now: noon, leaseMs: 1 }),
      ).toBe(false);
    });

    it('keeps a lease for as long as it is renewed', async () => {
      const start = (owner: string, now: number) =>
        store.startRun('repository', { owner, now, leaseMs: 60_000 });
      const renew = (owner: string) =>
        store.renewRun('repository', { owner, leaseUntil: noon + 120_000 });
      await start('one', noon);
      expect(await renew('one')).toBe(true);
      expect(await renew('two')).toBe(false);
      expect(await start('two', noon + 119_999)).toBe(false);
      expect(await start('two', noon + 120_000)).toBe(true);
      expect(await renew('one')).toBe(false);
    });

    it('asks again at once when it is asked to, also where a run is under way', async () => {
      const nextAt = async () => (await store.listProviders())[0].nextAt;
      const request = (now: number) =>
        store.requestRuns(['repository', 'scans'], { now });
      await run({}, noon);
      expect(await nextAt()).toBe(noon + HOUR);
      await request(noon + 1_000);
      expect(await nextAt()).toBe(noon + 1_000);
      await request(noon + 2_000);
      expect(await nextAt()).toBe(noon + 1_000);
      const startedAt = noon + 3_000;
      await store.startRun('repository', {
        owner: 'one',
        now: startedAt,
        leaseMs: HOUR,
      });
      await request(noon + 4_000);
      await store.finishRun('repository', {
        owner: 'one',
        startedAt,
        finishedAt: noon + 5_000,
        nextAt: noon + 2 * HOUR,
        entities: 0,
        problems: 0,
        error: null,
      });
      expect(await nextAt()).toBe(noon + 4_000);
      expect((await store.listProviders())[1].nextAt).toBeNull();
    });

    it('keeps what is told, and writes nothing when it is told again', async () => {
      expect(
        await run({ [a]: { hasReadme: true, files: ['x', 'y'] } }, noon),
      ).toEqual([
        {
          entityRef: a,
          names: [
            { provider: 'repository', name: 'hasReadme' },
            { provider: 'repository', name: 'files' },
          ],
        },
      ]);
      expect(await newWork()).toEqual([
        {
          entityRef: a,
          facts: ['repository.files', 'repository.hasReadme'],
        },
      ]);
      expect(
        await run({ [a]: { hasReadme: true, files: ['y', 'x'] } }, noon + HOUR),
      ).toEqual([]);
      expect(await newWork()).toEqual([]);
      expect(await store.read([a, b])).toEqual([
        {
          entityRef: a,
          provider: 'repository',
          facts: { hasReadme: true, files: ['x', 'y'] },
          reportedAt: { hasReadme: noon + HOUR, files: noon + HOUR },
          problem: null,
        },
      ]);
      expect(await store.listChanges(a, { limit: 10 })).toEqual([]);
    });

    it('keeps what was known before a change, and asks for the checks of what changed', async () => {
      await run({ [a]: { hasReadme: true, commits: 3 } }, noon);
      await newWork();
      await run({ [a]: { hasReadme: false, files: ['x'] } }, noon + HOUR);
      expect(await newWork()).toEqual([
        {
          entityRef: a,
          facts: [
            'repository.commits',
            'repository.files',
            'repository.hasReadme',
          ],
        },
      ]);
      await run({ [a]: { hasReadme: null, files: ['x'] } }, noon + 2 * HOUR);
      expect(await newWork()).toEqual([
        { entityRef: a, facts: ['repository.hasReadme'] },
      ]);
      const changes = await store.listChanges(a, { limit: 10 });
      expect(changes).toEqual([
        {
          entityRef: a,
          provider: 'repository',
          changedAt: noon + 2 * HOUR,
          before: { hasReadme: false },
          added: [],
        },
        {
          entityRef: a,
          provider: 'repository',
          changedAt: noon + HOUR,
          before: { hasReadme: true, commits: 3 },
          added: ['files'],
        },
      ]);
      expect(await store.listChanges(a, { limit: 1 })).toEqual([changes[0]]);
    });

    it('withdraws what is not told any more, of those that were asked about', async () => {
      await run({ [a]: { commits: 1 }, [b]: { commits: 2 } }, noon);
      await newWork();
      await run({}, noon + HOUR, [a]);
      expect(await newWork()).toEqual([
        { entityRef: a, facts: ['repository.commits'] },
      ]);
      expect(await store.read([a, b])).toMatchObject([{ entityRef: b }]);
      expect(await store.listChanges(a, { limit: 1 })).toMatchObject([
        { changedAt: noon + HOUR, before: { commits: 1 }, added: [] },
      ]);
    });

    it('keeps what was told of an entity of which nothing can be told now, as old as it is', async () => {
      await run({ [a]: { commits: 1 }, [b]: { commits: 2 } }, noon);
      await newWork();
      const everything = [
        'repository.commits',
        'repository.files',
        'repository.hasReadme',
      ];
      await run({ [a]: 'not found', [b]: { commits: 2 } }, noon + HOUR);
      expect(await newWork()).toEqual([{ entityRef: a, facts: everything }]);
      await run({ [a]: 'not found', [b]: { commits: 2 } }, noon + 2 * HOUR);
      expect(await newWork()).toEqual([]);
      expect(await store.read([a, b])).toMatchObject([
        {
          facts: { commits: 1 },
          reportedAt: { commits: noon },
          problem: 'not found',
        },
        { reportedAt: { commits: noon + 2 * HOUR }, problem: null },
      ]);
      await run({ [a]: { commits: 1 }, [b]: { commits: 2 } }, noon + 3 * HOUR);
      expect(await newWork()).toEqual([{ entityRef: a, facts: everything }]);
      expect(await store.read([a])).toMatchObject([
        { reportedAt: { commits: noon + 3 * HOUR }, problem: null },
      ]);
      expect(await store.listChanges(a, { limit: 5 })).toEqual([]);
    });

    it('remembers a problem of an entity of which nothing is known', async () => {
      await run({ [a]: 'no such repository' }, noon);
      expect(await store.read([a])).toEqual([
        {
          entityRef: a,
          provider: 'repository',
          facts: {},
          reportedAt: {},
          problem: 'no such repository',
        },
      ]);
      expect(await newWork()).toHaveLength(1);
    });

    it('does not let a run that began earlier overwrite what a later one told', async () => {
      await store.tell(
        'repository',
        [{ entityRef: a, facts: { commits: 2 }, problem: null }],
        { of: [a], now: noon + 1_000 },
      );
      expect(await run({ [a]: { commits: 1 } }, noon)).toEqual([]);
      expect(await store.read([a])).toMatchObject([
        {
          facts: { commits: 2 },
          reportedAt: { commits: noon + 1_000 },
        },
      ]);
    });

    it('leaves facts as old as they are when a run fails', async () => {
      await run({ [a]: { commits: 1 } }, noon);
      const startedAt = noon + HOUR;
      await store.startRun('repository', {
        owner: 'one',
        now: startedAt,
        leaseMs: 1_000,
      });
      await store.finishRun('repository', {
        owner: 'one',
        startedAt,
        finishedAt: startedAt,
        nextAt: startedAt + HOUR,
        entities: 0,
        problems: 0,
        error: 'away',
      });
      expect(await store.read([a])).toMatchObject([
        { reportedAt: { commits: noon } },
      ]);
      expect((await store.listProviders())[0]).toMatchObject({
        error: 'away',
        reportedAt: noon,
        entities: 1,
      });
    });

    it('asks for all checks once facts that had become old are believed again', async () => {
      await run({ [a]: { commits: 1 } }, noon);
      await newWork();
      await run({ [a]: { commits: 1 } }, noon + 6 * HOUR);
      expect(await newWork()).toEqual([]);
      await run({ [a]: { commits: 1 } }, noon + 13 * HOUR);
      expect(await newWork()).toHaveLength(1);
    });

    it('keeps facts that are pushed, each with its instant', async () => {
      const push = (
        facts: Record<string, number>,
        toldAt: number,
        entityRef = a,
      ) =>
        store.push('scans', [{ entityRef, facts, toldAt }], {
          now: noon + HOUR,
        });
      expect(await push({ critical: 1, high: 2 }, noon)).toEqual([true]);
      expect(await newWork()).toEqual([
        { entityRef: a, facts: ['scans.critical', 'scans.high'] },
      ]);
      expect(await push({ critical: 1, high: 2 }, noon)).toEqual([false]);
      // A later instant of the same value is news, though no check comes to anything else.
      expect(await push({ critical: 1 }, noon + 1)).toEqual([true]);
      expect(await newWork()).toEqual([]);
      expect(await push({ critical: 7 }, noon)).toEqual([false]);
      expect(await push({ critical: 0 }, noon + 2)).toEqual([true]);
      expect(await newWork()).toEqual([
        { entityRef: a, facts: ['scans.critical'] },
      ]);
      expect(await store.read([a], ['scans'])).toEqual([
        {
          entityRef: a,
          provider: 'scans',
          facts: { critical: 0, high: 2 },
          reportedAt: { critical: noon + 2, high: noon },
          problem: null,
        },
      ]);
      expect(await store.read([a], ['repository'])).toEqual([]);
      expect(await store.listChanges(a, { limit: 5 })).toEqual([
        {
          entityRef: a,
          provider: 'scans',
          changedAt: noon + 2,
          before: { critical: 1 },
          added: [],
        },
      ]);
      expect((await store.listProviders())[1].reportedAt).toBe(noon + 2);
    });

    it('takes several statements of one entity in the order of their instants', async () => {
      const isNew = await store.push(
        'scans',
        [
          { entityRef: a, facts: { critical: 3 }, toldAt: noon + 2 },
          { entityRef: a, facts: { critical: 5 }, toldAt: noon },
          { entityRef: b, facts: { critical: 1 }, toldAt: noon },
        ],
        { now: noon + HOUR },
      );
      expect(isNew).toEqual([true, true, true]);
      expect(await store.read([a, b])).toMatchObject([
        { facts: { critical: 3 } },
        { facts: { critical: 1 } },
      ]);
      expect(await store.listChanges(a, { limit: 5 })).toMatchObject([
        { changedAt: noon + 2, before: { critical: 5 } },
      ]);
    });

    it('asks for the checks of pushed facts that had become old', async () => {
      const push = (toldAt: number) =>
        store.push('scans', [{ entityRef: a, facts: { high: 0 }, toldAt }], {
          now: toldAt,
        });
      await push(noon);
      await newWork();
      await push(noon + 24 * HOUR);
      expect(await newWork()).toEqual([]);
      await push(noon + 49 * HOUR);
      expect(await newWork()).toEqual([
        { entityRef: a, facts: ['scans.high'] },
      ]);
    });

    it('answers nothing of a provider that is gone, until it is back', async () => {
      await run({ [a]: { commits: 1 } }, noon);
      await newWork();
      await store.register([scans], { now: noon + HOUR });
      expect(await store.listProviders()).toMatchObject([{ id: 'scans' }]);
      expect(await store.read([a])).toEqual([]);
      expect(await newWork()).toHaveLength(1);
      await expect(
        store.tell('repository', [], { of: [a], now: noon }),
      ).rejects.toThrow('There is no provider of facts repository');
      await store.register([scans, repository], { now: noon + 2 * HOUR });
      expect(await store.read([a])).toHaveLength(1);
      expect(await newWork()).toHaveLength(1);
      expect((await store.listProviders())[0].nextAt).toBe(noon + 2 * HOUR);
    });

    it('asks a provider anew when its facts are others, and else as it was going to', async () => {
      await run({}, noon);
      const register = async (provider: RegisteredProvider, now: number) => {
        await store.register([provider, scans], { now });
        return (await store.listProviders())[0].nextAt;
      };
      const now = noon + 60_000;
      expect(await register(repository, now)).toBe(noon + HOUR);
      expect(await register({ ...repository, cadenceMs: 1_000 }, now)).toBe(
        now + 1_000,
      );
      expect(await register({ ...repository, schema: {} }, now)).toBe(now);
    });

    it('withdraws facts of what has been gone for long, some at a time', async () => {
      await run({ [a]: { commits: 1 }, [b]: { commits: 1 } }, noon);
      await stores.remove(a, noon);
      const remove = (before: number) =>
        store.deleteOrphans({ before, limit: 1 });
      expect(await remove(noon)).toBe(0);
      expect(await remove(noon + 1)).toBe(1);
      expect(await store.read([a, b])).toMatchObject([{ entityRef: b }]);
      await store.register([scans], { now: noon + HOUR });
      expect(await remove(noon + HOUR)).toBe(0);
      expect(await remove(noon + HOUR + 1)).toBe(1);
      expect(await remove(noon + HOUR + 1)).toBe(0);
    });

    it('forgets old changes, the oldest first', async () => {
      for (const [place, commits] of [1, 2, 3, 4].entries()) {
        await run({ [a]: { commits } }, noon + place * HOUR);
      }
      const forget = (before: number) =>
        store.deleteChanges({ before, limit: 1 });
      expect(await forget(noon + 3 * HOUR)).toBe(1);
      expect(await store.listChanges(a, { limit: 5 })).toMatchObject([
        { before: { commits: 3 } },
        { before: { commits: 2 } },
      ]);
      expect(await forget(noon + 3 * HOUR)).toBe(1);
      expect(await forget(noon + 3 * HOUR)).toBe(0);
    });
  },
);
