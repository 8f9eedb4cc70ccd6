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
import { createResponseValidator } from '../../testing/createResponseValidator';
import { startEngine } from '../../testing/startEngine';

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(120_000);

const entity = (
  kind: string,
  name: string,
  spec: Record<string, unknown>,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: spec as Entity['spec'],
});
const component = (name: string, owner: string) =>
  entity('Component', name, {
    type: 'service',
    lifecycle: 'production',
    owner,
    system: 'selling',
  });
const person = (name: string, ...memberOf: string[]) =>
  entity('User', name, { memberOf });
const team = { type: 'team', children: [] };
const entities = [
  entity('Group', 'shop', team),
  entity('Group', 'mail', team),
  entity('Group', 'guards', team),
  person('ada', 'shop'),
  person('bob', 'shop', 'mail'),
  person('eve', 'mail'),
  entity('System', 'selling', { owner: 'shop' }),
  component('cart', 'shop'),
  component('post', 'mail'),
  component('vault', 'guards'),
];

/** Ben and cyd see neither the vault nor its guards. Dan may not plan, and nobody sees nothing. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const name = user?.info.userEntityRef.split('/')[1] ?? '';
    if (name === 'nobody' && isResourcePermission(permission)) {
      return { result: AuthorizeResult.DENY };
    }
    if (permission.name === 'opmodel.ownership.plan' && name === 'dan') {
      return { result: AuthorizeResult.DENY };
    }
    return isResourcePermission(permission, 'catalog-entity') &&
      ['ben', 'cyd'].includes(name)
      ? createCatalogConditionalDecision(permission, {
          not: {
            anyOf: ['vault', 'guards'].map(value =>
              catalogConditions.hasMetadata({ key: 'name', value }),
            ) as [any, any],
          },
        })
      : { result: AuthorizeResult.ALLOW };
  },
};

const [shop, mail, guards] = ['shop', 'mail', 'guards'].map(
  name => `group:default/${name}`,
);
const merge = { type: 'merge_teams', teamRefs: [mail], toRef: shop };
const ben = 'user:default/ben';

describe('what-if and plans behind HTTP', () => {
  const validate = createResponseValidator() as (
    method: string,
    url: string,
    response: request.Response,
  ) => void;
  const success = jest.fn();
  const fail = jest.fn();
  const createEvent = jest.fn(async (_event: object) => ({ success, fail }));
  let engine: Awaited<ReturnType<typeof startEngine>>;

  async function ask(
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    caller: string,
    body?: object,
  ) {
    const sent = request(engine.server)[method](`/api/opmodel${path}`);
    const response = await (body ? sent.send(body) : sent).set(
      'authorization',
      caller === 'service'
        ? mockCredentials.service.header()
        : mockCredentials.user.header(`user:default/${caller}`),
    );
    if (response.status !== 204) {
      validate(method, path, response);
    }
    return response;
  }

  const whatIf = (caller: string, ...changes: object[]) =>
    ask('post', '/ownership/what-if', caller, { changes });

  async function save(caller: string, overrides: object = {}) {
    const { body, status } = await ask('post', '/ownership/plans', caller, {
      name: 'One team',
      changes: [merge],
      readerRefs: [ben],
      ...overrides,
    });
    expect([status, body.error?.message]).toEqual([201, undefined]);
    return body;
  }

  beforeAll(async () => {
    engine = await startEngine({
      policy,
      entities,
      features: [mockServices.auditor.mock({ createEvent }).factory],
    });
    const complete = async () => {
      await engine.runTask('opmodel-catalog-snapshot');
      const { body } = await whatIf('ada', merge);
      return (
        body.before?.entities === 4 && body.teams?.[0]?.after?.members === 3
      );
    };
    for (let tries = 0; !(await complete()) && tries < 300; tries += 1) {
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  });

  afterAll(() => engine?.stop());

  beforeEach(() => jest.clearAllMocks());

  it('tells what a merge would do, and changes nothing', async () => {
    const { status, body } = await whatIf('ada', merge);
    expect(status).toBe(200);
    expect(body.entities).toEqual([
      expect.objectContaining({
        ref: 'component:default/post',
        ownerBefore: mail,
        ownerAfter: shop,
      }),
    ]);
    expect(body.teams).toEqual([
      expect.objectContaining({
        ref: shop,
        ends: false,
        before: expect.objectContaining({ entities: 2, members: 2 }),
        // Bob is in both.
        after: expect.objectContaining({ entities: 3, members: 3 }),
        perMemberBefore: 1,
        perMemberAfter: 1,
      }),
      expect.objectContaining({ ref: mail, ends: true, after: null }),
    ]);
    expect(body.warnings).toEqual([]);
    expect((await whatIf('ada', merge)).body.before).toEqual(body.before);
  });

  it('makes its answer of what the caller may see, and says so', async () => {
    const seen = await whatIf('ben', merge);
    expect(seen.body.before.entities).toBe(3);
    expect(seen.body.warnings).toEqual([{ id: 'only_visible', values: {} }]);
    for (const hidden of [guards, 'group:default/never']) {
      const { status, body } = await whatIf('ben', {
        type: 'dissolve_team',
        teamRefs: [hidden],
      });
      expect([status, body.error.message]).toEqual([
        400,
        `changes[0].teamRefs[0] must be a group that you may see and that no earlier change ends, got '${hidden}'`,
      ]);
    }
    expect((await whatIf('dan', merge)).status).toBe(403);
    expect((await whatIf('nobody', merge)).status).toBe(403);
  });

  it('is there for whoever saved it and its readers; to others it does not exist', async () => {
    const plan = await save('ada');
    expect(plan).toMatchObject({
      createdBy: 'user:default/ada',
      readerRefs: [ben],
      version: 1,
      mayChange: true,
      problem: null,
    });
    const path = `/ownership/plans/${plan.id}`;
    const read = await ask('get', path, 'ben');
    expect(read.body).toMatchObject({ name: 'One team', mayChange: false });
    expect(read.body.answer.warnings).toEqual([
      { id: 'only_visible', values: {} },
    ]);
    for (const caller of ['cyd', 'eve', 'service']) {
      const there = await ask('get', path, caller);
      const nowhere = await ask('get', '/ownership/plans/nowhere', caller);
      const status = caller === 'service' ? 403 : 404;
      expect([there.status, nowhere.status]).toEqual([status, status]);
      expect(there.body.error.message.replace(plan.id, 'nowhere')).toBe(
        nowhere.body.error.message,
      );
      const change = { ...plan, name: 'Mine', version: 1 };
      const contents = {
        name: change.name,
        changes: change.changes,
        readerRefs: [],
        expiresOn: plan.expiresOn,
        version: 1,
      };
      expect((await ask('put', path, caller, contents)).status).toBe(status);
      expect((await ask('delete', path, caller)).status).toBe(status);
    }
    const { body } = await ask('get', '/ownership/plans', 'cyd');
    expect(body).toEqual({ items: [], totalItems: 0, nextCursor: null });
    expect((await ask('get', '/ownership/plans', 'ben')).body).toMatchObject({
      totalItems: 1,
      items: [{ id: plan.id, answer: null }],
    });
    expect((await ask('delete', path, 'ben')).status).toBe(403);
    expect((await ask('delete', path, 'ada')).status).toBe(204);
    expect((await ask('get', path, 'ada')).status).toBe(404);
  });

  it('does not tell a reader what he may not see in the catalog', async () => {
    const plan = await save('ada', {
      changes: [{ type: 'dissolve_team', teamRefs: [guards] }],
    });
    const path = `/ownership/plans/${plan.id}`;
    const { body } = await ask('get', path, 'ben');
    expect(body).toMatchObject({
      changes: [],
      answer: null,
      problem: 'The plan names something that you may not see in the catalog',
    });
    expect(JSON.stringify(body)).not.toContain('guards');
    await ask('delete', path, 'ada');
  });

  it('replaces the version that somebody has read, and names who came in between', async () => {
    const plan = await save('ada');
    const path = `/ownership/plans/${plan.id}`;
    const contents = {
      name: 'Two teams',
      changes: [{ type: 'people_leave', teamRefs: [mail], people: 1 }],
      readerRefs: [],
      expiresOn: plan.expiresOn,
      version: 1,
    };
    const changed = await ask('put', path, 'ada', contents);
    expect(changed.body).toMatchObject({ name: 'Two teams', version: 2 });
    expect((await ask('get', path, 'ben')).status).toBe(404);
    const late = await ask('put', path, 'ada', contents);
    expect(late.status).toBe(409);
    expect(late.body.error.message).toMatch(
      /^The plan is at version 2, changed by user:default\/ada at 20/,
    );
    const beyond = { ...contents, version: 99_999_999_999 };
    const refused = await ask('put', path, 'ada', beyond);
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain('version');
    await ask('delete', path, 'ada');
  });

  it.each([
    ['a person among the teams', { changes: [{ ...merge, teamRefs: [ben] }] }],
    [
      'a person among what moves',
      { changes: [{ type: 'move_systems', entityRefs: [ben], toRef: shop }] },
    ],
    ['a person in the name', { name: `Without ${ben}` }],
    ['an address in the name', { name: 'Without ben@example.com' }],
    ['a blank name', { name: ' ' }],
    ['a group as reader', { readerRefs: [shop] }],
    ['a day that has passed', { expiresOn: '2020-01-01' }],
    ['no day', { expiresOn: '2027-02-30' }],
    ['a day too far', { expiresOn: '2999-01-01' }],
    ['a text that is no field', { note: 'Ben leaves' }],
    ['a text in a change', { changes: [{ ...merge, note: 'Ben leaves' }] }],
  ])(
    'refuses %s, and tells the auditor nothing of it',
    async (_, overrides) => {
      const { status } = await ask('post', '/ownership/plans', 'ada', {
        name: 'One team',
        changes: [merge],
        readerRefs: [],
        ...overrides,
      });
      expect(status).toBe(400);
      const told = JSON.stringify([
        createEvent.mock.calls.map(
          ([{ request: _request, ...event }]: any) => event,
        ),
        fail.mock.calls.map(([{ error }]) => error.message),
      ]);
      expect(told).not.toMatch(/ben|Ben|mail|2999/);
    },
  );

  it('tells the auditor of every read and change, by the name of the plan alone', async () => {
    const plan = await save('ada');
    const path = `/ownership/plans/${plan.id}`;
    await ask('get', path, 'ben');
    await ask('get', path, 'cyd');
    await ask('get', '/ownership/plans', 'ada');
    await ask('delete', path, 'ada');
    expect(
      createEvent.mock.calls.map(([{ eventId, meta }]: any) => [eventId, meta]),
    ).toEqual([
      ['ownership-plan-create', {}],
      ['ownership-plan-read', { planId: plan.id }],
      ['ownership-plan-read', { planId: plan.id }],
      ['ownership-plan-list', {}],
      ['ownership-plan-delete', { planId: plan.id }],
    ]);
    expect(success).toHaveBeenCalledWith({ meta: { planId: plan.id } });
    expect(fail).toHaveBeenCalledTimes(1);
  });

  it('deletes plans that have expired, and tells nobody of them before that either', async () => {
    const plan = await save('ada');
    await engine
      .knex('ownership_plans')
      .where('id', plan.id)
      .update({ expires_on: '2020-01-01' });
    const path = `/ownership/plans/${plan.id}`;
    expect((await ask('get', path, 'ada')).status).toBe(404);
    expect((await ask('get', '/ownership/plans', 'ada')).body.totalItems).toBe(
      0,
    );
    await engine.runTask('opmodel-ownership-plans');
    expect(await engine.knex('ownership_plans')).toEqual([]);
    expect(await engine.knex('ownership_plan_readers')).toEqual([]);
  });

  it('is in no other answer', async () => {
    const plan = await save('ada', { name: 'A secret of ours' });
    for (const path of ['/attention', '/overview', '/ownership', '/health']) {
      const { body } = await ask('get', path, 'ada');
      expect(JSON.stringify(body)).not.toMatch(
        new RegExp(`A secret of ours|${plan.id}`),
      );
    }
    const { body } = await request(engine.server)
      .get('/api/opmodel/.backstage/actions/v1/actions')
      .set('authorization', mockCredentials.user.header('user:default/ada'));
    const ids: string[] = body.actions.map(({ id }: { id: string }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter(id => /\bplan|what-if/.test(id))).toEqual([]);
  });
});
