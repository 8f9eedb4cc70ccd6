import { eachStore } from '../testing/eachStore';
import { DatabaseRejectionStore } from './DatabaseRejectionStore';
import { FakeRejectionStore } from './FakeRejectionStore';
import type { RejectionCount, RejectionStore } from './RejectionStore';

const hour = 3_600_000;
const start = 490_000 * hour;

const count = (given: Partial<RejectionCount> = {}): RejectionCount => ({
  hour: start,
  key: 'a',
  producer: 'external:ci',
  source: 'ci',
  reason: 'time: required date-time',
  events: 1,
  lastEventId: 'e1',
  lastRejectedAt: start + 1_000,
  ...given,
});

eachStore<RejectionStore>(
  {
    name: 'RejectionStore',
    fake: () => new FakeRejectionStore(),
    database: knex => new DatabaseRejectionStore(knex),
  },
  createStore => {
    it('has nothing at first', async () => {
      const store = await createStore();
      expect(await store.summarize({ since: 0, limit: 10 })).toEqual({
        totalEvents: 0,
        groups: [],
      });
      expect(await store.count({ since: 0 })).toBe(0);
      expect(await store.listKeys(start)).toEqual(new Set());
      await store.add([]);
      expect(await store.count({ since: 0 })).toBe(0);
    });

    it('adds up what is alike, over the hours', async () => {
      const store = await createStore();
      await store.add([
        count({ events: 2 }),
        count({ key: 'b', source: null, reason: 'other', lastEventId: null }),
      ]);
      await store.add([
        count({ lastEventId: 'e2', lastRejectedAt: start + 2_000 }),
      ]);
      await store.add([
        count({
          hour: start + hour,
          events: 4,
          lastEventId: 'e3',
          lastRejectedAt: start + hour + 1,
        }),
      ]);

      expect(await store.listKeys(start)).toEqual(new Set(['a', 'b']));
      expect(await store.listKeys(start + hour)).toEqual(new Set(['a']));
      expect(await store.summarize({ since: start, limit: 10 })).toEqual({
        totalEvents: 8,
        groups: [
          {
            producer: 'external:ci',
            source: 'ci',
            reason: 'time: required date-time',
            events: 7,
            lastEventId: 'e3',
            lastRejectedAt: start + hour + 1,
          },
          {
            producer: 'external:ci',
            source: null,
            reason: 'other',
            events: 1,
            lastEventId: null,
            lastRejectedAt: start + 1_000,
          },
        ],
      });
    });

    it('tells what is recent, and the largest groups alone', async () => {
      const store = await createStore();
      await store.add([
        count({ events: 5 }),
        count({ hour: start + hour, key: 'b', events: 2 }),
        count({ hour: start + hour, key: 'c', events: 3 }),
      ]);

      expect(await store.count({ since: start + 1 })).toBe(5);
      const { totalEvents, groups } = await store.summarize({
        since: start + hour,
        limit: 1,
      });
      expect(totalEvents).toBe(5);
      expect(groups.map(({ events }) => events)).toEqual([3]);
    });

    it('forgets old hours in portions', async () => {
      const store = await createStore();
      await store.add([
        count({ key: 'a' }),
        count({ key: 'b' }),
        count({ key: 'c' }),
        count({ hour: start + hour, key: 'a' }),
      ]);

      const forget = () =>
        store.deleteBatch({ before: start + hour, limit: 2 });
      expect(await forget()).toBe(2);
      expect(await forget()).toBe(1);
      expect(await forget()).toBe(0);
      expect(await store.count({ since: 0 })).toBe(1);
    });
  },
);
