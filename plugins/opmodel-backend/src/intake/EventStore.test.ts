import type { Observation } from '@opmodel/backstage-plugin-opmodel-common';
import { eachStore } from '../testing/eachStore';
import { DatabaseEventStore } from './DatabaseEventStore';
import type { EventStore, LedgerEvent } from './EventStore';
import { FakeEventStore } from './FakeEventStore';

function event(
  id: string,
  subject: string,
  override: Partial<LedgerEvent> = {},
): LedgerEvent {
  const observation: Observation = {
    kind: 'change',
    subject,
    target: { paths: ['services/cart'] },
    title: `Says "${id}" 😀`,
  };
  return { source: 'ci', id, time: 1000, observation, ...override };
}

const first = { producer: 'external:ci', now: 5000 };
const change = (subject: string, source = 'ci') => ({
  kind: 'change' as const,
  source,
  subject,
});

eachStore<EventStore>(
  {
    name: 'EventStore',
    fake: () => new FakeEventStore(),
    database: knex => new DatabaseEventStore(knex),
  },
  createStore => {
    let store: EventStore;

    beforeEach(async () => {
      store = await createStore();
    });

    it('keeps each event once', async () => {
      expect(
        await store.insert([event('1', 'a'), event('2', 'a')], first),
      ).toEqual([
        { source: 'ci', id: '1' },
        { source: 'ci', id: '2' },
      ]);
      expect(
        await store.insert(
          [
            event('2', 'another subject'),
            event('3', 'a'),
            event('2', 'a', { source: 'other' }),
          ],
          { ...first, now: 6000 },
        ),
      ).toEqual(
        expect.arrayContaining([
          { source: 'ci', id: '3' },
          { source: 'other', id: '2' },
        ]),
      );
      expect(await store.count()).toEqual({
        applied: 4,
        unmapped: 0,
        lastReceivedAt: 6000,
      });
      expect(await store.insert([], first)).toEqual([]);
    });

    it('tells what the events are about whose identities are taken', async () => {
      await store.insert(
        [event('1', 'a'), event('2', 'b'), event('1', 'c', { source: 'x' })],
        first,
      );
      const taken = await store.listTaken([
        { source: 'ci', id: '1' },
        { source: 'x', id: '1' },
        { source: 'x', id: '2' },
      ]);
      expect(taken.sort((a, b) => (a.source < b.source ? -1 : 1))).toEqual([
        { ...change('a'), id: '1' },
        { ...change('c', 'x'), id: '1' },
      ]);
      expect(await store.listTaken([])).toEqual([]);
    });

    it('gives everything about the subjects as it was given', async () => {
      await store.insert(
        [
          event('1', 'a', { time: 3 }),
          event('2', 'b'),
          event('3', 'a', { time: -62_135_596_800_000 }),
          event('4', 'a', { source: 'other' }),
        ],
        first,
      );
      const entries = await store.listBySubject([change('a'), change('none')]);
      expect(entries.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
        {
          ...event('1', 'a', { time: 3 }),
          entry: expect.any(Number),
          state: 'applied',
          reason: null,
        },
        {
          ...event('3', 'a', { time: -62_135_596_800_000 }),
          entry: expect.any(Number),
          state: 'applied',
          reason: null,
        },
      ]);
      expect(await store.listBySubject([])).toEqual([]);
    });

    it('knows what waits, and why', async () => {
      await store.insert(
        [event('1', 'a'), event('2', 'a'), event('3', 'b')],
        first,
      );
      await store.insert([event('4', 'c', { source: 'x' }), event('5', 'd')], {
        ...first,
        now: 7000,
      });
      const entries = await store.listBySubject([
        change('a'),
        change('b'),
        change('c', 'x'),
      ]);
      await store.setReasons(
        entries.map(({ entry, source }) => ({
          entry,
          reason: source === 'x' ? 'nobody' : 'no entity declares git:x/y',
        })),
      );

      expect(await store.count()).toMatchObject({ applied: 1, unmapped: 4 });
      expect(await store.summarizeUnmapped({ limit: 10 })).toEqual({
        totalEvents: 4,
        totalSubjects: 3,
        groups: [
          {
            kind: 'change',
            source: 'ci',
            reason: 'no entity declares git:x/y',
            events: 3,
            subjects: 2,
            oldestReceivedAt: 5000,
            newestReceivedAt: 5000,
          },
          {
            kind: 'change',
            source: 'x',
            reason: 'nobody',
            events: 1,
            subjects: 1,
            oldestReceivedAt: 7000,
            newestReceivedAt: 7000,
          },
        ],
      });
      expect((await store.summarizeUnmapped({ limit: 1 })).groups).toHaveLength(
        1,
      );

      const page = await store.listUnmapped({ after: 0, limit: 3 });
      expect(page.map(({ subject }) => subject)).toEqual(['a', 'a', 'b']);
      expect(
        await store.listUnmapped({ after: page[2].entry, limit: 3 }),
      ).toEqual([{ ...change('c', 'x'), entry: expect.any(Number) }]);

      await store.setReasons(
        page.map(({ entry }) => ({ entry, reason: null })),
      );
      expect(await store.count()).toMatchObject({ applied: 4, unmapped: 1 });
      await store.setReasons([]);
    });

    it('is empty at first', async () => {
      expect(await store.count()).toEqual({
        applied: 0,
        unmapped: 0,
        lastReceivedAt: null,
      });
      expect(await store.summarizeUnmapped({ limit: 10 })).toEqual({
        totalEvents: 0,
        totalSubjects: 0,
        groups: [],
      });
    });

    it('counts what was taken since an instant', async () => {
      await store.insert([event('1', 'a')], { ...first, now: 5000 });
      await store.insert([event('2', 'a')], { ...first, now: 6000 });
      expect(await store.countReceived({ since: 5001 })).toBe(1);
      expect(await store.countReceived({ since: 5000 })).toBe(2);
    });

    it('lists subjects of which several events are kept, page by page', async () => {
      await store.insert(
        ['a', 'b', 'c', 'd', 'e'].map(subject => event(`1${subject}`, subject)),
        { ...first, now: 5000 },
      );
      await store.insert(
        ['a', 'b', 'd', 'e'].map(subject => event(`2${subject}`, subject)),
        { ...first, now: 6000 },
      );
      const [entry] = await store.listBySubject([change('b')]);
      await store.setReasons([{ entry: entry.entry, reason: 'nobody' }]);

      const page = (after?: string, receivedBefore = 5001) =>
        store.listRepeatedSubjects({
          receivedBefore,
          after: after ? change(after) : undefined,
          limit: 2,
        });
      expect(await page()).toEqual([change('a'), change('d')]);
      expect(await page('d')).toEqual([change('e')]);
      expect(await page('e')).toEqual([]);
      expect(await page(undefined, 5000)).toEqual([]);
    });

    it('forgets what the old ones of given events said, and keeps their identities', async () => {
      await store.insert([event('1', 'a')], { ...first, now: 5000 });
      await store.insert([event('2', 'a')], { ...first, now: 6000 });
      const entries = (await store.listBySubject([change('a')])).map(
        ({ entry }) => entry,
      );
      expect(await store.forget(entries, { receivedBefore: 6000 })).toBe(1);
      expect(await store.forget(entries, { receivedBefore: 6000 })).toBe(0);
      expect(await store.forget([], { receivedBefore: 9000 })).toBe(0);

      const again = [event('1', 'a'), event('3', 'a')];
      expect(await store.insert(again, { ...first, now: 7000 })).toEqual([
        { source: 'ci', id: '3' },
      ]);
      expect(await store.listTaken([{ source: 'ci', id: '1' }])).toEqual([
        { ...change('a'), id: '1' },
      ]);
      const left = await store.listBySubject([change('a')]);
      expect(left.map(({ id }) => id).sort()).toEqual(['2', '3']);
      expect(new Set(left.map(({ entry }) => entry)).size).toBe(2);
    });

    it('tells no longer of what it has forgotten, but that it was received', async () => {
      await store.insert([event('1', 'a')], { ...first, now: 5000 });
      await store.insert([event('2', 'a')], { ...first, now: 6000 });
      const entries = (await store.listBySubject([change('a')])).sort(
        (a, b) => a.entry - b.entry,
      );
      await store.setReasons([{ entry: entries[0].entry, reason: 'nobody' }]);
      expect(
        await store.forget([entries[0].entry], { receivedBefore: 7000 }),
      ).toBe(1);
      expect(await store.count()).toEqual({
        applied: 1,
        unmapped: 0,
        lastReceivedAt: 6000,
      });
      expect(await store.listUnmapped({ after: 0, limit: 9 })).toEqual([]);
      expect((await store.summarizeUnmapped({ limit: 9 })).totalEvents).toBe(0);
      expect(
        await store.listRepeatedSubjects({ receivedBefore: 9000, limit: 9 }),
      ).toEqual([]);
      expect(await store.countReceived({ since: 0 })).toBe(2);
    });
  },
);
