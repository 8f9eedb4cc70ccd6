import { ConfigReader } from '@backstage/config';
import {
  type SliBucket,
  type SliIndicator,
  tallyBuckets,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  type SliContext,
  type SliRequest,
  sliSourceContract,
} from '@opmodel/backstage-plugin-opmodel-node';
import { PrometheusSliSource } from './PrometheusSliSource';
import { readPrometheusSettings } from './prometheusSettings';
import {
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
const START = Date.UTC(2026, 8, 1);
const END = START + 2 * 60 * MINUTE;

/** How often it is scraped. Milliseconds. */
const SCRAPE = 15_000;

const minuteOf = (at: number) => Math.floor((at - START) / MINUTE);

/** Of sixty requests a minute all fail from 00:20 to 00:22, and every second one in the minute from 00:31 on. */
function badShareAt(at: number): number {
  // A sample tells of what was before it.
  const minute = minuteOf(at - 1);
  if (minute === 20 || minute === 21) {
    return 1;
  }
  return minute === 31 ? 0.5 : 0;
}

function* counter(share: (at: number) => number): Iterable<[number, number]> {
  let value = 100_000;
  for (let at = START; at <= END; at += SCRAPE) {
    value += at === START ? 0 : 15 * share(at);
    yield [at, value];
  }
}

function* gauge(read: (at: number) => number): Iterable<[number, number]> {
  for (let at = START; at <= END; at += SCRAPE) {
    yield [at, read(at)];
  }
}

const requestsOf = (
  code: string,
  share: (at: number) => number,
): SampledSeries => ({
  metric: 'http_requests_total',
  labels: { job: 'shop', code },
  samples: counter(share),
});

const history = writeOpenMetrics([
  requestsOf('200', at => 1 - badShareAt(at)),
  requestsOf('500', badShareAt),
  {
    metric: 'queue_length',
    labels: { job: 'shop' },
    samples: gauge(at => (minuteOf(at - 1) === 40 ? 12 : 3)),
  },
]);

const counted = ratioOf({
  bad: 'sum(http_requests_total{job="shop",code=~"5.."})',
  total: 'sum(rate(http_requests_total{job="shop"}[5m]))',
});

const queue: SliIndicator = {
  type: 'threshold',
  metric: metricOf('max(queue_length)'),
};

const comparison = { operator: 'lte' as const, value: 10 };

describeWithPrometheus('slices of one minute', programs => {
  let prometheus: RunningPrometheus;
  let source: PrometheusSliSource;

  const context: SliContext = {
    signal: new AbortController().signal,
    budgetShare: 1,
    reportProgress() {},
  };
  const minutesOf = (
    indicator: SliIndicator,
    given: Partial<SliRequest> = {},
  ) =>
    requestOf(indicator, { from: START, to: END, bucketSeconds: 60, ...given });
  const rounded = (buckets: readonly SliBucket[]) =>
    buckets.map(({ start, good, total }) => ({
      start,
      good: Math.round(good * 1e6) / 1e6,
      total: Math.round(total * 1e6) / 1e6,
    }));

  beforeAll(async () => {
    prometheus = await startPrometheus(programs, { history });
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

  afterAll(() => prometheus?.stop());

  it('knows the outage to the minute, by one query a step', async () => {
    const answers = await source.measure([minutesOf(counted)], context);
    const buckets = rounded(bucketsOf(answers));
    expect(buckets).toHaveLength(120);
    expect(buckets.every(({ total }) => total === 60)).toBe(true);
    expect(
      buckets
        .filter(({ good }) => good < 60)
        .map(({ start, good }) => [minuteOf(start), good]),
    ).toEqual([
      [20, 0],
      [21, 0],
      [31, 30],
    ]);
    expect(answers[0].queries).toEqual([
      'sum(increase(http_requests_total{job="shop",code=~"5.."}[1m]))',
      'sum(increase(http_requests_total{job="shop"}[1m]))',
    ]);
  });

  it('has the slices that its minutes are, where five minutes would lose most of them', async () => {
    const buckets = rounded(
      bucketsOf(await source.measure([minutesOf(counted)], context)),
    );
    const tallied = (method: 'Timeslices' | 'RatioTimeslices') =>
      tallyBuckets(
        buckets,
        { timeSliceSeconds: 60, timeSliceTarget: 0.95 },
        method,
        3_600,
        END,
      ).tallies;
    const [hour, quiet] = tallied('Timeslices');
    expect(hour).toEqual({
      start: START,
      good: 57.5 * 60,
      total: 3_600,
      slices: 60,
      goodSlices: 57,
      ratioSum: 57.5,
    });
    expect(quiet).toMatchObject({ slices: 60, goodSlices: 60, ratioSum: 60 });
    expect(tallied('RatioTimeslices')[0].ratioSum).toBe(57.5);
  });

  it('compares each minute with a threshold', async () => {
    const [answer] = await source.measure(
      [minutesOf(queue, { comparison })],
      context,
    );
    const buckets = bucketsOf([answer]);
    expect(buckets).toHaveLength(120);
    expect(
      buckets
        .filter(({ good }) => good < 60)
        .map(({ start, good, total }) => [minuteOf(start), good, total]),
    ).toEqual([[40, 0, 60]]);
  });

  it('says that it cannot tell minutes from what is recorded over five', async () => {
    const recorded: SliIndicator = {
      type: 'raw',
      counter: false,
      rawType: 'failure',
      raw: metricOf({ sloth: { id: 'shop' } }),
    };
    expect(
      problemOf(await source.measure([minutesOf(recorded)], context)),
    ).toContain('slo:sli_error:ratio_rate5m is recorded over a longer time');
  });

  it.each(sliSourceContract)('$name', async ({ check }) => {
    const outcome = check({
      source,
      requests: [
        minutesOf(counted, { id: 'ratio' }),
        minutesOf(queue, { id: 'threshold', comparison }),
      ],
      brokenRequest: minutesOf(ratioOf({ good: 'sum(', total: 'x' }), {
        id: 'broken',
      }),
      silentRequest: minutesOf(counted, {
        id: 'silent',
        from: START - 120 * MINUTE,
        to: START - 60 * MINUTE,
      }),
    });
    await expect(outcome).resolves.toBeUndefined();
  });
});
