import fc from 'fast-check';
import {
  countOverBucket,
  describePromql,
  fillInBucket,
  lookAtWindow,
  plainSeriesOf,
  promqlOfSpec,
  sharesMetrics,
  ratePromql,
} from './promqlCounts';
import { readPromqlQuery, writePromqlQuery } from './readPromqlQuery';
import { PromqlError } from './readPromqlTokens';

describe('countOverBucket', () => {
  it.each([
    ['a counter', 'x', 'increase(x[5m])'],
    [
      'its labels',
      'x{a="b}", c=~`\\d{2}`}',
      'increase(x{a="b}", c=~`\\d{2}`}[5m])',
    ],
    ['labels alone', '{job="shop"}', 'increase({job="shop"}[5m])'],
    ['a sum', 'sum(x{a="b"})', 'sum(increase(x{a="b"}[5m]))'],
    [
      'a sum with its grouping before it',
      'sum by (job, le) (x)',
      'sum by (job, le) (increase(x[5m]))',
    ],
    [
      'a sum with its grouping behind it',
      'sum(x) without (instance)',
      'sum(increase(x[5m])) without (instance)',
    ],
    ['a rate', 'sum(rate(x[1h]))', 'sum(increase(x[5m]))'],
    ['an instant rate', 'irate(x{}[2m])', 'increase(x{}[5m])'],
    ['an increase', 'increase( x [ 30d ] )', 'increase( x[5m] )'],
    ['a placeholder', 'sum(rate(x[{{.window}}]))', 'sum(increase(x[5m]))'],
    ['another placeholder', 'rate(x[$__rate_interval])', 'increase(x[5m])'],
    [
      'another function of a time',
      'count_over_time(x[1h]) - changes(x[1h])',
      'count_over_time(x[5m]) - changes(x[5m])',
    ],
    [
      'an offset',
      'sum(x offset 1h) + rate(y[1m] offset -5m)',
      'sum(increase(x[5m] offset 1h)) + increase(y[5m] offset -5m)',
    ],
    ['a fixed time', 'x @ end()', 'increase(x[5m] @ end())'],
    [
      'several series',
      'sum(x) + on(job) group_left(team) sum(y) or vector(0)',
      'sum(increase(x[5m])) + on(job) group_left(team) sum(increase(y[5m])) or vector(0)',
    ],
    [
      'a label that is called as a metric',
      'label_replace(x, "a", "$1", "b", "(.*)")',
      'label_replace(increase(x[5m]), "a", "$1", "b", "(.*)")',
    ],
    ['a comment', 'sum(x) # [all] of it', 'sum(increase(x[5m]))'],
    [
      'what is recorded over five minutes',
      'sum(http_requests:increase5m{slo="a"})',
      'sum(http_requests:increase5m{slo="a"})',
    ],
    ['a recorded rate', 'job:errors:rate5m', '(job:errors:rate5m * 300)'],
    ['numbers', '2 * x + 1e3 - 0x1F', '2 * increase(x[5m]) + 1e3 - 0x1F'],
    ['comparisons', 'x > bool 0.5', 'increase(x[5m]) > bool 0.5'],
  ])('counts %s', (_what, query, counted) => {
    expect(countOverBucket(query)).toBe(counted);
  });

  it.each([
    ['', 'The query is empty'],
    [' # nothing', 'The query is empty'],
    ['sum(x{a="b)', 'The query cannot be read from "{a=\\"b)"'],
    ['x; drop', 'The query cannot be read from "; drop"'],
    ['max_over_time(x[1h:1m])', 'A subquery cannot be counted'],
    ['max_over_time(rate(x[5m])[1h:])', 'A subquery cannot be counted'],
    [
      'http_requests:increase4w',
      'http_requests:increase4w is recorded over 4w, and only what is recorded over 5m',
    ],
  ])('refuses %j', (query, problem) => {
    expect(() => countOverBucket(query)).toThrow(problem);
  });
});

describe('countOverBucket of a minute', () => {
  it.each([
    ['sum(rate(x[1h]))', 'sum(increase(x[1m]))'],
    ['count_over_time(x[1h])', 'count_over_time(x[1m])'],
    ['job:errors:rate1m', '(job:errors:rate1m * 60)'],
  ])('counts %s', (query, counted) => {
    expect(countOverBucket(query, 60)).toBe(counted);
  });

  it('refuses what is recorded over five', () => {
    expect(() => countOverBucket('x:increase5m', 60)).toThrow(
      'x:increase5m is recorded over 5m, and only what is recorded over 1m can be counted by the minute',
    );
  });
});

describe('ratePromql', () => {
  it.each([
    ['sum(x)', 'sum(rate(x[1h]))'],
    ['sum(increase(x{a="b"}[{{.window}}]))', 'sum(rate(x{a="b"}[1h]))'],
    ['x:increase5m{slo="a"}', 'avg_over_time(x:increase5m{slo="a"}[1h])'],
  ])('asks %s over a time', (query, rate) => {
    expect(ratePromql(query, '1h')).toBe(rate);
  });

  it('leaves a placeholder to the tool that fills it in', () => {
    expect(ratePromql('sum(x)', '{{.window}}')).toBe(
      'sum(rate(x[{{.window}}]))',
    );
  });
});

