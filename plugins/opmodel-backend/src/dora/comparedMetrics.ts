import type { DayMetric } from '@opmodel/backstage-plugin-opmodel-common';

/** What is shown over time, and of the window before. */
export const COMPARED_METRICS: readonly DayMetric[] = [
  'deployments',
  'lead_time',
  'lead_time_middle',
  'failed_deployments',
  'rework_deployments',
  'recovery',
  'recovery_middle',
  'restore',
  'restore_middle',
  'incidents',
  'failure_incidents',
  'recurrences',
];
