import { flow2026Definition } from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import type { ComponentSelection } from '../catalog/ComponentSelection';
import { DatabaseSnapshotStore } from '../catalog/DatabaseSnapshotStore';
import { entityOf, scanEntities } from '../testing/catalog';
import { eachDatabase } from '../testing/databases';
import { DatabaseFlowCalculationStore } from './DatabaseFlowCalculationStore';
import { DatabaseFlowScopeDayStore } from './DatabaseFlowScopeDayStore';
import { findFlowSums } from './DatabaseFlowScopeDays';
import { DatabaseFlowStore } from './DatabaseFlowStore';
import { computeFlow } from './FlowResult';
import { randomFacts } from './testing/randomFacts';

jest.setTimeout(240_000);

const calculation = 'flow-2026/1/UTC/2';
const groups = ['group:default/a', 'group:default/b'];
const scopes = ['org', ...groups];
const entities = [0, 1, 2].map(index => `component:default/c${index}`);
const rules = { definition: flow2026Definition, zone: 'UTC', iterations: [] };
// Neither begins nor ends with a week.
const window = {
  from: '2026-03-04',
  to: '2026-04-17',
  previous: { from: '2026-01-18', to: '2026-03-03' },
};

const entity = fc.nat({ max: entities.length - 1 });
const step = fc.oneof(
  fc.record({
    type: fc.constant('write' as const),
    entity,
    seed: fc.nat(),
    items: fc.nat({ max: 8 }),
    keptSince: fc.constantFrom(undefined, '2026-03-10'),
  }),
  fc.record({
    type: fc.constant('move' as const),
    entity,
    to: fc.constantFrom('removed' as const, ...groups),
  }),
  fc.record({
    type: fc.constant('choose' as const),
    minimum: fc.nat(3),
    minimumForDays: fc.nat(2),
  }),
  fc.record({
    type: fc.constant('align' as const),
    scope: fc.constantFrom(...scopes),
    limit: fc.integer({ min: 1, max: 3 }),
  }),
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** An organisation whose flow is written, moved and added up, in whatever order. */
class Organisation {
  readonly #knex: Knex;
  readonly #calculations: DatabaseFlowCalculationStore;
  readonly #scopeDays: DatabaseFlowScopeDayStore;
  readonly #flow: DatabaseFlowStore;
  readonly #owners = new Map(entities.map(ref => [ref, groups[0]]));
  #now = Date.UTC(2026, 4, 1);
  /** Reads that were answered from sums. */
  fromSums = 0;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#calculations = new DatabaseFlowCalculationStore(knex);
    this.#scopeDays = new DatabaseFlowScopeDayStore(knex);
    this.#flow = new DatabaseFlowStore(knex);
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
      'flow_entities',
      'flow_items',
      'flow_item_periods',
      'flow_entity_days',
      'flow_stocks',
      'flow_entity_periods',
      'flow_builds',
      'flow_scopes',
      'flow_scope_members',
      'flow_scope_days',
      'flow_scope_weeks',
    ]) {
      await this.#knex(table).delete();
    }
    await this.#scan();
  }

  async take(one: Step): Promise<void> {
    this.#now += 60_000;
    switch (one.type) {
      case 'write': {
        const facts = randomFacts(one.seed, {
          recordedAt: this.#now,
          items: one.items,
          runs: one.items,
        });
        await this.#calculations.writeFlow(
          calculation,
          entities[one.entity],
          () =>
            computeFlow(facts, rules, {
              now: this.#now,
              keptSince: one.keptSince,
            }),
          { now: this.#now },
        );
        return;
      }
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
      minimumForDays: 0,
    })) {
      while (
        (await this.#scopeDays.alignScope(calculation, scope, { limit: 2 })) > 0
      );
    }
  }

  /** What is answered to who sees all, which may be from sums, and by the same members' own rows. */
  async compareAnswers(): Promise<{ summed: unknown[]; merged: unknown[] }> {
    const [summed, merged]: unknown[][] = [[], []];
    for (const scopeRef of scopes) {
      const selection: ComponentSelection = {
        scopeRef,
        ownership: 'now',
        visibility: { type: 'all' },
      };
      const kept = await findFlowSums(this.#knex, calculation, selection);
      this.fromSums += kept ? 1 : 0;
      summed.push(await this.#readAll(selection));
      merged.push(
        await this.#readAll({
          ...selection,
          visibility: { type: 'refs', refs: new Set(entities) },
        }),
      );
    }
    return { summed, merged };
  }

  async #readAll(selection: ComponentSelection) {
    const flow = this.#flow;
    const standing = new Map<string, number>();
    for (const { day, metric, count } of await flow.readStates(
      calculation,
      selection,
      window,
    )) {
      const key = `${day} ${metric}`;
      standing.set(key, (standing.get(key) ?? 0) + count);
    }
    return {
      scopeRef: selection.scopeRef,
      counts: await flow.sumWindow(calculation, selection, window),
      cycleTimes: await flow.sumMetric(
        calculation,
        selection,
        { from: '2026-01-01', to: '2026-04-30' },
        'cycle_time',
      ),
      completed: await flow.countCompletedByDay(calculation, selection, window),
      standing: new Map([...standing].filter(([, count]) => count !== 0)),
      state: await flow.describe(calculation, selection, window),
    };
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
}

eachDatabase('The sums of flow', createDatabase => {
  it('answer as the rows of the present members do, whatever happens in which order', async () => {
    const knex = await createDatabase();
    let fromSums = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 2, maxLength: 8 }),
        async steps => {
          const organisation = new Organisation(knex);
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
      { numRuns: 10 },
    );
    // Else the property would hold of nothing.
    expect(fromSums).toBeGreaterThan(10);
  });

  it('follow a component from one group to another, and its history with it', async () => {
    const knex = await createDatabase();
    const organisation = new Organisation(knex);
    await organisation.start();
    for (const index of [0, 1, 2]) {
      await organisation.take({
        type: 'write',
        entity: index,
        seed: index,
        items: 20,
        keptSince: undefined,
      });
    }
    await organisation.alignAll();
    await check(organisation);
    expect(organisation.fromSums).toBe(2);
    await organisation.take({ type: 'move', entity: 1, to: groups[1] });
    // Until the sums follow, the members' own rows answer; the organisation has not changed.
    await check(organisation);
    expect(organisation.fromSums).toBe(3);
    await organisation.alignAll();
    await check(organisation);
    expect(organisation.fromSums).toBe(6);
  });

  it('survive two replicas that write and add up at the same time', async () => {
    const knex = await createDatabase();
    const organisation = new Organisation(knex);
    await organisation.start();
    await organisation.alignAll();
    for (let round = 0; round < 5; round++) {
      await Promise.all([
        ...entities.flatMap((_ref, index) => [
          organisation.take({
            type: 'write',
            entity: index,
            seed: round * 10 + index,
            items: 6,
            keptSince: undefined,
          }),
          organisation.take({
            type: 'align',
            scope: scopes[index % 3],
            limit: 2,
          }),
        ]),
        organisation.take({
          type: 'move',
          entity: round % 3,
          to: [...groups, 'removed' as const][round % 3],
        }),
      ]);
      await check(organisation);
    }
    await organisation.alignAll();
    await check(organisation);
    expect(organisation.fromSums).toBeGreaterThan(0);
  });
});
