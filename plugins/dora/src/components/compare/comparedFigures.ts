import type {
  DoraMetricId,
  DoraReport,
  NumberState,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  doraMetricIds,
  durationMetricOf,
  ratioMetricOf,
} from '../metrics/metricIds';

/** One number of a report, ready to be set beside the same of another. */
export interface ComparedFigure {
  metric: DoraMetricId;
  kind: 'duration' | 'frequency' | 'share';
  /** Seconds, deployments a week, or 0 to 1. */
  value: number | null;
  state: NumberState;
  n: number;
  betterWhen: 'lower' | 'higher';
}

/** The numbers of a report in the order of the metrics. */
export function comparedFigures(report: DoraReport): ComparedFigure[] {
  return doraMetricIds.map((metric): ComparedFigure => {
    switch (metric) {
      case 'deployment-frequency': {
        const { perWeek, medianPerWeek, state, n } = report.deploymentFrequency;
        return {
          metric,
          kind: 'frequency',
          value: report.scope.rollUp ? medianPerWeek : perWeek,
          state,
          n,
          betterWhen: 'higher',
        };
      }
      case 'change-fail-rate':
      case 'deployment-rework-rate':
      case 'incident-recurrence': {
        const { value, state, n } = ratioMetricOf(report, metric);
        return { metric, kind: 'share', value, state, n, betterWhen: 'lower' };
      }
      default: {
        const { median, state, n } = durationMetricOf(report, metric);
        return {
          metric,
          kind: 'duration',
          value: median,
          state,
          n,
          betterWhen: 'lower',
        };
      }
    }
  });
}
