import type { OnCallAnswer } from '@opmodel/backstage-plugin-opmodel-node';
import { eachStore } from '../../testing/eachStore';
import { DatabaseOnCallStore } from './DatabaseOnCallStore';
import { FakeOnCallStore } from './FakeOnCallStore';
import type { OnCallStore } from './OnCallStore';

const now = Date.parse('2026-11-22T12:00:00Z');
const answer: OnCallAnswer = {
  entries: [
    { level: 1, label: 'Ada – ä 😀', userRef: 'user:default/ada', until: now },
    { level: 2, label: 'Ben', userRef: null, until: null },
  ],
  asOf: now,
  url: 'https://on-call.example.com/a',
};

eachStore<OnCallStore>(
  {
    name: 'OnCallStore',
    fake: () => new FakeOnCallStore(),
    database: knex => new DatabaseOnCallStore(knex),
  },
  createStore => {
    let store: OnCallStore;
    const claim = (at: number, limit = 10) =>
      store.claim('pager', { now: at, before: at - 1000, limit });

    beforeEach(async () => {
      store = await createStore();
      await store.want('pager', ['b', 'a', 'c'], { now });
      await store.want('other', ['a'], { now });
    });

    it('gives each schedule to one who asks, until it is due again, the oldest first', async () => {
      expect(await claim(now, 2)).toEqual(['a', 'b']);
      expect(await claim(now + 1, 2)).toEqual(['c']);
      expect(await claim(now + 2)).toEqual([]);
      expect(await claim(now + 1000)).toEqual(['a', 'b']);
      expect(await claim(now + 1001)).toEqual(['c']);
    });

    it('gives no schedule to two at a time', async () => {
      const claims = await Promise.all([claim(now, 2), claim(now, 2)]);
      const claimed = claims.flat();
      expect(new Set(claimed).size).toBe(claimed.length);
    });

    it('keeps an answer when the next one fails, and says that it did', async () => {
      expect(await store.get('pager', 'a')).toEqual({
        answer: null,
        failing: false,
      });
      await store.keep('pager', new Map([['a', answer]]));
      await store.fail('pager', ['a', 'b']);
      expect(await store.get('pager', 'a')).toEqual({ answer, failing: true });
      expect(await store.get('pager', 'b')).toEqual({
        answer: null,
        failing: true,
      });
      expect(await store.get('other', 'a')).toEqual({
        answer: null,
        failing: false,
      });
      const later = { ...answer, entries: [], url: null, asOf: now + 1 };
      await store.keep('pager', new Map([['a', later]]));
      expect(await store.get('pager', 'a')).toEqual({
        answer: later,
        failing: false,
      });
    });

    it('tells of several at once', async () => {
      await store.keep('pager', new Map([['b', answer]]));
      const kept = await store.getMany('pager', ['a', 'b', 'nobody']);
      expect(Object.fromEntries(kept)).toEqual({
        a: { answer: null, failing: false },
        b: { answer, failing: false },
      });
      expect((await store.getMany('pager', [])).size).toBe(0);
    });

    it('forgets what nobody names any more, and keeps the rest', async () => {
      await store.keep('pager', new Map([['a', answer]]));
      await claim(now);
      await store.want('pager', ['a', 'd', 'd'], { now: now + 1 });
      expect(await store.get('pager', 'b')).toBeUndefined();
      expect(await store.get('pager', 'a')).toEqual({ answer, failing: false });
      expect(await store.get('other', 'a')).toBeDefined();
      expect(await claim(now + 2)).toEqual(['d']);
      await store.want('pager', [], { now: now + 3 });
      expect(await store.get('pager', 'a')).toBeUndefined();
    });
  },
);
