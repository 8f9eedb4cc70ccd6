import type {
  DoraMetricId,
  DoraReport,
  DurationMetric,
  MetricContext,
  RatioMetric,
} from '@opmodel/backstage-plugin-opmodel-common';

/** The metrics in the order in which they stand everywhere: the five by family, then what stands beside them. */
export const doraMetricIds: readonly DoraMetricId[] = [
  'change-lead-time',
  'deployment-frequency',
  'failed-deployment-recovery-time',
  'change-fail-rate',
  'deployment-rework-rate',
  'time-to-restore',
  'incident-recurrence',
];

/** Metrics that are a median of times. */
export type DurationMetricId = Extract<
  DoraMetricId,
  'change-lead-time' | 'failed-deployment-recovery-time' | 'time-to-restore'
>;
/** Metrics that are a share. */
export type RatioMetricId = Extract<
  DoraMetricId,
  'change-fail-rate' | 'deployment-rework-rate' | 'incident-recurrence'
>;

/** A metric of a report that is a median of times. */
export function durationMetricOf(
  report: DoraReport,
  id: DurationMetricId,
): DurationMetric {
  return {
    'change-lead-time': report.changeLeadTime,
    'failed-deployment-recovery-time': report.failedDeploymentRecoveryTime,
    'time-to-restore': report.timeToRestore,
  }[id];
}

/** A metric of a report that is a share. */
export function ratioMetricOf(
  report: DoraReport,
  id: RatioMetricId,
): RatioMetric {
  return {
    'change-fail-rate': report.changeFailRate,
    'deployment-rework-rate': report.deploymentReworkRate,
    'incident-recurrence': report.incidentRecurrence,
  }[id];
}

/** What stands beside a metric of a report; undefined where the engine says nothing about it. */
export function contextOf(
  report: DoraReport,
  id: DoraMetricId,
): MetricContext | undefined {
  return report.contexts.find(({ metric }) => metric === id);
}
