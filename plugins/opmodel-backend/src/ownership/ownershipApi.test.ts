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
import { restrictedServiceHeader } from '../testing/startBackend';
import { startEngine } from '../testing/startEngine';

const entity = (
  kind: string,
  name: string,
  spec: Entity['spec'],
  metadata: Partial<Entity['metadata']> = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', ...metadata },
  spec,
});

const component = (name: string, owner: string, tier?: string) =>
  entity(
    'Component',
    name,
    { type: 'service', lifecycle: 'production', owner, system: 'selling' },
    tier ? { annotations: { 'opmodel.io/tier': tier } } : {},
  );

const person = (name: string, ...memberOf: string[]) =>
  entity('User', name, { memberOf });

const entities = [
  entity('Group', 'company', { type: 'company', children: [] }),
  entity('Group', 'shop', {
    type: 'team',
    parent: 'company',
    children: [],
    profile: { email: 'shop@example.com' },
    teamApi: {
      info: { focus: 'Selling', type: 'stream-aligned' },
      interactions: [
        {
          team: 'group:default/mail',
          mode: 'collaboration',
          purpose: 'Receipts',
          expectedEnd: '2026-01-31',
        },
      ],
    },
  }),
  entity('Group', 'mail', { type: 'team', parent: 'shop', children: [] }),
  person('ada', 'shop'),
  person('bob', 'shop', 'mail'),
  entity('Domain', 'retail', { owner: 'company' }),
  entity('System', 'selling', { owner: 'shop', domain: 'retail' }),
  component('cart', 'shop', '1'),
  component('post', 'mail'),
  component('lost', 'gone'),
  component('vault', 'shop', '1'),
];

