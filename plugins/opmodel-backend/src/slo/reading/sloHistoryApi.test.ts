import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type SliSource,
  opmodelSliSourcesExtensionPoint,
} from '@opmodel/backstage-plugin-opmodel-node';
import request from 'supertest';
import { createResponseValidator } from '../../testing/createResponseValidator';
import { openSloInCatalog } from '../../testing/openSloInCatalog';
import { scanUntil } from '../../testing/scanUntil';
import { startEngine } from '../../testing/startEngine';

// A whole backend with a catalog that processes entities takes its time on a busy machine.
jest.setTimeout(240_000);

const BUCKET = 300_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const source = 'https://ci.example.com/';
const thisHour = Math.floor(Date.now() / HOUR) * HOUR;

/** For four hours one in five fails. */
const outage = { from: thisHour - 2 * DAY, to: thisHour - 2 * DAY + 4 * HOUR };

/** Windows of a day that began twelve hours ago: at any hour of the day the present one has used up its budget. */
const windowStart = `2026-01-01 ${new Date(thisHour - 12 * HOUR)
  .toISOString()
  .slice(11, 13)}:00:00`;

const entity = (
  kind: string,
  name: string,
  spec: object,
  apiVersion = 'backstage.io/v1alpha1',
): Entity => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'default' },
  spec: spec as Entity['spec'],
});

const indicator = (name: string, good = 'good') => ({
  metadata: { name },
  spec: {
    ratioMetric: {
      counter: true,
      good: { metricSource: { type: 'toy', spec: { query: good } } },
      total: { metricSource: { type: 'toy', spec: { query: 'total' } } },
    },
  },
});

const slo = (name: string, spec: object) =>
  entity(
    'SLO',
    name,
    {
      service: 'cart',
      timeWindow: [{ duration: '30d', isRolling: true }],
      budgetingMethod: 'Occurrences',
      ...spec,
    },
    'openslo/v1',
  );

const composite = (name: string, budgetingMethod: string, objective = {}) =>
  slo(name, {
    budgetingMethod,
    objectives: ['first', 'second'].map(part => ({
      displayName: part,
      target: 0.9,
      indicator: indicator(`${name}-${part}`),
      ...objective,
    })),
  });

const entities = [
  entity('Group', 'shop', { type: 'team', children: [] }),
  entity('Component', 'cart', {
    type: 'service',
    lifecycle: 'production',
    owner: 'shop',
  }),
  slo('works', {
    indicator: indicator('works-sli'),
    objectives: [{ displayName: 'Works', target: 0.99 }],
  }),
  slo('hopeless', {
    indicator: indicator('hopeless-sli', 'poor'),
    objectives: [{ displayName: 'Works', target: 0.99 }],
    timeWindow: [
      {
        duration: '1d',
        isRolling: false,
        calendar: { startTime: windowStart, timeZone: 'UTC' },
      },
    ],
  }),
  composite('events', 'Occurrences'),
  composite('slices', 'Timeslices', {
    timeSliceTarget: 0.95,
    timeSliceWindow: '5m',
  }),
  composite('ratios', 'RatioTimeslices', { timeSliceWindow: '5m' }),
];

const toy: SliSource = {
  type: 'toy',
  title: 'Toy',
  measure: async requests =>
    requests.map(({ id, indicator: asked, from, to }) => ({
      id,
      buckets: Array.from({ length: (to - from) / BUCKET }, (_, place) => {
        const start = from + place * BUCKET;
        const isOut = start >= outage.from && start < outage.to;
        const isPoor =
          asked.type === 'ratio' && asked.good?.spec.query === 'poor';
        const good = isOut ? 800 : 1_000;
        return { start, good: isPoor ? 900 : good, total: 1_000 };
      }),
      queries: [],
    })),
};

const toySource = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'toy',
  register(env) {
    env.registerInit({
      deps: { sources: opmodelSliSourcesExtensionPoint },
      async init({ sources }) {
        sources.addSliSource(toy);
      },
    });
  },
});

const deployment = (id: string, at: number, rest: object = {}) => ({
  source,
  id,
  entityRef: 'component:default/cart',
  environment: 'production',
  version: id,
  finishedAt: new Date(at).toISOString(),
  ...rest,
});

const deployments = [
  deployment('calm', outage.from - 3 * HOUR),
  deployment('breaks', outage.from),
  deployment('staged', outage.from + HOUR, { environment: 'staging' }),
  deployment('refused', outage.from + HOUR, { outcome: 'failure' }),
  deployment('no better', outage.from + 3 * HOUR),
  // A day and an hour after the one before, so that nothing of the outage is put down to it.
  deployment('later', outage.from + 28 * HOUR),
];

