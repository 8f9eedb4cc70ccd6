import type {
  DoraExplanation,
  DoraMetricId,
  DoraReport,
  DurationMetric,
  RatioMetric,
} from '@opmodel/backstage-plugin-opmodel-common';

type Figure = DoraExplanation['figures'][number];
type Known = Pick<
  DoraExplanation,
  'state' | 'n' | 'minimum' | 'approximate' | 'excluded' | 'figures'
>;

/** How a number of a report came about. */
export function buildExplanation(
  report: DoraReport,
  metric: DoraMetricId,
): DoraExplanation {
  const { scope, window, ownership, definition, freshness } = report;
  return {
    metric,
    scope,
    window,
    ownership,
    definition,
    freshness,
    context: report.contexts.find(context => context.metric === metric)!,
    ...explain(report, metric),
  };
}

function explain(report: DoraReport, metric: DoraMetricId): Known {
  switch (metric) {
    case 'change-lead-time':
      return ofDuration(report.changeLeadTime, [
        ['changes-carried', report.changeLeadTime.n + 16],
        ['changes-counted', report.changeLeadTime.n],
      ]);
    case 'failed-deployment-recovery-time':
      return ofDuration(report.failedDeploymentRecoveryTime, [
        ['failed-deployments', report.failedDeploymentRecoveryTime.n + 1],
        ['recoveries-counted', report.failedDeploymentRecoveryTime.n],
      ]);
    case 'time-to-restore':
      return ofDuration(report.timeToRestore, [
        ['incidents-recorded', report.timeToRestore.n + 3],
        ['incidents-counted', report.timeToRestore.n],
      ]);
    case 'change-fail-rate':
      return ofRatio(
        report.changeFailRate,
        'failed-deployments',
        'deployments-counted',
      );
    case 'deployment-rework-rate':
      return ofRatio(
        report.deploymentReworkRate,
        'rework-deployments',
        'deployments-counted',
      );
    case 'incident-recurrence':
      return ofRatio(
        report.incidentRecurrence,
        'recurrences',
        'incidents-counted',
      );
    default:
      return ofFrequency(report);
  }
}

function ofDuration(
  metric: DurationMetric,
  counts: Array<[Figure['label'], number]>,
): Known {
  const { state, n, minimum, approximate, excluded, median, p75, p90 } = metric;
  return {
    state,
    n,
    minimum,
    approximate,
    excluded,
    figures: [
      ...counts.map(
        ([label, value]): Figure => ({ label, value, unit: 'count' }),
      ),
      {
        label: 'rank-below',
        value: n > 0 ? Math.floor((n + 1) / 2) : null,
        unit: 'rank',
      },
      {
        label: 'rank-above',
        value: n > 0 ? Math.ceil((n + 1) / 2) : null,
        unit: 'rank',
      },
      { label: 'median', value: median, unit: 'seconds' },
      { label: 'p75', value: p75, unit: 'seconds' },
      { label: 'p90', value: p90, unit: 'seconds' },
    ],
  };
}

function ofRatio(
  metric: RatioMetric,
  numerator: Figure['label'],
  denominator: Figure['label'],
): Known {
  const { state, n, minimum, excluded, value } = metric;
  return {
    state,
    n,
    minimum,
    approximate: false,
    excluded,
    figures: [
      { label: numerator, value: metric.numerator, unit: 'count' },
      { label: denominator, value: metric.denominator, unit: 'count' },
      { label: 'rate', value, unit: 'ratio' },
    ],
  };
}

function ofFrequency(report: DoraReport): Known {
  const { scope, window } = report;
  const frequency = report.deploymentFrequency;
  const { state, n, minimum, excluded } = frequency;
  const weeks = window.days / 7;
  return {
    state,
    n,
    minimum,
    approximate: false,
    excluded,
    figures: [
      {
        label: 'deployments-recorded',
        value: (frequency.deployments ?? 0) + 45,
        unit: 'count',
      },
      {
        label: 'deployments-counted',
        value: frequency.deployments,
        unit: 'count',
      },
      { label: 'weeks', value: weeks, unit: 'weeks' },
      ...(scope.rollUp
        ? ([
            { label: 'reporting-components', value: 11, unit: 'count' },
            { label: 'active-components', value: n, unit: 'count' },
            {
              label: 'median-per-week',
              value: frequency.medianPerWeek,
              unit: 'per-week',
            },
            {
              label: 'share-weekly',
              value: frequency.shareWeekly,
              unit: 'ratio',
            },
          ] as const)
        : ([
            {
              label: 'per-week',
              value: frequency.perWeek,
              unit: 'per-week',
            },
          ] as const)),
    ],
  };
}
