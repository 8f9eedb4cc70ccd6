import {
  type DoraExclusion,
  type DoraExplanation,
  type DoraMetricId,
  type DurationMetric,
  type FrequencyMetric,
  type MetricContext,
  quantileRanks,
  type RatioMetric,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { DoraMetrics, DoraNumbers } from './DoraNumbersReader';
import type { MetricEvidence } from './metricContexts';

/** What an explanation says of the number itself. */
export type NumberExplanation = Pick<
  DoraExplanation,
  'state' | 'n' | 'minimum' | 'approximate' | 'figures' | 'excluded'
>;

type Figure = DoraExplanation['figures'][number];

/** What one explanation is made of. */
export interface ExplainedNumbers {
  metrics: DoraMetrics;
  evidence: MetricEvidence;
  /** Days of the window; for one component those on which it is known. */
  days: number;
  rollUp: boolean;
  /** Components that have reported a deployment. */
  reporting: DoraNumbers['reporting'];
  printed: MetricContext['printed'];
}

/** How a number came about: what was recorded, what counted, and the arithmetic with the figures of this case. */
export function explainMetric(
  metric: DoraMetricId,
  numbers: ExplainedNumbers,
): NumberExplanation {
  const explanation = explain(metric, numbers);
  return {
    ...explanation,
    figures: [...explanation.figures, ...printedFigure(numbers.printed)],
  };
}

function explain(
  metric: DoraMetricId,
  numbers: ExplainedNumbers,
): NumberExplanation {
  const { metrics, evidence } = numbers;
  const totalOf = (name: keyof MetricEvidence['totals']) =>
    evidence.totals[name] ?? 0;
  switch (metric) {
    case 'change-lead-time': {
      const { n, excluded } = metrics.changeLeadTime;
      return explainDuration(metrics.changeLeadTime, [
        count('changes-carried', n + sumOf(excluded)),
        count('changes-counted', n),
      ]);
    }
    case 'failed-deployment-recovery-time': {
      const { n } = metrics.failedDeploymentRecoveryTime;
      return explainDuration(metrics.failedDeploymentRecoveryTime, [
        count('failed-deployments', totalOf('failed_deployments')),
        count('recoveries-counted', n),
      ]);
    }
    case 'time-to-restore': {
      const { n, excluded } = metrics.timeToRestore;
      return explainDuration(metrics.timeToRestore, [
        count('incidents-recorded', n + sumOf(excluded)),
        count('incidents-counted', n),
      ]);
    }
    case 'change-fail-rate':
      return explainRatio(metrics.changeFailRate, [
        count('incidents-recorded', totalOf('incidents')),
        count('incidents-linked', totalOf('linked_incidents')),
        count('failed-deployments', metrics.changeFailRate.numerator),
        count('deployments-counted', metrics.changeFailRate.denominator),
      ]);
    case 'deployment-rework-rate':
      return explainRatio(metrics.deploymentReworkRate, [
        count('rework-deployments', metrics.deploymentReworkRate.numerator),
        count('deployments-counted', metrics.deploymentReworkRate.denominator),
      ]);
    case 'incident-recurrence':
      return explainRatio(metrics.incidentRecurrence, [
        count('recurrences', metrics.incidentRecurrence.numerator),
        count('incidents-counted', metrics.incidentRecurrence.denominator),
      ]);
    default:
      return explainFrequency(metrics.deploymentFrequency, numbers);
  }
}

/** How a median came about: which rows stand in the middle. */
function explainDuration(
  metric: DurationMetric,
  counted: Figure[],
): NumberExplanation {
  const { state, n, minimum, approximate, excluded } = metric;
  const ranks = quantileRanks(n, 0.5);
  return {
    state,
    n,
    minimum,
    approximate,
    excluded,
    figures: [
      ...counted,
      {
        label: 'rank-below',
        value: ranks ? ranks.below + 1 : null,
        unit: 'rank',
      },
      {
        label: 'rank-above',
        value: ranks ? ranks.above + 1 : null,
        unit: 'rank',
      },
      { label: 'median', value: metric.median, unit: 'seconds' },
      { label: 'p75', value: metric.p75, unit: 'seconds' },
      { label: 'p90', value: metric.p90, unit: 'seconds' },
    ],
  };
}

function explainRatio(
  metric: RatioMetric,
  counted: Figure[],
): NumberExplanation {
  const { state, n, minimum, excluded, value } = metric;
  return {
    state,
    n,
    minimum,
    approximate: false,
    excluded,
    figures: [...counted, { label: 'rate', value, unit: 'ratio' }],
  };
}

/** How deployment frequency came about: what was recorded, what counted, over how many weeks. */
function explainFrequency(
  metric: FrequencyMetric,
  { days, rollUp, reporting, evidence }: ExplainedNumbers,
): NumberExplanation {
  const { state, n, minimum, excluded, deployments } = metric;
  const { deploymentDays } = evidence;
  const counted: Figure[] = [
    count('deployments-recorded', (deployments ?? 0) + sumOf(excluded)),
    count('deployments-counted', deployments),
    { label: 'weeks', value: Math.max(7, days) / 7, unit: 'weeks' },
    ...(deploymentDays.length > 0
      ? [
          {
            label: 'deployment-days' as const,
            value: deploymentDays.length,
            unit: 'days' as const,
          },
        ]
      : []),
  ];
  return {
    state,
    n,
    minimum,
    approximate: false,
    excluded,
    figures: rollUp
      ? [
          ...counted,
          count('reporting-components', reporting),
          count('active-components', n),
          {
            label: 'median-per-week',
            value: metric.medianPerWeek,
            unit: 'per-week',
          },
          { label: 'share-weekly', value: metric.shareWeekly, unit: 'ratio' },
        ]
      : [
          ...counted,
          { label: 'per-week', value: metric.perWeek, unit: 'per-week' },
        ],
  };
}

/** What the tool of the definition prints, in the unit of an explanation. */
function printedFigure(printed: MetricContext['printed']): Figure[] {
  if (!printed || printed.value === null) {
    return [];
  }
  const { value } = printed;
  const figure = (unit: Figure['unit'], factor = 1): Figure[] => [
    { label: 'printed', value: value * factor, unit },
  ];
  switch (printed.unit) {
    case 'seconds':
      return figure('seconds');
    case 'minutes':
      return figure('seconds', 60);
    case 'hours':
      return figure('seconds', 3_600);
    case 'days':
      return figure('days');
    case 'percent':
      return figure('ratio', 0.01);
    case 'per-week':
    case 'deployment-days-per-week':
      return figure('per-week');
    case 'per-day':
      return figure('per-day');
    default:
      return [];
  }
}

function count(label: Figure['label'], value: number | null): Figure {
  return { label, value, unit: 'count' };
}

function sumOf(excluded: DoraExclusion[]): number {
  return excluded.reduce((sum, { count: times }) => sum + times, 0);
}
