import {
  addDays,
  computeDelivery,
  countDays,
  countDeliveryDays,
  dora2026Profile,
  type ChangeFact,
  type DeploymentFact,
} from '@opmodel/backstage-plugin-opmodel-common';
import { type Visibility } from '../catalog/Visibility';
import { eachStore } from '../testing/eachStore';
import { DatabaseDeliveryStore } from './DatabaseDeliveryStore';
import { DatabaseDoraStore } from './DatabaseDoraStore';
import type {
  DeliveryFacts,
  DeliveryResult,
  DeliveryStore,
} from './DeliveryStore';
import type {
  DaySpan,
  DoraSelection,
  DoraStore,
  WindowSpans,
} from './DoraStore';
import { type FakeComponent, FakeDoraStore } from './FakeDoraStore';
import { changeFact, deploymentFact, noFacts } from './testing/facts';
import { insertComponent, insertFacts } from './testing/insertComponent';

const calculation = 'dora-2026/1/UTC';
const recordedAt = Date.parse('2026-04-02T00:00:00Z');
const march = { from: '2026-03-01', to: '2026-03-31' };

function windowOf({ from, to }: DaySpan): WindowSpans {
  const days = countDays(from, to);
  return {
    from,
    to,
    previous: { from: addDays(from, -days), to: addDays(from, -1) },
  };
}

async function sumSpan(
  dora: DoraStore,
  selection: DoraSelection,
  span: DaySpan,
) {
  const window = windowOf(span);
  return (await dora.sumWindow(calculation, selection, window, dora2026Profile))
    .current.counts;
}

async function sumWeeks(
  dora: DoraStore,
  selection: DoraSelection,
  span: DaySpan,
) {
  const window = windowOf(span);
  return (await dora.sumWindow(calculation, selection, window, dora2026Profile))
    .current.weeks;
}

async function describeSpan(
  dora: DoraStore,
  selection: DoraSelection,
  span: DaySpan,
) {
  return (
    await dora.describe(calculation, selection, windowOf(span), {
      emptyDaysFrom: 'first_deployment',
    })
  ).current;
}

async function countByComponent(
  dora: DoraStore,
  selection: DoraSelection,
  span: DaySpan,
) {
  const { reporting } = await describeSpan(dora, selection, span);
  return [...reporting].sort(
    (a, b) => b.deployments - a.deployments || b.days - a.days,
  );
}

interface Stores {
  dora: DoraStore;
  delivery: DeliveryStore;
  add(component: FakeComponent, facts: DeliveryFacts): Promise<void>;
  /** From now on these are the facts of the component. */
  record(component: FakeComponent, facts: DeliveryFacts): Promise<void>;
}

async function write(
  delivery: DeliveryStore,
  name: string,
  entityRef: string,
  compute: (facts: DeliveryFacts) => DeliveryResult,
  now = recordedAt,
): Promise<void> {
  await delivery.writeDelivery(entityRef, [{ calculation: name, compute }], {
    now,
  });
}

function deployment(
  subject: string,
  finishedAt: string,
  overrides: Partial<DeploymentFact> = {},
): DeploymentFact {
  return deploymentFact(subject, Date.parse(finishedAt), overrides);
}

function change(commitSha: string, firstCommitAt: string): ChangeFact {
  return changeFact(commitSha, Date.parse(firstCommitAt));
}