/** Everybody may do everything, but only the guard sees the vault. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const isGuard = user?.info.userEntityRef === 'user:default/guard';
    if (
      permission.name === 'opmodel.ownership.review' &&
      user?.info.userEntityRef === 'user:default/reader'
    ) {
      return { result: AuthorizeResult.DENY };
    }
    return isResourcePermission(permission, 'catalog-entity') && !isGuard
      ? createCatalogConditionalDecision(permission, {
          not: catalogConditions.hasMetadata({ key: 'name', value: 'vault' }),
        })
      : { result: AuthorizeResult.ALLOW };
  },
};

const cart = '/entities/component/default/cart/ownership';

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(120_000);

const validate = createResponseValidator();

describe('ownership behind HTTP', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;
  const as = (user: string) =>
    mockCredentials.user.header(`user:default/${user}`);

  /** A request whose answer must be what the API's description says. */
  async function ask(
    method: 'get' | 'put' | 'delete',
    path: string,
    options: { status?: number; user?: string; body?: object } = {},
  ) {
    const { status = 200, user = 'guest', body } = options;
    const sent = request(engine.server)[method](`/api/opmodel${path}`);
    const response = await (body ? sent.send(body) : sent).set(
      'authorization',
      as(user),
    );
    expect([path, response.status, response.body]).toEqual([
      path,
      status,
      expect.anything(),
    ]);
    validate(method, path, response);
    return response.body;
  }
  const get = (path: string, status = 200, user = 'guest') =>
    ask('get', path, { status, user });

  beforeAll(async () => {
    engine = await startEngine({
      policy,
      entities,
      config: { opmodel: { ownership: { minimumEntities: 3 } } },
    });
    const complete = async () => {
      await engine.runTask('opmodel-catalog-snapshot');
      const counted = await request(engine.server)
        .get('/api/opmodel/ownership')
        .set('authorization', as('guard'));
      return counted.body.totalItems;
    };
    for (let attempt = 0; (await complete()) !== 6; attempt += 1) {
      if (attempt > 240) {
        throw new Error('The catalog did not process its entities in time');
      }
      await new Promise(resolve => setTimeout(resolve, 250));
    }
  });

  afterAll(() => engine.stop());

  it('says who owns an entity, and whom to ask', async () => {
    const report = await get(cart);
    expect(report).toMatchObject({
      owners: [
        {
          ref: 'group:default/shop',
          title: 'shop',
          exists: true,
          primary: true,
        },
      ],
      chain: [{ ref: 'group:default/shop' }, { ref: 'group:default/company' }],
      contacts: [{ type: 'email', value: 'shop@example.com' }],
      team: { focus: 'Selling', type: 'stream-aligned', members: 2 },
      onCall: { state: 'not_set_up' },
      ladder: {
        reached: 5,
        gaps: ['owner_without_escalation', 'review_overdue'],
      },
      history: [{ ownerRef: 'group:default/shop', from: null, to: null }],
      rollUp: null,
      load: null,
    });
    expect(report.nextSteps.map(({ id }: { id: string }) => id)).toEqual([
      'add_escalation',
      'review',
    ]);
  });

  it('says of a group what it and the groups below it own, each once', async () => {
    const report = await get('/entities/group/default/shop/ownership');
    expect(report).toMatchObject({
      ladder: null,
      rollUp: {
        coverage: { entities: 3, full: 0, share: 0, state: 'ok' },
        change: null,
      },
      load: { entities: 2, weighted: 5, members: 2, openIncidents: 0 },
    });
    expect(report.team.interactions).toMatchObject([
      { teamRef: 'group:default/mail', overdue: true },
    ]);
    expect(report.nextSteps.map(({ id }: { id: string }) => id)).toEqual([
      'close_gaps',
      'overdue_interaction',
    ]);
  });

  it('counts nothing that the caller may not see', async () => {
    const entitiesOf = async (path: string, user: string) =>
      (await get(path, 200, user)).coverage.entities;
    expect(await entitiesOf('/ownership/summary', 'guest')).toBe(5);
    expect(await entitiesOf('/ownership/summary', 'guard')).toBe(6);
    expect((await get('/ownership')).totalItems).toBe(5);
    expect((await get('/ownership/explain')).n).toBe(5);
    await get('/entities/component/default/vault/ownership', 404);
    await get('/entities/component/default/vault/ownership', 200, 'guard');
  });

  it('lists what is not owned well, and pages through it', async () => {
    const first = await get('/ownership?sort=rung&limit=2');
    expect(first.items[0]).toMatchObject({
      ref: 'component:default/lost',
      ownerRef: 'group:default/gone',
      ownerTitle: null,
      gaps: ['dangling_owner'],
      reviewState: 'never',
    });
    const rest = await get(
      `/ownership?sort=rung&limit=10&cursor=${first.nextCursor}`,
    );
    expect([...first.items, ...rest.items]).toHaveLength(5);
    expect(rest.nextCursor).toBeNull();
    await get(`/ownership?sort=name&cursor=${first.nextCursor}`, 400);
    const mails = await get('/ownership?gap=single_member_team');
    expect(mails.items.map(({ ref }: { ref: string }) => ref)).toEqual([
      'component:default/post',
    ]);
    expect((await get('/ownership?kind=system')).totalItems).toBe(1);
    expect((await get('/ownership/summary?kind=api')).coverage).toMatchObject({
      entities: 0,
      share: null,
      state: 'no_data',
    });
  });

  it('explains a coverage by its figures', async () => {
    const explained = await get(
      '/entities/domain/default/retail/ownership/explain',
    );
    expect(explained.n).toBe(5);
    expect(
      Object.fromEntries(
        explained.figures.map(
          ({ label, value }: { label: string; value: number }) => [
            label,
            value,
          ],
        ),
      ),
    ).toEqual({
      full: 0,
      entities: 5,
      share: 0,
      'full-weight': 0,
      weight: 8,
      'weighted-share': 0,
    });
  });

  it('draws a year by points that are as far apart as each other', async () => {
    const { trend } = await get('/ownership/summary?window=P1Y');
    expect(trend.length).toBeLessThanOrEqual(53);
    expect(trend.at(-1)).toMatchObject({ entities: 5, share: 0 });
    expect(trend[0]).toMatchObject({ entities: 0, share: null });
  });

  it('keeps by when a gap is to be closed, for those who may review', async () => {
    const dueDay = DateTime.utc().plus({ days: 7 }).toISODate()!;
    const body = { gap: 'review_overdue', dueDay, note: 'After the move' };
    const path = `${cart}/gap-dates`;
    const put = (given: object, status: number, user = 'guest') =>
      ask('put', path, { body: given, status, user });
    expect(await put(body, 200)).toMatchObject({
      ...body,
      entityRef: 'component:default/cart',
      setBy: 'user:default/guest',
      overdue: false,
    });
    expect((await get(cart)).gapDates).toHaveLength(1);
    expect((await get('/ownership?sort=due&limit=1')).items[0]).toMatchObject({
      ref: 'component:default/cart',
      dueDay,
      overdue: false,
    });
    await put(body, 403, 'reader');
    await put({ ...body, gap: 'unowned' }, 409);
    for (const wrong of ['2020-01-01', '2999-01-01', '2026-02-31']) {
      const { error } = await put({ ...body, dueDay: wrong }, 400);
      expect(error.message).toContain('dueDay');
    }
    await put({ ...body, note: ' ' }, 400);
    await put({ ...body, until: dueDay }, 400);
    const hidden = '/entities/component/default/vault/ownership/gap-dates';
    await ask('put', hidden, { body, status: 404 });
    await ask('delete', `${path}/review_overdue`, {
      status: 403,
      user: 'reader',
    });
    const removed = await request(engine.server)
      .delete(`/api/opmodel${path}/review_overdue`)
      .set('authorization', as('guest'));
    expect(removed.status).toBe(204);
    await ask('delete', `${path}/review_overdue`, { status: 404 });
    const service = await request(engine.server)
      .put(`/api/opmodel${path}`)
      .send(body)
      .set(
        'authorization',
        restrictedServiceHeader(['opmodel.ownership.read']),
      );
    expect(service.status).toBe(403);
  });

  it('tells the home page what of it needs somebody', async () => {
    const { items } = await get('/attention?limit=100');
    expect(items).toEqual([
      expect.objectContaining({
        kind: 'owner-dangling',
        entityRef: 'component:default/lost',
        values: { owner: 'group:default/gone' },
      }),
    ]);
    const overview = await get('/overview');
    expect(overview.subjects).toContainEqual({
      id: 'ownership',
      enabled: true,
      reporting: 4,
      applicable: 5,
    });
  });
});
