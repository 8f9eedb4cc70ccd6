import type {
  DoraMetricId,
  MetricBenchmark,
  MetricContext,
  QualityCheck,
} from '@opmodel/backstage-plugin-opmodel-common';

/** One check of the facts behind a number; it passes unless told otherwise. */
export function buildCheck(
  overrides: Partial<QualityCheck> = {},
): QualityCheck {
  return {
    id: 'deployments-with-changes',
    share: 0.95,
    numerator: 39,
    denominator: 41,
    threshold: 0.8,
    passed: true,
    ...overrides,
  };
}

/** Where a lead time of a day or more stands in the edition of 2025. */
export function buildDistributionBenchmark(
  overrides: Partial<MetricBenchmark> = {},
): MetricBenchmark {
  return {
    edition: '2025',
    kind: 'distribution',
    tier: null,
    band: '1h-1d',
    chosenByTool: true,
    shareBetter: 0.094,
    shareSame: 0.15,
    quickCheckScore: 8,
    bands: [
      { band: '<1h', tier: null, share: 0.094 },
      { band: '1h-1d', tier: null, share: 0.15 },
      { band: '1d-1w', tier: null, share: 0.319 },
      { band: '1w-1m', tier: null, share: 0.283 },
      { band: '1m-6m', tier: null, share: 0.132 },
      { band: '>6m', tier: null, share: 0.02 },
    ],
    ...overrides,
  };
}

/** Where a change fail rate of 5 to 20 % stands in the edition of 2024. */
export function buildTierBenchmark(
  overrides: Partial<MetricBenchmark> = {},
): MetricBenchmark {
  return {
    edition: '2024',
    kind: 'tier',
    tier: 'high',
    band: '5-20%',
    chosenByTool: true,
    shareBetter: 0.19,
    shareSame: 0.22,
    quickCheckScore: 9,
    bands: [
      { band: '<=5%', tier: 'elite', share: 0.19 },
      { band: '5-20%', tier: 'high', share: 0.22 },
      { band: '20-40%', tier: 'low', share: 0.25 },
    ],
    ...overrides,
  };
}

const FAMILIES: Array<[DoraMetricId, MetricContext['family']]> = [
  ['change-lead-time', 'throughput'],
  ['deployment-frequency', 'throughput'],
  ['failed-deployment-recovery-time', 'throughput'],
  ['change-fail-rate', 'instability'],
  ['deployment-rework-rate', 'instability'],
  ['time-to-restore', 'beside'],
  ['incident-recurrence', 'beside'],
];

/** What stands beside each metric; what a test is about is overridden by metric. */
export function buildContexts(
  overrides: Partial<Record<DoraMetricId, Partial<MetricContext>>> = {},
): MetricContext[] {
  return FAMILIES.map(([metric, family]) => ({
    metric,
    family,
    quality: { state: 'good', checks: [buildCheck()] },
    benchmark:
      metric === 'change-lead-time' ? buildDistributionBenchmark() : null,
    ungraded: metric === 'change-lead-time' ? null : 'edition',
    printed: null,
    openDisputes: 0,
    ...overrides[metric],
  }));
}
