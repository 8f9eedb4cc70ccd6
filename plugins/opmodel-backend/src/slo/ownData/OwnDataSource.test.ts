import { mockServices } from '@backstage/backend-test-utils';
import {
  computeDelivery,
  countDeliveryDays,
  dora2026Profile,
  type SliIndicator,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  type SliRequest,
  sliSourceContract,
} from '@opmodel/backstage-plugin-opmodel-node';
import { readCalendar } from '../../calendarConfig';
import { DeliveryHistory } from '../../dora/DeliveryHistory';
import { doraCalculation } from '../../dora/EnabledDefinitions';
import { FakeDoraStore } from '../../dora/FakeDoraStore';
import { FakeOutcomeStore } from '../../dora/FakeOutcomeStore';
import {
  deploymentFact,
  incidentFact,
  noFacts,
} from '../../dora/testing/facts';
import { HOUR, MINUTE, noon } from '../testing/slos';
import { OwnDataSource } from './OwnDataSource';
import { readOwnIndicator } from './readOwnIndicator';

const shop = 'component:default/shop';
const config = mockServices.rootConfig();
const { signal } = new AbortController();

const metric = (spec: object) => ({
  type: 'opmodel',
  dataSource: null,
  connection: {},
  spec: { ...spec },
});
const ratioOf = (spec: object): SliIndicator => ({
  type: 'ratio',
  counter: false,
  good: metric(spec),
  total: metric(spec),
});
const requestOf = (
  id: string,
  spec: object,
  given: Partial<SliRequest> = {},
): SliRequest => ({
  id,
  indicator: ratioOf(spec),
  comparison: null,
  entityRef: shop,
  from: noon,
  to: noon + 2 * HOUR,
  ...given,
});
const success = { signal: 'deployment-success' };
const minutes = { signal: 'incident-free-minutes' };

async function createSource(zone = 'UTC'): Promise<OwnDataSource> {
  const outcomes = new FakeOutcomeStore();
  outcomes.addComponent(
    { ref: shop, name: 'shop', scopes: [] },
    {
      ...noFacts,
      deployments: [
        deploymentFact('d1', noon + 10 * MINUTE),
        deploymentFact('d2', noon + 90 * MINUTE),
        deploymentFact('eu', noon + 91 * MINUTE, {
          environment: 'production-eu',
        }),
      ],
      incidents: [
        incidentFact('i1', noon + 100 * MINUTE, {
          deployment: 'd2',
          resolvedAt: noon + 102 * MINUTE,
        }),
      ],
      latestRecordedAt: noon,
    },
  );
  await outcomes.writeDelivery(
    shop,
    [
      {
        calculation: doraCalculation(dora2026Profile, 'UTC'),
        compute: facts => {
          const delivery = computeDelivery(facts, dora2026Profile, 'UTC');
          return { delivery, days: countDeliveryDays(delivery) };
        },
      },
    ],
    { now: noon },
  );
  return new OwnDataSource({
    zone,
    delivery: new DeliveryHistory({
      store: new FakeDoraStore(),
      outcomes,
      config,
      calendar: readCalendar(config, noon),
    }),
  });
}

const measure = async (...requests: SliRequest[]) =>
  (await createSource()).measure(requests, {
    signal,
    budgetShare: 1,
    reportProgress() {},
  });

