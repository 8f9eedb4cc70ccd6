import { ConfigReader } from '@backstage/config';
import type { SliIndicator } from '@opmodel/backstage-plugin-opmodel-common';
import {
  type SliContext,
  sliSourceContract,
} from '@opmodel/backstage-plugin-opmodel-node';
import { PrometheusSliSource } from './PrometheusSliSource';
import { readPrometheusSettings } from './prometheusSettings';
import {
  BUCKET,
  bucketsOf,
  metricOf,
  problemOf,
  ratioOf,
  requestOf,
} from './testing/sliRequests';
import {
  describeWithPrometheus,
  type RunningPrometheus,
  type SampledSeries,
  startPrometheus,
  writeOpenMetrics,
} from './testing/startPrometheus';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 8, 1);
const END = START + 6 * HOUR;

/** Two instances answer 60 requests a minute each. From 03:00 to 03:30 nothing was scraped. */
const isScraped = (at: number) =>
  at <= START + 3 * HOUR || at >= START + 3.5 * HOUR;

/** From 02:00 to 02:20 one of them fails at all. */
const isOutage = (at: number) =>
  at > START + 2 * HOUR && at <= START + 2 * HOUR + 20 * MINUTE;

/** A counter that grows by so many a minute, and begins anew at 0 after `restart`. */
function* counter(
  perMinute: (at: number) => number,
  restart: number = NaN,
): Iterable<[number, number]> {
  let value = 100_000;
  for (let at = START; at <= END; at += MINUTE) {
    value += at === START ? 0 : perMinute(at);
    if (at === restart + MINUTE) {
      value = perMinute(at);
    }
    if (isScraped(at)) {
      yield [at, value];
    }
  }
}

function* gauge(read: (at: number) => number): Iterable<[number, number]> {
  for (let at = START; at <= END; at += MINUTE) {
    yield [at, read(at)];
  }
}

/** Minutes since the start, from 0. */
const minuteOf = (at: number) => (at - START) / MINUTE;

const requestsOf = (
  instance: string,
  code: string,
  perMinute: (at: number) => number,
  restart?: number,
): SampledSeries => ({
  metric: 'http_requests_total',
  labels: { job: 'shop', instance, code },
  samples: counter(perMinute, restart),
});

// Instance b begins anew at 01:12, in the middle of a bucket.
const RESTART = START + HOUR + 12 * MINUTE;

const history = writeOpenMetrics([
  requestsOf('a', '200', at => (isOutage(at) ? 0 : 60)),
  requestsOf('a', '500', at => (isOutage(at) ? 60 : 0)),
  requestsOf('b', '200', () => 60, RESTART),
  requestsOf('b', '500', () => 0, RESTART),
  {
    metric: 'queue_length',
    labels: { job: 'shop' },
    // 12 in two of five minutes from 04:00 on, no number at all from 05:00 on.
    samples: gauge(at => {
      const minute = minuteOf(at);
      if (minute > 300) {
        return NaN;
      }
      return minute > 240 && minute % 5 < 2 ? 12 : 3;
    }),
  },
  {
    metric: 'worst_wait_seconds',
    labels: { job: 'shop' },
    samples: gauge(() => Infinity),
  },
  {
    metric: 'healthy_pods',
    labels: { job: 'shop' },
    samples: gauge(at => (minuteOf(at) % 5 === 0 ? 1 : 3)),
  },
  {
    metric: 'pods',
    labels: { job: 'shop' },
    samples: gauge(() => 3),
  },
  {
    metric: 'availability_ratio',
    labels: { job: 'shop' },
    samples: gauge(at => (minuteOf(at) % 5 === 0 ? 0.5 : 1)),
  },
  {
    metric: 'availability_percent',
    labels: { job: 'shop' },
    samples: gauge(() => 99.5),
  },
  {
    metric: 'orders:increase5m',
    labels: { slo: 'orders' },
    samples: gauge(() => 40),
  },
  {
    metric: 'orders:increase4w',
    labels: { slo: 'orders' },
    samples: gauge(() => 100_000),
  },
  {
    metric: 'pyrra_requests:rate5m',
    labels: { slo: 'orders' },
    samples: gauge(() => 2),
  },
  {
    metric: 'pyrra_errors:rate5m',
    labels: { slo: 'orders' },
    samples: gauge(() => 0.02),
  },
]);

