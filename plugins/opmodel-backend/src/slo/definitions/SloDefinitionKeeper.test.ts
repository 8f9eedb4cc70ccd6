import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { OpenSloMode } from '@opmodel/openslo';
import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import { entityOf, scanEntities } from '../../testing/catalog';
import { FakeSloStore } from '../FakeSloStore';
import { SliSources } from '../measurement/SliSources';
import { DAY, HOUR, MINUTE, noon } from '../testing/slos';
import { SloDefinitionKeeper } from './SloDefinitionKeeper';

const ref = 'slo:default/checkout';

const toy = (query: string) => ({
  metricSource: { type: 'Toy', spec: { query } },
});

const openSlo = (
  entityRef: string,
  spec: object,
  annotations: Record<string, string> = {},
): Entity => {
  const kinds: Record<string, string> = {
    slo: 'SLO',
    sli: 'SLI',
    service: 'Service',
    datasource: 'DataSource',
    alertpolicy: 'AlertPolicy',
    alertcondition: 'AlertCondition',
  };
  const entity = entityOf(entityRef, {
    annotations: {
      'backstage.io/managed-by-location':
        'url:https://git.example.com/slos.yaml',
      ...annotations,
    },
    spec: spec as Entity['spec'],
  });
  return {
    ...entity,
    apiVersion: 'openslo/v1',
    kind: kinds[entityRef.split(':')[0]],
  };
};

const sli = (good = 'good', total = 'total') =>
  openSlo('sli:default/works', {
    ratioMetric: { counter: true, good: toy(good), total: toy(total) },
  });

const slo = (given: object = {}, annotations: Record<string, string> = {}) =>
  openSlo(
    ref,
    {
      service: 'checkout',
      indicatorRef: 'works',
      timeWindow: [{ duration: '30d', isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ displayName: 'Works', target: 0.999 }],
      ...given,
    },
    annotations,
  );

const checkout = entityOf('component:default/checkout');