describe('OwnDataSource', () => {
  it.each(sliSourceContract)('$name', async ({ check }) => {
    const checked = check({
      source: await createSource(),
      requests: [requestOf('a 0', success), requestOf('b 0', minutes)],
      brokenRequest: requestOf('c 0', { signal: 'good-mood' }),
      silentRequest: requestOf('d 0', minutes, {
        entityRef: 'component:default/nobody',
      }),
    });
    await expect(checked).resolves.toBeUndefined();
  });

  it('counts deployments that did not fail, and minutes without an incident', async () => {
    const [deployments, free] = await measure(
      requestOf('a 0', success),
      requestOf('b 0', minutes),
    );
    const countedIn = (answer: typeof deployments) =>
      'buckets' in answer
        ? answer.buckets
            .filter(({ good, total }) => total > 0 && good !== 5)
            .map(({ start, ...counts }) => [(start - noon) / MINUTE, counts])
        : answer;
    expect(countedIn(deployments)).toEqual([
      [10, { good: 1, total: 1 }],
      [90, { good: 1, total: 2 }],
    ]);
    expect(countedIn(free)).toEqual([[100, { good: 3, total: 5 }]]);
    expect(deployments.queries).toEqual([
      'GET /api/opmodel/entities/component/default/shop/dora/deployments?profile=dora-2026 (good: did not fail)',
    ]);
  });

  it('counts by the minute beside others that count by five', async () => {
    const [free, deployments, byFive] = await measure(
      requestOf('a 0', minutes, { bucketSeconds: 60 }),
      requestOf('b 0', success, { bucketSeconds: 60 }),
      requestOf('c 0', success),
    );
    const countedIn = (answer: typeof free) =>
      'buckets' in answer
        ? answer.buckets
            .filter(({ good, total }) => total > 0 && good < total)
            .map(({ start, ...counts }) => [(start - noon) / MINUTE, counts])
        : answer;
    expect(countedIn(free)).toEqual([
      [100, { good: 0, total: 1 }],
      [101, { good: 0, total: 1 }],
    ]);
    expect(countedIn(deployments)).toEqual([[90, { good: 0, total: 1 }]]);
    expect(countedIn(byFive)).toEqual([[90, { good: 1, total: 2 }]]);
    expect(free).toMatchObject({ buckets: { length: 120 } });
  });

  it('counts one environment alone where it is asked to, and incidents of no known one everywhere', async () => {
    const eu = { environment: 'production-eu' };
    const [deployments, free, elsewhere] = await measure(
      requestOf('a 0', { ...success, ...eu }),
      requestOf('b 0', { ...minutes, ...eu }),
      requestOf('c 0', { ...success, environment: 'moon' }),
    );
    const sum = (answer: typeof deployments) =>
      'buckets' in answer &&
      answer.buckets.reduce(
        ([good, total], of) => [good + of.good, total + of.total],
        [0, 0],
      );
    expect(sum(deployments)).toEqual([1, 1]);
    expect(sum(free)).toEqual([118, 120]);
    expect(sum(elsewhere)).toEqual([0, 0]);
    expect(free.queries).toEqual([
      'GET /api/opmodel/entities/component/default/shop/dora/incidents?profile=dora-2026 (good: minutes in which none was open, in production-eu)',
    ]);
  });

  it('knows nothing of the days before the first record, of what reports nothing, and of nothing at all', async () => {
    const day = 24 * HOUR;
    const dayBefore = { from: noon - day, to: noon };
    const [early, silent, unknown] = await measure(
      requestOf('a 0', success, dayBefore),
      requestOf('b 0', minutes, { entityRef: 'component:default/nobody' }),
      requestOf('c 0', success, { entityRef: null }),
    );
    // From midnight on: nothing was deployed in the morning.
    expect(early).toMatchObject({ buckets: { length: 144 } });
    expect(silent).toMatchObject({ buckets: [] });
    expect(unknown).toMatchObject({
      problem: expect.stringContaining('which entity'),
    });
  });
});

describe('a document that says since when incidents are told of', () => {
  const since = (day: string, zone?: string) =>
    createSource(zone).then(source =>
      source.measure(
        [
          requestOf(
            'a 0',
            { ...minutes, since: day },
            {
              entityRef: 'component:default/nobody',
              from: noon - 24 * HOUR,
            },
          ),
        ],
        { signal, budgetShare: 1, reportProgress() {} },
      ),
    );
  const counted = async (...asked: Parameters<typeof since>) => {
    const [answer] = await since(...asked);
    return 'buckets' in answer ? answer.buckets.length : answer.problem;
  };

  it('makes the time without any known, from the beginning of that day in the configured zone', async () => {
    expect(await counted('2020-01-01')).toBe(26 * 12);
    expect(await counted('2026-11-22')).toBe(14 * 12);
    expect(await counted('2026-11-22', 'Europe/Berlin')).toBe(15 * 12);
    expect(await counted('2026-11-23')).toBe(0);
  });
});

describe('what is to be counted', () => {
  it.each([
    ['spec.signal: expected deployment-success or', ratioOf({})],
    ['got "good-mood"', ratioOf({ signal: 'good-mood' })],
    [
      'spec.environment: expected the name',
      ratioOf({ ...success, environment: 7 }),
    ],
    [
      'spec.environment: expected the name',
      ratioOf({ ...success, environment: ' ' }),
    ],
    [
      'spec.since: expected an ISO day',
      ratioOf({ ...minutes, since: '2026-02-30' }),
    ],
    [
      'spec.since: expected with incident-free-minutes',
      ratioOf({ ...success, since: '2026-02-28' }),
    ],
    [
      'The parts of the ratio differ',
      {
        type: 'ratio' as const,
        counter: false,
        good: metric(success),
        total: metric(minutes),
      },
    ],
    [
      'compared with a value',
      { type: 'threshold' as const, metric: metric(success) },
    ],
  ])('is not known where %s', (problem, indicator) => {
    expect(readOwnIndicator(indicator)).toEqual({
      problem: expect.stringContaining(problem),
    });
  });

  it('is said in a ratio, by its good or its bad part, or in a raw metric', () => {
    const indicators: SliIndicator[] = [
      ratioOf(success),
      {
        type: 'ratio',
        counter: true,
        bad: metric(success),
        total: metric(success),
      },
      {
        type: 'raw',
        counter: false,
        rawType: 'success',
        raw: metric(success),
      },
    ];
    for (const indicator of indicators) {
      expect(readOwnIndicator(indicator)).toEqual({
        signal: 'deployment-success',
        environment: null,
        since: null,
      });
    }
  });
});
