/** Documents that are right by the strict rules and without a warning, to be broken in tests. */

const v1 = (kind: string, spec: object) => ({
  apiVersion: 'openslo/v1',
  kind,
  metadata: { name: 'checkout' },
  spec,
});

const metric = {
  metricSource: { type: 'Prometheus', spec: { query: 'up' } },
};
const ratio = {
  metadata: { name: 'requests' },
  spec: { ratioMetric: { counter: true, good: metric, total: metric } },
};
const threshold = {
  metadata: { name: 'latency' },
  spec: { thresholdMetric: metric },
};
const sloSpec = {
  service: 'shop',
  indicator: ratio,
  timeWindow: [{ duration: '30d', isRolling: true }],
  budgetingMethod: 'Occurrences',
  objectives: [{ target: 0.999 }],
};
const conditionSpec = {
  severity: 'page',
  condition: {
    kind: 'burnrate',
    op: 'gte',
    threshold: 14.4,
    lookbackWindow: '1h',
    alertAfter: '5m',
  },
};
const policySpec = {
  alertWhenBreaching: true,
  conditions: [{ conditionRef: 'fast' }],
  notificationTargets: [{ targetRef: 'pager' }],
};

const metricOfV2alpha = { dataSourceRef: 'metrics', spec: { query: 'up' } };
const sloSpecOfV2alpha = {
  serviceRef: 'shop',
  sli: {
    metadata: { name: 'requests' },
    spec: {
      ratioMetric: {
        counter: true,
        good: metricOfV2alpha,
        total: metricOfV2alpha,
      },
    },
  },
  timeWindow: [{ duration: '30d', isRolling: true }],
  budgetingMethod: 'Occurrences',
  objectives: [{ target: 0.999 }],
};
const v2alpha = (kind: string, spec: object) => ({
  ...v1(kind, spec),
  apiVersion: 'openslo.com/v2alpha',
});

const metricOfV1alpha = {
  source: 'prometheus',
  queryType: 'promql',
  query: 'up',
};
const sloSpecOfV1alpha = {
  service: 'shop',
  budgetingMethod: 'Occurrences',
  timeWindows: [{ unit: 'Day', count: 30, isRolling: true }],
  objectives: [
    {
      value: 1,
      target: 0.999,
      ratioMetrics: { good: metricOfV1alpha, total: metricOfV1alpha },
    },
  ],
};
const v1alpha = (spec: object) => ({
  ...v1('SLO', spec),
  apiVersion: 'openslo/v1alpha',
});

/** By the name that tests give them. */
export const rightDocuments = {
  slo: v1('SLO', sloSpec),
  sloWithReference: v1('SLO', {
    ...sloSpec,
    indicator: undefined,
    indicatorRef: 'requests',
  }),
  sloWithThreshold: v1('SLO', {
    ...sloSpec,
    indicator: threshold,
    objectives: [{ op: 'lt', value: 0.4, target: 0.99 }],
  }),
  sloWithSlices: v1('SLO', {
    ...sloSpec,
    budgetingMethod: 'Timeslices',
    objectives: [
      { target: 0.99, timeSliceTarget: 0.95, timeSliceWindow: '5m' },
    ],
  }),
  sloWithCalendar: v1('SLO', {
    ...sloSpec,
    timeWindow: [
      {
        duration: '1M',
        calendar: {
          startTime: '2026-01-01 00:00:00',
          timeZone: 'Europe/Berlin',
        },
      },
    ],
  }),
  composite: v1('SLO', {
    ...sloSpec,
    indicator: undefined,
    objectives: [
      { target: 0.99, indicator: ratio, compositeWeight: 2 },
      { target: 0.9, indicatorRef: 'other' },
    ],
  }),
  compositeWithThreshold: v1('SLO', {
    ...sloSpec,
    indicator: undefined,
    objectives: [{ target: 0.9, indicator: threshold, op: 'lt', value: 1 }],
  }),
  sloWithPolicies: v1('SLO', {
    ...sloSpec,
    alertPolicies: [
      {
        kind: 'AlertPolicy',
        metadata: { name: 'burn' },
        spec: {
          ...policySpec,
          conditions: [
            {
              kind: 'AlertCondition',
              metadata: { name: 'fast' },
              spec: conditionSpec,
            },
          ],
        },
      },
      { alertPolicyRef: 'other' },
    ],
  }),
  sli: v1('SLI', ratio.spec),
  rawSli: v1('SLI', { ratioMetric: { raw: metric, rawType: 'success' } }),
  dataSource: v1('DataSource', {
    type: 'Prometheus',
    connectionDetails: { url: 'https://prometheus.example.com' },
  }),
  service: v1('Service', { description: 'Shop' }),
  policy: v1('AlertPolicy', policySpec),
  condition: v1('AlertCondition', conditionSpec),
  target: v1('AlertNotificationTarget', { target: 'slack' }),
  sloOfV2alpha: v2alpha('SLO', sloSpecOfV2alpha),
  sliOfV2alpha: v2alpha('SLI', sloSpecOfV2alpha.sli.spec),
  conditionOfV2alpha: v2alpha('AlertCondition', conditionSpec),
  sloOfV1alpha: v1alpha(sloSpecOfV1alpha),
  sloOfV1alphaWithThreshold: v1alpha({
    ...sloSpecOfV1alpha,
    indicator: { thresholdMetric: metricOfV1alpha },
    objectives: [{ op: 'lt', value: 0.4, target: 0.9 }],
  }),
  sloOfV1alphaWithSlices: v1alpha({
    ...sloSpecOfV1alpha,
    budgetingMethod: 'Timeslices',
    objectives: [{ ...sloSpecOfV1alpha.objectives[0], timeSliceTarget: 0.9 }],
  }),
} as const;

export type RightDocument = keyof typeof rightDocuments;

/** One of them as plain data, free to be changed. */
export function rightDocument(name: RightDocument): Record<string, any> {
  return JSON.parse(JSON.stringify(rightDocuments[name]));
}
