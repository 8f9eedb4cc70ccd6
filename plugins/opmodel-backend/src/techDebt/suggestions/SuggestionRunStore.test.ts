import { eachStore } from '../../testing/eachStore';
import { DatabaseSuggestionRunStore } from './DatabaseSuggestionRunStore';
import { FakeSuggestionRunStore } from './FakeSuggestionRunStore';
import type { SuggestionRunStore } from './SuggestionRunStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const noon = Date.UTC(2026, 10, 22, 12);
const HOUR = 3_600_000;

const sources = [
  { source: 'todo', cadenceMs: HOUR },
  { source: 'sarif', cadenceMs: null },
] as const;

const taken = (owner: string, now = noon) => ({ owner, now, leaseMs: 60_000 });

eachStore<SuggestionRunStore>(
  {
    name: 'SuggestionRunStore',
    fake: () => new FakeSuggestionRunStore(),
    database: knex => new DatabaseSuggestionRunStore(knex),
  },
  createStore => {
    it('asks a new source at once, and the others when they were due', async () => {
      const store = await createStore();
      expect(await store.list()).toEqual([]);
      await store.register(sources, { now: noon });
      await store.register(sources, { now: noon + 5 });
      const nothing = {
        startedAt: null,
        succeededAt: null,
        leaseUntil: null,
        isUnderWay: false,
        entities: null,
        problems: null,
        error: null,
      };
      expect(await store.list()).toEqual([
        { source: 'sarif', cadenceMs: null, nextAt: null, ...nothing },
        { source: 'todo', cadenceMs: HOUR, nextAt: noon, ...nothing },
      ]);
      expect(await store.start('sarif', taken('a'))).toBeUndefined();
      expect(await store.start('hotspot', taken('a'))).toBeUndefined();
      expect(await store.start('todo', taken('a', noon - 1))).toBeUndefined();

      await store.start('todo', taken('a'));
      await store.finish('todo', {
        owner: 'a',
        finishedAt: noon + 1,
        nextAt: noon + HOUR,
      });
      // It is asked more often from now on.
      await store.register([{ source: 'todo', cadenceMs: 600_000 }], {
        now: noon + 2,
      });
      const [, todo] = await store.list();
      expect(todo).toMatchObject({ nextAt: noon + 2 + 600_000 });
      await store.register([], { now: noon + 3 });
      expect((await store.list()).map(({ nextAt }) => nextAt)).toEqual([
        null,
        null,
      ]);
      await store.register(sources, { now: noon + 4 });
      expect((await store.list())[1].nextAt).toBe(noon + 4);
    });

    it('lets one ask at a time, and goes on where a run stopped', async () => {
      const store = await createStore();
      await store.register(sources, { now: noon });
      const fresh = { cursor: null, entities: 0, problems: 0 };
      expect(await store.start('todo', taken('a'))).toEqual({
        ...fresh,
        runAt: noon,
        hasFailedHere: false,
      });
      expect(await store.start('todo', taken('b'))).toBeUndefined();
      const progress = { cursor: 'component:x', entities: 7, problems: 1 };
      expect(await store.advance('todo', { owner: 'a', ...progress })).toBe(
        true,
      );
      expect(
        await store.renew('todo', { owner: 'a', leaseUntil: noon + 90_000 }),
      ).toBe(true);
      expect(
        await store.start('todo', taken('b', noon + 89_999)),
      ).toBeUndefined();
      // Its process ended, and another one goes on.
      expect(await store.start('todo', taken('b', noon + 90_000))).toEqual({
        ...progress,
        runAt: noon,
        hasFailedHere: false,
      });
      expect(
        await store.renew('todo', { owner: 'a', leaseUntil: noon + HOUR }),
      ).toBe(false);
      expect(await store.advance('todo', { owner: 'a', ...fresh })).toBe(false);
      await store.finish('todo', {
        owner: 'a',
        finishedAt: noon,
        nextAt: noon + 9 * HOUR,
      });
      expect((await store.list())[1]).toMatchObject({
        isUnderWay: true,
        entities: null,
      });
      await store.finish('todo', {
        owner: 'b',
        finishedAt: noon + 99_000,
        nextAt: noon + HOUR,
      });
      expect((await store.list())[1]).toEqual({
        source: 'todo',
        cadenceMs: HOUR,
        nextAt: noon + HOUR,
        startedAt: noon + 90_000,
        succeededAt: noon + 99_000,
        leaseUntil: null,
        isUnderWay: false,
        entities: 7,
        problems: 1,
        error: null,
      });
      expect(await store.start('todo', taken('c', noon + HOUR))).toEqual({
        ...fresh,
        runAt: noon + HOUR,
        hasFailedHere: false,
      });
    });

    it('remembers where it failed, until it comes further', async () => {
      const store = await createStore();
      await store.register(sources, { now: noon });
      const fail = (owner: string) =>
        store.interrupt('todo', { owner, nextAt: noon, error: 'no answer' });
      await store.start('todo', taken('a'));
      await fail('a');
      expect((await store.list())[1]).toMatchObject({
        error: 'no answer',
        isUnderWay: true,
        leaseUntil: null,
      });
      expect(await store.start('todo', taken('b'))).toMatchObject({
        hasFailedHere: true,
        cursor: null,
      });
      await store.advance('todo', {
        owner: 'b',
        cursor: 'component:x',
        entities: 1,
        problems: 1,
      });
      await fail('b');
      expect(await store.start('todo', taken('c'))).toMatchObject({
        hasFailedHere: true,
        cursor: 'component:x',
      });
      await store.interrupt('todo', { owner: 'c', nextAt: noon, error: null });
      expect((await store.list())[1].error).toBeNull();
      expect(await store.start('todo', taken('d'))).toMatchObject({
        hasFailedHere: false,
        cursor: 'component:x',
      });
    });

    it('asks again at once what found nothing to look at, and notes what was sent', async () => {
      const store = await createStore();
      await store.register(sources, { now: noon });
      await store.start('todo', taken('a'));
      const finish = (owner: string) =>
        store.finish('todo', {
          owner,
          finishedAt: noon,
          nextAt: noon + HOUR,
        });
      await finish('a');
      await store.requestIdle({ now: noon + 1 });
      expect((await store.list())[1].nextAt).toBe(noon + 1);
      await store.start('todo', taken('b', noon + 1));
      await store.advance('todo', {
        owner: 'b',
        cursor: 'x',
        entities: 1,
        problems: 0,
      });
      await finish('b');
      await store.requestIdle({ now: noon + 2 });
      expect((await store.list())[1].nextAt).toBe(noon + HOUR);

      await store.noteSent('sarif', { now: noon + 3 });
      expect((await store.list())[0]).toMatchObject({
        startedAt: noon + 3,
        succeededAt: noon + 3,
        nextAt: null,
      });
    });
  },
);
