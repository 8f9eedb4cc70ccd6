import {
  computeFlowItem,
  computePredictability,
  computeWip,
  countFlowDays,
  flow2026Definition,
  resolvePeriod,
  type WorkItemFact,
  WorkingCalendar,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ComponentSelection } from '../catalog/ComponentSelection';
import type { Visibility } from '../catalog/Visibility';
import { eachStore } from '../testing/eachStore';
import { DatabaseFlowCalculationStore } from './DatabaseFlowCalculationStore';
import { DatabaseFlowStore } from './DatabaseFlowStore';
import type { FakeComponent } from './FakeComponents';
import { FakeFlowStore } from './FakeFlowStore';
import type { FlowCalculationStore, FlowFacts } from './FlowCalculationStore';
import { computeFlow } from './FlowResult';
import type {
  FlowMemberOrder,
  FlowStore,
  ItemPosition,
  ItemState,
} from './FlowStore';
import { insertComponent } from './testing/insertComponent';
import { randomFacts } from './testing/randomFacts';

const calculation = 'flow-2026/1/UTC/1';
const now = Date.parse('2026-05-01T12:00:00Z');
const recordedAt = Date.parse('2026-05-01T00:00:00Z');
const april = { from: '2026-04-01', to: '2026-04-30' };
const window = { ...april, previous: { from: '2026-03-02', to: '2026-03-31' } };
const moment = {
  day: '2026-04-30',
  at: Date.parse('2026-04-30T23:59:59.999Z'),
};
const rules = { definition: flow2026Definition, zone: 'UTC', iterations: [] };

const component = (
  name: string,
  scopes: [ref: string, fromDay?: string, toDay?: string][],
  overrides: Partial<FakeComponent> = {},
): FakeComponent => ({
  ref: `component:default/${name}`,
  name,
  scopes: [
    ...scopes,
    [`component:default/${name}`] as [string],
    ['org'] as [string],
  ].map(([ref, fromDay = '0000-01-01', toDay]) => ({ ref, fromDay, toDay })),
  ...overrides,
});

const shop = 'group:default/shop';
const checkout = component('checkout', [[shop]], {
  title: 'Checkout',
  tier: '1',
  ownerRef: shop,
});
const moved = component(
  'moved',
  [
    [shop, '2026-04-12'],
    ['group:default/legacy', '0000-01-01', '2026-04-12'],
  ],
  { ownerRef: shop },
);
const left = component('left', [
  [shop, '2026-03-20', '2026-04-20'],
  ['group:default/legacy', '2026-04-20'],
]);
const silent = component('silent', [[shop]]);
const everyComponent = [checkout, moved, left, silent];

const factsOf = new Map([
  [checkout.ref, randomFacts(1, { recordedAt })],
  [moved.ref, randomFacts(2, { recordedAt })],
  [left.ref, randomFacts(3, { recordedAt })],
]);

// Each test reads many selections, on a machine that may be busy.
jest.setTimeout(60_000);

interface Stores {
  flow: FlowStore;
  calculations: FlowCalculationStore;
  add(one: FakeComponent, facts?: FlowFacts): Promise<void>;
}

function createFake(): Stores {
  const store = new FakeFlowStore();
  return {
    flow: store,
    calculations: store,
    add: async (one, facts) => store.addComponent(one, facts),
  };
}

async function fill(
  stores: Stores,
  workingTime?: WorkingCalendar,
): Promise<Stores> {
  for (const one of everyComponent) {
    const facts = factsOf.get(one.ref);
    await stores.add(one, facts);
    if (facts) {
      await stores.calculations.writeFlow(
        calculation,
        one.ref,
        given => computeFlow(given, { ...rules, workingTime }, { now }),
        { now },
      );
    }
  }
  return stores;
}

const selections: [name: string, ComponentSelection][] = [];
const sees: Record<string, Visibility> = {
  everything: { type: 'all' },
  some: { type: 'refs', refs: new Set([checkout.ref, moved.ref]) },
  'what a condition lets through': {
    type: 'condition',
    condition: { not: { key: 'metadata.name', values: ['checkout'] } },
  },
  nothing: { type: 'none' },
};
for (const [seen, visibility] of Object.entries(sees)) {
  for (const ownership of ['now', 'then'] as const) {
    for (const scopeRef of [shop, 'group:default/legacy', moved.ref]) {
      selections.push([
        `${scopeRef} as owned ${ownership}, seeing ${seen}`,
        { scopeRef, ownership, visibility },
      ]);
    }
  }
}
selections.push([
  'the organisation by a filter',
  {
    scopeRef: 'org',
    ownership: 'now',
    visibility: { type: 'all' },
    filter: { ownerRefs: [shop], descendants: true, tier: '1' },
  },
]);

