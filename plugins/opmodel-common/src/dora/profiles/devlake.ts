import type { DoraProfile } from '../doraProfile';

/**
 * What the DORA dashboard of Apache DevLake shows of its 2023 report on MySQL: merged pull requests, cycle time summed up from
 * stages in whole minutes, the lower median, days with a deployment a week, and incidents tied to the last deployment
 * before them, however old.
 *
 * Source: `backend/plugins/dora/tasks/*.go` and `grafana/dashboards/DORA.json` of apache/devlake, 2026-06.
 */
export const devlakeProfile: DoraProfile = {
  id: 'devlake',
  version: '2',
  title: 'Apache DevLake',
  docs: 'dora-profiles#apache-devlake',
  leadTime: {
    unit: 'merge_request',
    start: 'first_commit',
    repeats: 'leave_out',
    commitTime: 'authored',
    unitSeconds: 60,
    rounding: 'up',
    sum: 'stages',
    zeroSpans: 'count',
    negativeSpans: 'leave_out',
    firstDeployment: 'leave_out',
  },
  deployments: {
    results: ['success'],
    rolloutSeconds: 0,
    rollbacks: 'count',
    frequency: 'deployment_days',
    emptyDaysFrom: 'window',
    unknownChanges: 'count',
  },
  failures: {
    links: ['person', 'time_window'],
    maximumLagSeconds: null,
    maximumRepairLagSeconds: 0,
    strictlyAfter: true,
    ignoredCauses: [],
    numerator: 'failed_deployments',
    incidents: 'linked',
    recovery: 'deployment_to_resolved',
    severalIncidents: 'each',
    day: 'deployment',
    recoveryDay: 'deployment',
    recoveryWindow: 'day_and_end',
    unitSeconds: 60,
    rework: false,
  },
  median: 'lower',
  summary: 'samples',
  weekStart: 'monday',
  minimumLeadTimeSamples: 5,
  minimumDeployments: 3,
  minimumRecoveries: 3,
};
