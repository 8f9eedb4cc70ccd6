import type { DoraProfile } from '../doraProfile';

const HOUR = 3_600;

/**
 * The profile that holds where none is chosen. Unit of change lead time: a change in the first production deployment that
 * carries it. Start: its first commit. Median: interpolated. A deployment fails once, however many incidents follow.
 */
export const dora2026Profile: DoraProfile = {
  id: 'dora-2026',
  version: '2',
  title: 'DORA 2026',
  docs: 'dora#the-dora-2026-profile',
  leadTime: {
    unit: 'change',
    start: 'first_commit',
    repeats: 'leave_out',
    commitTime: 'earliest',
    unitSeconds: 1,
    rounding: 'down',
    sum: 'span',
    zeroSpans: 'count',
    negativeSpans: 'leave_out',
    firstDeployment: 'leave_out_baseline',
  },
  deployments: {
    results: ['success'],
    rolloutSeconds: 24 * HOUR,
    rollbacks: 'count',
    frequency: 'per_week',
    emptyDaysFrom: 'first_deployment',
    unknownChanges: 'count',
  },
  failures: {
    links: [
      'person',
      'explicit',
      'rollback',
      'revert',
      'hotfix',
      'time_window',
    ],
    maximumLagSeconds: 24 * HOUR,
    maximumRepairLagSeconds: 7 * 24 * HOUR,
    strictlyAfter: false,
    ignoredCauses: [
      'infrastructure',
      'dependency',
      'capacity',
      'security',
      'external',
    ],
    numerator: 'failed_deployments',
    incidents: 'linked',
    recovery: 'deployment_to_recovered',
    severalIncidents: 'last',
    day: 'deployment',
    recoveryDay: 'deployment',
    recoveryWindow: 'day',
    unitSeconds: 1,
    rework: true,
  },
  median: 'interpolated',
  summary: 'samples',
  weekStart: 'monday',
  minimumLeadTimeSamples: 5,
  minimumDeployments: 3,
  minimumRecoveries: 3,
};