/** Durations in the order of their length, and rows of one key in the order of their text. */
const sorted = <T>(values: T[]): T[] =>
  [...values].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** Everything that the reads say of a selection. */
async function readAll(flow: FlowStore, selection: ComponentSelection) {
  const durations = await flow.listDurations(
    calculation,
    selection,
    april,
    1_000,
  );
  const states = await flow.readStates(calculation, selection, april);
  const standing = new Map<string, number>();
  for (const { day, metric, count } of states) {
    const key = `${day < april.from ? 'before' : day} ${metric}`;
    standing.set(key, (standing.get(key) ?? 0) + count);
  }
  return {
    described: await flow.describe(calculation, selection, april),
    window: await flow.sumWindow(calculation, selection, window),
    cycleTimes: await flow.sumMetric(
      calculation,
      selection,
      window.previous,
      'cycle_time',
    ),
    completed: await flow.countCompletedByDay(calculation, selection, april),
    states: sorted([...standing].filter(([, count]) => count !== 0)),
    durations: {
      cycle: sorted(durations.cycle),
      flow: sorted(durations.flow),
      blocked: sorted(durations.blocked),
    },
    ages: await flow.describeAges(calculation, selection, moment, 864_000),
    periods: await flow.sumPeriods(calculation, selection, april),
    pipelines: sorted(
      await flow.listPipelines(calculation, selection, april, 50),
    ),
    includes: await flow.includesAny(selection, april, [checkout.ref]),
  };
}

