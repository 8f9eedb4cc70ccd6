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
import request from 'supertest';
import { createResponseValidator } from '../../testing/createResponseValidator';
import { scanUntil } from '../../testing/scanUntil';
import { restrictedServiceHeader } from '../../testing/startBackend';
import { startEngine } from '../../testing/startEngine';

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(120_000);

const component = (
  name: string,
  described: boolean,
  owner = 'shop',
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    ...(described && { description: 'What it does' }),
  },
  spec: { type: 'service', lifecycle: 'production', owner },
});
const entities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'shop', namespace: 'default', title: 'The shop' },
    spec: { type: 'team', children: [] },
  },
  component('cart', true),
  component('secret', false),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'secret', namespace: 'default', title: 'The secret' },
    spec: { type: 'team', children: [] },
  },
  component('lamp', true, 'secret'),
];

/** Ada sees everything; ben does not see the secret; nobody may nothing. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const name = user?.info.userEntityRef.split('/')[1];
    if (name === 'nobody') {
      return { result: AuthorizeResult.DENY };
    }
    return name === 'ben' && isResourcePermission(permission, 'catalog-entity')
      ? createCatalogConditionalDecision(permission, {
          not: catalogConditions.hasMetadata({ key: 'name', value: 'secret' }),
        })
      : { result: AuthorizeResult.ALLOW };
  },
};

const headers: Record<string, string> = {
  ...Object.fromEntries(
    ['ada', 'ben', 'nobody'].map(name => [
      name,
      mockCredentials.user.header(`user:default/${name}`),
    ]),
  ),
  token: restrictedServiceHeader(['opmodel.scorecard.read']),
  stranger: restrictedServiceHeader(['opmodel.dora.read']),
  anonymous: mockCredentials.none.header(),
};

const body = {
  name: 'readiness',
  spec: {
    title: 'Readiness',
    owner: 'group:default/shop',
    filter: 'catalog.kind == "component"',
    levels: [{ name: 'Bronze', rank: 1 }],
    checks: [
      {
        id: 'described',
        name: 'Is described',
        level: 'Bronze',
        expression: 'catalog.hasDescription',
      },
    ],
  },
  entityRefs: ['component:default/secret', 'Component:default/Cart'],
};

describe('previews of scorecards behind HTTP', () => {
  const validate = createResponseValidator();
  let engine: Awaited<ReturnType<typeof startEngine>>;

  async function preview(caller = 'ada', given: object = body) {
    const response = await request(engine.server)
      .post('/api/opmodel/scorecards/preview')
      .set('authorization', headers[caller])
      .send(given);
    if (caller !== 'anonymous') {
      validate('post', '/scorecards/preview', response);
    }
    return response;
  }

  beforeAll(async () => {
    engine = await startEngine({
      policy,
      entities,
      config: {
        catalog: { locations: [], processingInterval: '1s' },
      },
    });
    await scanUntil(engine, async () => {
      const { body: answer } = await preview();
      return answer.counts.entities === 3;
    });
    await engine.runTask('opmodel-scorecards-facts');
  });
  afterAll(() => engine.stop());

  it('tells what a definition would change', async () => {
    const { status, body: answer } = await preview();
    expect(status).toBe(200);
    expect(answer).toMatchObject({
      problems: [],
      counts: { entities: 3, joining: 3 },
      samples: [
        {
          entityRef: 'component:default/secret',
          standing: { level: { rank: 0 }, checks: [{ state: 'failed' }] },
        },
        {
          entityRef: 'component:default/cart',
          standing: { level: { name: 'Bronze' } },
        },
      ],
    });
  });

  it('counts and shows what the caller may see', async () => {
    const { body: answer } = await preview('ben');
    expect(answer).toMatchObject({
      counts: { entities: 2, joining: 2 },
      samples: [{ entityRef: 'component:default/cart' }],
    });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect((await preview('token')).body.counts.entities).toBe(3);
    expect((await preview('nobody')).status).toBe(403);
    expect((await preview('stranger')).status).toBe(403);
    expect((await preview('anonymous')).status).toBe(401);
  });

  it('judges by what the caller may read, whatever the definition asks', async () => {
    const lamp = 'component:default/lamp';
    const curious = {
      ...body,
      entityRefs: [lamp],
      spec: {
        ...body.spec,
        checks: [
          {
            id: 'whose',
            name: 'Whose it is',
            expression: 'catalog.ownerRef.endsWith("cret")',
            value: '"of " + catalog.ownerRef',
            solution: 'Ask {{ catalog.ownerRef }}',
          },
          {
            id: 'alone',
            name: 'Needs nothing',
            expression: 'catalog.dependsOn == 0',
          },
        ],
      },
    };
    const owner = 'group:default/secret';
    const [all, some] = await Promise.all([
      preview('ada', curious),
      preview('ben', curious),
    ]);
    expect(JSON.stringify(all.body)).toContain(`of ${owner}`);
    expect(JSON.stringify(some.body)).not.toContain(owner);
    expect(some.body.samples[0].standing.checks).toMatchObject([
      { state: 'not_reported', value: null },
      { state: 'not_reported', value: null },
    ]);
  });

  it('names what is wrong with a definition, and refuses what is no request', async () => {
    const broken = { ...body, spec: { ...body.spec, filter: 'catalog.' } };
    expect((await preview('ada', broken)).body).toMatchObject({
      problems: [{ path: 'filter' }],
      counts: { entities: 0 },
    });
    expect((await preview('ada', { spec: body.spec })).status).toBe(400);
    expect((await preview('ada', { ...body, also: 1 })).status).toBe(400);
    const unkept = await preview('ada', { ...body, entityRefs: ['a', 'b\0'] });
    expect(unkept.status).toBe(400);
    expect(unkept.body.error.message).toContain('entityRefs[1]');
    const many = Array.from({ length: 21 }, (_, at) => `component:a/${at}`);
    expect((await preview('ada', { ...body, entityRefs: many })).status).toBe(
      400,
    );
  });
});
