import {
  binRange,
  type DayCount,
  resolveWindow,
  weekOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { DatabaseCatalogStore } from '../catalog/DatabaseCatalogStore';
import { DatabaseSnapshotStore } from '../catalog/DatabaseSnapshotStore';
import { seesAll } from '../catalog/Visibility';
import { FakeRecalculationStore } from '../intake/FakeRecalculationStore';
import { entityOf, scanEntities } from '../testing/catalog';
import { eachDatabase } from '../testing/databases';
import { DatabaseDeliveryStore } from './DatabaseDeliveryStore';
import { DatabaseDoraStore } from './DatabaseDoraStore';
import { DatabaseScopeDayStore } from './DatabaseScopeDayStore';
import type { DeliveryResult } from './DeliveryStore';
import { DoraService } from './DoraService';
import { definitionsOf, nobodySaysAnything } from './testing/definitions';
import { countedDeployment, deliveryWith } from './testing/facts';

jest.setTimeout(240_000);

const definitions = definitionsOf();
const { calculation } = definitions.default;
const groups = ['group:default/a', 'group:default/b'];
const scopes = ['org', ...groups];
const entities = [0, 1, 2, 3].map(index => `component:default/c${index}`);
const days = ['2026-02-04', '2026-02-27', '2026-03-11', '2026-03-31'];
const now = Date.UTC(2026, 2, 31, 12);
const window = resolveWindow(
  { from: '2026-03-01', to: '2026-03-31' },
  { zone: 'UTC', fiscalYearStartMonth: 1 },
  now,
);

interface Made {
  day: number;
  bin: number;
}

/** What is calculated of deployments that carry one change each. */
function deliveryOf(made: Made[], keptSince?: string): DeliveryResult {
  const counts = new Map<string, DayCount>();
  for (const { day: index, bin } of made) {
    const day = days[index];
    for (const [metric, at] of [
      ['deployments', 0],
      ['lead_time', bin],
    ] as const) {
      const key = `${day} ${metric} ${at}`;
      const count = (counts.get(key)?.count ?? 0) + 1;
      counts.set(key, { day, week: weekOf(day), metric, bin: at, count });
    }
  }
  const sorted = [...made].sort((a, b) => a.day - b.day);
  return {
    keptSince,
    days: [...counts.values()],
    delivery: deliveryWith(
      sorted.map(({ day }, index) =>
        countedDeployment(`d${index}`, days[day], 0),
      ),
      sorted.map(({ day, bin }, index) => ({
        source: 'ci',
        deployment: `d${index}`,
        environment: 'production',
        changeKey: 'c',
        day: days[day],
        seconds: Math.ceil(binRange(bin).from),
        stages: null,
        exclusion: null,
      })),
    ),
  };
}

/** An organisation that is read by two replicas, each with a memory of its own. */
class Organisation {
  readonly knex: Knex;
  readonly delivery: DatabaseDeliveryStore;
  readonly #scopeDays: DatabaseScopeDayStore;
  readonly #recalculations = new FakeRecalculationStore(['dora']);
  readonly #replicas: DoraService[];
  readonly #owners = new Map<string, string>(
    entities.map((ref, index) => [ref, groups[index % 2]]),
  );
  readonly #titles = new Map<string, string>();
  #now = now;
  readonly remembered: unknown[] = [];
  readonly readAnew: unknown[] = [];

  constructor(knex: Knex) {
    this.knex = knex;
    this.delivery = new DatabaseDeliveryStore(knex);
    this.#scopeDays = new DatabaseScopeDayStore(knex);
    this.#replicas = [this.createService(), this.createService()];
  }

  createService(store = new DatabaseDoraStore(this.knex)): DoraService {
    return new DoraService({
      store,
      catalog: new DatabaseCatalogStore(this.knex),
      recalculations: this.#recalculations,
      ...nobodySaysAnything,
      definitions,
      zone: 'UTC',
      clock: () => now,
    });
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
      await this.knex(table).delete();
    }
    await this.scan();
  }

  async take(one: Step): Promise<void> {
    switch (one.type) {
      case 'write':
        await this.delivery.writeDelivery(
          entities[one.entity],
          [
            {
              calculation,
              compute: () =>
                deliveryOf(one.made, one.forgets ? days[2] : undefined),
            },
          ],
          { now: now + one.clock },
        );
        return;
      case 'move':
        this.#owners.set(entities[one.entity], one.to);
        await this.scan();
        return;
      case 'rename':
        this.#titles.set(entities[one.entity], one.title);
        await this.scan();
        return;
      case 'keep':
        for (const scope of await this.#scopeDays.chooseScopes(calculation, {
          minimum: one.minimum,
          minimumForDays: 3,
        })) {
          while (
            (await this.#scopeDays.alignScope(calculation, scope, {
              limit: 9,
            })) > 0
          );
        }
        return;
      default:
        await this.readTwice(one.replica);
    }
  }

  /** Every answer of a replica, beside that of one that remembers nothing. */
  async readTwice(replica: number): Promise<void> {
    const reads: ((service: DoraService) => Promise<unknown>)[] = [
      ...scopes.flatMap(scopeRef =>
        (['now', 'then'] as const).map(
          ownership => (service: DoraService) =>
            service.getReport({ scopeRef, window, ownership }, seesAll),
        ),
      ),
      ...(['name', 'leadTime'] as const).map(
        order => (service: DoraService) =>
          service.listFleet(
            { window, filter: {}, order, descending: true, limit: 3 },
            seesAll,
          ),
      ),
    ];
    for (const read of reads) {
      this.remembered.push(await read(this.#replicas[replica]));
      this.readAnew.push(await read(this.createService()));
    }
  }

  async scan(): Promise<void> {
    this.#now += 60_000;
    await scanEntities(
      new DatabaseSnapshotStore(this.knex),
      [
        ...groups.map(ref => entityOf(ref)),
        ...entities
          .filter(ref => this.#owners.get(ref) !== 'removed')
          .map(ref =>
            entityOf(ref, {
              ownedBy: this.#owners.get(ref),
              title: this.#titles.get(ref),
            }),
          ),
      ],
      { now: this.#now },
    );
  }
}

const entity = fc.nat({ max: entities.length - 1 });
const step = fc.oneof(
  fc.record({
    type: fc.constant('write' as const),
    entity,
    forgets: fc.boolean(),
    // The clocks of replicas differ, and the slower transaction may carry the older instant.
    clock: fc.integer({ min: -5_000, max: 5_000 }),
    made: fc.array(
      fc.record({
        day: fc.nat({ max: days.length - 1 }),
        bin: fc.integer({ min: 300, max: 302 }),
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
    type: fc.constant('rename' as const),
    entity,
    title: fc.constantFrom('Cart', 'Basket'),
  }),
  fc.record({ type: fc.constant('keep' as const), minimum: fc.nat(4) }),
  fc.record({
    type: fc.constant('read' as const),
    replica: fc.nat({ max: 1 }),
  }),
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

eachDatabase('What DoraService remembers', createDatabase => {
  it('is what it would read, whatever was written in between and by whom', async () => {
    const knex = await createDatabase();
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 8 }),
        async steps => {
          const organisation = new Organisation(knex);
          await organisation.start();
          await organisation.readTwice(0);
          for (const one of steps) {
            await organisation.take(one);
          }
          await organisation.readTwice(0);
          await organisation.readTwice(1);
          expect(organisation.remembered).toEqual(organisation.readAnew);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('is read once, and again after each kind of change', async () => {
    const knex = await createDatabase();
    const organisation = new Organisation(knex);
    await organisation.start();
    const store = new DatabaseDoraStore(knex);
    const sums = jest.spyOn(store, 'sumWindow');
    const service = organisation.createService(store);
    const countReads = async () => {
      sums.mockClear();
      for (let read = 0; read < 2; read++) {
        await service.getReport(
          { scopeRef: groups[0], window, ownership: 'now' },
          seesAll,
        );
      }
      return sums.mock.calls.length;
    };
    expect(await countReads()).toBe(1);
    expect(await countReads()).toBe(0);

    // A scan that finds nothing new changes nothing.
    await organisation.scan();
    expect(await countReads()).toBe(0);

    const made = [{ day: 2, bin: 300 }];
    const write = { type: 'write', forgets: false, made } as const;
    await organisation.take({ ...write, entity: 0, clock: 0 });
    expect(await countReads()).toBe(1);
    // By a replica whose clock is behind.
    await organisation.take({ ...write, entity: 0, clock: -60_000 });
    expect(await countReads()).toBe(1);
    await organisation.take({ ...write, entity: 2, clock: -60_000 });
    expect(await countReads()).toBe(1);
    // Of a component that does not belong to the group.
    await organisation.take({ ...write, entity: 1, clock: 0 });
    expect(await countReads()).toBe(0);

    await organisation.take({ type: 'rename', entity: 0, title: 'Cart' });
    expect(await countReads()).toBe(1);
    await organisation.take({ type: 'move', entity: 0, to: groups[1] });
    expect(await countReads()).toBe(1);
    await organisation.take({ type: 'keep', minimum: 1 });
    expect(await countReads()).toBe(1);

    // A scan of a version that does not count.
    await knex('scans').insert({
      id: 'uncounted',
      started_at: now,
      finished_at: now,
      state: 'complete',
    });
    expect(await countReads()).toBe(1);
    expect(await countReads()).toBe(0);
  });

  it('is nothing for those who see only a part', async () => {
    const knex = await createDatabase();
    const organisation = new Organisation(knex);
    await organisation.start();
    const store = new DatabaseDoraStore(knex);
    const service = organisation.createService(store);
    const request = {
      scopeRef: groups[0],
      window,
      ownership: 'now',
    } as const;
    const countComponents = async (refs: string[]) =>
      (
        await service.getReport(request, {
          type: 'refs',
          refs: new Set([groups[0], ...refs]),
        })
      ).scope.components;
    expect((await service.getReport(request, seesAll)).scope.components).toBe(
      2,
    );
    expect(await countComponents([entities[0]])).toBe(1);
    expect(await countComponents([])).toBe(0);
    await expect(
      store.readRevision(calculation, {
        ...request,
        visibility: { type: 'none' },
      }),
    ).rejects.toThrow('seen as a whole');
  });
});