const checkout: FakeComponent = {
  ref: 'component:default/checkout',
  name: 'checkout',
  title: 'Checkout',
  tier: '1',
  ownerRef: 'group:default/shop',
  scopes: [
    { ref: 'component:default/checkout', fromDay: '0000-01-01' },
    { ref: 'group:default/shop', fromDay: '2026-03-15' },
    {
      ref: 'group:default/legacy',
      fromDay: '0000-01-01',
      toDay: '2026-03-15',
    },
    { ref: 'org', fromDay: '0000-01-01' },
  ],
};
const checkoutFacts: DeliveryFacts = {
  ...noFacts,
  deployments: [
    deployment('d1', '2026-03-02T12:00:00Z', { carries: ['a1', 'a2'] }),
    deployment('d2', '2026-03-20T12:00:00Z', { carries: ['a3', 'a4'] }),
    deployment('d3', '2026-03-21T12:00:00Z', { result: 'failure' }),
  ],
  changes: [
    change('a1', '2026-03-02T11:00:00Z'),
    change('a2', '2026-03-02T10:00:00Z'),
    change('a3', '2026-03-20T09:00:00Z'),
  ],
  latestRecordedAt: recordedAt,
};
const search: FakeComponent = {
  ref: 'component:default/search',
  name: 'search',
  ownerRef: 'group:default/shop',
  scopes: [
    { ref: 'component:default/search', fromDay: '0000-01-01' },
    { ref: 'group:default/shop', fromDay: '0000-01-01' },
    { ref: 'group:default/retail', fromDay: '0000-01-01' },
    { ref: 'org', fromDay: '0000-01-01' },
  ],
};
const searchFacts: DeliveryFacts = {
  ...noFacts,
  deployments: [
    deployment('d1', '2026-03-25T12:00:00Z', { carries: ['b1'] }),
    deployment('s1', '2026-03-26T12:00:00Z', {
      environment: 'qa',
      environmentTier: 'testing',
    }),
  ],
  changes: [change('b1', '2026-03-21T12:00:00Z')],
  latestRecordedAt: recordedAt,
};
const silent: FakeComponent = {
  ref: 'component:default/silent',
  name: 'silent',
  ownerRef: 'group:default/shop',
  scopes: [
    { ref: 'group:default/shop', fromDay: '0000-01-01' },
    { ref: 'org', fromDay: '0000-01-01' },
  ],
};

