import { eachStore } from '../testing/eachStore';
import {
  type CollectorProblemStore,
  PROBLEMS_REMEMBERED,
} from './CollectorProblemStore';
import { DatabaseCollectorProblemStore } from './DatabaseCollectorProblemStore';
import { FakeCollectorProblemStore } from './FakeCollectorProblemStore';

eachStore<CollectorProblemStore>(
  {
    name: 'CollectorProblemStore',
    fake: () => new FakeCollectorProblemStore(),
    database: knex => new DatabaseCollectorProblemStore(knex),
  },
  createStore => {
    let store: CollectorProblemStore;
    const problem = (subject: string, message = 'gone', stays = false) => ({
      subject,
      message,
      stays,
    });
    const openOf = async (collector: string, limit = 10) =>
      (await store.listOpen([collector], { limit })).get(collector);

    beforeEach(async () => {
      store = await createStore();
    });

    it('remembers what was said of a subject last, newest first', async () => {
      expect(await store.listOpen(['git'], { limit: 10 })).toEqual(new Map());
      await store.note(
        'git',
        { reported: [problem('b'), problem('Ä"'), problem('C')], resolved: [] },
        { now: 10 },
      );
      await store.note(
        'git',
        { reported: [problem('b', 'one'), problem('b', 'two')], resolved: [] },
        { now: 20 },
      );
      await store.note(
        'github',
        { reported: [problem('b', 'other')], resolved: [] },
        { now: 20 },
      );
      expect(await openOf('git')).toEqual({
        total: 3,
        problems: [
          { subject: 'b', message: 'two' },
          { subject: 'C', message: 'gone' },
          { subject: 'Ä"', message: 'gone' },
        ],
      });
      expect(await openOf('git', 1)).toEqual({
        total: 3,
        problems: [{ subject: 'b', message: 'two' }],
      });
      expect(
        (await store.listOpen(['github', 'git', 'none'], { limit: 1 })).size,
      ).toBe(2);
    });

    it('ends what a complete run did not report, unless it stays, and what was resolved', async () => {
      await store.note(
        'git',
        {
          reported: [
            problem('fetch'),
            problem('still'),
            problem('event 1', 'wrong clock', true),
            problem('event 2', 'wrong clock', true),
          ],
          resolved: [],
        },
        { now: 10 },
      );
      await store.note(
        'github',
        { reported: [problem('fetch')], resolved: [] },
        { now: 10 },
      );
      await store.note(
        'git',
        { reported: [problem('still')], resolved: ['event 2', 'none'] },
        { now: 20 },
      );
      expect(await openOf('git')).toMatchObject({ total: 3 });
      await store.note(
        'git',
        { reported: [], resolved: [], completeSince: 15 },
        { now: 30 },
      );
      expect(await openOf('git')).toEqual({
        total: 2,
        problems: [
          { subject: 'still', message: 'gone' },
          { subject: 'event 1', message: 'wrong clock' },
        ],
      });
      expect(await openOf('github')).toMatchObject({ total: 1 });
    });

    it('takes what is reported after it was resolved for open', async () => {
      await store.note(
        'git',
        { reported: [problem('a')], resolved: ['a'] },
        { now: 10 },
      );
      expect(await openOf('git')).toMatchObject({ total: 1 });
    });

    it('remembers a limited number, and forgets what nobody reports any more', async () => {
      await store.note(
        'git',
        { reported: [problem('old', 'gone', true)], resolved: [] },
        { now: 1 },
      );
      await store.note(
        'git',
        {
          reported: Array.from({ length: PROBLEMS_REMEMBERED }, (_, i) =>
            problem(`p${i}`),
          ),
          resolved: [],
        },
        { now: 10 },
      );
      const open = await openOf('git', 2000);
      expect(open?.total).toBe(PROBLEMS_REMEMBERED);
      expect(open?.problems.map(({ subject }) => subject)).not.toContain('old');

      expect(await store.forget({ before: 10, limit: 100 })).toBe(0);
      expect(await store.forget({ before: 11, limit: 600 })).toBe(600);
      expect(await store.forget({ before: 11, limit: 600 })).toBe(400);
      expect(await openOf('git')).toBeUndefined();
    });
  },
);
