import { eachStore } from '../testing/eachStore';
import { BROKEN_OFF, type CollectorStore } from './CollectorStore';
import { DatabaseCollectorStore } from './DatabaseCollectorStore';
import { FakeCollectorStore } from './FakeCollectorStore';

const success = { state: 'succeeded' as const, events: 3, problems: [] };

eachStore<CollectorStore>(
  {
    name: 'CollectorStore',
    fake: () => new FakeCollectorStore(),
    database: knex => new DatabaseCollectorStore(knex),
  },
  createStore => {
    let store: CollectorStore;
    const start = (id: string, now: number, collector: string = 'git') =>
      store.startRun({ id, collector, now });
    const historyOf = async (collector: string) =>
      (await store.listHistories([collector])).get(collector);

    beforeEach(async () => {
      store = await createStore();
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
      await store.prune({ before: 11 });
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

    it('forgets old runs, but not the newest success', async () => {
      await start('1', 10);
      await store.finishRun('1', { ...success, now: 11 });
      await start('2', 20);
      await store.finishRun('2', { ...success, now: 21 });
      await start('3', 30);
      await store.finishRun('3', {
        ...success,
        state: 'failed',
        error: 'e',
        now: 31,
      });
      await store.prune({ before: 40 });
      expect(await historyOf('git')).toMatchObject({
        latest: { id: '2' },
        lastSuccessAt: 21,
      });
    });

    it('keeps how far a collector has come', async () => {
      expect(await store.getWatermark('git')).toBeUndefined();
      await store.saveWatermark('git', { heads: { a: 'c0ffee' } }, { now: 1 });
      await store.saveWatermark('git', { heads: { b: 'ä"' } }, { now: 2 });
      await store.saveWatermark('github', null, { now: 2 });
      expect(await store.getWatermark('git')).toEqual({ heads: { b: 'ä"' } });
      expect(await store.getWatermark('github')).toBeNull();
    });
  },
);