eachStore<Stores>(
  {
    name: 'DoraStore',
    fake: () => {
      const store = new FakeDoraStore();
      return {
        dora: store,
        delivery: store,
        add: async (component, facts) => store.addComponent(component, facts),
        record: async (component, facts) =>
          store.addComponent(component, facts),
      };
    },
    database: knex => ({
      dora: new DatabaseDoraStore(knex),
      delivery: new DatabaseDeliveryStore(knex),
      add: (component, facts) => insertComponent(knex, component, facts),
      async record(component, facts) {
        for (const table of ['deployments', 'deployment_changes', 'changes']) {
          await knex(table).where({ entity_ref: component.ref }).delete();
        }
        await insertFacts(knex, component.ref, facts);
      },
    }),
  },
  createStore => {
    function compute(facts: DeliveryFacts): DeliveryResult {
      const delivery = computeDelivery(facts, dora2026Profile, 'UTC');
      return { delivery, days: countDeliveryDays(delivery) };
    }

    async function calculate({ delivery }: Stores, ...refs: string[]) {
      for (const entityRef of refs) {
        await write(delivery, calculation, entityRef, compute);
      }
    }

    async function createFilled(): Promise<Stores> {
      const stores = await createStore();
      await stores.add(checkout, checkoutFacts);
      await stores.add(search, searchFacts);
      await stores.add(silent, noFacts);
      await calculate(stores, checkout.ref, search.ref);
      return stores;
    }

    const select = (
      scopeRef: string,
      overrides: Partial<DoraSelection> = {},
    ): DoraSelection => ({
      scopeRef,
      ownership: 'now',
      visibility: { type: 'all' },
      ...overrides,
    });
    const org = select('org');
    const shop = select('group:default/shop');

    it('computes from the facts that were recorded', async () => {
      const { delivery } = await createFilled();
      const readFacts = async (entityRef: string) => {
        const read: DeliveryFacts[] = [];
        const keep = (facts: DeliveryFacts) => {
          read.push(facts);
          return compute(facts);
        };
        await write(delivery, calculation, entityRef, keep);
        expect(read).toHaveLength(1);
        return read[0];
      };
      const facts = await readFacts(checkout.ref);
      expect(facts.deployments.map(row => row.subject).sort()).toEqual([
        'd1',
        'd2',
        'd3',
      ]);
      expect(
        facts.deployments.find(row => row.subject === 'd1')?.carries,
      ).toEqual(['a1', 'a2']);
      expect(facts.changes.map(row => row.firstCommitAt).sort()).toEqual(
        checkoutFacts.changes.map(row => row.firstCommitAt).sort(),
      );
      expect(facts.latestRecordedAt).toBe(recordedAt);
      expect(await readFacts('component:default/none')).toEqual(noFacts);
    });

    it('sums a span over a scope', async () => {
      const { dora } = await createFilled();
      const counts = await sumSpan(dora, shop, march);
      expect(counts.get('deployments')).toEqual(new Map([[0, 3]]));
      expect(counts.get('excluded_deployment:not_successful')).toEqual(
        new Map([[0, 1]]),
      );
      expect(counts.get('excluded_deployment:not_production')).toEqual(
        new Map([[0, 1]]),
      );
      expect(counts.get('excluded_change:unknown_change')).toEqual(
        new Map([[0, 1]]),
      );
      expect(
        [...counts.get('lead_time')!.values()].reduce((a, b) => a + b, 0),
      ).toBe(4);
      expect(
        await sumSpan(dora, shop, {
          from: '2026-04-01',
          to: '2026-04-30',
        }),
      ).toEqual(new Map());
    });

    it('counts as owned now or as owned then', async () => {
      const { dora } = await createFilled();
      const deploymentsOf = async (
        scopeRef: string,
        ownership: 'now' | 'then',
      ) =>
        (await sumSpan(dora, select(scopeRef, { ownership }), march))
          .get('deployments')
          ?.get(0);
      expect(await deploymentsOf('group:default/shop', 'now')).toBe(3);
      expect(await deploymentsOf('group:default/shop', 'then')).toBe(2);
      expect(await deploymentsOf('group:default/legacy', 'now')).toBe(
        undefined,
      );
      expect(await deploymentsOf('group:default/legacy', 'then')).toBe(1);
    });

    it('sums weeks', async () => {
      const { dora } = await createFilled();
      const weeks = await sumWeeks(dora, shop, march);
      expect([...weeks.keys()].sort()).toEqual([
        '2026-03-02',
        '2026-03-16',
        '2026-03-23',
      ]);
      expect(weeks.get('2026-03-02')?.get('deployments')?.get(0)).toBe(1);
    });

    it('describes what the scope holds', async () => {
      const { dora } = await createFilled();
      expect(await describeSpan(dora, shop, march)).toEqual({
        components: 3,
        firstDeploymentDay: '2026-03-02',
        firstIncidentDay: null,
        latestRecordedAt: recordedAt,
        reporting: expect.any(Array),
      });
      expect(
        await describeSpan(dora, select('group:default/none'), march),
      ).toEqual({
        components: 0,
        firstDeploymentDay: null,
        firstIncidentDay: null,
        latestRecordedAt: null,
        reporting: [],
      });
    });

    it('counts by component that reports, zero included', async () => {
      const { dora } = await createFilled();
      expect(await countByComponent(dora, org, march)).toEqual([
        { components: 1, deployments: 2, days: 30 },
        { components: 1, deployments: 1, days: 7 },
      ]);
      const week = { from: '2026-03-23', to: '2026-03-29' };
      expect(await countByComponent(dora, org, week)).toEqual([
        { components: 1, deployments: 1, days: 5 },
        { components: 1, deployments: 0, days: 7 },
      ]);
      const february = { from: '2026-02-01', to: '2026-02-28' };
      expect(await countByComponent(dora, org, february)).toEqual([]);
    });

    it('counts the days of a component only while it belonged to the scope then', async () => {
      const { dora } = await createFilled();
      const daysIn = async (scopeRef: string) =>
        (
          await countByComponent(
            dora,
            select(scopeRef, { ownership: 'then' }),
            march,
          )
        ).map(({ entityRef, deployments, days }) => [
          entityRef,
          deployments,
          days,
        ]);
      expect(await daysIn('group:default/shop')).toEqual([
        [checkout.ref, 1, 17],
        [search.ref, 1, 7],
      ]);
      expect(await daysIn('group:default/legacy')).toEqual([
        [checkout.ref, 1, 13],
      ]);
    });

    it('lists lead times of a range in order', async () => {
      const { dora } = await createFilled();
      const range = { from: 0, to: 1e12, offset: 0, limit: 10 };
      expect(
        await dora.listDurations(calculation, 'lead_time', org, march, range),
      ).toEqual([3_600, 7_200, 10_800, 345_600]);
      expect(
        await dora.listDurations(calculation, 'lead_time', org, march, {
          from: 3_601,
          to: 345_600,
          offset: 1,
          limit: 5,
        }),
      ).toEqual([10_800]);
    });

    it('lists the lead times of a window and of the one before it in one read', async () => {
      const { dora } = await createFilled();
      const list = (selection: DoraSelection, limit: number) =>
        dora.listWindowDurations(
          calculation,
          'lead_time',
          selection,
          windowOf({ from: '2026-03-16', to: '2026-03-31' }),
          { limit },
        );
      expect(await list(org, 10)).toEqual({
        current: [
          { seconds: 10_800, day: '2026-03-20' },
          { seconds: 345_600, day: '2026-03-25' },
        ],
        previous: [
          { seconds: 3_600, day: '2026-03-02' },
          { seconds: 7_200, day: '2026-03-02' },
        ],
      });
      const hidden = select('org', {
        visibility: { type: 'refs', refs: new Set([search.ref]) },
      });
      expect(await list(hidden, 10)).toEqual({
        current: [{ seconds: 345_600, day: '2026-03-25' }],
        previous: [],
      });
    });

    it('lists members in order, page by page, unknown values last', async () => {
      const { dora } = await createFilled();
      const page = async (descending: boolean) => {
        const first = await dora.listMembers(calculation, org, march, {
          order: 'deployments',
          descending,
          limit: 2,
        });
        const last = first.items[1];
        const second = await dora.listMembers(calculation, org, march, {
          order: 'deployments',
          descending,
          limit: 2,
          after: { value: last.deployments, entityRef: last.entityRef },
        });
        expect(first.total).toBe(3);
        return [...first.items, ...second.items].map(row => [
          row.name,
          row.deployments,
        ]);
      };
      expect(await page(true)).toEqual([
        ['checkout', 2],
        ['search', 1],
        ['silent', null],
      ]);
      expect(await page(false)).toEqual([
        ['search', 1],
        ['checkout', 2],
        ['silent', null],
      ]);
    });

    it('orders members by median lead time and by name', async () => {
      const { dora } = await createFilled();
      const names = async (order: 'leadTime' | 'name' | 'lastDeployment') =>
        (
          await dora.listMembers(calculation, org, march, {
            order,
            descending: true,
            limit: 10,
          })
        ).items.map(row => row.name);
      expect(await names('leadTime')).toEqual(['search', 'checkout', 'silent']);
      expect(await names('name')).toEqual(['silent', 'search', 'checkout']);
      expect(await names('lastDeployment')).toEqual([
        'search',
        'checkout',
        'silent',
      ]);
    });

    it('filters members by what they are and by state', async () => {
      const { dora } = await createFilled();
      const names = async (
        filter: DoraSelection['filter'],
        deployments?: { minimum?: number; maximum?: number; known: boolean },
      ) =>
        (
          await dora.listMembers(calculation, { ...org, filter }, march, {
            order: 'name',
            descending: false,
            limit: 10,
            deployments,
          })
        ).items.map(row => row.name);
      expect(await names({ tier: '1' })).toEqual(['checkout']);
      expect(
        await names({ entityRefs: [search.ref, 'component:default/gone'] }),
      ).toEqual(['search']);
      expect(await names({ entityRefs: [] })).toEqual([]);
      expect(await names({ text: 'CHECK' })).toEqual(['checkout']);
      expect(await names({ text: '%' })).toEqual([]);
      expect(await names({ ownerRefs: ['group:default/shop'] })).toEqual([
        'checkout',
        'search',
        'silent',
      ]);
      expect(
        await names({ ownerRefs: ['group:default/legacy'], descendants: true }),
      ).toEqual([]);
      expect(await names({}, { known: false })).toEqual(['silent']);
      expect(await names({}, { known: true, minimum: 2 })).toEqual([
        'checkout',
      ]);
      expect(await names({}, { known: true, maximum: 1 })).toEqual(['search']);
    });

    it('counts members by bin and week', async () => {
      const { dora } = await createFilled();
      const counts = await dora.countMembers(
        calculation,
        org,
        windowOf(march),
        [search.ref, silent.ref],
      );
      expect(counts.get(search.ref)?.weeks).toEqual(
        new Map([['2026-03-23', 1]]),
      );
      expect([...counts.get(search.ref)!.leadTime.values()]).toEqual([1]);
      expect(counts.get(silent.ref)).toEqual({
        leadTime: new Map(),
        previousLeadTime: new Map(),
        recovery: new Map(),
        middles: {
          leadTime: new Map(),
          previousLeadTime: new Map(),
          recovery: new Map(),
        },
        weeks: new Map(),
        counts: new Map(),
      });
    });

    it('lists deployments newest first, with their changes, page by page', async () => {
      const { dora } = await createFilled();
      const first = await dora.listDeployments(calculation, org, march, {
        limit: 3,
      });
      expect(first.total).toBe(5);
      const last = first.items[2];
      const second = await dora.listDeployments(calculation, org, march, {
        limit: 3,
        after: last,
      });
      expect(
        [...first.items, ...second.items].map(row => [
          row.entityRef,
          row.subject,
          row.exclusion,
        ]),
      ).toEqual([
        [search.ref, 's1', 'not_production'],
        [search.ref, 'd1', null],
        [checkout.ref, 'd3', 'not_successful'],
        [checkout.ref, 'd2', null],
        [checkout.ref, 'd1', null],
      ]);
      expect(second.items[0].changes).toMatchObject([
        { key: 'a3', leadTime: 10_800, exclusion: null },
        { key: 'a4', leadTime: null, exclusion: 'unknown_change' },
      ]);
    });

    it('lists the deployments behind an exclusion', async () => {
      const { dora } = await createFilled();
      const subjects = async (exclusion: string) =>
        (
          await dora.listDeployments(calculation, org, march, {
            exclusion,
            limit: 10,
          })
        ).items.map(row => row.subject);
      expect(await subjects('unknown_change')).toEqual(['d2']);
      expect(await subjects('not_successful')).toEqual(['d3']);
      expect(await subjects('withdrawn')).toEqual([]);
    });

    it('writes a result in place of the former one', async () => {
      const stores = await createFilled();
      const before = await sumSpan(stores.dora, org, march);
      await calculate(stores, checkout.ref, checkout.ref);
      expect(await sumSpan(stores.dora, org, march)).toEqual(before);
    });

    it('follows a correction in every row that it touches', async () => {
      const stores = await createFilled();
      await stores.record(checkout, {
        ...checkoutFacts,
        deployments: checkoutFacts.deployments.map(fact =>
          fact.subject === 'd2' ? { ...fact, withdrawn: true } : fact,
        ),
        latestRecordedAt: recordedAt + 1,
      });
      await calculate(stores, checkout.ref);
      const counts = await sumSpan(stores.dora, select(checkout.ref), march);
      expect(counts.get('deployments')?.get(0)).toBe(1);
      expect(counts.get('excluded_deployment:withdrawn')?.get(0)).toBe(1);
      expect(counts.get('excluded_change:unknown_change')).toBe(undefined);
      expect(
        await stores.dora.listDurations(
          calculation,
          'lead_time',
          select(checkout.ref),
          march,
          { from: 0, to: 1e12, offset: 0, limit: 10 },
        ),
      ).toEqual([3_600, 7_200]);
    });

    it('lets go of a deployment that another component has now, though nothing newer came', async () => {
      const stores = await createStore();
      const older = {
        ...noFacts,
        deployments: [deployment('d1', '2026-03-02T12:00:00Z')],
        latestRecordedAt: recordedAt - 1,
      };
      const moving = deployment('d2', '2026-03-20T12:00:00Z');
      await stores.add(checkout, {
        ...older,
        deployments: [...older.deployments, moving],
        latestRecordedAt: recordedAt,
      });
      await stores.add(search, noFacts);
      await calculate(stores, checkout.ref);

      await stores.record(checkout, older);
      await stores.record(search, {
        ...noFacts,
        deployments: [moving],
        latestRecordedAt: recordedAt + 1,
      });
      await calculate(stores, checkout.ref, search.ref);

      const { dora } = stores;
      const { items } = await dora.listDeployments(calculation, org, march, {
        limit: 9,
      });
      expect(items.map(row => [row.entityRef, row.subject])).toEqual([
        [search.ref, 'd2'],
        [checkout.ref, 'd1'],
      ]);
      for (const { ref } of [checkout, search]) {
        const counts = await sumSpan(dora, select(ref), march);
        expect(counts.get('deployments')?.get(0)).toBe(1);
      }

      // And of the last one, after which nothing is recorded at all.
      await stores.record(search, noFacts);
      await calculate(stores, search.ref);
      expect(await sumSpan(dora, select(search.ref), march)).toEqual(new Map());
    });

    it('takes the history of a busy component', async () => {
      const stores = await createStore();
      const count = 1_500;
      const { delivery: store, dora } = stores;
      const history = {
        deployments: Array.from({ length: count }, (_, index) =>
          deployment(`d${index}`, '2026-03-10T12:00:00Z', {
            carries: [`c${index}`],
          }),
        ),
        changes: Array.from({ length: count }, (_, index) =>
          change(`c${index}`, '2026-03-09T12:00:00Z'),
        ),
      };
      await stores.add(search, noFacts);
      await write(store, calculation, search.ref, () =>
        compute({ ...noFacts, ...history, latestRecordedAt: recordedAt }),
      );
      const counts = await sumSpan(dora, org, march);
      expect(counts.get('deployments')?.get(0)).toBe(count);
      expect([...counts.get('lead_time')!.values()]).toEqual([count]);
    });

    it('forgets the days before one, and tells the same of the others', async () => {
      const stores = await createFilled();
      const { dora, delivery } = stores;
      const history = {
        deployments: Array.from({ length: 90 }, (_, index) =>
          deployment(
            `h${index}`,
            new Date(Date.UTC(2026, 0, 1 + index, 12)).toISOString(),
            { carries: [`h${index}`] },
          ),
        ),
        changes: Array.from({ length: 90 }, (_, index) =>
          change(
            `h${index}`,
            new Date(Date.UTC(2026, 0, index, index % 24)).toISOString(),
          ),
        ),
      };
      const result = compute({
        ...noFacts,
        ...history,
        latestRecordedAt: recordedAt,
      });
      const keep = (keptSince?: string) =>
        write(delivery, calculation, search.ref, () => ({
          ...result,
          keptSince,
        }));
      const only = select(search.ref);
      const tell = async (span: DaySpan) => ({
        reporting: await countByComponent(dora, only, span),
        counts: await sumSpan(dora, only, span),
        leadTimes: await dora.listDurations(
          calculation,
          'lead_time',
          only,
          span,
          {
            from: 0,
            to: Number.MAX_SAFE_INTEGER,
            offset: 0,
            limit: 999,
          },
        ),
        last: (
          await dora.listMembers(calculation, only, span, {
            order: 'name',
            descending: false,
            limit: 9,
          })
        ).items.map(({ lastDeploymentAt }) => lastDeploymentAt),
      });
      const before = { day: '2026-03-01', after: '', limit: 9 };
      await keep();
      const whole = await tell(march);
      expect(whole.reporting).toMatchObject([{ deployments: 31, days: 31 }]);
      expect(await delivery.listWithDaysBefore([calculation], before)).toEqual([
        { entityRef: search.ref, rows: expect.any(Number) },
      ]);
      expect(
        await delivery.listWithDaysBefore([calculation], {
          ...before,
          after: search.ref,
        }),
      ).toEqual([]);

      await keep('2026-03-01');

      expect(await tell(march)).toEqual(whole);
      expect(await delivery.listWithDaysBefore([calculation], before)).toEqual(
        [],
      );
      // What is forgotten is not known, and never zero.
      const february = { from: '2026-02-01', to: '2026-02-28' };
      expect(await countByComponent(dora, only, february)).toEqual([]);
      const across = { from: '2026-02-20', to: '2026-03-09' };
      expect(await countByComponent(dora, only, across)).toMatchObject([
        { deployments: 9, days: 9 },
      ]);

      // A component that last deployed before it is known to do so still.
      await keep('2026-05-01');
      const may = { from: '2026-05-01', to: '2026-05-10' };
      expect(await tell(may)).toMatchObject({
        reporting: [{ deployments: 0, days: 10 }],
        last: [Date.UTC(2026, 2, 31, 12)],
      });
    });

    it('knows what another definition has not calculated', async () => {
      const { delivery } = await createFilled();
      expect(await delivery.listUncalculated([calculation])).toEqual([]);
      expect(await delivery.listUncalculated(['other/1/UTC'])).toEqual([
        checkout.ref,
        search.ref,
      ]);
    });

    it('knows what a replica of another version calculated later', async () => {
      const stores = await createFilled();
      const { delivery } = stores;
      await write(delivery, 'other/1/UTC', search.ref, compute, recordedAt + 1);
      expect(await delivery.listUncalculated([calculation])).toEqual([
        search.ref,
      ]);

      // Also of a component whose last record is another's now.
      await stores.record(checkout, noFacts);
      await write(
        delivery,
        'other/1/UTC',
        checkout.ref,
        compute,
        recordedAt + 1,
      );
      expect(await delivery.listUncalculated([calculation])).toEqual([
        checkout.ref,
        search.ref,
      ]);
      expect(await delivery.listUncalculated(['other/1/UTC'])).toEqual([]);
    });

    it('forgets a definition once no replica has used it for a while', async () => {
      const { dora, delivery } = await createFilled();
      const count = async () => (await sumSpan(dora, org, march)).size;
      await delivery.dropOtherCalculations(['other/1/UTC'], recordedAt);
      expect(await count()).toBeGreaterThan(0);
      await delivery.dropOtherCalculations([calculation], recordedAt + 1);
      expect(await count()).toBeGreaterThan(0);
      await delivery.dropOtherCalculations(['other/1/UTC'], recordedAt + 1);
      expect(await count()).toBe(0);
    });

    const onlySearch: [string, Visibility][] = [
      ['by refs', { type: 'refs', refs: new Set([search.ref, silent.ref]) }],
      [
        'by condition',
        {
          type: 'condition',
          condition: { not: { key: 'metadata.name', values: ['checkout'] } },
        },
      ],
    ];
    it.each(onlySearch)(
      'shows nothing of a hidden component in any read, %s',
      async (_name, visibility) => {
        const { dora } = await createFilled();
        const hidden = select('org', { visibility });
        const counts = await sumSpan(dora, hidden, march);
        expect(counts.get('deployments')?.get(0)).toBe(1);
        expect((await describeSpan(dora, hidden, march)).components).toBe(2);
        expect(await countByComponent(dora, hidden, march)).toMatchObject([
          { components: 1, deployments: 1 },
        ]);
        expect(
          await dora.listDurations(calculation, 'lead_time', hidden, march, {
            from: 0,
            to: 1e12,
            offset: 0,
            limit: 10,
          }),
        ).toEqual([345_600]);
        expect(
          (await dora.listDeployments(calculation, hidden, march, { limit: 9 }))
            .total,
        ).toBe(2);
        expect(
          (
            await dora.listMembers(calculation, hidden, march, {
              order: 'name',
              descending: false,
              limit: 10,
            })
          ).items.map(row => row.name),
        ).toEqual(['search', 'silent']);
        expect(
          (
            await dora.countMembers(calculation, hidden, march, [checkout.ref])
          ).get(checkout.ref)?.weeks ?? new Map(),
        ).toEqual(new Map());
        expect(await dora.includesAny(hidden, march, [checkout.ref])).toBe(
          false,
        );
        expect([...(await sumWeeks(dora, hidden, march)).keys()]).toEqual([
          '2026-03-23',
        ]);
      },
    );

    it('tells what is below a group only to who may see the group', async () => {
      const { dora } = await createFilled();
      const ownedBy = async (owner: string, visibility: Visibility) =>
        (
          await dora.listMembers(
            calculation,
            select('org', {
              visibility,
              filter: { ownerRefs: [owner], descendants: true },
            }),
            march,
            { order: 'name', descending: false, limit: 10 },
          )
        ).items.map(row => row.name);
      const components = [checkout.ref, search.ref, silent.ref];
      const hidesGroups: Visibility[] = [
        { type: 'refs', refs: new Set(components) },
        {
          type: 'condition',
          condition: { key: 'kind', values: ['component'] },
        },
      ];
      const all = { type: 'all' } as const;
      expect(await ownedBy('group:default/retail', all)).toEqual(['search']);
      for (const visibility of hidesGroups) {
        expect(await ownedBy('group:default/retail', visibility)).toEqual([]);
        // Its owner is what a component says of itself.
        expect(await ownedBy('group:default/shop', visibility)).toEqual([
          'checkout',
          'search',
          'silent',
        ]);
      }
    });

    it('shows nothing at all to somebody who sees nothing', async () => {
      const { dora } = await createFilled();
      const nobody = select('org', { visibility: { type: 'none' } });
      expect(await sumSpan(dora, nobody, march)).toEqual(new Map());
      expect((await describeSpan(dora, nobody, march)).components).toBe(0);
    });
  },
);
