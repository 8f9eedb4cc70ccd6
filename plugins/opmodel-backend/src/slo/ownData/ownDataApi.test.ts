import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { parseOpenSlo, validateOpenSlo } from '@opmodel/openslo';
import request from 'supertest';
import { createResponseValidator } from '../../testing/createResponseValidator';
import { openSloInCatalog } from '../../testing/openSloInCatalog';
import { scanUntil } from '../../testing/scanUntil';
import { startEngine } from '../../testing/startEngine';

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(240_000);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const now = Date.now();
const iso = (instant: number) => new Date(instant).toISOString();

const component = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { type: 'service', lifecycle: 'production', owner: 'shop' },
});
const sloOf = (name: string, spec: Record<string, string>): Entity => {
  const metric = { metricSource: { type: 'opmodel', spec } };
  return {
    apiVersion: 'openslo/v1',
    kind: 'SLO',
    metadata: {
      name,
      namespace: 'default',
      annotations: { 'opmodel.io/measures': 'component:default/cart' },
    },
    spec: {
      service: 'cart',
      indicator: {
        metadata: { name: `${name}-sli` },
        spec: { ratioMetric: { counter: false, good: metric, total: metric } },
      },
      timeWindow: [{ duration: '30d', isRolling: true }],
      budgetingMethod: 'Occurrences',
      objectives: [{ displayName: 'Holds', target: 0.5 }],
    },
  };
};
const entities = [
  component('cart'),
  component('ledger'),
  component('quiet'),
  sloOf('cart-deployments', { signal: 'deployment-success' }),
  sloOf('cart-incidents', { signal: 'incident-free-minutes' }),
  sloOf('cart-mood', { signal: 'good-mood' }),
];

const deploymentOf = (name: string, subject: string, at: number) => ({
  source: 'https://cd.example.com',
  id: subject,
  entityRef: `component:default/${name}`,
  environment: 'production',
  finishedAt: iso(at),
  result: 'success',
  version: subject,
});

