import { createBackendModule } from '@backstage/backend-plugin-api';
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
import {
  type FactProvider,
  opmodelFactProvidersExtensionPoint,
} from '@opmodel/backstage-plugin-opmodel-node';
import request from 'supertest';
import { createResponseValidator } from '../../testing/createResponseValidator';
import { scanUntil } from '../../testing/scanUntil';
import { startEngine } from '../../testing/startEngine';

jest.setTimeout(240_000);

const validate = createResponseValidator();

const entity = (
  kind: string,
  name: string,
  spec: Entity['spec'],
  metadata: object = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', ...metadata },
  spec,
});

const component = (name: string, owner: string, metadata: object = {}) =>
  entity(
    'Component',
    name,
    {
      type: 'service',
      lifecycle: 'production',
      owner,
      ...(name === 'shop' && { system: 'secret' }),
    },
    metadata,
  );

const entities = [
  entity('Group', 'team', { type: 'team', children: [] }),
  entity('System', 'secret', { owner: 'somebody' }),
  component('shop', 'team', {
    description: 'Sells',
    annotations: { 'example.com/data-class': 'internal' },
  }),
  component('vault', 'somebody'),
];

/** `limited` sees what the team owns and is no operator, `nobody` sees nothing, `guest` all. */
const policy: PermissionPolicy = {
  async handle({ permission }, user) {
    const name = user?.info.userEntityRef.split('/')[1];
    if (name === 'nobody') {
      return { result: AuthorizeResult.DENY };
    }
    if (
      name === 'limited' &&
      isResourcePermission(permission, 'catalog-entity')
    ) {
      return createCatalogConditionalDecision(
        permission,
        catalogConditions.isEntityOwner({ claims: ['group:default/team'] }),
      );
    }
    return name === 'limited' && permission.name === 'opmodel.health.read'
      ? { result: AuthorizeResult.DENY }
      : { result: AuthorizeResult.ALLOW };
  },
};

const as = (name: string) =>
  mockCredentials.user.header(`user:default/${name}`);

/** Tells of one, cannot tell of another, and breaks when it is told to. */
let isBroken = false;
const provider: FactProvider = {
  id: 'builds',
  title: 'Builds',
  schema: {
    isGreen: { type: 'boolean', description: 'Whether the last build passed' },
    minutes: { type: 'number', unit: 'min', description: 'How long it took' },
  },
  kinds: ['component'],
  cadence: { minutes: 1 },
  freshness: { hours: 2 },
  async provide(asked) {
    if (isBroken) {
      throw new Error('builds.example.com did not answer');
    }
    return asked.map(({ entityRef, name }) =>
      name === 'vault'
        ? { entityRef, problem: 'No pipeline' }
        : { entityRef, facts: { isGreen: true } },
    );
  },
};

let addAgain: () => void;

const builds = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'builds',
  register(env) {
    env.registerInit({
      deps: { facts: opmodelFactProvidersExtensionPoint },
      async init({ facts }) {
        facts.addFactProvider(provider);
        addAgain = () => facts.addFactProvider(provider);
      },
    });
  },
});

const config = {
  opmodel: {
    scorecards: {
      properties: [
        {
          name: 'dataClass',
          annotation: 'example.com/data-class',
          description: 'What data it holds',
        },
      ],
      pushedFacts: {
        scans: {
          title: 'Security scans',
          freshness: { days: 7 },
          facts: {
            critical: { type: 'integer', description: 'Critical findings' },
            scannedAt: { type: 'datetime', description: 'Last scan' },
          },
        },
      },
    },
  },
};

