import {
  type DayCount,
  type Delivery,
  weekOf,
  type WeekStart,
} from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { DatabaseSnapshotStore } from '../catalog/DatabaseSnapshotStore';
import { entityOf, scanEntities } from '../testing/catalog';
import { eachDatabase } from '../testing/databases';
import { DatabaseDeliveryStore } from './DatabaseDeliveryStore';
import { DatabaseDoraStore } from './DatabaseDoraStore';
import { DatabaseScopeDayStore } from './DatabaseScopeDayStore';
import type { DoraSelection } from './DoraStore';
import { countedDeployment, deliveryWith } from './testing/facts';

jest.setTimeout(240_000);

const calculation = 'dora-2026/1/UTC';
const groups = ['group:default/a', 'group:default/b'];
const scopes = ['org', ...groups];
const entities = [0, 1, 2, 3].map(index => `component:default/c${index}`);
// At the ends of the windows, in whole weeks and in weeks that two windows share.
const days = [
  '2026-02-04',
  '2026-02-27',
  '2026-03-01',
  '2026-03-11',
  '2026-03-31',
];
const window = {
  from: '2026-03-01',
  to: '2026-03-31',
  previous: { from: '2026-01-29', to: '2026-02-28' },
};

/** The day rows of an entity whose deployments are `made`. */
function deliveryOf(
  made: { day: number; bin: number }[],
  weekStart: WeekStart,
): {
  delivery: Delivery;
  days: DayCount[];
} {
  const counts = new Map<string, DayCount>();
  for (const { day: index, bin } of made) {
    const day = days[index];
    for (const [metric, at] of [
      ['deployments', 0],
      ['lead_time', bin],
      ['coding', bin],
    ] as const) {
      const key = `${day} ${metric} ${at}`;
      const count = (counts.get(key)?.count ?? 0) + 1;
      counts.set(key, {
        day,
        week: weekOf(day, weekStart),
        metric,
        bin: at,
        count,
      });
    }
  }
  return {
    // As the calculation gives them: in the order of time.
    delivery: deliveryWith(
      [...made]
        .sort((a, b) => a.day - b.day)
        .map(({ day }, index) => countedDeployment(`d${index}`, days[day], 0)),
    ),
    days: [...counts.values()],
  };
}