eachStore<Stores>(
  {
    name: 'FlowStore',
    fake: createFake,
    database: knex => ({
      flow: new DatabaseFlowStore(knex),
      calculations: new DatabaseFlowCalculationStore(knex),
      add: (one, facts) => insertComponent(knex, one, facts),
    }),
  },
  createStore => {
    it('answers what the items themselves tell, for every scope, time and caller', async () => {
      const [{ flow }, expected] = [
        await fill(await createStore()),
        await fill(createFake()),
      ];
      for (const [name, selection] of selections) {
        expect({ name, ...(await readAll(flow, selection)) }).toEqual({
          name,
          ...(await readAll(expected.flow, selection)),
        });
      }
    });

    it('tells durations and ages in working time as the items themselves do', async () => {
      const workingTime = new WorkingCalendar('UTC', {
        weekdays: ['monday', 'wednesday', 'thursday', 'saturday'],
        holidays: [{ from: '2026-04-02', to: '2026-04-06', name: 'Easter' }],
      });
      const [{ flow }, expected] = [
        await fill(await createStore(), workingTime),
        await fill(createFake(), workingTime),
      ];
      const { flow: allTime } = await fill(createFake());
      for (const [name, selection] of selections) {
        expect({ name, ...(await readAll(flow, selection)) }).toEqual({
          name,
          ...(await readAll(expected.flow, selection)),
        });
      }
      const selection: ComponentSelection = {
        scopeRef: 'org',
        ownership: 'now',
        visibility: { type: 'all' },
      };
      // A working day, and a day off, on which nothing grows older.
      for (const [day, expectation] of [
        ['2026-04-16', 0],
        ['2026-04-16', 3.5 * 86_400],
        ['2026-04-17', 3.5 * 86_400],
        ['2026-04-17', 400 * 86_400],
        ['2026-04-17', null],
      ] as const) {
        const at = Date.parse(`${day}T15:00:00.500Z`);
        const ages = (store: FlowStore, counted?: WorkingCalendar) =>
          store.describeAges(
            calculation,
            selection,
            { day, at, workingTime: counted },
            expectation,
          );
        const told = await ages(flow, workingTime);
        expect([day, expectation, told]).toEqual([
          day,
          expectation,
          await ages(expected.flow, workingTime),
        ]);
        const { oldest } = await ages(allTime);
        expect(told.oldest).toBeLessThan(oldest!);
      }
    });

    it('gives a scope the numbers of the union of its items', async () => {
      const { flow } = await fill(await createStore());
      const selection: ComponentSelection = {
        scopeRef: shop,
        ownership: 'now',
        visibility: { type: 'all' },
      };
      const items = [checkout, moved].flatMap(({ ref }) =>
        factsOf
          .get(ref)!
          .items.map(fact => computeFlowItem(fact, flow2026Definition)),
      );
      const days = countFlowDays(items, 'UTC');
      const { current } = await flow.sumWindow(calculation, selection, window);
      const metrics = new Set(
        days
          .filter(({ day }) => day >= april.from && day <= april.to)
          .map(({ metric }) => metric)
          .filter(metric => !metric.startsWith('state:')),
      );
      expect(metrics.size).toBeGreaterThan(20);
      for (const metric of metrics) {
        const bins = new Map<number, number>();
        for (const row of days) {
          if (
            row.metric === metric &&
            row.day >= april.from &&
            row.day <= april.to
          ) {
            bins.set(row.bin, (bins.get(row.bin) ?? 0) + row.count);
          }
        }
        expect([metric, current.get(metric)]).toEqual([metric, bins]);
      }
      const states = await flow.readStates(calculation, selection, april);
      const inProgress = states
        .filter(({ metric }) =>
          ['state:active', 'state:waiting', 'state:blocked'].includes(metric),
        )
        .reduce((sum, { count }) => sum + count, 0);
      expect(inProgress).toBe(computeWip(items, moment.at).items);
      expect(inProgress).toBeGreaterThan(5);
      const [outcome] = computePredictability(
        items,
        [resolvePeriod('2026-Q2')],
        'UTC',
        now,
      );
      const [period] = await flow.sumPeriods(calculation, selection, april);
      expect(period).toMatchObject({
        period: '2026-Q2',
        committed: outcome.committed,
        done: outcome.done,
        carriedOver: outcome.carriedOver,
      });
    });

    it.each<FlowMemberOrder>([
      'name',
      'cycleTime',
      'wip',
      'throughput',
      'oldest',
    ])('lists the members by %s, page by page', async order => {
      const [{ flow }, expected] = [
        await fill(await createStore()),
        await fill(createFake()),
      ];
      const selection: ComponentSelection = {
        scopeRef: 'org',
        ownership: 'now',
        visibility: { type: 'all' },
      };
      for (const descending of [false, true]) {
        const page = { order, descending, limit: 10 };
        const whole = await flow.listMembers(
          calculation,
          selection,
          april,
          moment,
          page,
        );
        expect(whole).toEqual(
          await expected.flow.listMembers(
            calculation,
            selection,
            april,
            moment,
            page,
          ),
        );
        expect(whole.total).toBe(4);
        const [first, second] = whole.items;
        const value = {
          name: first.sortName,
          cycleTime: first.cycleTimeBin,
          wip: first.wip,
          throughput: first.throughput,
          oldest: first.oldest,
        }[order];
        const next = await flow.listMembers(
          calculation,
          selection,
          april,
          moment,
          { ...page, limit: 1, after: { value, entityRef: first.entityRef } },
        );
        expect(next.items).toEqual([second]);
      }
    });

    it.each<ItemState | undefined>([
      undefined,
      'arrived',
      'in_progress',
      'completed',
      'cancelled',
      'reopened',
      'blocked',
    ])('lists the items that are %s, each once over all pages', async state => {
      const [{ flow }, expected] = [
        await fill(await createStore()),
        await fill(createFake()),
      ];
      for (const [, selection] of selections) {
        const page = { state, limit: 100 };
        const whole = await flow.listItems(
          calculation,
          selection,
          april,
          moment,
          page,
        );
        expect(whole).toEqual(
          await expected.flow.listItems(
            calculation,
            selection,
            april,
            moment,
            page,
          ),
        );
      }
      const [, selection] = selections[0];
      const { items } = await flow.listItems(
        calculation,
        selection,
        april,
        moment,
        { state, limit: 100 },
      );
      const passed = [];
      let after: Parameters<typeof flow.listItems>[4]['after'];
      for (let more = true; more; ) {
        const part: typeof items = (
          await flow.listItems(calculation, selection, april, moment, {
            state,
            limit: 7,
            after,
          })
        ).items;
        passed.push(...part);
        after = part.at(-1);
        more = part.length === 7;
      }
      expect(passed).toEqual(items);
    });

    it('orders items of the same instant by their characters, on every page', async () => {
      const stores = await createStore();
      const [fact] = randomFacts(1, { recordedAt, items: 1 }).items;
      const at = Date.parse('2026-04-02T09:00:00Z');
      await stores.add(checkout, {
        items: ['b', 'a-1', 'B', 'a1', 'A'].map(subject => ({
          ...fact,
          subject,
          createdAt: at,
          startedAt: at,
          completedAt: null,
          cancelledAt: null,
          stateChanges: [],
          withdrawn: false,
        })),
        runs: [],
        latestRecordedAt: recordedAt,
      });
      await stores.calculations.writeFlow(
        calculation,
        checkout.ref,
        given => computeFlow(given, rules, { now }),
        { now },
      );
      const listed: string[] = [];
      let after: ItemPosition | undefined;
      do {
        const { items } = await stores.flow.listItems(
          calculation,
          { scopeRef: shop, ownership: 'now', visibility: { type: 'all' } },
          april,
          moment,
          { limit: 2, after },
        );
        listed.push(...items.map(({ subject }) => subject));
        after = items.at(-1);
      } while (after);
      expect(listed).toEqual(['A', 'B', 'a-1', 'a1', 'b']);
    });

    it('lists items of a category and of a period', async () => {
      const { flow } = await fill(await createStore());
      const [, selection] = selections[0];
      const { items } = await flow.listItems(
        calculation,
        selection,
        april,
        moment,
        { category: 'feature', period: '2026-Q2', limit: 100 },
      );
      expect(items.length).toBeGreaterThan(3);
      expect(
        items.every(
          item =>
            item.category === 'feature' && item.committedPeriod === '2026-Q2',
        ),
      ).toBe(true);
      const none = await flow.listItems(calculation, selection, april, moment, {
        period: '2026-Q1',
        limit: 100,
      });
      expect(none).toEqual({ items: [], total: 0 });
    });

    it('keeps what stands where right without the days that are not kept', async () => {
      const { flow, calculations } = await fill(await createStore());
      const selection: ComponentSelection = {
        scopeRef: checkout.ref,
        ownership: 'now',
        visibility: { type: 'all' },
      };
      const before = await readAll(flow, selection);
      await calculations.writeFlow(
        calculation,
        checkout.ref,
        facts => computeFlow(facts, rules, { now, keptSince: '2026-04-01' }),
        { now },
      );
      const after = await readAll(flow, selection);
      const open = ({ states }: typeof before) =>
        states.filter(([key]) => !/done|cancelled/.test(key));
      expect(open(after)).toEqual(open(before));
      expect(after.ages).toEqual(before.ages);
      expect(after.window.current).toEqual(before.window.current);
      expect(after.window.previous).toEqual(new Map());
      expect(after.described.firstItemDay).toBe('2026-04-01');
      expect(
        await calculations.listWithDaysBefore(calculation, {
          day: '2026-04-01',
          after: '',
          limit: 10,
        }),
      ).toEqual([
        expect.objectContaining({ entityRef: left.ref }),
        expect.objectContaining({ entityRef: moved.ref }),
      ]);
    });

    it('lists the reopened items that the number counts', async () => {
      const { add, calculations, flow } = await createStore();
      const at = (day: number) => Date.UTC(2026, 3, day);
      const reopened: WorkItemFact = {
        source: 'tracker',
        subject: 'known',
        category: 'feature',
        severity: null,
        foundIn: null,
        createdAt: at(1),
        startedAt: null,
        completedAt: null,
        cancelledAt: null,
        stateChanges: [
          { at: at(3), state: 'active' },
          { at: at(4), state: 'done' },
          { at: at(5), state: 'active' },
          { at: at(6), state: 'done' },
        ],
        periodChanges: [],
        effortDays: null,
        withdrawn: false,
        objective: null,
      };
      await add(checkout, {
        items: [
          reopened,
          // What it did between its start and its first state nobody knows, so it is in neither.
          { ...reopened, subject: 'unknown', startedAt: at(2) },
        ],
        runs: [],
        latestRecordedAt: recordedAt,
      });
      await calculations.writeFlow(
        calculation,
        checkout.ref,
        facts => computeFlow(facts, rules, { now }),
        { now },
      );
      const selection: ComponentSelection = {
        scopeRef: shop,
        ownership: 'now',
        visibility: { type: 'all' },
      };
      const { current } = await flow.sumWindow(calculation, selection, window);
      expect(current.get('reopened')).toEqual(new Map([[0, 1]]));
      const page = { state: 'reopened' as const, limit: 10 };
      const { items, total } = await flow.listItems(
        calculation,
        selection,
        april,
        moment,
        page,
      );
      expect(total).toBe(1);
      expect(items.map(({ subject }) => subject)).toEqual(['known']);
    });

    it('cuts equal pipelines at the same place everywhere', async () => {
      const { add, calculations, flow } = await createStore();
      const names = ['alpha', null, 'Zeta', '_build', 'a-b', 'aB', 'é', 'ab'];
      for (const name of ['web', 'web-api', 'web2']) {
        const one = component(name, [[shop]]);
        await add(one, {
          items: [],
          runs: names.map((pipeline, index) => ({
            source: 'ci',
            subject: `run-${index}`,
            pipeline,
            queuedAt: null,
            startedAt: Date.parse('2026-04-10T12:00:00Z'),
            finishedAt: Date.parse('2026-04-10T12:05:00Z'),
            result: 'success',
            withdrawn: false,
          })),
          latestRecordedAt: recordedAt,
        });
        await calculations.writeFlow(
          calculation,
          one.ref,
          facts => computeFlow(facts, rules, { now }),
          { now },
        );
      }
      // By the characters of the name, a pipeline without one first.
      const ordered = ['web', 'web-api', 'web2'].flatMap(name =>
        [null, 'Zeta', '_build', 'a-b', 'aB', 'ab', 'alpha', 'é'].map(
          pipeline => [`component:default/${name}`, pipeline],
        ),
      );
      for (let limit = 1; limit <= ordered.length; limit += 1) {
        const pipelines = await flow.listPipelines(
          calculation,
          { scopeRef: shop, ownership: 'now', visibility: { type: 'all' } },
          april,
          limit,
        );
        expect(
          pipelines.map(({ entityRef, pipeline }) => [entityRef, pipeline]),
        ).toEqual(ordered.slice(0, limit));
        expect(new Set(pipelines.map(row => row.lastResult))).toEqual(
          new Set(['success']),
        );
      }
    });

    it('finds the scopes that complete enough', async () => {
      const { flow } = await fill(await createStore());
      const completed = new Map<string, number>();
      for (const scopeRef of [
        checkout.ref,
        left.ref,
        moved.ref,
        'group:default/legacy',
        shop,
        'org',
      ]) {
        const byDay = await flow.countCompletedByDay(
          calculation,
          { scopeRef, ownership: 'now', visibility: { type: 'all' } },
          april,
        );
        completed.set(
          scopeRef,
          [...byDay.values()].reduce((sum, count) => sum + count, 0),
        );
      }
      expect(new Set(completed.values()).size).toBeGreaterThan(2);
      for (const minimum of [0, ...completed.values(), 1_000]) {
        expect(
          (await flow.listBusyScopes(calculation, april, minimum)).map(
            ({ scopeRef }) => scopeRef,
          ),
        ).toEqual(
          [...completed]
            .filter(([, items]) => items >= minimum)
            .map(([scopeRef]) => scopeRef),
        );
      }
    });

    it('knows what is not calculated, and drops what nobody calculates any more', async () => {
      const { calculations, flow } = await fill(await createStore());
      expect(await calculations.listUncalculated(calculation)).toEqual([]);
      expect(await calculations.listUncalculated('other')).toEqual([
        checkout.ref,
        left.ref,
        moved.ref,
      ]);
      await calculations.writeFlow(
        'other',
        left.ref,
        facts => computeFlow(facts, rules, { now }),
        { now: now + 1 },
      );
      expect(await calculations.listUncalculated(calculation)).toEqual([
        left.ref,
      ]);
      await calculations.dropOtherCalculations('other', now + 1);
      expect(await flow.listBusyScopes(calculation, april, 0)).toEqual([]);
      expect(
        (await flow.listBusyScopes('other', april, 0)).map(
          ({ scopeRef }) => scopeRef,
        ),
      ).toEqual([left.ref, 'group:default/legacy', 'org']);
    });
  },
);
