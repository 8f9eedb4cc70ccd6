import type {
  DoraMetricId,
  DoraReport,
} from '@opmodel/backstage-plugin-opmodel-common';

/** The number of a metric that a report shows first: what somebody who disputes the metric has seen. Null: no data. */
export function numberOf(
  report: Pick<
    DoraReport,
    | 'scope'
    | 'changeLeadTime'
    | 'deploymentFrequency'
    | 'failedDeploymentRecoveryTime'
    | 'changeFailRate'
    | 'deploymentReworkRate'
    | 'timeToRestore'
    | 'incidentRecurrence'
  >,
  metric: DoraMetricId,
): number | null {
  switch (metric) {
    case 'change-lead-time':
      return report.changeLeadTime.median;
    case 'deployment-frequency':
      return report.scope.rollUp
        ? report.deploymentFrequency.medianPerWeek
        : report.deploymentFrequency.perWeek;
    case 'failed-deployment-recovery-time':
      return report.failedDeploymentRecoveryTime.median;
    case 'change-fail-rate':
      return report.changeFailRate.value;
    case 'deployment-rework-rate':
      return report.deploymentReworkRate.value;
    case 'time-to-restore':
      return report.timeToRestore.median;
    case 'incident-recurrence':
      return report.incidentRecurrence.value;
    default:
      throw new Error(`No number of the unknown metric '${metric}'`);
  }
}
