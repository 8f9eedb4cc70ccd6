import { eachStore } from '../testing/eachStore';
import { DatabaseRecalculationStore } from './DatabaseRecalculationStore';
import { FakeRecalculationStore } from './FakeRecalculationStore';
import type { RecalculationStore } from './RecalculationStore';

const subjects = ['dora', 'flow'];

eachStore<RecalculationStore>(
  {
    name: 'RecalculationStore',
    fake: () => new FakeRecalculationStore(subjects),
    database: knex => new DatabaseRecalculationStore(knex, subjects),
  },
  createStore => {
    let store: RecalculationStore;
    const claim = (now: number, limit: number = 10) =>
      store.claim({ subject: 'dora', limit, leaseMs: 1000, now });
    const refsOf = (claims: { entityRef: string }[]) =>
      claims.map(({ entityRef }) => entityRef);

    beforeEach(async () => {
      store = await createStore();
    });

    it('asks every subject, and once', async () => {
      await store.request(['b', 'a', 'b'], { now: 1 });
      await store.request(['a'], { now: 2 });
      await store.request([], { now: 3 });
      expect(await store.countWaiting(subjects)).toBe(4);
      expect(await store.countWaiting(['flow'])).toBe(2);
      expect(await store.countWaiting([])).toBe(0);
      expect(refsOf(await claim(5))).toEqual(['a', 'b']);
      expect(
        refsOf(
          await store.claim({
            subject: 'flow',
            limit: 10,
            leaseMs: 1,
            now: 5,
          }),
        ),
      ).toEqual(['a', 'b']);
      expect(
        await store.claim({ subject: 'slo', limit: 9, leaseMs: 1, now: 5 }),
      ).toEqual([]);
    });

    it('gives what has waited longest first, and to one at a time', async () => {
      await store.request(['c'], { now: 3 });
      await store.request(['a'], { now: 2 });
      await store.request(['b'], { now: 1 });
      await store.request(['b'], { now: 9 });
      expect(await store.listWaiting({ subject: 'dora', limit: 2 })).toEqual([
        'b',
        'a',
      ]);
      expect(refsOf(await claim(10, 2))).toEqual(['b', 'a']);
      expect(refsOf(await claim(10, 2))).toEqual(['c']);
      expect(await claim(10)).toEqual([]);
      expect(await store.listWaiting({ subject: 'dora', limit: 9 })).toEqual([
        'b',
        'a',
        'c',
      ]);
    });

    it('is done when it was worked off', async () => {
      await store.request(['a', 'b'], { now: 1 });
      const [a] = await claim(2);
      await store.complete([a]);
      await store.complete([]);
      expect(await store.listWaiting({ subject: 'dora', limit: 9 })).toEqual([
        'b',
      ]);
      expect(await store.listWaiting({ subject: 'flow', limit: 9 })).toEqual([
        'a',
        'b',
      ]);
    });

    it('tells since when the one that has waited longest waits', async () => {
      expect(await store.oldestWaiting(subjects)).toBe(null);
      await store.request(['b'], { now: 7 });
      await store.request(['a'], { now: 9 });
      await store.complete((await claim(9)).slice(0, 1));
      expect(await store.oldestWaiting(['dora'])).toBe(9);
      expect(await store.oldestWaiting(['dora', 'flow'])).toBe(7);
      expect(await store.oldestWaiting([])).toBe(null);
    });

    it('waits once more when it was requested during the work, even at the same moment', async () => {
      await store.request(['a'], { now: 1 });
      const claims = await claim(1);
      await store.request(['a'], { now: 1 });
      expect(await claim(1)).toEqual([]);
      await store.complete(claims);
      expect(refsOf(await claim(1))).toEqual(['a']);
    });

    it('is free again when the lease has run out, and a late end ends nothing', async () => {
      await store.request(['a'], { now: 1 });
      const late = await claim(1);
      expect(await claim(1000)).toEqual([]);
      const taken = await claim(1001);
      expect(refsOf(taken)).toEqual(['a']);
      await store.complete(late);
      expect(await store.countWaiting(subjects)).toBe(2);
      await store.complete(taken);
      expect(await store.countWaiting(subjects)).toBe(1);
    });
  },
);
