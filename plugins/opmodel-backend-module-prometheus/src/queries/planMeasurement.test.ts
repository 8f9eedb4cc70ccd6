import type { SliIndicator } from '@opmodel/backstage-plugin-opmodel-common';
import { metricOf, ratioOf } from '../testing/sliRequests';
import { planMeasurement } from './planMeasurement';

const rawOf = (
  query: string | Record<string, unknown>,
  rawType: 'success' | 'failure' = 'failure',
): SliIndicator => ({
  type: 'raw',
  counter: false,
  rawType,
  raw: metricOf(query),
});

const thresholdOf = (query: string): SliIndicator => ({
  type: 'threshold',
  metric: metricOf(query),
});

describe('planMeasurement', () => {
  it.each<[string, SliIndicator, string[], 60 | 300]>([
    [
      'counters',
      ratioOf({ good: 'sum(a)', total: 'sum(b)' }),
      ['sum(increase(a[5m]))', 'sum(increase(b[5m]))'],
      300,
    ],
    [
      'rates that are not said to be of counters',
      ratioOf({ bad: 'sum(rate(a[1h]))', total: 'sum(b)' }, false),
      ['sum(increase(a[5m]))', 'sum(increase(b[5m]))'],
      300,
    ],
    [
      'functions of a time',
      ratioOf({ bad: 'sum_over_time(a[1h])', total: 'b' }, false),
      ['sum_over_time(a[5m])', 'b'],
      300,
    ],
    [
      'plain numbers',
      ratioOf({ good: 'sum(a)', total: 'sum(b)' }, false),
      ['sum(a)', 'sum(b)'],
      60,
    ],
    ['a ratio', rawOf('a', 'success'), ['a'], 60],
    [
      'a ratio over a time',
      rawOf('rate(a[{{.window}}]) / rate(b[1d])'),
      ['rate(a[5m]) / rate(b[5m])'],
      300,
    ],
    ['a ratio that is recorded', rawOf('x:burnrate5m'), ['x:burnrate5m'], 300],
    [
      'a ratio of itself over a time',
      rawOf('avg_over_time(a[1h:1m])'),
      ['avg_over_time(a[1h:1m])'],
      60,
    ],
    [
      'Sloth',
      rawOf({ sloth: { service: 'a"b', slo: 'c' } }),
      ['slo:sli_error:ratio_rate5m{sloth_service="a\\"b", sloth_slo="c"}'],
      300,
    ],
    [
      'Pyrra',
      rawOf({ pyrra: { slo: 'a', labels: { cluster: 'eu' } } }),
      [
        '(pyrra_errors:rate5m{slo="a", cluster="eu"} * 300)',
        '(pyrra_requests:rate5m{slo="a", cluster="eu"} * 300)',
      ],
      300,
    ],
    [
      'a threshold, over the time that the document states',
      thresholdOf('histogram_quantile(0.9, sum by (le) (rate(a_bucket[10m])))'),
      ['histogram_quantile(0.9, sum by (le) (rate(a_bucket[10m])))'],
      60,
    ],
  ])('asks for %s', (_what, indicator, queries, stepSeconds) => {
    const plan = planMeasurement(indicator, { operator: 'lte', value: 1 });
    expect(plan.parts.map(({ query }) => query)).toEqual(queries);
    expect(plan.stepSeconds).toBe(stepSeconds);
  });

  it.each<[string, SliIndicator, string[]]>([
    [
      'counters',
      ratioOf({ good: 'sum(a)', total: 'sum(rate(b[5m]))' }),
      ['sum(increase(a[1m]))', 'sum(increase(b[1m]))'],
    ],
    [
      'functions of a time',
      ratioOf({ bad: 'sum_over_time(a[1h])', total: 'b' }, false),
      ['sum_over_time(a[1m])', 'b'],
    ],
    [
      'plain numbers',
      ratioOf({ good: 'sum(a)', total: 'sum(b)' }, false),
      ['sum(a)', 'sum(b)'],
    ],
    [
      'a ratio over a time',
      rawOf('rate(a[{{.window}}]) / rate(b[1d])'),
      ['rate(a[1m]) / rate(b[1m])'],
    ],
    ['a recorded ratio', rawOf('x:burnrate1m'), ['x:burnrate1m']],
    [
      'a threshold',
      thresholdOf('quantile_over_time(0.9, a[{{.window}}])'),
      ['quantile_over_time(0.9, a[1m])'],
    ],
  ])('asks for %s by the minute', (_what, indicator, queries) => {
    const plan = planMeasurement(indicator, { operator: 'lte', value: 1 }, 60);
    expect(plan.parts.map(({ query }) => query)).toEqual(queries);
    expect([plan.stepSeconds, plan.bucketSeconds]).toEqual([60, 60]);
  });

  it.each<[SliIndicator, string]>([
    [rawOf({ sloth: { id: 'a' } }), 'slo:sli_error:ratio_rate5m is recorded'],
    [rawOf({ pyrra: { slo: 'a' } }), 'pyrra_errors:rate5m{slo="a"} is'],
    [rawOf('x:burnrate5m'), 'write timeSliceWindow: 5m'],
    [
      ratioOf({ bad: 'x:increase5m', total: 'y:increase5m' }),
      'only what is recorded over 1m can be counted by the minute',
    ],
  ])('refuses what is recorded over five minutes', (indicator, problem) => {
    expect(() => planMeasurement(indicator, null, 60)).toThrow(problem);
  });

  it.each<[string, SliIndicator, string]>([
    [
      'neither good nor bad',
      { type: 'ratio', counter: true, total: metricOf('a') },
      'A ratio needs what is good or what is bad',
    ],
    ['nothing to ask', rawOf({ metric: 'a' }), 'its spec needs a query'],
    [
      'too much to ask',
      rawOf(`sum(${'a'.repeat(10_000)})`),
      'longer than 10000 characters',
    ],
    ['a subquery', ratioOf({ good: 'a[1h:]', total: 'b' }), 'A subquery'],
    [
      'no query at all',
      ratioOf({ good: 'a; b', total: 'b' }),
      'cannot be read',
    ],
    [
      'a label that is none',
      rawOf({ pyrra: { slo: 'a', labels: { 'a"}': 'b' } } }),
      'spec.pyrra needs the text slo',
    ],
    [
      'a recorded ratio in place of a count',
      {
        type: 'ratio',
        counter: true,
        good: metricOf({ sloth: { id: 'a' } }),
        total: metricOf('b'),
      },
      'name it as raw',
    ],
    ['nothing to compare with', thresholdOf('a'), 'it needs op and value'],
  ])('refuses %s', (_what, indicator, problem) => {
    expect(() => planMeasurement(indicator, null)).toThrow(problem);
  });

  it('takes nothing for none where both queries read the same metric', () => {
    const readingOf = (good: string, total: string) =>
      planMeasurement(ratioOf({ good, total }), null).reading;
    expect(readingOf('a_bucket{le="1"}', 'a_count')).toEqual({
      type: 'counts',
      numerator: 'good',
      isNothingNone: true,
    });
    expect(readingOf('a', 'b')).toEqual({
      type: 'counts',
      numerator: 'good',
      isNothingNone: false,
    });
  });
});
