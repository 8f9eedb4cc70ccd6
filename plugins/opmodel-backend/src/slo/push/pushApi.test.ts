import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { createResponseValidator } from '../../testing/createResponseValidator';
import { openSloInCatalog } from '../../testing/openSloInCatalog';
import { scanUntil } from '../../testing/scanUntil';
import { startEngine } from '../../testing/startEngine';

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(240_000);

const BUCKET = 300_000;
const DAY = 86_400_000;
const until = Math.floor(Date.now() / BUCKET) * BUCKET;

const MINUTE = 60_000;

const metric = { metricSource: { type: 'push', spec: {} } };
const component = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { type: 'service', lifecycle: 'production', owner: 'shop' },
});
const sloOf = (
  name: string,
  service: string,
  given: { budgetingMethod: string; objectives: object[] },
): Entity => ({
  apiVersion: 'openslo/v1',
  kind: 'SLO',
  metadata: {
    name,
    namespace: 'default',
    annotations: { 'opmodel.io/measures': `component:default/${service}` },
  },
  spec: {
    service,
    indicator: {
      metadata: { name: `${name}-sli` },
      spec: { ratioMetric: { counter: false, good: metric, total: metric } },
    },
    timeWindow: [{ duration: '1d', isRolling: true }],
    ...given,
  } as Entity['spec'],
});
const entities: Entity[] = [
  component('cart'),
  component('till'),
  sloOf('cart-works', 'cart', {
    budgetingMethod: 'Occurrences',
    objectives: [{ displayName: 'Works', target: 0.9 }],
  }),
  sloOf('till-minutes', 'till', {
    budgetingMethod: 'Timeslices',
    objectives: [
      {
        displayName: 'Good minutes',
        target: 0.9,
        timeSliceTarget: 0.95,
        timeSliceWindow: '1m',
      },
    ],
  }),
];

/** Of the latest hours, 95 of 100 in each five minutes went well. */
const measurements = Array.from({ length: 24 }, (_, place) => ({
  slo: 'slo:default/cart-works',
  start: new Date(until - (24 - place) * BUCKET).toISOString(),
  good: 95,
  total: 100,
}));

describe('measurements that are sent', () => {
  const validate = createResponseValidator();
  let engine: Awaited<ReturnType<typeof startEngine>>;

  async function send(body: object) {
    const response = await request(engine.server)
      .post('/api/opmodel/sli-measurements')
      .set('authorization', mockCredentials.user.header('user:default/ada'))
      .send(body);
    validate('post', '/sli-measurements', response);
    return response;
  }

  async function read(path: string) {
    const { body } = await request(engine.server)
      .get(`/api/opmodel${path}`)
      .set('authorization', mockCredentials.user.header('user:default/ada'));
    return body;
  }

  /** The objective once it is evaluated; what the engine began by itself may still be under way. */
  async function measured(name = 'cart') {
    for (let attempt = 0; ; attempt += 1) {
      await engine.runTask('opmodel-slo-measurement');
      await engine.runTask('opmodel-slo-evaluation');
      const { items } = await read(`/entities/component/default/${name}/slos`);
      if (items[0].objectives[0].total !== null || attempt > 40) {
        return items[0];
      }
      await new Promise(resolve => setTimeout(resolve, 250));
    }
  }

  beforeAll(async () => {
    engine = await startEngine({
      policy: { handle: async () => ({ result: AuthorizeResult.ALLOW }) },
      entities,
      features: [openSloInCatalog],
      config: {
        opmodel: {
          // Scans whenever it is told to, however long a scan takes.
          snapshot: { schedule: { frequency: 'PT10M', timeout: 'PT5M' } },
        },
      },
    });
    await scanUntil(engine, async () => (await read('/slos')).totalItems === 2);
  });

  afterAll(() => engine?.stop());

  it('count for the objective, however often they are sent', async () => {
    for (const status of ['accepted', 'duplicate']) {
      const { body } = await send({ items: measurements });
      expect(
        new Set(body.items.map((item: { status: string }) => item.status)),
      ).toEqual(new Set([status]));
      const slo = await measured();
      expect(slo).toMatchObject({
        source: { type: 'push', state: 'fresh', error: null },
        objectives: [{ good: 24 * 95, total: 24 * 100, attainment: 0.95 }],
      });
    }
  });

  it('count minute by minute where slices are those of one minute', async () => {
    // Nothing is said of the fourth of ten minutes, and in the seventh half failed.
    const minutes = Array.from({ length: 10 }, (_, minute) => ({
      slo: 'till-minutes',
      start: new Date(until - (10 - minute) * MINUTE).toISOString(),
      seconds: 60,
      good: minute === 6 ? 5 : 10,
      total: 10,
    })).filter((_, minute) => minute !== 3);
    const { body } = await send({ items: minutes });
    expect(
      new Set(body.items.map((item: { status: string }) => item.status)),
    ).toEqual(new Set(['accepted']));
    expect(await measured('till')).toMatchObject({
      source: { type: 'push', state: 'fresh', error: null },
      objectives: [{ good: 8, total: 9, budget: { unit: 'slices' } }],
    });
    const explained = await read('/slos/default/till-minutes/explain');
    expect(explained).toMatchObject({ method: 'Timeslices', buckets: 2 });
    expect(explained.leftOut).toContainEqual({
      reason: 'empty_slice',
      buckets: 1,
      seconds: 60,
    });
    const { items } = await read(
      '/slos/default/till-minutes/buckets?resolution=300',
    );
    expect(
      items.map((row: { [key: string]: unknown }) => [
        row.good,
        row.slices,
        row.goodSlices,
      ]),
    ).toEqual([
      [45, 5, 4],
      [40, 4, 4],
    ]);
  });

  it('name the field of what cannot be counted, and lose nothing of the others', async () => {
    const [first] = measurements;
    const { status, body } = await send({
      items: [
        { ...first, good: 101 },
        { ...first, start: new Date(until - DAY + 1).toISOString() },
        { ...first, total: 'many' },
        first,
      ],
    });
    expect(status).toBe(200);
    expect(
      body.items.map(
        (item: { status: string; errors?: { path: string }[] }) =>
          item.errors?.[0].path ?? item.status,
      ),
    ).toEqual(['good', 'start', 'total', 'duplicate']);
  });

  it('are refused alone where one is sent alone', async () => {
    const { status, body } = await send({ ...measurements[0], good: -1 });
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringContaining('good'),
    ]);
  });
});