describe('describePromql', () => {
  it.each([
    ['up', { metrics: ['up'] }],
    [
      'sum(rate(a[5m])) / sum(rate(a[5m]) + rate(b[1m]))',
      { metrics: ['a', 'b'], isRanged: true, isOfCounters: true },
    ],
    ['{__name__="a", job="b"}', { metrics: ['a'] }],
    ['{"a.b", job="c"}', { metrics: ['a.b'] }],
    ['{job="c"}', { metrics: [] }],
    ['avg_over_time(a[5m])', { metrics: ['a'], isRanged: true }],
    ['job:a:rate5m', { metrics: ['job:a:rate5m'], isOfCounters: true }],
    ['max_over_time(a[1h:])', { metrics: ['a'], hasSubquery: true }],
    ['max_over_time((a)[1h:1m])', { metrics: ['a'], hasSubquery: true }],
  ])('of %s', (query, described) => {
    expect(describePromql(query)).toEqual({
      isRanged: false,
      isOfCounters: false,
      hasSubquery: false,
      ...described,
    });
  });
});

it('fills in the time that a tool is to fill in, and no other', () => {
  expect(fillInBucket('rate(x[{{.window}}]) / rate(y[1h])')).toBe(
    'rate(x[5m]) / rate(y[1h])',
  );
  expect(fillInBucket('rate(x[{{.window}}])', 60)).toBe('rate(x[1m])');
});

it('looks at another time wherever a query looks at one', () => {
  const query = 'rate(x[1h]) / max_over_time((y)[1h:1m]) + z';
  expect(lookAtWindow(query, '5m')).toBe(
    'rate(x[5m]) / max_over_time((y)[1h:1m]) + z',
  );
});

describe('plainSeriesOf', () => {
  it.each([
    ['x', 'x'],
    [' sum ( x{a="b"} ) ', 'x{a="b"}'],
    ['increase(x[5m])', 'x'],
    ['sum(rate(x{a="b"}[{{.window}}]))', 'x{a="b"}'],
    ['sum by (job) (x)', null],
    ['sum(x) + sum(y)', null],
    ['sum(x) * 2', null],
    ['max(x)', null],
    ['x offset 1h', null],
    ['1', null],
  ])('of %s', (query, series) => {
    expect(plainSeriesOf(query)).toBe(series);
  });
});

it('knows which queries read the same metric', () => {
  expect(sharesMetrics('sum(a{b="c"})', 'sum(rate(a[5m]))')).toBe(true);
  expect(sharesMetrics('a_bucket{le="1"}', 'a_count')).toBe(true);
  expect(sharesMetrics('errors_total', 'requests_total')).toBe(false);
  expect(sharesMetrics('{job="a"}', '{job="a"}')).toBe(false);
});

describe('promqlOfSpec', () => {
  it.each([
    [{ query: 'up' }, 'up'],
    [{ promql: 'up', source: 'x' }, 'up'],
    [{ expr: 'up' }, 'up'],
    [{ query: ' ' }, null],
    [{ query: { a: 1 } }, null],
    [{ metric: 'up' }, null],
    [{}, null],
  ])('of %j', (spec, query) => {
    expect(promqlOfSpec(spec)).toBe(query);
  });
});

it('leaves what it has counted as it is', () => {
  const counted = countOverBucket('sum(x) + rate(y[1h]) - changes(z[2m])');
  expect(countOverBucket(counted)).toBe(counted);
});

describe('a query that is read', () => {
  const name = fc.constantFrom('up', 'http_requests_total', 'job:a:rate5m');
  const series = fc
    .tuple(name, fc.constantFrom('', '{a="b"}', '{a=~"[{]", b!=\'"\'}'))
    .map(parts => parts.join(''));
  const { query } = fc.letrec<{ query: string }>(tie => ({
    query: fc.oneof(
      { maxDepth: 4 },
      series,
      series.map(it => `rate(${it}[5m])`),
      tie('query').map(it => `sum by (job) (${it})`),
      tie('query').map(it => `sum(${it}) without (le)`),
      tie('query').map(it => `max_over_time(${it}[1h:1m])`),
      fc
        .tuple(
          tie('query'),
          fc.constantFrom('+', '/ on(job)', 'or', '> bool'),
          tie('query'),
        )
        .map(([left, sign, right]) => `${left} ${sign} ${right}`),
    ),
  }));

  it('is the same when it is written', () => {
    fc.assert(
      fc.property(query, text => {
        expect(writePromqlQuery(readPromqlQuery(text))).toBe(text);
      }),
    );
  });

  it('ends, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        let outcome: unknown;
        try {
          outcome = readPromqlQuery(text).length > 0;
        } catch (error) {
          outcome = error instanceof PromqlError;
        }
        expect(outcome).toBe(true);
      }),
    );
  });
});
