import { eachStore } from '../testing/eachStore';
import { type CollectorLeaseStore, neverRun } from './CollectorLeaseStore';
import { BROKEN_OFF, type CollectorStore } from './CollectorStore';
import { DatabaseCollectorLeaseStore } from './DatabaseCollectorLeaseStore';
import { DatabaseCollectorStore } from './DatabaseCollectorStore';
import { FakeCollectorLeaseStore } from './FakeCollectorLeaseStore';
import { FakeCollectorStore } from './FakeCollectorStore';

const success = { state: 'succeeded' as const, events: 3, problems: [] };

eachStore<{ store: CollectorStore; leases: CollectorLeaseStore }>(
  {
    name: 'CollectorStore',
    fake: () => {
      const leases = new FakeCollectorLeaseStore();
      return { leases, store: new FakeCollectorStore(leases) };
    },
    database: knex => ({
      leases: new DatabaseCollectorLeaseStore(knex),
      store: new DatabaseCollectorStore(knex),
    }),
  },
  createStores => {
    let store: CollectorStore;
    let leases: CollectorLeaseStore;
    const claim = (collector: string, token: string) =>
      leases.claim(neverRun(collector), {
        token,
        leaseUntil: 100,
        consecutiveFailures: 0,
        now: 1,
      });
    const start = (id: string, now: number, collector: string = 'git') =>
      store.startRun({ id, collector, now });
    const historyOf = async (collector: string) =>
      (await store.listHistories([collector])).get(collector);

    beforeEach(async () => {
      ({ store, leases } = await createStores());
    });

    it('knows how the newest run went, and when one last succeeded', async () => {
      expect(await store.listHistories(['git', 'github'])).toEqual(new Map());
      await start('1', 10);
      expect(await historyOf('git')).toEqual({
        latest: {
          id: '1',
          collector: 'git',
          startedAt: 10,
          state: 'running',
          events: 0,
          problems: [],
        },
      });
      await store.finishRun('1', { ...success, now: 15 });
      await start('2', 20);
      await store.finishRun('2', {
        state: 'failed',
        events: 1,
        problems: [{ subject: 'component:default/shop', message: 'gone' }],
        error: 'Error: no network',
        now: 21,
      });
      await start('9', 5, 'github');
      const histories = await store.listHistories(['git', 'github', 'none']);
      expect(histories.size).toBe(2);
      expect(histories.get('git')).toEqual({
        latest: {
          id: '2',
          collector: 'git',
          startedAt: 20,
          finishedAt: 21,
          state: 'failed',
          events: 1,
          problems: [{ subject: 'component:default/shop', message: 'gone' }],
          error: 'Error: no network',
        },
        lastSuccessAt: 15,
      });
    });

    it('notes a run as failed that never ended', async () => {
      await start('1', 10);
      await start('other', 11, 'github');
      await start('2', 12);
      await store.finishRun('2', { ...success, now: 13 });
      expect(await store.deleteRuns({ before: 11, limit: 10 })).toBe(1);
      expect(await historyOf('git')).toMatchObject({ latest: { id: '2' } });
      expect(await historyOf('github')).toMatchObject({
        latest: { state: 'running' },
      });
      await start('3', 14, 'github');
      await store.finishRun('3', { ...success, now: 15 });
      await start('4', 1, 'github');
      expect(await historyOf('github')).toMatchObject({
        latest: { id: '3' },
        lastSuccessAt: 15,
      });
    });

    it('says of a broken run that the backend stopped', async () => {
      await start('1', 10);
      await start('2', 5);
      expect(await historyOf('git')).toEqual({
        latest: {
          id: '1',
          collector: 'git',
          startedAt: 10,
          finishedAt: 5,
          state: 'failed',
          events: 0,
          problems: [],
          error: BROKEN_OFF,
        },
      });
    });

    it('does not end a run that was noted as broken off', async () => {
      await start('1', 10);
      await start('2', 20);
      await store.finishRun('1', { ...success, now: 25 });
      expect(await store.listRuns('git', { limit: 5 })).toMatchObject([
        { id: '2', state: 'running' },
        { id: '1', state: 'failed', finishedAt: 20, error: BROKEN_OFF },
      ]);
    });

    it('lists the newest runs with what they told of themselves', async () => {
      const told = {
        events: 0,
        problems: [],
        error: 'held back',
        requests: 0,
        budget: { limit: 5000, remaining: 2500, resetAt: 1_900_000_000_000 },
        completeUntil: 1_800_000_000_000,
      };
      await start('1', 10);
      await store.finishRun('1', { ...success, now: 11 });
      await start('2', 20);
      await store.finishRun('2', { ...told, state: 'held_back', now: 21 });
      await start('3', 30);
      const unknown = { limit: null, remaining: 7, resetAt: null };
      await store.finishRun('3', { ...success, budget: unknown, now: 31 });
      await start('4', 40, 'github');
      expect(await store.listRuns('git', { limit: 2 })).toEqual([
        {
          id: '3',
          collector: 'git',
          startedAt: 30,
          finishedAt: 31,
          ...success,
          budget: unknown,
        },
        {
          id: '2',
          collector: 'git',
          startedAt: 20,
          finishedAt: 21,
          state: 'held_back',
          ...told,
        },
      ]);
      expect(await historyOf('git')).toMatchObject({
        latest: { id: '3' },
        lastSuccessAt: 31,
        completeUntil: 1_800_000_000_000,
      });
      expect(await store.listRuns('none', { limit: 2 })).toEqual([]);
    });

    it('forgets the oldest runs first, but not the newest success', async () => {
      for (const id of ['1', '2', '3']) {
        await start(id, Number(id) * 10);
        await store.finishRun(id, { ...success, now: Number(id) * 10 + 1 });
      }
      for (const id of ['4', '5']) {
        await start(id, Number(id) * 10);
        await store.finishRun(id, {
          ...success,
          state: 'failed',
          error: 'e',
          now: Number(id) * 10 + 1,
        });
      }
      const left = async () =>
        (await store.listRuns('git', { limit: 9 })).map(({ id }) => id);
      expect(await store.deleteRuns({ before: 20, limit: 9 })).toBe(1);
      expect(await store.deleteRuns({ before: 90, limit: 1 })).toBe(1);
      expect(await left()).toEqual(['5', '4', '3']);
      expect(await store.deleteRuns({ before: 90, limit: 9 })).toBe(1);
      expect(await store.deleteRuns({ before: 90, limit: 9 })).toBe(0);
      expect(await left()).toEqual(['5', '3']);
      expect(await historyOf('git')).toMatchObject({ lastSuccessAt: 31 });
    });

    it('does not forget up to when a collector is complete', async () => {
      await start('1', 10);
      await store.finishRun('1', { ...success, completeUntil: 9, now: 11 });
      await start('2', 20);
      await store.finishRun('2', { ...success, now: 21 });
      expect(await store.deleteRuns({ before: 90, limit: 9 })).toBe(0);
      await start('3', 30);
      await store.finishRun('3', { ...success, completeUntil: 9, now: 31 });
      expect(await store.deleteRuns({ before: 90, limit: 9 })).toBe(2);
      expect(await historyOf('git')).toMatchObject({ completeUntil: 9 });
    });

    it('keeps how far a collector has come, for whoever runs it', async () => {
      const holder = { token: 'a', now: 1 };
      await claim('git', 'a');
      await claim('github', 'b');
      expect(await store.getWatermark('git')).toBeUndefined();
      expect(
        await store.saveWatermark('git', { heads: { a: 'c0ffee' } }, holder),
      ).toBe(true);
      await store.saveWatermark('git', { heads: { b: 'ä"' } }, holder);
      await store.saveWatermark('github', null, { token: 'b', now: 2 });
      expect(await store.getWatermark('git')).toEqual({ heads: { b: 'ä"' } });
      expect(await store.getWatermark('github')).toBeNull();

      expect(
        await store.saveWatermark('git', { heads: {} }, { token: 'b', now: 3 }),
      ).toBe(false);
      await leases.release('git', 'a', { consecutiveFailures: 0 });
      expect(await store.saveWatermark('git', { heads: {} }, holder)).toBe(
        false,
      );
      expect(await store.getWatermark('git')).toEqual({ heads: { b: 'ä"' } });
    });
  },
);
