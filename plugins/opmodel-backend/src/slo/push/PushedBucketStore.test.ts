import { eachStore } from '../../testing/eachStore';
import { HOUR, MINUTE, noon } from '../testing/slos';
import { DatabasePushedBucketStore } from './DatabasePushedBucketStore';
import { FakePushedBucketStore } from './FakePushedBucketStore';
import type { PushedBucket, PushedBucketStore } from './PushedBucketStore';

const a = 'slo:default/a';
const bucketOf = (given: Partial<PushedBucket> = {}): PushedBucket => ({
  sloRef: a,
  objective: 0,
  start: noon,
  seconds: 300,
  good: 99.5,
  total: 100,
  ...given,
});

eachStore<PushedBucketStore>(
  {
    name: 'PushedBucketStore',
    fake: () => new FakePushedBucketStore(),
    database: knex => new DatabasePushedBucketStore(knex),
  },
  createStore => {
    let store: PushedBucketStore;

    beforeEach(async () => {
      store = await createStore();
    });

    it('says what is new or differs', async () => {
      const key = { sloRef: a, objective: 0, start: noon, seconds: 300 };
      expect(await store.keep([bucketOf()])).toEqual([key]);
      expect(await store.keep([bucketOf()])).toEqual([]);
      expect(
        await store.keep([
          bucketOf({ good: 98 }),
          bucketOf({ seconds: 3_600 }),
          bucketOf({ objective: 1 }),
        ]),
      ).toEqual([key, { ...key, seconds: 3_600 }, { ...key, objective: 1 }]);
      expect(
        await store.list([
          { sloRef: a, objective: 0, from: noon, to: noon + HOUR },
        ]),
      ).toEqual([bucketOf({ good: 98 }), bucketOf({ seconds: 3_600 })]);
    });

    it('lists what reaches into a range, each once', async () => {
      const day = bucketOf({ start: noon - 12 * HOUR, seconds: 86_400 });
      const hour = bucketOf({ start: noon - HOUR, seconds: 3_600 });
      await store.keep([
        day,
        hour,
        bucketOf({ start: noon + HOUR }),
        bucketOf({ sloRef: 'slo:default/b' }),
      ]);
      const list = (from: number, to: number) =>
        store.list([
          { sloRef: a, objective: 0, from, to },
          { sloRef: a, objective: 0, from: from - MINUTE, to },
        ]);
      expect(await list(noon, noon + HOUR)).toEqual([day, hour]);
      expect(await list(noon + MINUTE, noon + HOUR)).toEqual([day]);
      expect(await list(noon + 2 * HOUR, noon + 20 * HOUR)).toEqual([day]);
      expect(await list(noon - 2 * HOUR, noon - HOUR)).toEqual([day]);
      expect(await list(noon + 13 * HOUR, noon + 20 * HOUR)).toEqual([]);
    });

    it('forgets the oldest first, some at a time', async () => {
      await store.keep([
        bucketOf(),
        bucketOf({ start: noon - HOUR }),
        bucketOf({ start: noon - 2 * HOUR }),
      ]);
      expect(await store.deleteBatch({ before: noon, limit: 1 })).toBe(1);
      expect(await store.deleteBatch({ before: noon, limit: 5 })).toBe(1);
      expect(await store.deleteBatch({ before: noon, limit: 5 })).toBe(0);
      expect(
        await store.list([
          { sloRef: a, objective: 0, from: 0, to: noon + HOUR },
        ]),
      ).toEqual([bucketOf()]);
    });
  },
);
