import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { DateTime } from 'luxon';
import request from 'supertest';
import { createResponseValidator } from '../testing/createResponseValidator';
import { startEngine } from '../testing/startEngine';

const entity = (
  kind: string,
  name: string,
  spec: Record<string, string> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: {
    type: kind === 'Group' ? 'team' : 'service',
    ...(kind === 'Component' ? { lifecycle: 'production', owner: 'shop' } : {}),
    ...(kind === 'Group' ? { children: [] } : {}),
    ...spec,
  },
});

const entities = [
  entity('Group', 'shop'),
  entity('Component', 'checkout'),
  entity('Component', 'vault'),
];

/** Everybody may do everything, but only the guard sees the vault. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const isGuard = user?.info.userEntityRef === 'user:default/guard';
    return isResourcePermission(permission, 'catalog-entity') && !isGuard
      ? createCatalogConditionalDecision(permission, {
          not: catalogConditions.hasMetadata({ key: 'name', value: 'vault' }),
        })
      : { result: AuthorizeResult.ALLOW };
  },
};

const dayOf = (daysAgo: number) =>
  DateTime.utc().minus({ days: daysAgo }).toISODate()!;
const at = (daysAgo: number, hour = 12) =>
  DateTime.utc()
    .minus({ days: daysAgo })
    .startOf('day')
    .plus({ hours: hour })
    .toISO()!;

const config = {
  opmodel: {
    calendar: {
      iterations: [{ id: 'sprint-1', from: dayOf(40), to: dayOf(20) }],
    },
    flow: {
      serviceLevelExpectation: { share: 0.8, days: 10 },
      allocation: {
        agreements: [
          {
            scope: 'group:default/shop',
            from: '2020-01-01',
            split: { feature: 50, debt: 50 },
            note: 'Pay back first',
          },
        ],
      },
    },
  },
};

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(120_000);

const validate = createResponseValidator();

describe('flow behind HTTP', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;

  /** A request whose answer must be what the API's description says. */
  async function get(path: string, status = 200, user = 'guest') {
    const response = await request(engine.server)
      .get(`/api/opmodel${path}`)
      .set(
        'authorization',
        mockCredentials.user.header(`user:default/${user}`),
      );
    expect([path, response.status, response.body.error?.message]).toEqual([
      path,
      status,
      status === 200 ? undefined : expect.any(String),
    ]);
    validate('get', path, response);
    return response.body;
  }

  async function send(path: string, items: object[]) {
    const { body } = await request(engine.server)
      .post(`/api/opmodel${path}`)
      .set('authorization', mockCredentials.user.header('user:default/guard'))
      .send({ items });
    expect(
      body.items?.map((item: { status: string }) => item.status) ?? body,
    ).toEqual(items.map(() => 'accepted'));
  }

  const checkout = '/entities/component/default/checkout/flow';
  const shop = '/entities/group/default/shop/flow';

  beforeAll(async () => {
    engine = await startEngine({ policy, entities, config });
    for (let attempt = 0; ; attempt += 1) {
      await engine.runTask('opmodel-catalog-snapshot');
      const { catalog } = await get('/overview', 200, 'guard');
      if (catalog.components + catalog.groups === entities.length) {
        break;
      }
      if (attempt > 240) {
        throw new Error('The catalog did not process its entities in time');
      }
      await new Promise(resolve => setTimeout(resolve, 250));
    }
    for (const [name, category, items] of [
      ['checkout', 'feature', 12],
      ['vault', 'debt', 30],
    ] as const) {
      const entityRef = `component:default/${name}`;
      await send('/work-items', [
        ...Array.from({ length: items }, (_, index) => ({
          source: 'urn:example:tracker',
          id: `${name}-${index}`,
          entityRef,
          title: `Item ${index}`,
          category,
          committedPeriod: 'sprint-1',
          time: at(45),
          createdAt: at(45),
          startedAt: at(25 + index, 6),
          completedAt: at(15 + index, 6),
        })),
        {
          source: 'urn:example:tracker',
          id: `${name}-open`,
          entityRef,
          state: 'blocked',
          time: at(18),
          createdAt: at(30),
          startedAt: at(20),
        },
      ]);
      await send(
        '/builds',
        Array.from({ length: 10 }, (_, index) => ({
          source: 'urn:example:ci',
          id: `${name}-${index}`,
          entityRef,
          pipeline: 'build',
          url: `https://ci.example.com/${name}/${index}`,
          startedAt: at(index + 1, 6),
          finishedAt: at(index + 1, 7),
          outcome: index < 3 ? 'failure' : 'success',
        })),
      );
    }
    await engine.runTask('opmodel-flow-calculation');
    await engine.runTask('opmodel-flow-forecasts');
  });

  afterAll(() => engine.stop());

  it('reports a component', async () => {
    const report = await get(checkout);
    const DAY = 86_400;
    expect(report).toMatchObject({
      scope: { kind: 'component', rollUp: false, components: 1 },
      definition: { id: 'flow-2026', version: '1' },
      freshness: { state: 'fresh', calculating: false },
      cycleTime: { state: 'ok', n: 12, median: 10 * DAY, approximate: false },
      throughput: { state: 'ok', value: 12, previous: { value: null } },
      arrivals: { value: 13 },
      wip: { state: 'ok', items: 1, blocked: 1 },
      serviceLevelExpectation: {
        share: 0.8,
        seconds: 10 * DAY,
        origin: 'configured',
      },
      allocation: {
        state: 'ok',
        unit: 'items',
        agreement: { scopeRef: 'group:default/shop', note: 'Pay back first' },
      },
      builds: {
        state: 'ok',
        success: { value: 0.7, numerator: 7, denominator: 10 },
        duration: { median: expect.any(Number) },
        pipelines: [
          {
            pipeline: 'build',
            runs: 10,
            lastResult: 'failure',
            url: 'https://ci.example.com/checkout/0',
          },
        ],
      },
      members: [],
    });
    expect(report.age.n).toBe(1);
    expect(report.age.beyondExpectation).toBe(1);
    expect(report.cumulative).toHaveLength(90);
    expect(report.cumulative.at(-1)).toMatchObject({
      arrived: 13,
      completed: 12,
      waiting: 1,
      done: 12,
    });
    expect(report.allocation.categories[0]).toMatchObject({
      category: 'feature',
      amount: 12,
      share: 1,
      target: 0.5,
      delta: 0.5,
    });
    expect(report.periods).toEqual([
      expect.objectContaining({
        period: 'sprint-1',
        state: 'closed',
        committed: 12,
        done: 7,
        carriedOver: 5,
        ratio: 7 / 12,
      }),
    ]);
    expect(report.nextSteps.map((step: { id: string }) => step.id)).toEqual([
      'aged-items',
      'blocked-items',
      'builds-failing',
    ]);
  });

  it('tells of a period that is over, also where the window ends with it', async () => {
    const { periods } = await get(
      `${checkout}?from=${dayOf(40)}&to=${dayOf(20)}`,
    );
    expect(periods).toEqual([
      expect.objectContaining({ state: 'closed', ratio: 7 / 12 }),
    ]);
    const { figures } = await get(
      `${checkout}/explain?metric=predictability&from=${dayOf(40)}&to=${dayOf(
        20,
      )}`,
    );
    expect(JSON.stringify(figures)).toContain(`${7 / 12}`);
  });

  it('rolls up what the caller may see, and nothing of the rest', async () => {
    const seen = await get(shop);
    expect(seen.scope.components).toBe(1);
    expect(seen.throughput.value).toBe(12);
    expect(seen.members).toHaveLength(1);
    expect(seen.forecastCalibration.n).toBe(0);
    const whole = await get(shop, 200, 'guard');
    expect(whole.throughput.value).toBe(42);
    expect(whole.membersTotal).toBe(2);
    expect((await get('/flow/summary', 200, 'guard')).throughput.value).toBe(
      42,
    );
    await get('/entities/component/default/vault/flow', 404);
    expect(JSON.stringify(seen)).not.toContain('vault');
  });

  it.each([
    'cycle-time',
    'flow-time',
    'throughput',
    'wip',
    'work-item-age',
    'flow-efficiency',
    'allocation',
    'escaped-defects',
    'predictability',
    'build-success',
    'build-duration',
  ])('explains %s', async metric => {
    const explained = await get(`${checkout}/explain?metric=${metric}`);
    expect(explained.metric).toBe(metric);
    expect(explained.figures.length).toBeGreaterThan(2);
  });

  it('says what an explained number leaves out', async () => {
    const { excluded } = await get(
      `${checkout}/explain?metric=flow-efficiency`,
    );
    expect(excluded).toEqual([
      { reason: 'no_states', unit: 'item', count: 12 },
    ]);
  });

  it('lists items with what each contributes', async () => {
    const open = await get(`${checkout}/items?state=in_progress`);
    expect(open.items).toEqual([
      expect.objectContaining({
        id: 'checkout-open',
        state: 'blocked',
        cycleSeconds: null,
      }),
    ]);
    expect(open.items[0].ageSeconds).toBeGreaterThan(19 * 86_400);
    expect(open.items[0].blockedSeconds).toBeGreaterThan(17 * 86_400);
    const first = await get(`${checkout}/items?state=completed&limit=7`);
    const second = await get(
      `${checkout}/items?state=completed&limit=7&cursor=${first.nextCursor}`,
    );
    expect(second.items).toHaveLength(5);
    expect(second.nextCursor).toBeNull();
    await get(
      `${checkout}/items?state=arrived&cursor=${first.nextCursor}`,
      400,
    );
    await get(`${checkout}/items?state=nowhere`, 400);
  });

  it('foretells the same to everybody, and from a seed the same for ever', async () => {
    const asked = `${checkout}/forecast?items=5&by=${dayOf(-27)}`;
    const forecast = await get(asked);
    expect(forecast.state).toBe('ok');
    expect(forecast.history).toMatchObject({
      days: 45,
      completed: 12,
      zeroDays: 33,
    });
    const sure = forecast.howMany.percentiles.map(
      (percentile: { value: number }) => percentile.value,
    );
    expect(sure).toEqual([...sure].sort((a, b) => b - a));
    const days = forecast.when.percentiles.map(
      (percentile: { value: string }) => percentile.value,
    );
    expect(days).toEqual([...days].sort());
    const again = await get(asked, 200, 'guard');
    expect({ ...again, madeAt: '' }).toEqual({ ...forecast, madeAt: '' });
    expect((await get(`${asked}&seed=7`)).seed).toBe(7);
    await get(`${checkout}/forecast?by=${dayOf(1)}`, 400);
    await get(`${checkout}/forecast?items=0`, 400);
  });

  it('keeps forecasts of whole scopes for those who see all of them', async () => {
    const own = await get(`${checkout}/forecasts`);
    expect(own.items.map((item: { kind: string }) => item.kind).sort()).toEqual(
      ['how_many', 'how_many', 'when'],
    );
    expect((await get(`${shop}/forecasts`, 200, 'guard')).totalItems).toBe(3);
    expect(await get(`${shop}/forecasts`)).toMatchObject({
      items: [],
      totalItems: 0,
      calibration: { state: 'no_data', n: 0 },
    });
    await engine.runTask('opmodel-flow-forecasts');
    expect((await get(`${checkout}/forecasts`)).totalItems).toBe(3);
  });

  it('tests forecasts on what the caller may see of the past', async () => {
    const own = await get(`${checkout}/forecasts/backtest`);
    expect(own).toMatchObject({
      scope: { ref: 'component:default/checkout', components: 1 },
      history: { from: dayOf(45), to: dayOf(2) },
      minimum: 10,
    });
    expect(own.scores).toHaveLength(3);
    const seen = await get(`${shop}/forecasts/backtest`);
    expect(seen.scope).toMatchObject({ ref: 'group:default/shop' });
    const all = await get(`${shop}/forecasts/backtest`, 200, 'guard');
    expect(all.scope.components).toBe(seen.scope.components + 1);
    // The vault, of which the guest knows nothing, did enough for forecasts on more Mondays.
    expect(all.cutOffs.length).toBeGreaterThan(seen.cutOffs.length);
    await get('/entities/component/default/vault/flow/forecasts/backtest', 404);
    await get(
      '/entities/component/default/nothing/flow/forecasts/backtest',
      404,
    );
  });

  it('lists the fleet in its orders', async () => {
    for (const sort of [
      'name',
      '-wip',
      'cycleTime',
      '-throughput',
      '-oldest',
    ]) {
      const first = await get(`/flow?sort=${sort}&limit=1`, 200, 'guard');
      expect(first.totalItems).toBe(2);
      const second = await get(
        `/flow?sort=${sort}&limit=1&cursor=${first.nextCursor}`,
        200,
        'guard',
      );
      expect(second.items[0].entityRef).not.toBe(first.items[0].entityRef);
    }
    const { items } = await get('/flow?owner=group:default/shop');
    expect(items).toEqual([
      expect.objectContaining({ throughput: 12, wip: 1, blocked: 1 }),
    ]);
  });

  it('tells how pipelines do', async () => {
    const builds = await get(`${checkout}/builds`);
    expect(builds.success).toMatchObject({ value: 0.7, n: 10 });
    expect(builds.pipelines).toHaveLength(1);
  });

  it('asks for attention where work ages, capacity drifts and builds fail', async () => {
    const { items } = await get('/attention?owner=group:default/shop');
    const own = items.filter(
      (item: { subject: string }) => item.subject === 'flow',
    );
    expect(
      own.map((item: { kind: string; entityRef: string }) => [
        item.kind,
        item.entityRef,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['work-item-aged', 'component:default/checkout'],
        ['builds-failing', 'component:default/checkout'],
        ['allocation-off', 'group:default/shop'],
      ]),
    );
    expect(own).toHaveLength(3);
    expect(JSON.stringify(own)).not.toContain('vault');
    const { subjects } = await get('/overview');
    expect(subjects).toContainEqual({
      id: 'flow',
      enabled: true,
      reporting: 1,
      applicable: 1,
    });
  });

  it('forgets what it remembered as soon as something was computed', async () => {
    const before = await get(shop, 200, 'guard');
    await send('/work-items', [
      {
        source: 'urn:example:tracker',
        id: 'checkout-late',
        entityRef: 'component:default/checkout',
        createdAt: at(9),
        startedAt: at(8),
        completedAt: at(7),
      },
    ]);
    const waiting = await get(shop, 200, 'guard');
    expect(waiting.freshness.calculating).toBe(true);
    await engine.runTask('opmodel-flow-calculation');
    const after = await get(shop, 200, 'guard');
    expect(after.throughput.value).toBe(before.throughput.value + 1);
    expect(after.freshness.calculating).toBe(false);
  });
});
