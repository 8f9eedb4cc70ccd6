import type { RuleBreach } from './RuleBreach';

const objective = ['spec', 'objectives', 0];
const ratio = ['spec', 'indicator', 'spec', 'ratioMetric'];

/** Breaches of the rules of indicators, their metrics and where these come from. */
export const indicatorBreaches: RuleBreach[] = [
  ['indicator-choice', 'slo', ['spec', 'indicator'], undefined, 'spec'],
  ['indicator-choice', 'slo', ['spec', 'indicatorRef'], 'other', 'spec'],
  ['indicator-choice', 'composite', ['spec', 'indicatorRef'], 'other', 'spec'],
  [
    'indicator-choice',
    'composite',
    ['spec', 'objectives', 1, 'indicatorRef'],
    undefined,
    'spec.objectives[1]',
  ],
  [
    'indicator-choice',
    'sloOfV1alpha',
    ['spec', 'objectives', 0, 'ratioMetrics'],
    undefined,
    'spec',
  ],
  ['metric-choice', 'sli', ['spec', 'ratioMetric'], undefined, 'spec'],
  [
    'metric-choice',
    'slo',
    ['spec', 'indicator', 'spec', 'thresholdMetric'],
    { metricSource: { type: 'a', spec: { b: 1 } } },
    'spec.indicator.spec',
  ],
  [
    'ratio-choice',
    'slo',
    [...ratio, 'good'],
    undefined,
    'spec.indicator.spec.ratioMetric',
  ],
  [
    'ratio-choice',
    'slo',
    [...ratio, 'total'],
    undefined,
    'spec.indicator.spec.ratioMetric',
  ],
  [
    'ratio-choice',
    'slo',
    [...ratio, 'bad'],
    { metricSource: { type: 'a', spec: { b: 1 } } },
    'spec.indicator.spec.ratioMetric',
  ],
  [
    'counter-missing',
    'slo',
    [...ratio, 'counter'],
    undefined,
    'spec.indicator.spec.ratioMetric.counter',
  ],
  [
    'metric-source',
    'slo',
    [...ratio, 'good', 'metricSource', 'type'],
    undefined,
    'spec.indicator.spec.ratioMetric.good.metricSource',
  ],
  [
    'data-source-choice',
    'sliOfV2alpha',
    ['spec', 'ratioMetric', 'good', 'dataSourceRef'],
    undefined,
    'spec.ratioMetric.good',
  ],
  [
    'data-source-choice',
    'sliOfV2alpha',
    ['spec', 'ratioMetric', 'good', 'dataSourceSpec'],
    { type: 'a', connectionDetails: {} },
    'spec.ratioMetric.good',
  ],
  [
    'connection-details',
    'dataSource',
    ['spec', 'connectionDetails'],
    undefined,
    'spec.connectionDetails',
  ],
  [
    'secret-in-document',
    'dataSource',
    ['spec', 'connectionDetails', 'password'],
    'hunter2',
    'spec',
  ],
  [
    'v1alpha-metric-name',
    'sloOfV1alpha',
    [...objective, 'ratioMetrics', 'good', 'queryType'],
    'prom-ql',
    'spec.objectives[0].ratioMetrics.good.queryType',
  ],
];
