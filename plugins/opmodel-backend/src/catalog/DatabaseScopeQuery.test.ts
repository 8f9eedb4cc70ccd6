import type { Knex } from 'knex';
import { entityOf, scanEntities, scanTime } from '../testing/catalog';
import { eachDatabase } from '../testing/databases';
import { joinScope, type ScopeJoin } from './DatabaseScopeQuery';
import { DatabaseSnapshotStore } from './DatabaseSnapshotStore';
import { seesAll } from './Visibility';

const day = 24 * 60 * 60 * 1000;

eachDatabase('joinScope', createDatabase => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await createDatabase();
    const store = new DatabaseSnapshotStore(knex);
    const groups = ['a', 'b'].map(name =>
      entityOf(`group:default/${name}`, { childOf: 'group:default/top' }),
    );
    const mail = entityOf('component:default/mail', {
      ownedBy: 'group:default/a',
      spec: { type: 'secret' },
    });
    const cartOf = (owner: string) =>
      entityOf('component:default/cart', { ownedBy: `group:default/${owner}` });
    await scanEntities(store, [...groups, mail, cartOf('a')]);
    await scanEntities(store, [...groups, mail, cartOf('b')], {
      now: scanTime + 2 * day,
    });
    await scanEntities(store, [...groups, mail, cartOf('a')], {
      now: scanTime + 4 * day,
    });

    await knex.schema.createTable('counted', table => {
      table.text('entity_ref');
      table.text('day');
      table.integer('n');
    });
    const days = ['01', '02', '03', '04', '05', '06', '07'];
    await knex('counted').insert(
      days.flatMap(date => [
        { entity_ref: 'component:default/cart', day: `2026-11-${date}`, n: 1 },
        { entity_ref: 'component:default/mail', day: `2026-11-${date}`, n: 10 },
      ]),
    );
  });

  async function sumOf(
    join: Pick<ScopeJoin, 'scopeRef' | 'ownership'> & Partial<ScopeJoin>,
  ): Promise<number> {
    const query = knex('counted');
    joinScope(query, {
      entityRefColumn: 'counted.entity_ref',
      dayColumn: 'counted.day',
      visibility: seesAll,
      ...join,
    });
    const row = await query.sum({ n: 'counted.n' }).first();
    return Number(row?.n);
  }

  it('counts all days of what belongs to the scope now', async () => {
    const ownership = 'now';
    expect(await sumOf({ scopeRef: 'group:default/a', ownership })).toBe(77);
    expect(await sumOf({ scopeRef: 'group:default/b', ownership })).toBe(0);
    expect(await sumOf({ scopeRef: 'group:default/top', ownership })).toBe(77);
  });

  it('counts each day for the scope it belonged to then, and no day twice', async () => {
    const ownership = 'then';
    expect(await sumOf({ scopeRef: 'group:default/a', ownership })).toBe(75);
    expect(await sumOf({ scopeRef: 'group:default/b', ownership })).toBe(2);
    expect(await sumOf({ scopeRef: 'group:default/top', ownership })).toBe(77);
    expect(await sumOf({ scopeRef: 'org', ownership })).toBe(77);
  });

  it('leaves out what may not be seen', async () => {
    expect(
      await sumOf({
        scopeRef: 'org',
        ownership: 'then',
        visibility: {
          type: 'condition',
          condition: { not: { key: 'spec.type', values: ['secret'] } },
        },
      }),
    ).toBe(7);
  });

  it('refuses to guess the day of a row', async () => {
    expect(() =>
      joinScope(knex('counted'), {
        scopeRef: 'org',
        ownership: 'then',
        entityRefColumn: 'counted.entity_ref',
        visibility: seesAll,
      }),
    ).toThrow('only by their day');
  });
});
