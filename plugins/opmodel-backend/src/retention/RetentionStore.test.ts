import { eachStore } from '../testing/eachStore';
import { DatabaseRetentionStore } from './DatabaseRetentionStore';
import { FakeRetentionStore } from './FakeRetentionStore';
import type { RetentionStore } from './RetentionStore';

eachStore<RetentionStore>(
  {
    name: 'RetentionStore',
    fake: () => new FakeRetentionStore(),
    database: knex => new DatabaseRetentionStore(knex),
  },
  createStore => {
    it('knows the last run of each rule', async () => {
      const store = await createStore();
      expect(await store.list()).toEqual(new Map());

      await store.start('inbox', { now: 1 });
      await store.start('events', { now: 2 });
      await store.finish('inbox', { deleted: 7, error: null, now: 3 });

      expect(await store.list()).toEqual(
        new Map([
          [
            'inbox',
            {
              startedAt: 1,
              finishedAt: 3,
              deleted: 7,
              error: null,
              failingSince: null,
            },
          ],
          [
            'events',
            {
              startedAt: 2,
              finishedAt: null,
              deleted: 0,
              error: null,
              failingSince: null,
            },
          ],
        ]),
      );
    });

    it('knows since when a rule fails, until it succeeds', async () => {
      const store = await createStore();
      const run = async (now: number, error: string | null) => {
        await store.start('inbox', { now });
        await store.finish('inbox', { deleted: 1, error, now: now + 1 });
        return (await store.list()).get('inbox')!;
      };
      expect(await run(10, 'disk full')).toMatchObject({
        error: 'disk full',
        failingSince: 10,
      });
      expect(await run(20, 'locked')).toMatchObject({
        error: 'locked',
        failingSince: 10,
      });
      await store.start('inbox', { now: 25 });
      expect((await store.list()).get('inbox')).toMatchObject({
        finishedAt: null,
        error: null,
        failingSince: 10,
      });
      expect(await run(30, null)).toMatchObject({
        error: null,
        failingSince: null,
      });
    });
  },
);