/** As Sloth writes them for an SLO of two queries. */
const slothRules = {
  groups: [
    {
      name: 'sloth-slo-sli-recordings-shop-availability',
      rules: [
        {
          record: 'slo:sli_error:ratio_rate5m',
          expr: '(sum(rate(http_requests_total{job="shop",code=~"5.."}[5m]))) / (sum(rate(http_requests_total{job="shop"}[5m])))',
          labels: {
            sloth_id: 'shop-availability',
            sloth_service: 'shop',
            sloth_slo: 'availability',
            sloth_window: '5m',
          },
        },
        {
          record: 'slo:sli_error:ratio_rate5m',
          expr: 'sum by (job) (rate(http_requests_total{job="nobody"}[5m])) or vector(0) / vector(0)',
          labels: {
            sloth_id: 'idle-availability',
            sloth_service: 'idle',
            sloth_slo: 'availability',
            sloth_window: '5m',
          },
        },
      ],
    },
  ],
};

const good = 'sum(http_requests_total{job="shop",code!~"5.."})';
const bad = 'sum(http_requests_total{job="shop",code=~"5.."})';
const total = 'sum(http_requests_total{job="shop"})';

describeWithPrometheus('measurements of a known history', programs => {
  let prometheus: RunningPrometheus;
  let source: PrometheusSliSource;
  let requests: number;

  const context: SliContext = {
    signal: new AbortController().signal,
    budgetShare: 1,
    reportProgress: progress => {
      requests = progress.requests ?? requests;
    },
  };
  const measure = (
    indicator: SliIndicator,
    {
      from = START,
      to = END,
      comparison = null,
    }: Partial<Parameters<typeof requestOf>[1]> = {},
  ) =>
    source.measure([requestOf(indicator, { from, to, comparison })], context);
  const round = (count: number) => Math.round(count * 1e6) / 1e6;
  const bucketsBetween = async (
    indicator: SliIndicator,
    fromMinute: number,
    toMinute: number,
  ) =>
    bucketsOf(
      await measure(indicator, {
        from: START + fromMinute * MINUTE,
        to: START + toMinute * MINUTE,
      }),
    ).map(({ start, good: well, total: all }) => [
      minuteOf(start),
      round(well),
      round(all),
    ]);

  beforeAll(async () => {
    prometheus = await startPrometheus(programs, {
      history,
      rules: { document: slothRules, from: START, to: END },
    });
    source = new PrometheusSliSource(
      readPrometheusSettings(
        new ConfigReader({
          opmodel: {
            prometheus: { servers: [{ name: 'main', url: prometheus.url }] },
          },
        }),
      ),
    );
  }, 60_000);

  beforeEach(() => {
    requests = 0;
  });

  afterAll(() => prometheus?.stop());

  describe.each([
    ['good and total', ratioOf({ good, total })],
    ['bad and total', ratioOf({ bad, total })],
    [
      'rates over an hour',
      ratioOf(
        {
          bad: 'sum(rate(http_requests_total{job="shop",code=~"5.."}[1h]))',
          total: 'sum(rate(http_requests_total{job="shop"}[{{.window}}]))',
        },
        false,
      ),
    ],
  ])('of %s', (_what, indicator) => {
    it('counts every request, in one short query', async () => {
      const buckets = bucketsOf(await measure(indicator));
      // 72 buckets of 600 requests, without the six of the gap. The four of the outage lose half of theirs.
      expect(buckets).toHaveLength(72 - 6);
      const sums = buckets.reduce(
        (sum, bucket) => ({
          good: sum.good + bucket.good,
          total: sum.total + bucket.total,
        }),
        { good: 0, total: 0 },
      );
      expect(round(sums.total)).toBe(66 * 600);
      expect(round(sums.good)).toBe(66 * 600 - 4 * 300);
      expect(requests).toBe(1);
    });

    it('knows the outage to the minute', async () => {
      expect(await bucketsBetween(indicator, 115, 145)).toEqual([
        [115, 600, 600],
        [120, 300, 600],
        [125, 300, 600],
        [130, 300, 600],
        [135, 300, 600],
        [140, 600, 600],
      ]);
    });

    it('takes a counter that begins anew for what it is', async () => {
      expect(await bucketsBetween(indicator, 65, 80)).toEqual([
        [65, 600, 600],
        [70, 600, 600],
        [75, 600, 600],
      ]);
    });

    it('makes nothing of what was not scraped', async () => {
      expect(await bucketsBetween(indicator, 175, 215)).toEqual([
        [175, 600, 600],
        [210, 600, 600],
      ]);
    });
  });

  it('counts no failures where there never was one', async () => {
    const indicator = ratioOf({
      bad: 'sum(http_requests_total{job="shop",code="503"})',
      total,
    });
    expect(await bucketsBetween(indicator, 0, 5)).toEqual([[0, 600, 600]]);
  });

  it('knows nothing where what is good is not there, and is another metric', async () => {
    const indicator = ratioOf({ good: 'sum(http_successes_total)', total });
    expect(bucketsOf(await measure(indicator))).toEqual([]);
  });

  it('counts plain numbers minute by minute', async () => {
    const indicator = ratioOf(
      { good: 'sum(healthy_pods)', total: 'sum(pods)' },
      false,
    );
    expect(await bucketsBetween(indicator, 0, 5)).toEqual([[0, 13, 15]]);
  });

  it('weighs a ratio by its time', async () => {
    const indicator = {
      type: 'raw' as const,
      counter: false,
      rawType: 'success' as const,
      raw: metricOf('avg(availability_ratio)'),
    };
    expect(await bucketsBetween(indicator, 0, 10)).toEqual([
      [0, 270, 300],
      [5, 270, 300],
    ]);
    expect(
      await bucketsBetween({ ...indicator, rawType: 'failure' }, 0, 5),
    ).toEqual([[0, 30, 300]]);
    expect(
      problemOf(
        await measure({ ...indicator, raw: metricOf('availability_percent') }),
      ),
    ).toBe('The ratio is 99.5, and ratios lie between 0 and 1');
  });

  it('looks at the five minutes of the bucket where a ratio looks at a time', async () => {
    const ratio = `sum(rate(http_requests_total{code=~"5.."}[1d])) / sum(rate(http_requests_total[1d]))`;
    const buckets = await bucketsBetween(
      {
        type: 'raw',
        counter: false,
        rawType: 'failure',
        raw: metricOf(ratio),
      },
      115,
      125,
    );
    expect(buckets).toEqual([
      [115, 300, 300],
      [120, 150, 300],
    ]);
  });

  it('counts the time that meets a threshold, and none where nothing is measured', async () => {
    const indicator = {
      type: 'threshold' as const,
      metric: metricOf('max(queue_length)'),
    };
    const told = async (operator: 'lte' | 'gt', value: number) =>
      bucketsOf(
        await measure(indicator, {
          from: START + 235 * MINUTE,
          to: START + 245 * MINUTE,
          comparison: { operator, value },
        }),
      );
    const [at235, at240] = [START + 235 * MINUTE, START + 240 * MINUTE];
    // Minutes 241 to 245: 12 at 241 and 245.
    expect(await told('lte', 10)).toEqual([
      { start: at235, good: 300, total: 300 },
      { start: at240, good: 180, total: 300 },
    ]);
    expect(await told('gt', 3)).toEqual([
      { start: at235, good: 0, total: 300 },
      { start: at240, good: 120, total: 300 },
    ]);
    const comparison = { operator: 'lte' as const, value: 10 };
    expect(
      bucketsOf(
        await measure(indicator, {
          from: START + 305 * MINUTE,
          to: START + 310 * MINUTE,
          comparison,
        }),
      ),
    ).toEqual([{ start: START + 305 * MINUTE, good: 0, total: 0 }]);
    expect(
      bucketsOf(
        await measure(
          { ...indicator, metric: metricOf('worst_wait_seconds') },
          { to: START + BUCKET, comparison },
        ),
      ),
    ).toEqual([{ start: START, good: 0, total: 300 }]);
    expect(problemOf(await measure(indicator))).toContain('needs op and value');
  });

  it('reads what Sloth has recorded', async () => {
    const slothOf = (sloth: object): SliIndicator => ({
      type: 'raw',
      counter: false,
      rawType: 'failure',
      raw: metricOf({ sloth }),
    });
    const indicator = slothOf({ service: 'shop', slo: 'availability' });
    expect(await bucketsBetween(indicator, 115, 125)).toEqual([
      [115, 300, 300],
      [120, 150, 300],
    ]);
    expect(
      await bucketsBetween(slothOf({ id: 'shop-availability' }), 115, 120),
    ).toEqual([[115, 300, 300]]);
    // A ratio of nothing and nothing: there was no traffic.
    expect(
      await bucketsBetween(slothOf({ id: 'idle-availability' }), 0, 5),
    ).toEqual([[0, 0, 0]]);
    expect(
      await measure(slothOf({ id: 'x', labels: { cluster: 'eu' } })),
    ).toEqual([
      {
        id: 'checkout',
        buckets: [],
        queries: ['slo:sli_error:ratio_rate5m{sloth_id="x", cluster="eu"}'],
      },
    ]);
    expect(problemOf(await measure(slothOf({ service: 'shop' })))).toBe(
      'spec.sloth needs the texts service and slo, or id; labels may follow',
    );
    expect(
      problemOf(await measure({ ...indicator, rawType: 'success' } as any)),
    ).toContain('rawType must be failure');
  });

  it('reads what Pyrra has recorded', async () => {
    const answers = await measure(
      {
        type: 'raw',
        counter: false,
        rawType: 'failure',
        raw: metricOf({ pyrra: { slo: 'orders' } }),
      },
      { to: START + 2 * BUCKET },
    );
    expect(bucketsOf(answers)).toEqual([
      { start: START, good: 594, total: 600 },
      { start: START + BUCKET, good: 594, total: 600 },
    ]);
    expect(requests).toBe(1);
    expect(answers[0].queries).toEqual([
      '(pyrra_errors:rate5m{slo="orders"} * 300)',
      '(pyrra_requests:rate5m{slo="orders"} * 300)',
    ]);
    const recorded = (metric: string) =>
      ratioOf({
        bad: 'sum(pyrra_errors:rate5m{slo="orders"})',
        total: `sum(${metric}{slo="orders"})`,
      });
    expect(await bucketsBetween(recorded('orders:increase5m'), 0, 5)).toEqual([
      [0, 34, 40],
    ]);
    expect(problemOf(await measure(recorded('orders:increase4w')))).toContain(
      'is recorded over 4w',
    );
  });

  it.each([
    [
      'several series',
      ratioOf({ good: 'http_requests_total{code!~"5.."}', total }),
      'The good query answers with several series, and one number is needed: aggregate with sum()',
    ],
    [
      'a query that is not valid',
      ratioOf({ good: 'sum(http_requests_total', total }),
      'Prometheus refuses the query: parse error',
    ],
    [
      'labels that do not match',
      ratioOf({
        good: 'http_requests_total * on(job) http_requests_total',
        total,
      }),
      'Prometheus refuses the query',
    ],
    [
      'a query of text',
      ratioOf({ good: '"a"', total }),
      'Prometheus refuses the query: parse error: expected type instant vector',
    ],
    [
      'two queries that are mixed up',
      ratioOf({ good: total, total: `${total} * 0.1` }),
      'The good query counts 39600 where the total counts 3960; it must be a part of it',
    ],
    ['no query', ratioOf({ good: ' ', total }), 'its spec needs a query'],
  ])('tells of %s', async (_what, indicator, problem) => {
    expect(problemOf(await measure(indicator))).toContain(problem);
  });

  it('asks once for what several objectives share, and once for each of the others', async () => {
    const ratio = ratioOf({ good, total });
    const answers = await source.measure(
      [
        requestOf(ratio, { id: 'strict', from: START, to: END }),
        requestOf(ratio, { id: 'loose', from: START, to: END }),
        requestOf(ratioOf({ bad, total }), { id: 'c', from: START, to: END }),
      ],
      context,
    );
    expect(answers.map(({ id }) => id)).toEqual(['strict', 'loose', 'c']);
    expect(requests).toBe(2);
    expect(answers[0].queries).toEqual([
      'sum(increase(http_requests_total{job="shop",code!~"5.."}[5m]))',
      'sum(increase(http_requests_total{job="shop"}[5m]))',
    ]);
  });

  it('asks for a long time in several queries', async () => {
    const days = await measure(
      { type: 'threshold', metric: metricOf('max(queue_length)') },
      {
        from: START - 3 * 24 * HOUR,
        comparison: { operator: 'lte', value: 10 },
      },
    );
    expect(bucketsOf(days)).toHaveLength(72 + 1);
    expect(requests).toBe(2);
  });

  it('leads to the expression browser', async () => {
    const link = source.link(requestOf(ratioOf({ bad, total })))!;
    expect(link).toContain(`${prometheus.url}/graph?`);
    expect(new URL(link).searchParams.get('g0.expr')).toBe(
      '1 - (sum(increase(http_requests_total{job="shop",code=~"5.."}[5m]))) / (sum(increase(http_requests_total{job="shop"}[5m])))',
    );
    expect((await fetch(link)).status).toBe(200);
    expect(source.link(requestOf(ratioOf({ good: '', total })))).toBeNull();
  });

  it.each(sliSourceContract)('$name', async ({ check }) => {
    const at = { from: START, to: END };
    const outcome = check({
      source,
      requests: [
        requestOf(ratioOf({ good, total }), { ...at, id: 'ratio' }),
        requestOf(
          { type: 'threshold', metric: metricOf('max(queue_length)') },
          {
            ...at,
            id: 'threshold',
            comparison: { operator: 'lte', value: 10 },
          },
        ),
      ],
      brokenRequest: requestOf(ratioOf({ good: 'sum(', total }), {
        ...at,
        id: 'broken',
      }),
      silentRequest: requestOf(ratioOf({ good, total }), {
        id: 'silent',
        from: START - 2 * HOUR,
        to: START - HOUR,
      }),
    });
    await expect(outcome).resolves.toBeUndefined();
  });
});