describe('SloDefinitionKeeper', () => {
  let now = noon;
  let catalog: FakeCatalogStore;
  let store: FakeSloStore;
  let types = ['toy'];
  let mode: OpenSloMode;

  async function take(...entities: Entity[]): Promise<number> {
    await scanEntities(catalog, entities, { now });
    const keeper = new SloDefinitionKeeper({
      catalog,
      store: store.definitions,
      sources: new SliSources(
        types.map(type => ({ type, title: type, measure: async () => [] })),
      ),
      mode,
      backfillMs: 30 * DAY,
      logger: mockServices.logger.mock(),
      clock: () => now,
    });
    return keeper.keep();
  }
  const definition = async (of = ref) =>
    (await store.definitions.list([of]))[0]?.definition;
  const rules = async (of = ref) =>
    (await store.definitions.listProblems(of)).map(({ rule }) => rule);

  beforeEach(() => {
    now = noon;
    types = ['toy'];
    mode = 'lenient';
    catalog = new FakeCatalogStore();
    store = new FakeSloStore(catalog);
  });

  it('does nothing before the first scan, since nothing is known', async () => {
    const keeper = new SloDefinitionKeeper({
      catalog,
      store: store.definitions,
      sources: new SliSources([]),
      mode,
      backfillMs: 30 * DAY,
      logger: mockServices.logger.mock(),
      clock: () => now,
    });
    expect(await keeper.keep()).toBe(0);
  });

  it('makes a definition of a document and what it refers to, once', async () => {
    const annotations = { 'opmodel.io/review-on': '2027-03-01' };
    const policy = openSlo('alertpolicy:default/page', {
      alertWhenNoData: true,
      conditions: [{ conditionRef: 'fast' }],
      notificationTargets: [],
    });
    const condition = openSlo('alertcondition:default/fast', {
      severity: 'page',
      condition: {
        kind: 'burnrate',
        op: 'gte',
        threshold: 14,
        lookbackWindow: '1h',
        alertAfter: '5m',
      },
    });
    const document = slo({ alertPolicies: ['page'] }, annotations);
    const entities = [checkout, sli(), policy, condition, document];
    expect(await take(...entities)).toBe(1);
    expect(await definition()).toEqual({
      ref,
      title: 'checkout',
      description: null,
      entityRef: 'component:default/checkout',
      ownerRef: null,
      budgetingMethod: 'Occurrences',
      window: { type: 'rolling', duration: { count: 30, unit: 'd' } },
      objectives: [
        {
          index: 0,
          title: 'Works',
          target: 0.999,
          timeSliceTarget: null,
          timeSliceSeconds: null,
          comparison: null,
          indicator: {
            type: 'ratio',
            counter: true,
            good: {
              type: 'toy',
              dataSource: null,
              connection: {},
              spec: { query: 'good' },
            },
            total: {
              type: 'toy',
              dataSource: null,
              connection: {},
              spec: { query: 'total' },
            },
          },
          weight: 1,
        },
      ],
      composite: false,
      alertConditions: [
        {
          policy: 'page',
          severity: 'page',
          threshold: 14,
          operator: 'gte',
          lookbackSeconds: 3_600,
          alertAfterSeconds: 300,
          alertWhenNoData: true,
          alertWhenResolved: false,
        },
      ],
      reviewOn: '2027-03-01',
    });
    expect(await take(...entities)).toBe(0);
  });

  it.each<[string, Entity[], string | null, string | undefined]>([
    [
      'the annotation',
      [slo({}, { 'opmodel.io/measures': 'system:default/shop' })],
      'system:default/shop',
      undefined,
    ],
    [
      'the system of that name',
      [slo({ service: 'shop' })],
      'system:default/shop',
      undefined,
    ],
    [
      'what the Service document names',
      [
        slo({ service: 'money' }),
        openSlo(
          'service:default/money',
          {},
          { 'opmodel.io/measures': 'component:default/checkout' },
        ),
      ],
      'component:default/checkout',
      undefined,
    ],
    [
      'nothing, where the annotation leads nowhere',
      [slo({}, { 'opmodel.io/measures': 'component:default/gone' })],
      null,
      'entity-unknown',
    ],
    [
      'nothing, where nobody has the name',
      [slo({ service: 'gone' })],
      null,
      'entity-unknown',
    ],
    [
      'the component, where a system has the name too',
      [slo(), entityOf('system:default/checkout')],
      'component:default/checkout',
      'service-ambiguous',
    ],
  ])('measures %s', async (_, documents, entityRef, rule) => {
    await take(checkout, entityOf('system:default/shop'), sli(), ...documents);
    expect((await definition())?.entityRef).toBe(entityRef);
    const found = await rules();
    expect(found.filter(of => /^(entity|service)-/.test(of))).toEqual(
      rule ? [rule] : [],
    );
  });

  it.each<[string, object, string, boolean]>([
    [
      'a reference that leads nowhere',
      { indicatorRef: 'gone' },
      'reference-unknown',
      false,
    ],
    [
      'slices that are neither a minute nor made of five',
      {
        budgetingMethod: 'Timeslices',
        objectives: [
          { target: 0.9, timeSliceTarget: 0.9, timeSliceWindow: '7m' },
        ],
      },
      'slices-not-measurable',
      false,
    ],
    [
      'a zone that is none',
      {
        timeWindow: [
          {
            duration: '1M',
            isRolling: false,
            calendar: {
              startTime: '2026-01-01 00:00:00',
              timeZone: 'Mars/Base',
            },
          },
        ],
      },
      'window-not-computable',
      true,
    ],
    [
      'no objective that has a target',
      { objectives: [{ displayName: 'x' }] },
      'slo-unusable',
      false,
    ],
  ])('says what is wrong: %s', async (_, given, rule, isMeasured) => {
    await take(checkout, sli(), slo(given));
    expect(await rules()).toContain(rule);
    const [{ source }] = await store.definitions.listProblems(ref);
    expect(source).toBe('https://git.example.com/slos.yaml');
    const [{ sourceType }] = await store.definitions.list([ref]);
    expect(sourceType).toBe(isMeasured ? 'toy' : null);
  });

  it.each([
    ['2m', '5m'],
    ['7m', '10m'],
    ['100m', '2h'],
    ['2d', '1d'],
  ])('names the slice to write in place of %s', async (written, remedy) => {
    await take(
      checkout,
      sli(),
      slo({
        budgetingMethod: 'Timeslices',
        objectives: [
          { target: 0.9, timeSliceTarget: 0.9, timeSliceWindow: written },
        ],
      }),
    );
    const problems = await store.definitions.listProblems(ref);
    expect(
      problems.find(({ rule }) => rule === 'slices-not-measurable'),
    ).toMatchObject({
      path: 'spec.objectives[0].timeSliceWindow',
      value: written,
      message: expect.stringContaining(`timeSliceWindow: ${remedy}`),
    });
  });

  it('is as strict about documents as is configured', async () => {
    const withMood = slo({
      objectives: [{ displayName: 'Works', target: 0.999, mood: 'calm' }],
    });
    const severities = async () =>
      (await store.definitions.listProblems(ref)).map(
        ({ severity }) => severity,
      );
    await take(checkout, sli(), withMood);
    expect(await severities()).toEqual(['warning']);
    mode = 'strict';
    await take(checkout, sli(), withMood);
    expect(await severities()).toEqual(['error']);
    await take(checkout, sli(), slo());
    expect(await severities()).toEqual([]);
  });

  it('says that nothing measures a type, until something does', async () => {
    types = [];
    await take(checkout, sli(), slo());
    expect(await rules()).toEqual(['source-type-unknown']);
    expect((await store.measurements.getMany([ref])).size).toBe(0);
    types = ['toy'];
    expect(await take(checkout, sli(), slo())).toBe(1);
    expect(await rules()).toEqual([]);
    expect((await store.measurements.getMany([ref])).size).toBe(1);
  });

  it('finds what documents refer to in their own namespace alone', async () => {
    const elsewhere = openSlo('sli:other/works', sli().spec!);
    await take(checkout, elsewhere, slo());
    expect(await rules()).toContain('reference-unknown');
  });

  it('leaves entities alone that only have the name of a kind', async () => {
    const stranger = entityOf('slo:default/stranger', {
      spec: { objectives: [{ target: 0.9 }] },
    });
    expect(await take(stranger)).toBe(0);
  });

  it('keeps buckets when the target or the server is another one, and begins anew when the indicator is', async () => {
    const from = async () =>
      (await store.definitions.list([ref]))[0].countsFrom;
    await take(checkout, sli(), slo());
    await take(checkout, sli(), slo({ objectives: [{ target: 0.9 }] }));
    expect(await from()).toBeNull();

    now = noon + 7 * MINUTE;
    const others = [
      checkout,
      sli('better'),
      slo({ objectives: [{ target: 0.9 }] }),
    ];
    await take(...others);
    const backfills = () => store.backfills.list([ref]);
    const since = Math.floor((noon - 30 * DAY) / DAY) * DAY;
    expect(await from()).toBe(since);
    expect(await rules()).toEqual([]);
    const changed = { sloRef: ref, objective: 0, from: since };
    expect(await backfills()).toEqual([changed]);

    // An objective more changes nothing for the first one, and is measured backwards as well.
    await store.backfills.settle([{ ...changed, next: null }]);
    now += HOUR;
    await take(
      checkout,
      sli('better'),
      slo({ objectives: [{ target: 0.9 }, { target: 0.8 }] }),
    );
    expect(await from()).toBe(since);
    expect(await backfills()).toEqual([{ ...changed, objective: 1 }]);
  });

  it('says so where a window reaches back to an earlier indicator', async () => {
    const quarter = {
      timeWindow: [{ duration: '90d', isRolling: true }],
    };
    await take(checkout, sli(), slo(quarter));
    await take(checkout, sli('better'), slo(quarter));
    expect(await rules()).toEqual(['indicator-changed']);

    // Once the window reaches back no further, nothing needs to be said.
    now += 61 * DAY;
    await take(checkout, sli('better'), slo(quarter));
    expect(await rules()).toEqual([]);
  });

  it('notices another indicator also after a time without any', async () => {
    await take(checkout, sli(), slo());
    await take(checkout, slo());
    await take(checkout, sli('better'), slo());
    expect((await store.definitions.list([ref]))[0].countsFrom).toBe(
      Math.floor((noon - 30 * DAY) / DAY) * DAY,
    );
  });

  describe('slices of one minute', () => {
    const byMinute = (...timeSliceTargets: number[]) =>
      slo({
        budgetingMethod: 'Timeslices',
        objectives: timeSliceTargets.map(timeSliceTarget => ({
          target: 0.9,
          timeSliceTarget,
          timeSliceWindow: '1m',
        })),
      });
    const since = Math.floor((noon - 30 * DAY) / DAY) * DAY;
    const backfilled = async () =>
      (await store.backfills.list([ref])).map(({ objective, from }) => [
        objective,
        from,
      ]);

    it('can be measured', async () => {
      await take(checkout, sli(), byMinute(0.9));
      expect(await rules()).toEqual([]);
      expect((await definition()).objectives).toMatchObject([
        { timeSliceSeconds: 60, indicator: { type: 'ratio' } },
      ]);
      // Of what is new all of it is measured backwards anyway.
      expect(await backfilled()).toEqual([]);
    });

    it('are measured backwards anew when they are other ones', async () => {
      await take(checkout, sli(), byMinute(0.9, 0.9));
      await take(checkout, sli(), byMinute(0.9, 0.8));
      expect(await backfilled()).toEqual([
        [0, since],
        [1, since],
      ]);
    });

    it('are measured backwards where events were counted before, and nothing is where they are no more', async () => {
      await take(checkout, sli(), slo());
      await take(checkout, sli(), byMinute(0.9));
      expect(await backfilled()).toEqual([[0, since]]);
      await store.backfills.settle([
        { sloRef: ref, objective: 0, from: since, next: null },
      ]);
      await take(checkout, sli(), slo());
      expect(await backfilled()).toEqual([]);
    });

    it('of a composite are measured backwards for all parts together', async () => {
      const part = (good: string) => ({
        displayName: good,
        target: 0.9,
        timeSliceTarget: 0.9,
        timeSliceWindow: '1m',
        indicator: {
          metadata: { name: `${good}-sli` },
          spec: {
            ratioMetric: {
              counter: true,
              good: toy(good),
              total: toy('total'),
            },
          },
        },
      });
      const composite = (second: string) =>
        slo({
          indicatorRef: undefined,
          budgetingMethod: 'Timeslices',
          objectives: [part('quick'), part(second)],
        });
      await take(checkout, composite('right'));
      expect((await definition()).composite).toBe(true);
      await take(checkout, composite('better'));
      expect(await backfilled()).toEqual([
        [0, since],
        [1, since],
      ]);
    });
  });

  it('counts slices anew when they are other ones', async () => {
    const sliced = (window: string) =>
      slo({
        budgetingMethod: 'Timeslices',
        objectives: [
          { target: 0.9, timeSliceTarget: 0.9, timeSliceWindow: window },
        ],
      });
    await take(checkout, sli(), sliced('5m'));
    await take(checkout, sli(), sliced('10m'));
    expect(
      await store.measurements.claim({
        sourceType: 'toy',
        limit: 1,
        leaseMs: 1,
        now,
      }),
    ).toMatchObject([{ recount: true }]);
  });

  it('removes what the catalog no longer has', async () => {
    await take(checkout, sli(), slo());
    expect(await take(checkout, sli())).toBe(1);
    expect(await store.definitions.list()).toEqual([]);
    expect(await store.definitions.list([ref])).toHaveLength(1);
  });

  it('looks at what a scan found only where it may matter', async () => {
    await scanEntities(catalog, [checkout, sli(), slo()], { now });
    const keeper = new SloDefinitionKeeper({
      catalog,
      store: store.definitions,
      sources: new SliSources([]),
      mode,
      backfillMs: 30 * DAY,
      logger: mockServices.logger.mock(),
      clock: () => now,
    });
    const nothing = {
      changed: [],
      appeared: [],
      relinked: [],
      moved: [],
      removed: [],
    };
    await keeper.takeIn({
      ...nothing,
      changed: ['component:default/checkout'],
    });
    expect(await store.definitions.list()).toEqual([]);
    await keeper.takeIn({ ...nothing, changed: ['sli:default/works'] });
    expect(await store.definitions.list()).toHaveLength(1);
  });
});
