import { eachStore } from '../../testing/eachStore';
import { DatabaseForecastStore } from './DatabaseForecastStore';
import { FakeForecastStore } from './FakeForecastStore';
import type { ForecastStore, NewForecast } from './ForecastStore';

const forecast = (overrides: Partial<NewForecast> = {}): NewForecast => ({
  scopeRef: 'group:default/shop',
  madeOn: '2026-03-02',
  dueOn: '2026-03-15',
  kind: 'how_many',
  horizon: 14,
  items: null,
  percentiles: [
    { confidence: 0.5, value: 9 },
    { confidence: 0.85, value: 6 },
  ],
  seed: 4_000_000_000,
  calculation: 'flow-2026/1/UTC/1',
  ...overrides,
});

const later = forecast({ madeOn: '2026-03-09', dueOn: '2026-03-22' });
const when = forecast({
  kind: 'when',
  horizon: 0,
  items: 4,
  dueOn: '2026-03-10',
  percentiles: [{ confidence: 0.95, value: '2026-03-10' }],
});

eachStore<ForecastStore>(
  {
    name: 'ForecastStore',
    fake: () => new FakeForecastStore(),
    database: knex => new DatabaseForecastStore(knex),
  },
  createStore => {
    it('keeps the first forecast of a scope, day, kind and horizon', async () => {
      const store = await createStore();
      await store.keep([forecast()], { now: 1 });
      await store.keep([forecast({ seed: 1 }), when, later], { now: 2 });
      await store.keep([], { now: 3 });
      const { items, total } = await store.list('group:default/shop', {
        limit: 10,
      });
      expect(total).toBe(3);
      expect(items[0]).toMatchObject({ ...later, madeAt: 2, outcome: null });
      expect(items).toContainEqual(
        expect.objectContaining({ ...forecast(), madeAt: 1, scoredAt: null }),
      );
      expect(await store.listScopesMadeOn('2026-03-02')).toEqual(
        new Set(['group:default/shop']),
      );
      expect(await store.listScopesMadeOn('2026-03-03')).toEqual(new Set());
    });

    it('goes through the pages of a scope, newest first', async () => {
      const store = await createStore();
      await store.keep([forecast(), when, later], { now: 1 });
      const whole = await store.list('group:default/shop', { limit: 10 });
      const passed = [];
      let after: { madeOn: string; id: string } | undefined;
      for (let page = 0; page < 3; page += 1) {
        const [item]: typeof whole.items = (
          await store.list('group:default/shop', { limit: 1, after })
        ).items;
        passed.push(item);
        after = { madeOn: item.madeOn, id: item.id };
      }
      expect(passed).toEqual(whole.items);
      expect(await store.list('org', { limit: 10 })).toEqual({
        items: [],
        total: 0,
      });
    });

    it('scores what is due, once', async () => {
      const store = await createStore();
      await store.keep([forecast(), when, later], { now: 1 });
      expect(
        (await store.listDue('2026-03-15', 10)).map(({ kind }) => kind),
      ).toEqual(['when', 'how_many']);
      const [first, second] = await store.listDue('2026-03-15', 10);
      await store.score(
        first.id,
        { outcome: '2026-03-09', uncounted: false, metConfidence: 0.85 },
        { now: 5 },
      );
      await store.score(
        second.id,
        { outcome: 0, uncounted: false, metConfidence: null },
        { now: 5 },
      );
      await store.score(
        second.id,
        { outcome: 99, uncounted: false, metConfidence: 0.5 },
        { now: 6 },
      );
      expect(await store.listDue('2026-03-15', 10)).toEqual([]);
      const scored = await store.listScored('group:default/shop', '2026-03-01');
      expect(scored).toHaveLength(2);
      expect(scored).toContainEqual({
        ...first,
        outcome: '2026-03-09',
        metConfidence: 0.85,
        scoredAt: 5,
      });
      expect(scored).toContainEqual({
        ...second,
        outcome: 0,
        metConfidence: null,
        scoredAt: 5,
      });
      expect(
        await store.listScored('group:default/shop', '2026-03-03'),
      ).toEqual([]);
    });

    it('forgets what is old and scored, the oldest first', async () => {
      const store = await createStore();
      const older = forecast({ madeOn: '2026-02-23', dueOn: '2026-03-08' });
      await store.keep([older, forecast(), when, later], { now: 1 });
      const due = await store.listDue('2026-12-31', 10);
      for (const { id, kind } of due) {
        if (kind === 'how_many') {
          const outcome = { outcome: 4, uncounted: false, metConfidence: 0.95 };
          await store.score(id, outcome, { now: 5 });
        }
      }
      const left = async () =>
        (await store.list('group:default/shop', { limit: 10 })).items.map(
          ({ madeOn, kind }) => [madeOn, kind],
        );
      expect(await store.deleteMadeBefore('2026-02-23', 10)).toBe(0);
      expect(await store.deleteMadeBefore('2026-03-09', 1)).toBe(1);
      expect(await left()).not.toContainEqual(['2026-02-23', 'how_many']);
      expect(await store.deleteMadeBefore('2026-03-09', 10)).toBe(1);
      expect(await store.deleteMadeBefore('2026-03-09', 10)).toBe(0);
      expect(await left()).toEqual([
        ['2026-03-09', 'how_many'],
        ['2026-03-02', 'when'],
      ]);
    });

    it('keeps apart what was not done and what nobody could count', async () => {
      const store = await createStore();
      await store.keep([when, later], { now: 1 });
      const nothing = { outcome: null, metConfidence: null };
      for (const { id, kind } of await store.listDue('2026-12-31', 10)) {
        await store.score(
          id,
          { ...nothing, uncounted: kind === 'when' },
          { now: 5 },
        );
      }
      const { items } = await store.list('group:default/shop', { limit: 10 });
      expect(items.map(({ kind, uncounted }) => [kind, uncounted])).toEqual([
        ['how_many', false],
        ['when', true],
      ]);
    });
  },
);
