import { eachStore } from '../testing/eachStore';
import { type CollectorLeaseStore, neverRun } from './CollectorLeaseStore';
import { DatabaseCollectorLeaseStore } from './DatabaseCollectorLeaseStore';
import { FakeCollectorLeaseStore } from './FakeCollectorLeaseStore';

eachStore<CollectorLeaseStore>(
  {
    name: 'CollectorLeaseStore',
    fake: () => new FakeCollectorLeaseStore(),
    database: knex => new DatabaseCollectorLeaseStore(knex),
  },
  createStore => {
    let store: CollectorLeaseStore;
    const leaseOf = async (collector: string) =>
      (await store.read([collector])).get(collector) ?? neverRun(collector);
    const claimOf = (token: string, now: number) => ({
      token,
      now,
      leaseUntil: now + 10,
      consecutiveFailures: 0,
    });

    beforeEach(async () => {
      store = await createStore();
    });

    it('gives a collector to one of those who saw it free', async () => {
      expect(await store.read(['git'])).toEqual(new Map());
      const seen = await leaseOf('git');
      const claimed = await Promise.all(
        ['a', 'b', 'c'].map(token => store.claim(seen, claimOf(token, 100))),
      );
      expect(claimed.filter(Boolean)).toHaveLength(1);
      expect(await leaseOf('git')).toEqual({
        collector: 'git',
        version: 1,
        token: ['a', 'b', 'c'][claimed.indexOf(true)],
        leaseUntil: 110,
        startedAt: 100,
        consecutiveFailures: 0,
      });
      expect(await store.read(['github'])).toEqual(new Map());
    });

    it('does not give again what was run and ended since it was seen', async () => {
      const seen = await leaseOf('git');
      await store.claim(seen, claimOf('a', 100));
      await store.release('git', 'a', { consecutiveFailures: 0 });
      expect(await store.claim(seen, claimOf('b', 101))).toBe(false);
      expect(await store.claim(await leaseOf('git'), claimOf('b', 101))).toBe(
        true,
      );
    });

    it('lets only the holder renew and release', async () => {
      await store.claim(await leaseOf('git'), claimOf('a', 100));
      expect(await store.renew('git', { token: 'a', leaseUntil: 120 })).toBe(
        true,
      );
      expect(await store.renew('git', { token: 'b', leaseUntil: 500 })).toBe(
        false,
      );
      expect(await store.renew('none', { token: 'a', leaseUntil: 9 })).toBe(
        false,
      );
      expect(await leaseOf('git')).toMatchObject({ leaseUntil: 120 });

      await store.claim(await leaseOf('git'), {
        ...claimOf('b', 130),
        consecutiveFailures: 2,
        nextAttemptAt: 400,
      });
      const taken = await leaseOf('git');
      expect(taken).toMatchObject({
        token: 'b',
        consecutiveFailures: 2,
        nextAttemptAt: 400,
      });
      expect(await store.renew('git', { token: 'a', leaseUntil: 500 })).toBe(
        false,
      );
      expect(await store.release('git', 'a', { consecutiveFailures: 0 })).toBe(
        false,
      );
      expect(await leaseOf('git')).toEqual(taken);

      expect(
        await store.release('git', 'b', {
          consecutiveFailures: 3,
          nextAttemptAt: 900,
        }),
      ).toBe(true);
      expect(await leaseOf('git')).toEqual({
        collector: 'git',
        version: 3,
        startedAt: 130,
        consecutiveFailures: 3,
        nextAttemptAt: 900,
      });
    });

    it('keeps a request that comes while a run is under way, and forgets it when one begins', async () => {
      await store.request(['git', 'github'], { now: 50 });
      expect(await leaseOf('git')).toEqual({
        collector: 'git',
        version: 0,
        requestedAt: 50,
        consecutiveFailures: 0,
      });
      await store.claim(await leaseOf('git'), claimOf('a', 100));
      expect((await leaseOf('git')).requestedAt).toBeUndefined();
      await store.request(['git'], { now: 105 });
      await store.release('git', 'a', {
        consecutiveFailures: 0,
        requestedAt: 106,
      });
      expect(await leaseOf('git')).toMatchObject({ requestedAt: 105 });
      expect(await leaseOf('github')).toMatchObject({ requestedAt: 50 });

      await store.claim(await leaseOf('git'), claimOf('b', 110));
      await store.release('git', 'b', {
        consecutiveFailures: 0,
        requestedAt: 111,
      });
      expect(await leaseOf('git')).toMatchObject({ requestedAt: 111 });
    });
  },
);