const validate = createResponseValidator();

describe('the history of objectives behind HTTP', () => {
  let engine: Awaited<ReturnType<typeof startEngine>>;
  let taken: { status: string }[] = [];

  async function ask(path: string, body?: object) {
    const url = `/api/opmodel${path}`;
    const response = await (body
      ? request(engine.server).post(url).send(body)
      : request(engine.server).get(url)
    ).set('authorization', mockCredentials.user.header('user:default/ada'));
    validate(body ? 'post' : 'get', path, response);
    return response;
  }
  async function get(path: string) {
    const { status, body } = await ask(path);
    expect([path, status, body]).toEqual([path, 200, expect.anything()]);
    return body;
  }

  beforeAll(async () => {
    engine = await startEngine({
      policy: { handle: async () => ({ result: AuthorizeResult.ALLOW }) },
      entities,
      features: [openSloInCatalog, toySource],
      config: {
        opmodel: {
          slo: { measurement: { backfill: { days: 20 }, step: { days: 31 } } },
        },
      },
    });
    await scanUntil(engine, async () => {
      const { body } = await ask('/entities/component/default/cart/slos');
      return body.totalItems === 5;
    });
    taken = (await ask('/deployments', { items: deployments })).body.items;
    await engine.runTask('opmodel-dora-calculation');
    await engine.runTask('opmodel-slo-definitions');
    await engine.runTask('opmodel-slo-measurement');
    await engine.runTask('opmodel-slo-evaluation');
  });

  afterAll(() => engine?.stop());

  it('tells how much of the budget burned after each deployment', async () => {
    expect(taken.map(({ status }) => status)).toEqual(
      deployments.map(() => 'accepted'),
    );
    const { status } = await get('/slos/default/works');
    // Twenty days are 5,760 buckets of 1,000 events, of which one in a hundred may be bad.
    expect(status.objectives[0].budget).toMatchObject({
      allowed: 57_600,
      spent: 48 * 200,
    });
    const { marks } = await get('/slos/default/works/series?window=P7D');
    const burned = marks
      .filter(({ kind }: any) => kind === 'deployment')
      .map((mark: any) => [mark.title, mark.burned]);
    // In the three hours until the next one 36 × 200 were bad, in the last hour of the outage 12 × 200.
    expect(burned).toEqual([
      ['calm', 0],
      ['breaks', 0.125],
      ['no better', expect.closeTo(2_400 / 57_600, 9)],
      ['later', 0],
    ]);
    // What fails by its budget: those after which a twentieth of it burned, one of four.
    const failing = burned.filter(([, share]: any) => share >= 0.05);
    expect(failing.length / burned.length).toBe(0.25);
  });

  it('asks whether a target is attainable that is missed by far each time', async () => {
    const { nextSteps } = await get('/entities/component/default/cart/slos');
    expect(nextSteps).toContainEqual({
      id: 'lower_target',
      entityRef: 'component:default/cart',
      values: {
        slo: 'slo:default/hopeless',
        title: 'hopeless',
        target: 0.99,
        attained: 0.9,
      },
    });
  });

  it('tells how composites stood as a whole', async () => {
    const windowsOf = async (name: string) =>
      (await get(`/slos/default/${name}/windows?objective=-1`)).items;
    const remainingOf = async (name: string, objective: number) =>
      (await get(`/slos/default/${name}/windows?objective=${objective}`))
        .items[0].remaining;

    const [events] = await windowsOf('events');
    expect(events).toMatchObject({ target: 0.9, attainment: null });
    expect(events.remaining).toBeCloseTo(
      1 - 2 * (1 - (await remainingOf('events', 0))),
      9,
    );
    const [slices] = await windowsOf('slices');
    expect(slices).toMatchObject({ total: 5_760, good: 5_712 });
    expect(slices.attainment).toBeCloseTo(5_712 / 5_760, 9);
    const [ratios] = await windowsOf('ratios');
    expect(ratios.attainment).toBeCloseTo(1 - (2 * 48 * 0.2) / 5_760, 9);

    expect((await ask('/slos/default/works/windows?objective=-1')).status).toBe(
      404,
    );
    expect(
      (await ask('/slos/default/events/windows?objective=-2')).status,
    ).toBe(400);
  });
});
