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
import { createResponseValidator } from './testing/createResponseValidator';
import { startEngine } from './testing/startEngine';

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
    if (user?.info.userEntityRef === 'user:default/nobody') {
      return { result: AuthorizeResult.DENY };
    }
    return isResourcePermission(permission, 'catalog-entity') && !isGuard
      ? createCatalogConditionalDecision(permission, {
          not: catalogConditions.hasMetadata({ key: 'name', value: 'vault' }),
        })
      : { result: AuthorizeResult.ALLOW };
  },
};

const as = (user: string) =>
  mockCredentials.user.header(`user:default/${user}`);
const daysAgo = (days: number, hours = 12) =>
  DateTime.utc().minus({ days }).startOf('day').plus({ hours }).toISO()!;

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(120_000);

const validate = createResponseValidator();

describe('the engine behind HTTP', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;

  /** A request whose answer must be what the API's description says. */
  async function get(path: string, user: string, status = 200) {
    const response = await request(engine.server)
      .get(`/api/opmodel${path}`)
      .set('authorization', as(user));
    expect([path, response.status, response.body.error?.message]).toEqual([
      path,
      status,
      status === 200 ? undefined : expect.any(String),
    ]);
    validate('get', path, response);
    return response.body;
  }

  async function send(path: string, body: object) {
    const response = await request(engine.server)
      .post(`/api/opmodel${path}`)
      .set('authorization', as('guard'))
      .send(body);
    validate('post', path, response);
    return response;
  }

  async function sendAll(path: string, items: object[]) {
    const { body } = await send(path, { items });
    const statuses: string[] = body.items?.map(
      (item: { status: string }) => item.status,
    ) ?? [body.error?.message];
    if (statuses.some(status => status !== 'accepted')) {
      throw new Error(`${path} answered ${statuses}`);
    }
  }

  const deployment = (id: string, name: string, days: number) => ({
    id: `${name}-${id}`,
    entityRef: `component:default/${name}`,
    environment: 'production',
    finishedAt: daysAgo(days),
    changes: [`${name}-${id}`],
  });
  const change = (id: string, name: string, days: number, hours: number) => ({
    id: `${name}-${id}`,
    entityRef: `component:default/${name}`,
    commitSha: `${name}-${id}`,
    firstCommitAt: daysAgo(days, 12 - hours),
    mergedAt: daysAgo(days, 12),
  });

  beforeAll(async () => {
    engine = await startEngine({ policy, entities });
    await waitForEntities();
    for (const [name, hours] of [
      ['checkout', 2],
      ['vault', 10],
    ] as const) {
      const days = [1, 3, 5, 8, 13, 21];
      // Deployments arrive before the changes that they carry.
      await sendAll(
        '/deployments',
        days.map(day => deployment(`d${day}`, name, day)),
      );
      await sendAll(
        '/changes',
        days.map(day => change(`d${day}`, name, day, hours)),
      );
    }
    await engine.runTask('opmodel-dora-calculation');
  });

  afterAll(async () => {
    await engine.stop();
  });

  async function waitForEntities() {
    for (let attempt = 0; attempt < 120; attempt += 1) {
      await engine.runTask('opmodel-catalog-snapshot');
      const { catalog } = await get('/overview', 'guard');
      if (catalog.components === 2 && catalog.groups === 1) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 500));
    }
    throw new Error('The catalog did not process its entities in time');
  }

  it('computes DORA from what came in over intake', async () => {
    const report = await get(
      '/entities/component/default/checkout/dora?window=P30D',
      'guest',
    );
    expect(report.changeLeadTime).toMatchObject({
      state: 'ok',
      n: 6,
      median: 7_200,
      approximate: false,
    });
    expect(report.deploymentFrequency).toMatchObject({
      deployments: 6,
      // The first was 21 days ago, so 22 days are known.
      perWeek: expect.closeTo((6 * 7) / 22),
    });
  });

  it('leaves a component that the caller may not see out of every list and total', async () => {
    const paths: [string, (body: any) => unknown, unknown, unknown][] = [
      [
        '/entities/group/default/shop/dora?window=P30D',
        body => [
          body.changeLeadTime.n,
          body.deploymentFrequency.deployments,
          body.scope.components,
          body.membersTotal,
        ],
        [6, 6, 1, 1],
        [12, 12, 2, 2],
      ],
      [
        '/entities/group/default/shop/dora/explain?metric=change-lead-time',
        body => body.n,
        6,
        12,
      ],
      [
        '/entities/group/default/shop/dora/deployments',
        body => [body.totalItems, body.items.length],
        [6, 6],
        [12, 12],
      ],
      ['/dora', body => body.totalItems, 1, 2],
      ['/dora/summary', body => body.deploymentFrequency.deployments, 6, 12],
      [
        '/overview',
        body => [
          body.catalog.components,
          body.records.deployments,
          body.subjects[0].applicable,
        ],
        [1, 6, 1],
        [2, 12, 2],
      ],
    ];
    for (const [path, read, forGuest, forGuard] of paths) {
      expect([path, read(await get(path, 'guest'))]).toEqual([path, forGuest]);
      expect([path, read(await get(path, 'guard'))]).toEqual([path, forGuard]);
    }
    const hidden = await get(
      '/entities/component/default/vault/dora',
      'guest',
      404,
    );
    const absent = await get(
      '/entities/component/default/nothing/dora',
      'guest',
      404,
    );
    expect(hidden.error.message.replace('vault', 'nothing')).toBe(
      absent.error.message,
    );
  });

  it('answers nothing to somebody who may read nothing', async () => {
    for (const path of [
      '/entities/component/default/checkout/dora',
      '/dora',
      '/dora/summary',
      '/health',
      '/overview',
      '/attention',
    ]) {
      const { error } = await get(path, 'nobody', 403);
      expect(error.name).toBe('NotAllowedError');
    }
  });

  it('keeps one row for an event that is sent twice, and recomputes what a correction touches', async () => {
    const repeated = await send(
      '/deployments',
      deployment('d1', 'checkout', 1),
    );
    expect(repeated.body.items).toMatchObject([{ status: 'duplicate' }]);
    const late = await send('/deployments', {
      ...deployment('late', 'checkout', 2),
      changes: ['checkout-d1'],
    });
    expect(late.body.items).toMatchObject([{ status: 'accepted' }]);
    await engine.runTask('opmodel-dora-calculation');
    const { items } = await get(
      '/entities/component/default/checkout/dora/deployments?limit=2',
      'guest',
    );
    // The late deployment was first to carry the change, so the later one no longer delivers it.
    expect(
      items.map((item: any) => [item.id, item.changes[0].exclusion]),
    ).toEqual([
      ['checkout-d1', 'already_delivered'],
      ['checkout-late', 'negative_span'],
    ]);
  });

  it('pages, sorts and filters the fleet', async () => {
    const first = await get('/dora?limit=1&sort=-leadTime', 'guard');
    expect(first.items[0].entityRef).toBe('component:default/vault');
    const second = await get(
      `/dora?limit=1&sort=-leadTime&cursor=${first.nextCursor}`,
      'guard',
    );
    expect(second.items[0].entityRef).toBe('component:default/checkout');
    expect(second.nextCursor).toBeNull();
    const owned = await get('/dora?owner=group:default/shop', 'guard');
    expect(owned.totalItems).toBe(2);
    const other = await get(
      '/dora?owner=group:default/other&text=che',
      'guard',
    );
    expect(other.totalItems).toBe(0);
  });

  it.each([
    ['/dora?limit=0', 'limit'],
    ['/dora?limit=101', 'limit'],
    ['/dora?sort=size', 'sort'],
    ['/dora?colour=red', 'colour'],
    ['/dora?cursor=nonsense', "'cursor' must be"],
    ['/dora/summary?from=2026-02-30', "'from' must be a day"],
    ['/dora/summary?window=P4Y', "'window' is at most"],
    [
      '/entities/component/default/checkout/dora/explain?metric=speed',
      'metric',
    ],
  ])('names what is wrong with %s', async (path, named) => {
    const { error } = await get(path, 'guest', 400);
    expect(error.name).toBe('InputError');
    expect(error.message).toContain(named);
  });

  it('serves its own description', async () => {
    const { openapi, paths } = await get('/openapi.json', 'guest');
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths)).toContain('/dora');
  });

  it('tells operators how it is doing', async () => {
    const health = await get('/health', 'guest');
    expect(health.snapshot).toMatchObject({ state: 'complete', entities: 3 });
    expect(health.subjects).toEqual([
      { id: 'dora', enabled: true },
      { id: 'flow', enabled: true },
      { id: 'ownership', enabled: true },
      { id: 'decisions', enabled: true },
      { id: 'slo', enabled: true },
      { id: 'scorecards', enabled: true },
      { id: 'tech-debt', enabled: true },
    ]);
    expect(health.intake.applied).toBeGreaterThanOrEqual(24);
  });

  it('asks who is asking', async () => {
    const response = await request(engine.server)
      .get('/api/opmodel/dora')
      .set('authorization', mockCredentials.none.header());
    expect(response.status).toBe(401);
  });
});

describe('a subject that is switched off', () => {
  it('is not there, and says so', async () => {
    const engine = await startEngine({
      policy,
      entities: [],
      config: { opmodel: { subjects: { dora: { enabled: false } } } },
    });
    const get = (path: string) =>
      request(engine.server)
        .get(`/api/opmodel${path}`)
        .set('authorization', as('guard'));
    expect((await get('/dora')).status).toBe(404);
    expect((await get('/overview')).body.subjects).toEqual([
      { id: 'dora', enabled: false, reporting: null, applicable: null },
      { id: 'flow', enabled: true, reporting: 0, applicable: 0 },
      { id: 'ownership', enabled: true, reporting: 0, applicable: 0 },
      { id: 'slo', enabled: true, reporting: 0, applicable: 0 },
      { id: 'scorecards', enabled: true, reporting: 0, applicable: 0 },
    ]);
    await engine.stop();
  });
});