describe('objectives on own data', () => {
  const validate = createResponseValidator();
  let engine: Awaited<ReturnType<typeof startEngine>>;

  async function post(path: string, body: object) {
    const response = await request(engine.server)
      .post(`/api/opmodel${path}`)
      .set('authorization', mockCredentials.user.header('user:default/ada'))
      .send(body);
    expect([response.status, response.body.error]).toEqual([200, undefined]);
    expect(
      new Set(response.body.items.map(({ status }: any) => status)),
    ).toEqual(new Set(['accepted']));
  }

  async function read(path: string, user = 'ada') {
    const response = await request(engine.server)
      .get(`/api/opmodel${path}`)
      .set(
        'authorization',
        mockCredentials.user.header(`user:default/${user}`),
      );
    return response;
  }

  async function proposals(name: string, user?: string) {
    const response = await read(
      `/entities/component/default/${name}/slo-proposals`,
      user,
    );
    validate(
      'get',
      '/entities/{kind}/{namespace}/{name}/slo-proposals',
      response,
    );
    return response.body.items;
  }

  /** An SLO once its counts are what is wanted; what the engine began by itself may still be under way. */
  async function evaluated(
    name: string,
    isWanted: (counts: { good: number; total: number }) => boolean,
    state = 'fresh',
  ) {
    let seen: any;
    for (let attempt = 0; attempt < 60; attempt += 1) {
      await engine.runTask('opmodel-dora-calculation');
      await engine.runTask('opmodel-slo-measurement');
      await engine.runTask('opmodel-slo-evaluation');
      const { body } = await read('/entities/component/default/cart/slos');
      seen = body.items.find(({ ref }: any) => ref === `slo:default/${name}`);
      if (isWanted(seen.objectives[0]) && seen.source.state === state) {
        break;
      }
      await new Promise(resolve => setTimeout(resolve, 250));
    }
    return seen;
  }

  beforeAll(async () => {
    engine = await startEngine({
      policy: {
        handle: async ({ permission }, user) => ({
          result:
            user?.info.userEntityRef === 'user:default/outsider' &&
            permission.name === 'opmodel.dora.read'
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        }),
      },
      entities,
      features: [openSloInCatalog],
      config: {
        opmodel: {
          // Scans whenever it is told to, however long a scan takes.
          snapshot: { schedule: { frequency: 'PT10M', timeout: 'PT5M' } },
        },
      },
    });
    await scanUntil(
      engine,
      async () => (await read('/slos')).body.totalItems === 3,
    );
  });

  afterAll(() => engine?.stop());

  it('count the deployments that are sent, and no longer those that an incident fails afterwards', async () => {
    await post('/deployments', {
      items: [
        deploymentOf('cart', 'v1', now - 20 * DAY),
        deploymentOf('cart', 'v2', now - 8 * DAY),
      ],
    });
    const before = await evaluated('cart-deployments', of => of.good === 2);
    expect(before).toMatchObject({
      source: { type: 'opmodel', state: 'fresh', error: null },
      objectives: [{ good: 2, total: 2, attainment: 1 }],
    });
    await post('/incidents', {
      items: [
        {
          source: 'https://cd.example.com',
          id: 'i1',
          entityRef: 'component:default/cart',
          severity: 'sev2',
          deployment: 'v2',
          startedAt: iso(now - 8 * DAY + 10 * MINUTE),
          resolvedAt: iso(now - 8 * DAY + 70 * MINUTE),
        },
      ],
    });
    const after = await evaluated('cart-deployments', of => of.good === 1);
    expect(after.objectives).toMatchObject([
      { good: 1, total: 2, attainment: 0.5 },
    ]);
    const { body } = await read(
      '/entities/component/default/cart/dora?window=P30D',
    );
    expect(body.changeFailRate).toMatchObject({ value: 0.5 });
    const incidents = await evaluated(
      'cart-incidents',
      of => of.total > 7 * 24 * 60,
    );
    const [{ good, total }] = incidents.objectives;
    expect(total - good).toBeCloseTo(60, 6);
    expect(total).toBeLessThanOrEqual(9 * 24 * 60);
  });

  it('say what is wrong with a signal that nobody knows', async () => {
    const mood = await evaluated(
      'cart-mood',
      of => of.total === null,
      'failing',
    );
    expect(mood.source.error).toContain(
      'spec.signal: expected deployment-success or incident-free-minutes',
    );
    expect(mood.objectives[0].state).toBe('no_data');
  });

  it('are proposed where there is none, as documents that the strictest reader takes', async () => {
    await post('/deployments', {
      items: Array.from({ length: 56 }, (_, place) =>
        deploymentOf('ledger', `l${place}`, now - (place + 1) * 12 * HOUR),
      ),
    });
    await post('/incidents', {
      items: [
        {
          source: 'https://cd.example.com',
          id: 'l-old',
          entityRef: 'component:default/ledger',
          causeClass: 'external',
          startedAt: iso(now - 40 * DAY),
          resolvedAt: iso(now - 40 * DAY + HOUR),
        },
      ],
    });
    await engine.runTask('opmodel-dora-calculation');
    const items = await proposals('ledger');
    expect(items).toMatchObject([
      {
        indicator: 'deployment-success',
        target: 0.9,
        state: 'ok',
        attainment: 1,
        wouldBeMetOn: 1,
        values: { slo: null, present: null, n: 56 },
      },
      {
        indicator: 'incident-free-minutes',
        target: 0.995,
        state: 'ok',
        days: 30,
        attainment: 1,
      },
    ]);
    for (const { document, target } of items) {
      const parsed = parseOpenSlo(document);
      expect([
        parsed.problems,
        validateOpenSlo(parsed.documents, { mode: 'strict' }),
      ]).toEqual([[], []]);
      expect((parsed.documents[0].value as any).spec.objectives).toMatchObject([
        { target },
      ]);
    }
  });

  it('are proposed to nobody who may not know of deliveries, of nothing that is measured already, and of nothing that nothing is known of', async () => {
    expect(await proposals('ledger', 'outsider')).toEqual([]);
    expect(await proposals('quiet')).toEqual([]);
    const indicators = (await proposals('cart')).map(
      ({ indicator }: any) => indicator,
    );
    expect(new Set(indicators)).toEqual(new Set(['ratio']));
  });
});