const entity = fc.nat({ max: entities.length - 1 });
const step = fc.oneof(
  fc.record({
    type: fc.constant('write' as const),
    entity,
    made: fc.array(
      fc.record({
        day: fc.nat({ max: days.length - 1 }),
        bin: fc.nat({ max: 2 }),
      }),
      { maxLength: 4 },
    ),
  }),
  fc.record({
    type: fc.constant('move' as const),
    entity,
    to: fc.constantFrom('removed' as const, ...groups),
  }),
  fc.record({
    type: fc.constant('choose' as const),
    minimum: fc.nat(4),
    minimumForDays: fc.nat(4),
  }),
  fc.record({
    type: fc.constant('align' as const),
    scope: fc.constantFrom(...scopes),
    limit: fc.integer({ min: 1, max: 3 }),
  }),
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The organisation under test: what is done to it, and what must hold then. */
class Organisation {
  readonly #knex: Knex;
  readonly #weekStart: WeekStart;
  readonly #delivery: DatabaseDeliveryStore;
  readonly #scopeDays: DatabaseScopeDayStore;
  readonly #dora: DatabaseDoraStore;
  readonly #owners = new Map(entities.map(ref => [ref, groups[0]]));
  #now = Date.UTC(2026, 3, 1);
  /** Reads that were answered from sums. */
  fromSums = 0;

  constructor(knex: Knex, weekStart: WeekStart = 'monday') {
    this.#knex = knex;
    this.#weekStart = weekStart;
    this.#delivery = new DatabaseDeliveryStore(knex);
    this.#scopeDays = new DatabaseScopeDayStore(knex);
    this.#dora = new DatabaseDoraStore(knex);
  }

  async start(): Promise<void> {
    for (const table of [
      'entities',
      'entity_properties',
      'entity_links',
      'scope_spans',
      'ownership_spans',
      'scans',
      'scope_versions',
      'dora_entities',
      'dora_deployments',
      'dora_samples',
      'dora_failure_links',
      'dora_recoveries',
      'dora_incidents',
      'dora_entity_days',
      'dora_scopes',
      'dora_scope_members',
      'dora_scope_days',
      'dora_scope_weeks',
    ]) {
      await this.#knex(table).delete();
    }
    await this.#scan();
  }

  async take(one: Step): Promise<void> {
    this.#now += 60_000;
    switch (one.type) {
      case 'write':
        await this.#delivery.writeDelivery(
          entities[one.entity],
          [
            {
              calculation,
              compute: () => deliveryOf(one.made, this.#weekStart),
            },
          ],
          { now: this.#now },
        );
        return;
      case 'move':
        this.#owners.set(entities[one.entity], one.to);
        await this.#scan();
        return;
      case 'choose':
        await this.#scopeDays.chooseScopes(calculation, one);
        return;
      default:
        await this.#scopeDays.alignScope(calculation, one.scope, one);
    }
  }

  async alignAll(): Promise<void> {
    for (const scope of await this.#scopeDays.chooseScopes(calculation, {
      minimum: 1,
      minimumForDays: 3,
    })) {
      while (
        (await this.#scopeDays.alignScope(calculation, scope, { limit: 2 })) > 0
      );
    }
  }

  /** What sums answer beside what the rows of the present members do; in every moment both are the same. */
  async compareAnswers(): Promise<{ summed: unknown[]; merged: unknown[] }> {
    const summed: unknown[] = [];
    const merged: unknown[] = [];
    for (const scopeRef of scopes) {
      const selection: DoraSelection = {
        scopeRef,
        ownership: 'now',
        visibility: { type: 'all' },
      };
      const { isLarge, ...counts } = await this.#dora.sumWindow(
        calculation,
        selection,
        window,
        { weekStart: this.#weekStart },
      );
      this.fromSums += isLarge ? 1 : 0;
      summed.push({ scopeRef, isLarge: false, ...counts });
      // The same members by their refs, which never reads sums.
      const visibility = { type: 'refs', refs: new Set(entities) } as const;
      merged.push({
        scopeRef,
        ...(await this.#dora.sumWindow(
          calculation,
          { ...selection, visibility },
          window,
          { weekStart: this.#weekStart },
        )),
      });
      const state = await this.#dora.describe(calculation, selection, window, {
        emptyDaysFrom: 'first_deployment',
      });
      for (const span of ['current', 'previous'] as const) {
        merged.push(
          state[span].reporting.reduce(
            (sum, { components, deployments }) =>
              sum + components * deployments,
            0,
          ),
        );
        summed.push(counts[span].counts.get('deployments')?.get(0) ?? 0);
      }
    }
    return { summed, merged };
  }

  /** The sums beside those of the entities that they say they hold, also in the middle of everything. */
  async compareRows(): Promise<{ kept: string[]; added: string[] }> {
    const kept: string[] = [];
    const added: string[] = [];
    for (const [table, columns] of [
      ['dora_scope_days', ['held.scope_ref', 'day', 'metric', 'bin', 'week']],
      ['dora_scope_weeks', ['held.scope_ref', 'week', 'metric', 'bin']],
    ] as const) {
      const toLines = (rows: Record<string, unknown>[]) =>
        rows
          .map(row =>
            [...columns, 'count']
              .map(name => row[name.replace('held.', '')])
              .join(' '),
          )
          .sort();
      kept.push(...toLines(await this.#knex(table).select('*')));
      added.push(
        ...toLines(
          await this.#knex('dora_scope_members as held')
            .join('dora_entity_days as day', join =>
              join
                .on('day.entity_ref', 'held.entity_ref')
                .on('day.calculation', 'held.calculation'),
            )
            .join('dora_scopes as scope', join =>
              join
                .on('scope.scope_ref', 'held.scope_ref')
                .on('scope.calculation', 'held.calculation'),
            )
            .where(scope => {
              if (table === 'dora_scope_days') {
                scope.where('scope.keeps_days', true);
              }
            })
            .groupBy([...columns])
            .select([...columns])
            .sum({ count: 'count' }),
        ),
      );
    }
    return { kept, added };
  }

  async #scan(): Promise<void> {
    this.#now += 60_000;
    await scanEntities(
      new DatabaseSnapshotStore(this.#knex),
      [
        ...groups.map(ref => entityOf(ref)),
        ...entities
          .filter(ref => this.#owners.get(ref) !== 'removed')
          .map(ref => entityOf(ref, { ownedBy: this.#owners.get(ref) })),
      ],
      { now: this.#now },
    );
  }
}

async function check(organisation: Organisation): Promise<void> {
  const { summed, merged } = await organisation.compareAnswers();
  expect(summed).toEqual(merged);
  const { kept, added } = await organisation.compareRows();
  expect(kept).toEqual(added);
}

eachDatabase('ScopeDayStore', createDatabase => {
  it('answers as the rows of the present members do, whatever happens in which order', async () => {
    const knex = await createDatabase();
    let fromSums = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 12 }),
        fc.constantFrom<WeekStart>('monday', 'sunday'),
        async (steps, weekStart) => {
          const organisation = new Organisation(knex, weekStart);
          await organisation.start();
          for (const one of steps) {
            await organisation.take(one);
            await check(organisation);
          }
          await organisation.alignAll();
          await check(organisation);
          fromSums += organisation.fromSums;
        },
      ),
      { numRuns: 15 },
    );
    // Else the property would hold of nothing.
    expect(fromSums).toBeGreaterThan(15);
  });

  it('reads no sums from an entry or a removal on until they follow', async () => {
    const knex = await createDatabase();
    const organisation = new Organisation(knex);
    await organisation.start();
    const made = [{ day: 1, bin: 1 }];
    await organisation.take({ type: 'write', entity: 0, made });
    await organisation.alignAll();
    await check(organisation);
    expect(organisation.fromSums).toBe(2);
    await organisation.take({ type: 'move', entity: 0, to: 'removed' });
    await check(organisation);
    expect(organisation.fromSums).toBe(2);
    await organisation.alignAll();
    await check(organisation);
    expect(organisation.fromSums).toBe(4);
  });

  it('survives writers, moves and the keeping of sums at the same time', async () => {
    const knex = await createDatabase();
    const organisation = new Organisation(knex);
    await organisation.start();
    await organisation.alignAll();
    for (let round = 0; round < 10; round++) {
      await Promise.all([
        ...entities.flatMap((_ref, index) => [
          organisation.take({
            type: 'write',
            entity: index,
            made: [
              { day: round % 3, bin: round % 2 },
              { day: 1, bin: index % 3 },
            ],
          }),
          organisation.take({
            type: 'align',
            scope: scopes[index % 3],
            limit: 2,
          }),
        ]),
        organisation.take({
          type: 'move',
          entity: round % 4,
          to: [...groups, 'removed' as const][round % 3],
        }),
        organisation.take({
          type: 'choose',
          minimum: (round % 3) * 2,
          minimumForDays: round % 5,
        }),
      ]);
      await check(organisation);
    }
    await organisation.alignAll();
    await check(organisation);
    expect(organisation.fromSums).toBeGreaterThan(0);
  });
});
