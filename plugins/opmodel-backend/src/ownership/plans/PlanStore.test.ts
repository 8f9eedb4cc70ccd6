import { eachStore } from '../../testing/eachStore';
import { DatabasePlanStore } from './DatabasePlanStore';
import { FakePlanStore } from './FakePlanStore';
import type { PlanRecord, PlanStore } from './PlanStore';

const today = '2026-11-22';
const now = Date.parse('2026-11-22T12:00:00Z');
const ada = { person: 'user:default/ada', today };
const ben = { person: 'user:default/ben', today };
const cyd = { person: 'user:default/cyd', today };

function plan(id: string, overrides: Partial<PlanRecord> = {}): PlanRecord {
  return {
    id,
    name: 'One team for payments – ä 😀',
    changes: [
      {
        type: 'merge_teams',
        teamRefs: ['group:default/cards'],
        toRef: 'group:default/payments',
      },
      { type: 'people_leave', teamRefs: ['group:default/payments'], people: 2 },
    ],
    readerRefs: [ben.person],
    expiresOn: '2027-01-31',
    createdBy: ada.person,
    createdAt: now,
    updatedBy: ada.person,
    updatedAt: now,
    version: 1,
    ...overrides,
  };
}

eachStore<PlanStore>(
  {
    name: 'PlanStore',
    fake: () => new FakePlanStore(),
    database: knex => new DatabasePlanStore(knex),
  },
  createStore => {
    let store: PlanStore;

    beforeEach(async () => {
      store = await createStore();
    });

    it('gives a plan to whoever saved it and its readers, and to nobody else', async () => {
      await store.create(plan('one'));
      expect(await store.get('one', ada)).toEqual(plan('one'));
      expect(await store.get('one', ben)).toEqual(plan('one'));
      expect(await store.get('one', cyd)).toBeUndefined();
      expect(await store.get('other', ada)).toBeUndefined();
      const page = { limit: 10 };
      expect(await store.list(ben, page)).toMatchObject({ total: 1 });
      expect(await store.list(cyd, page)).toEqual({ items: [], total: 0 });
      expect(await store.countOf(ada)).toBe(1);
      expect(await store.countOf(ben)).toBe(0);
    });

    it('knows a plan no more on the day after its last one', async () => {
      await store.create(plan('last', { expiresOn: today }));
      await store.create(plan('gone', { expiresOn: '2026-11-21' }));
      expect(await store.get('gone', ada)).toBeUndefined();
      const { items, total } = await store.list(ada, { limit: 10 });
      expect([items.map(({ id }) => id), total]).toEqual([['last'], 1]);
      expect(await store.countOf(ada)).toBe(1);
      expect(
        await store.update('gone', plan('gone'), { ...ada, version: 1, now }),
      ).toBe(false);
      expect(await store.delete('gone', ada)).toBe(false);
      expect(await store.deleteExpired(today)).toBe(1);
      expect(await store.deleteExpired(today)).toBe(0);
      // It would be there were it asked for on an earlier day.
      expect(
        await store.get('gone', { ...ada, today: '2026-11-20' }),
      ).toBeUndefined();
      expect(await store.get('last', ben)).toBeDefined();
    });

    it('replaces a version once, for whoever saved it alone', async () => {
      await store.create(plan('one'));
      const contents = {
        name: 'Two teams',
        changes: [
          { type: 'dissolve_team' as const, teamRefs: ['group:default/cards'] },
        ],
        readerRefs: [cyd.person],
        expiresOn: '2027-02-01',
      };
      const change = { version: 1, now: now + 5 };
      expect(await store.update('one', contents, { ...ben, ...change })).toBe(
        false,
      );
      expect(await store.update('one', contents, { ...ada, ...change })).toBe(
        true,
      );
      expect(await store.update('one', contents, { ...ada, ...change })).toBe(
        false,
      );
      expect(await store.get('one', ben)).toBeUndefined();
      expect(await store.get('one', cyd)).toEqual(
        plan('one', { ...contents, updatedAt: now + 5, version: 2 }),
      );
    });

    it('lets one of two changes at once come through', async () => {
      await store.create(plan('one'));
      const done = await Promise.all(
        ['first', 'second'].map(name =>
          store.update(
            'one',
            { ...plan('one'), name },
            { ...ada, version: 1, now },
          ),
        ),
      );
      expect(done.filter(Boolean)).toHaveLength(1);
    });

    it('deletes a plan for whoever saved it alone', async () => {
      await store.create(plan('one'));
      await store.create(plan('two'));
      expect(await store.delete('one', ben)).toBe(false);
      expect(await store.delete('one', ada)).toBe(true);
      expect(await store.delete('one', ada)).toBe(false);
      const { items } = await store.list(ben, { limit: 10 });
      expect(items).toEqual([plan('two')]);
    });

    it('lists what was changed last first, page by page', async () => {
      await store.create(plan('a', { updatedAt: now - 5 }));
      await store.create(plan('c'));
      await store.create(plan('b'));
      await store.create(plan('d', { updatedAt: now + 5 }));
      const ids: string[] = [];
      let after: { updatedAt: number; id: string } | undefined;
      for (;;) {
        const { items, total } = await store.list(ada, { limit: 3, after });
        expect(total).toBe(4);
        ids.push(...items.map(({ id }) => id));
        after = items.at(-1);
        if (items.length < 3) {
          break;
        }
      }
      expect(ids).toEqual(['d', 'b', 'c', 'a']);
    });
  },
);