describe('the API of facts', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;

  const get = async (path: string, name = 'guest') => {
    const response = await request(engine.server)
      .get(`/api/opmodel${path}`)
      .set('authorization', as(name));
    validate('get', path, response);
    return response;
  };
  const send = async (body: object, path = '/facts') => {
    const response = await request(engine.server)
      .post(`/api/opmodel${path}`)
      .set('authorization', as('guest'))
      .set(
        'content-type',
        path === '/facts' ? 'application/json' : 'application/cloudevents+json',
      )
      .send(JSON.stringify(body));
    validate('post', path, response);
    return response;
  };
  /** What is told of an entity, by provider. */
  const factsOf = async (name: string, caller?: string) => {
    const { body } = await get(
      `/entities/component/default/${name}/facts`,
      caller,
    );
    return Object.fromEntries(
      body.providers.map(({ provider: id, problem, facts }: any) => [
        id,
        {
          problem,
          ...Object.fromEntries(
            facts.map((fact: any) => [fact.name, fact.value]),
          ),
        },
      ]),
    );
  };

  beforeAll(async () => {
    engine = await startEngine({
      policy,
      entities,
      config,
      features: [builds],
    });
    await scanUntil(engine, async () => {
      const { status } = await get('/entities/component/default/vault/facts');
      const shop = await get('/entities/component/default/shop/facts');
      return status === 200 && shop.status === 200;
    });
    await engine.runTask('opmodel-scorecards-facts');
  });

  afterAll(() => engine.stop());

  it('takes one provider of a name', () => {
    expect(addAgain).toThrow('There is a provider of facts builds already');
  });

  it('tells who tells which facts, and operators how it went', async () => {
    const { body } = await get('/facts');
    const byId = Object.fromEntries(
      body.items.map((item: any) => [item.id, item]),
    );
    expect(Object.keys(byId)).toEqual(
      expect.arrayContaining(['builds', 'catalog', 'properties', 'scans']),
    );
    expect(byId.builds).toMatchObject({
      title: 'Builds',
      cadenceSeconds: 60,
      freshnessSeconds: 7_200,
      state: 'fresh',
      entities: 1,
      problems: 1,
      error: null,
      facts: [
        { name: 'isGreen', type: 'boolean', unit: null },
        { name: 'minutes', type: 'number', unit: 'min' },
      ],
    });
    expect(byId.scans).toMatchObject({
      state: 'never',
      cadenceSeconds: null,
      nextAt: null,
    });
    const limited = await get('/facts', 'limited');
    expect(
      limited.body.items.find(({ id }: any) => id === 'builds'),
    ).toMatchObject({ state: 'fresh', entities: null, problems: null });
    expect((await get('/facts', 'nobody')).status).toBe(403);
  });

  it('tells what is known of an entity', async () => {
    const { builds: built, catalog, properties } = await factsOf('shop');
    expect(built).toEqual({ problem: null, isGreen: true, minutes: null });
    expect(catalog).toMatchObject({
      kind: 'component',
      hasDescription: true,
      ownerRef: 'group:default/team',
      ownerKind: 'group',
      systemRef: 'system:default/secret',
      annotations: expect.arrayContaining(['example.com/data-class']),
    });
    expect(properties).toEqual({ problem: null, dataClass: 'internal' });
    expect((await factsOf('vault')).builds.problem).toBe('No pipeline');
  });

  it('tells of nothing and names nothing that the caller may not see', async () => {
    const { catalog } = await factsOf('shop', 'limited');
    // The team owns the shop, and not itself.
    expect(catalog).toMatchObject({
      kind: 'component',
      hasOwner: true,
      ownerRef: null,
      systemRef: null,
    });
    const [hidden, none] = await Promise.all(
      ['vault', 'vaulx'].map(name =>
        get(`/entities/component/default/${name}/facts`, 'limited'),
      ),
    );
    expect(hidden.status).toBe(404);
    expect(hidden.body.error.message).toBe(
      none.body.error.message.replace('vaulx', 'vault'),
    );
    const refused = await get(
      '/entities/component/default/shop/facts',
      'nobody',
    );
    expect(refused.status).toBe(403);
  });

  it('takes facts that are sent, and says what became of each', async () => {
    const sent = (stated: object) => ({
      provider: 'scans',
      entityRef: 'component:default/shop',
      facts: { critical: 2 },
      toldAt: '2026-03-01T10:00:00Z',
      ...stated,
    });
    const { body } = await send({
      items: [
        sent({}),
        sent({}),
        sent({ provider: 'builds' }),
        sent({ facts: { critical: 'many', high: 1 } }),
        sent({ facts: { scannedAt: 1_772_359_200_000 } }),
        sent({ entityRef: 'component:default/unknown' }),
        sent({ toldAt: '2999-03-01T10:00:00Z' }),
        sent({ entityRef: 'user:default/jane' }),
        sent({ entityRef: ':' }),
        sent({ facts: {} }),
      ],
    });
    expect(
      body.items.map(({ status, errors }: any) => [
        status,
        ...(errors ?? []).map(({ path }: any) => path),
      ]),
    ).toEqual([
      ['accepted'],
      ['duplicate'],
      ['rejected', 'provider'],
      ['rejected', 'facts.critical', 'facts.high'],
      ['rejected', 'facts.scannedAt'],
      ['unmapped'],
      ['rejected', 'toldAt'],
      ['rejected', 'entityRef'],
      ['rejected', 'entityRef'],
      ['rejected', 'facts'],
    ]);
    const single = await send(sent({ provider: 'nobody' }));
    expect([single.status, single.body.error.message]).toEqual([
      400,
      expect.stringContaining('provider'),
    ]);
    expect((await factsOf('shop')).scans).toEqual({
      problem: null,
      critical: 2,
      scannedAt: null,
    });
  });

  it('takes facts in CloudEvents', async () => {
    const event = {
      specversion: '1.0',
      id: '1',
      source: 'https://scans.example.com/',
      type: 'io.opmodel.entity-facts.v1',
      time: '2026-03-02T10:00:00Z',
      data: {
        provider: 'scans',
        entityRef: 'component:default/shop',
        facts: { critical: 0, scannedAt: '2026-03-02T09:00:00Z' },
      },
    };
    const { body } = await send(event, '/events');
    expect(body.items).toMatchObject([{ id: '1', status: 'accepted' }]);
    expect((await factsOf('shop')).scans).toEqual({
      problem: null,
      critical: 0,
      scannedAt: '2026-03-02T09:00:00.000Z',
    });
    const wrong = await send(
      { ...event, data: { ...event.data, facts: { high: 1 } } },
      '/events',
    );
    expect(wrong.body.error.message).toContain('data.facts.high');
    const timeless = await send({ ...event, time: undefined }, '/events');
    expect(timeless.body.error.message).toContain('time');
  });

  it('keeps what a provider told that fails, and shows operators why', async () => {
    isBroken = true;
    await engine.knex('fact_providers').update({ next_at: 0 });
    await expect(engine.runTask('opmodel-scorecards-facts')).rejects.toThrow(
      'builds.example.com did not answer',
    );
    const stateOf = async (name: string) => {
      const { body } = await get('/facts', name);
      return body.items.find(({ id }: any) => id === 'builds');
    };
    expect(await stateOf('guest')).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('builds.example.com did not answer'),
    });
    expect(await stateOf('limited')).toMatchObject({
      state: 'failed',
      error: null,
    });
    expect((await factsOf('shop')).builds.isGreen).toBe(true);
  });
});
