import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
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
import request from 'supertest';
import { scanUntil } from '../../testing/scanUntil';
import { startEngine } from '../../testing/startEngine';

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(240_000);

const entity = (kind: string, name: string, spec: object): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: spec as Entity['spec'],
});

const component = (name: string, owner: string, spec: object = {}) =>
  entity('Component', name, {
    type: 'service',
    lifecycle: 'production',
    owner,
    ...spec,
  });

const entities = [
  entity('Group', 'shop', { type: 'team', children: [] }),
  entity('Group', 'mail', { type: 'team', children: [] }),
  entity('System', 'selling', { owner: 'shop' }),
  component('cart', 'shop', { system: 'selling' }),
  component('desk', 'shop', { system: 'selling' }),
  component('vault', 'shop', { system: 'selling' }),
];

/** The vault is hidden from all but the guard; the reader changes nothing. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const name = user?.info.userEntityRef.split('/')[1];
    if (name === 'reader' && permission.attributes.action !== 'read') {
      return { result: AuthorizeResult.DENY };
    }
    return isResourcePermission(permission, 'catalog-entity') &&
      name !== 'guard'
      ? createCatalogConditionalDecision(permission, {
          not: catalogConditions.hasMetadata({ key: 'name', value: 'vault' }),
        })
      : { result: AuthorizeResult.ALLOW };
  },
};

const c = (name: string) => `component:default/${name}`;

describe('the actions of the register of technical debt', () => {
  const createEvent = jest.fn(async (_event: { eventId: string }) => ({
    success: jest.fn(),
    fail: jest.fn(),
  }));
  const auditor = mockServices.auditor.mock({ createEvent });
  let engine: Awaited<ReturnType<typeof startEngine>>;

  const headerOf = (user: string, actor?: string) =>
    `Bearer ${mockCredentials.user.token(
      `user:default/${user}`,
      actor === undefined ? undefined : { actor: { subject: actor } },
    )}`;

  async function act(action: string, input: object, status = 200, as = 'ada') {
    const response = await request(engine.server)
      .post(
        `/api/opmodel/.backstage/actions/v1/actions/opmodel:${action}/invoke`,
      )
      .set('authorization', headerOf(as))
      .send(input);
    expect([response.status, response.body]).toEqual([
      status,
      expect.anything(),
    ]);
    return status === 200 ? response.body.output : response.body.error;
  }
  const file = (input: object, ...rest: [number?, string?]) =>
    act('file-debt-item', input, ...rest);
  const queue = { title: 'Old queue', entityRefs: [c('cart')] };

  beforeAll(async () => {
    engine = await startEngine({
      policy,
      entities,
      features: [auditor.factory],
      config: {
        opmodel: {
          snapshot: { schedule: { frequency: 'PT10M', timeout: 'PT5M' } },
        },
      },
    });
    await scanUntil(engine, async () => {
      const [{ found }] = await engine
        .knex('entities')
        .count({ found: '*' })
        .whereIn(
          'name',
          entities.map(({ metadata }) => metadata.name),
        );
      return Number(found) === entities.length;
    });
  });

  afterAll(() => engine.stop());

  afterEach(async () => {
    for (const table of [
      'comments',
      'versions',
      'item_links',
      'item_entities',
      'item_texts',
      'items',
    ]) {
      await engine.knex(`tech_debt_${table}`).delete();
    }
  });

  it('say of themselves what they do', async () => {
    const { body } = await request(engine.server)
      .get('/api/opmodel/.backstage/actions/v1/actions')
      .set('authorization', headerOf('ada'));
    const attributesOf = (name: string) =>
      body.actions.find((one: { name: string }) => one.name === name)
        .attributes;
    expect(attributesOf('list-entity-debt')).toEqual({
      readOnly: true,
      destructive: false,
      idempotent: true,
    });
    expect(attributesOf('file-debt-item')).toEqual({
      readOnly: false,
      destructive: false,
      idempotent: false,
    });
  });

  it('list what is owed on an entity, the highest priority first, and what counts in a system', async () => {
    const { item: cheap } = await file(queue);
    const { item: dear } = await file({
      title: 'Nobody dares to release',
      entityRefs: ['Component:default/Cart'],
      severity: 'high',
      principalDays: 5,
      interestDays: 0.5,
      occurrencesPerMonth: 4,
    });
    const { item: onDesk } = await file({ ...queue, entityRefs: [c('desk')] });
    await request(engine.server)
      .post(`/api/opmodel/tech-debt/items/${onDesk.id}/status`)
      .set('authorization', headerOf('ada'))
      .send({ version: 1, deed: 'resolve', resolution: 'Replaced' })
      .expect(200);

    const own = await act('list-entity-debt', {
      entityRef: 'Component:default/Cart',
    });
    expect(own).toMatchObject({
      entityRef: c('cart'),
      title: 'cart',
      totalItems: 2,
      summary: { owed: { items: 2, principalDays: 5 } },
    });
    expect(own.items.map(({ id }: { id: string }) => id).sort()).toEqual(
      [cheap.id, dear.id].sort(),
    );
    const interestOf = (id: string) =>
      own.items.find((item: { id: string }) => item.id === id).prices.interest;
    expect(interestOf(dear.id)).toMatchObject({ state: 'scored', value: 2 });
    expect(interestOf(cheap.id)).toMatchObject({ state: 'not_scored' });

    const system = { entityRef: 'system:default/selling' };
    expect(await act('list-entity-debt', system)).toMatchObject({
      countedBy: 'scope',
      totalItems: 2,
    });
    await file({ ...queue, ownerRef: 'group:default/mail' });
    expect(
      await act('list-entity-debt', { entityRef: 'group:default/shop' }),
    ).toMatchObject({ countedBy: 'owner', totalItems: 2 });
    const paid = await act('list-entity-debt', {
      ...system,
      statuses: ['resolved'],
    });
    expect(paid.items).toMatchObject([{ id: onDesk.id, status: 'resolved' }]);
  });

  it('tell at most twenty items, and how many there are', async () => {
    for (let at = 0; at < 21; at += 1) {
      await file({ title: `Item ${at}`, entityRefs: [c('desk')] });
    }
    const { items, totalItems } = await act('list-entity-debt', {
      entityRef: c('desk'),
    });
    expect([items.length, totalItems]).toEqual([20, 21]);
  });

  it('file an item in the name of whoever asks, with what it may be the same as', async () => {
    const first = await file(queue);
    expect(first).toMatchObject({
      item: {
        title: 'Old queue',
        status: 'open',
        ownerRef: 'group:default/shop',
        reportedBy: 'user:default/ada',
        origin: { type: 'person' },
      },
      duplicates: [],
    });
    createEvent.mockClear();
    const second = await file({ ...queue, title: 'The old queue' });
    expect(second.duplicates).toMatchObject([
      { id: first.item.id, title: 'Old queue', status: 'open' },
    ]);
    expect(second.item.id).not.toBe(first.item.id);
    expect(createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'debt-item-create',
        meta: { by: 'user:default/ada' },
      }),
    );
  });

  it('allow nobody more than people are allowed', async () => {
    const denied = await file(queue, 403, 'reader');
    expect(denied.name).toBe('NotAllowedError');
    const hidden = { ...queue, entityRefs: [c('vault')] };
    const unknown = { ...queue, entityRefs: [c('vaulu')] };
    const messageOf = async (input: object) => (await file(input, 400)).message;
    expect((await messageOf(hidden)).replace('vault', 'vaulu')).toBe(
      await messageOf(unknown),
    );
    const { message } = await act(
      'list-entity-debt',
      { entityRef: c('vault') },
      404,
    );
    expect(message).toContain(c('vault'));
    await file(hidden, 200, 'guard');
    const { totalItems } = await act('list-entity-debt', {
      entityRef: 'system:default/selling',
    });
    expect(totalItems).toBe(0);
  });

  it('refuse by the name of the field', async () => {
    for (const [field, input] of [
      ['title', { ...queue, title: ' ' }],
      ['entityRefs', { ...queue, entityRefs: [] }],
      ['ownerRef', { ...queue, ownerRef: 'group:default/nobody' }],
      ['targetDate', { ...queue, targetDate: '2026-02-30' }],
      ['principalDays', { ...queue, principalDays: 0 }],
      ['origin', { ...queue, origin: { type: 'scaffolder' } }],
    ] as const) {
      expect((await file(input, 400)).message).toContain(field);
    }
  });

  it('take for filed by a template only what the plugin of templates files', async () => {
    const fileOver = async (header: string) => {
      const { body } = await request(engine.server)
        .post('/api/opmodel/tech-debt/items')
        .set('authorization', header)
        .send(queue)
        .expect(201);
      return body.item;
    };
    expect(await fileOver(headerOf('ada', 'plugin:scaffolder'))).toMatchObject({
      reportedBy: 'user:default/ada',
      origin: { type: 'scaffolder' },
    });
    for (const header of [headerOf('ada'), headerOf('ada', 'plugin:search')]) {
      expect((await fileOver(header)).origin).toEqual({ type: 'person' });
    }
    await request(engine.server)
      .post('/api/opmodel/tech-debt/items')
      .set('authorization', headerOf('ada'))
      .send({ ...queue, origin: { type: 'scaffolder' } })
      .expect(400);
  });
});
