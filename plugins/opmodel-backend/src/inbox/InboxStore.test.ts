import { eachStore } from '../testing/eachStore';
import { DatabaseInboxStore } from './DatabaseInboxStore';
import { FakeInboxStore } from './FakeInboxStore';
import type { InboxStore, NewDelivery } from './InboxStore';

const megabyte = 1024 * 1024;

eachStore<InboxStore>(
  {
    name: 'InboxStore',
    fake: () => new FakeInboxStore(),
    database: knex => new DatabaseInboxStore(knex),
  },
  createStore => {
    let store: InboxStore;
    const insert = (key: string, override: Partial<NewDelivery> = {}) =>
      store.insert({
        source: 'hub',
        key,
        type: 'push',
        receivedAt: 1000,
        body: `{"key":"${key}"}`,
        ...override,
      });
    const claim = (now: number, override: object = {}) =>
      store.claim({
        tried: false,
        limit: 10,
        maxBytes: megabyte,
        leaseMs: 500,
        now,
        ...override,
      });
    const bodiesOf = (claims: { body: string }[]) =>
      claims.map(({ body }) => JSON.parse(body).key);

    beforeEach(async () => {
      store = await createStore();
    });

    it('keeps a delivery of a source once, whatever came of the first', async () => {
      expect(await insert('a')).toBe('received');
      expect(await insert('a', { body: '{"key":"other"}' })).toBe('duplicate');
      expect(await insert('a', { source: 'other' })).toBe('received');
      const claims = await claim(1000);
      await store.settle(
        claims.map(one => ({ ...one, state: 'processed', events: 1 })),
        { now: 1001 },
      );
      expect(await insert('a')).toBe('duplicate');
    });

    it('keeps one of many that arrive at once', async () => {
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => insert('a')),
      );
      expect(answers.filter(answer => answer === 'received')).toHaveLength(1);
    });

    it('gives what has been due longest first, to one at a time', async () => {
      await insert('b', { receivedAt: 900 });
      await insert('a', { receivedAt: 800, type: undefined });
      await insert('c', { receivedAt: 2000 });
      const [first] = await claim(1000, { limit: 1 });
      expect(first).toEqual({
        id: expect.any(String),
        source: 'hub',
        type: undefined,
        receivedAt: 800,
        body: '{"key":"a"}',
        attempts: 1,
        unended: 1,
        triedSince: 1000,
        token: expect.any(String),
      });
      expect(bodiesOf(await claim(1000))).toEqual(['b']);
      expect(await claim(1000)).toEqual([]);
      expect(bodiesOf(await claim(2000))).toEqual(['c']);
    });

    it('takes no more than the bodies that fit, and always one', async () => {
      for (const key of ['a', 'b', 'c', 'd']) {
        await insert(key, {
          body: JSON.stringify({ key, filling: 'x'.repeat(1000) }),
        });
      }
      expect(bodiesOf(await claim(1000, { maxBytes: 10 }))).toEqual(['a']);
      expect(bodiesOf(await claim(1000, { maxBytes: 2500 }))).toEqual([
        'b',
        'c',
      ]);
      expect(bodiesOf(await claim(1000))).toEqual(['d']);
    });

    it('gives every delivery to one of many that claim at once', async () => {
      for (let at = 0; at < 30; at += 1) {
        await insert(`k${at}`);
      }
      const claims = await Promise.all(
        Array.from({ length: 5 }, () => claim(1000, { limit: 10 })),
      );
      const ids = claims.flat().map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const rest = await claim(1000, { limit: 100 });
      expect(ids.length + rest.length).toBe(30);
    });

    it('frees what nobody has prolonged, and knows that it was begun', async () => {
      await insert('a');
      await insert('b');
      const claims = await claim(1000);
      const [a, b] = claims;
      expect(await store.extend([a], { leaseMs: 500, now: 1400 })).toBe(1);
      expect(await claim(1600, { tried: true })).toMatchObject([
        { body: b.body, attempts: 2, unended: 2, triedSince: 1000 },
      ]);
      expect(await claim(1600)).toEqual([]);
      expect(await store.extend(claims, { leaseMs: 500, now: 1700 })).toBe(1);
      expect(await store.extend([], { leaseMs: 500, now: 1700 })).toBe(0);
    });

    it('changes nothing for whoever has lost his claim', async () => {
      await insert('a');
      const [late] = await claim(1000);
      const [taken] = await claim(1500, { tried: true });
      await store.settle([{ ...late, state: 'processed', events: 7 }], {
        now: 1501,
      });
      expect(await store.list({ state: 'processed', limit: 9 })).toEqual({
        totalItems: 0,
        items: [],
      });
      await store.settle([{ ...taken, state: 'processed', events: 2 }], {
        now: 1502,
      });
      await store.settle([], { now: 1502 });
      expect(await store.list({ state: 'processed', limit: 9 })).toMatchObject({
        totalItems: 1,
        items: [{ events: 2, attempts: 2, processedAt: 1502 }],
      });
    });

    it('tries again when it is told to, and then as one that was tried', async () => {
      await insert('a');
      const [a] = await claim(1000);
      await store.settle(
        [{ ...a, state: 'waiting', reason: 'later', nextAttemptAt: 5000 }],
        { now: 1001 },
      );
      expect(await store.list({ state: 'waiting', limit: 9 })).toMatchObject({
        items: [{ reason: 'later', attempts: 1, nextAttemptAt: 5000 }],
      });
      expect(await claim(4999, { tried: true })).toEqual([]);
      expect(await claim(5000)).toEqual([]);
      expect(await claim(5000, { tried: true })).toMatchObject([
        { body: a.body, attempts: 2, unended: 1, triedSince: 1000 },
      ]);
    });

    it('keeps the body of what was set aside, and replays it as if it had just arrived', async () => {
      for (const [key, source] of [
        ['a', 'hub'],
        ['b', 'hub'],
        ['c', 'lab'],
        ['d', 'lab'],
      ]) {
        await insert(key, { source });
      }
      const claims = await claim(1000);
      await store.settle(
        claims.map(one => ({ ...one, state: 'set_aside', reason: 'odd' })),
        { now: 1001 },
      );
      expect(await claim(9000)).toEqual([]);
      expect(await claim(9000, { tried: true })).toEqual([]);
      expect(
        await store.replay({ ids: [claims[0].id, claims[2].id], now: 2000 }),
      ).toBe(2);
      expect(await store.replay({ ids: [claims[0].id], now: 2000 })).toBe(0);
      expect(await store.replay({ source: 'lab', now: 2001 })).toBe(1);
      expect(bodiesOf(await claim(2001))).toEqual(['a', 'c', 'd']);
      expect(await store.replay({ now: 2002 })).toBe(1);
      expect(await claim(2002)).toMatchObject([
        { attempts: 1, unended: 1, triedSince: 2002, body: '{"key":"b"}' },
      ]);
    });

    it('lists one state page by page, newest first, without content', async () => {
      for (let at = 0; at < 5; at += 1) {
        await insert(`k${at}`, {
          receivedAt: at,
          source: at === 2 ? 'lab' : 'hub',
          type: at === 4 ? undefined : 'push',
        });
      }
      const first = await store.list({ state: 'waiting', limit: 2 });
      expect(first.totalItems).toBe(5);
      expect(first.items).toEqual([
        {
          id: expect.any(String),
          source: 'hub',
          type: null,
          state: 'waiting',
          receivedAt: 4,
          processedAt: null,
          attempts: 0,
          events: 0,
          reason: null,
          nextAttemptAt: 4,
        },
        expect.objectContaining({ receivedAt: 3, type: 'push' }),
      ]);
      const next = await store.list({
        state: 'waiting',
        limit: 9,
        before: first.items[1].id,
      });
      expect(next.items.map(({ receivedAt }) => receivedAt)).toEqual([2, 1, 0]);
      expect(next.totalItems).toBe(5);
      const lab = await store.list({
        state: 'waiting',
        source: 'lab',
        limit: 9,
      });
      expect(lab.items.map(({ receivedAt }) => receivedAt)).toEqual([2]);
      expect(lab.totalItems).toBe(1);
    });

    it('counts by source and altogether', async () => {
      expect(
        await store.count({ sources: ['hub'], processedSince: 0 }),
      ).toEqual({
        waiting: 0,
        setAside: 0,
        processed: 0,
        oldestWaitingAt: null,
        lastReceivedAt: null,
        sources: new Map([
          ['hub', { waiting: 0, setAside: 0, lastReceivedAt: null }],
        ]),
      });
      await insert('a', { receivedAt: 10 });
      await insert('b', { receivedAt: 20 });
      await insert('c', { receivedAt: 30 });
      await insert('d', { receivedAt: 40, source: 'gone' });
      const [a, b] = await claim(40, { limit: 2 });
      await store.settle([{ ...a, state: 'processed', events: 1 }], {
        now: 50,
      });
      await store.settle([{ ...b, state: 'set_aside', reason: 'odd' }], {
        now: 50,
      });
      const counts = (processedSince: number) =>
        store.count({ sources: ['hub', 'lab'], processedSince });
      expect(await counts(50)).toEqual({
        waiting: 2,
        setAside: 1,
        processed: 1,
        oldestWaitingAt: 30,
        lastReceivedAt: 40,
        sources: new Map([
          ['hub', { waiting: 1, setAside: 1, lastReceivedAt: 30 }],
          ['lab', { waiting: 0, setAside: 0, lastReceivedAt: null }],
        ]),
      });
      expect((await counts(51)).processed).toBe(0);
      expect(
        await store.count({ sources: [], processedSince: 0 }),
      ).toMatchObject({ waiting: 2, sources: new Map() });
    });

    it('deletes the oldest that are done, batch by batch, and never what waits', async () => {
      for (const at of [10, 20, 30, 40]) {
        await insert(`k${at}`, { receivedAt: at });
      }
      const [a, b, c] = await claim(40, { limit: 3 });
      await store.settle(
        [
          { ...a, state: 'processed', events: 1 },
          { ...b, state: 'set_aside', reason: 'odd' },
          { ...c, state: 'processed', events: 0 },
        ],
        { now: 50 },
      );
      expect(await store.deleteBatch({ before: 10, limit: 9 })).toBe(0);
      expect(await store.deleteBatch({ before: 41, limit: 2 })).toBe(2);
      expect(await store.list({ state: 'processed', limit: 9 })).toMatchObject({
        items: [{ id: c.id }],
      });
      expect(await store.deleteBatch({ before: 41, limit: 2 })).toBe(1);
      expect(await store.deleteBatch({ before: 41, limit: 2 })).toBe(0);
      expect(
        (await store.list({ state: 'waiting', limit: 9 })).totalItems,
      ).toBe(1);
    });

    it('tells processed deliveries from others by the removed body', async () => {
      await insert('a');
      const [a] = await claim(1000);
      await store.settle([{ ...a, state: 'processed', events: 3 }], {
        now: 1001,
      });
      expect(await store.replay({ now: 2000 })).toBe(0);
      expect(await claim(9000, { tried: true })).toEqual([]);
    });
  },
);
