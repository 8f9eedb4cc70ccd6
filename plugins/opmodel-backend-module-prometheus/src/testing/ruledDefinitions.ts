import type {
  MetricSource,
  SliIndicator,
  SloDefinition,
  SloObjective,
} from '@opmodel/backstage-plugin-opmodel-common';
import { metricOf, ratioOf } from './sliRequests';

/** An objective of 99.9 % of requests, unless something else is said. */
export const objectiveOf = (
  overrides: Partial<SloObjective> = {},
): SloObjective => ({
  index: 0,
  title: null,
  target: 0.999,
  timeSliceTarget: null,
  timeSliceSeconds: null,
  comparison: null,
  indicator: ratioOf({
    bad: 'sum(http_requests_total{job="checkout",code=~"5.."})',
    total: 'sum(http_requests_total{job="checkout"})',
  }),
  weight: 1,
  ...overrides,
});

/** An SLO over thirty days, unless something else is said. */
export const definitionOf = (
  name: string,
  {
    objective,
    ...overrides
  }: Partial<SloDefinition> & { objective?: Partial<SloObjective> } = {},
): SloDefinition => ({
  ref: `slo:default/${name}`,
  title: `SLO of ${name}`,
  description: null,
  entityRef: 'component:default/checkout',
  ownerRef: 'group:default/payments',
  budgetingMethod: 'Occurrences',
  window: { type: 'rolling', duration: { count: 30, unit: 'd' } },
  objectives: [objectiveOf(objective)],
  composite: false,
  alertConditions: [],
  reviewOn: null,
  ...overrides,
});

const rawOf = (query: string | MetricSource): SliIndicator => ({
  type: 'raw',
  counter: false,
  rawType: 'success',
  raw: typeof query === 'string' ? metricOf(query) : query,
});

const slices = { timeSliceSeconds: 60, timeSliceTarget: 0.95 };

/** One SLO of each kind that rules are written for. */
export const ruledDefinitions: SloDefinition[] = [
  definitionOf('availability'),
  definitionOf('latency', {
    description: 'Answers are quick: {{ not a template }}',
    objective: {
      target: 0.95,
      indicator: ratioOf({
        good: 'sum(rate(http_duration_seconds_bucket{job="checkout",le="0.3"}[5m]))',
        total: 'sum(rate(http_duration_seconds_count{job="checkout"}[5m]))',
      }),
    },
  }),
  definitionOf('pods', {
    objective: {
      indicator: ratioOf(
        { good: 'sum(healthy_pods)', total: 'sum(pods)' },
        false,
      ),
    },
  }),
  definitionOf('queue', {
    window: { type: 'rolling', duration: { count: 1, unit: 'w' } },
    objectives: [
      objectiveOf({
        target: 0.99,
        title: 'Short',
        comparison: { operator: 'lte', value: 10 },
        indicator: {
          type: 'threshold',
          metric: metricOf('max(queue_wait_sum) / max(queue_wait_count)'),
        },
      }),
      objectiveOf({
        index: 1,
        target: 0.999,
        comparison: { operator: 'gte', value: 1 },
        indicator: { type: 'threshold', metric: metricOf('queue_up') },
      }),
    ],
  }),
  definitionOf('ratio', {
    objective: { indicator: rawOf('availability_ratio{job="checkout"}') },
  }),
  definitionOf('rated', {
    objective: {
      indicator: rawOf(
        'sum(rate(good_total[5m])) / sum(rate(all_total[5m])) # of five minutes',
      ),
    },
  }),
  definitionOf('slices', {
    budgetingMethod: 'Timeslices',
    objective: { target: 0.99, ...slices },
  }),
  definitionOf('ratio-slices', {
    budgetingMethod: 'RatioTimeslices',
    objective: { target: 0.99, ...slices, timeSliceSeconds: 300 },
  }),
  definitionOf('monthly', {
    window: {
      type: 'calendar',
      duration: { count: 1, unit: 'M' },
      startTime: '2026-01-01 00:00:00',
      zone: 'Europe/Zurich',
    },
  }),
  definitionOf('policed', {
    title: 'Say "{{ $labels.slo }}"',
    alertConditions: [
      {
        policy: 'wakes "us"',
        severity: 'page',
        threshold: 2,
        operator: 'gt',
        lookbackSeconds: 5_400,
        alertAfterSeconds: 300,
        alertWhenNoData: true,
        alertWhenResolved: false,
      },
    ],
  }),
];
