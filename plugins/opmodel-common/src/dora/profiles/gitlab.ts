import type { DoraProfile } from '../doraProfile';

/**
 * What the DORA metrics of GitLab show over a range of days: seconds from merge to deployment, a middle of each day and the
 * middle of those, deployments by all days of the range, and all incidents over deployments, which passes 100 %.
 *
 * Source: `ee/app/models/dora/*.rb`, `ee/app/services/dora/aggregate_metrics_service.rb` and
 * `doc/user/analytics/dora_metrics.md` of GitLab 16.
 */
export const gitlabProfile: DoraProfile = {
  id: 'gitlab',
  version: '2',
  title: 'GitLab',
  docs: 'dora-profiles#gitlab',
  leadTime: {
    unit: 'merge_request',
    start: 'merge',
    repeats: 'once_each_environment',
    commitTime: 'committed',
    unitSeconds: 1,
    rounding: 'down',
    sum: 'span',
    zeroSpans: 'count',
    negativeSpans: 'count_as_zero',
    firstDeployment: 'count',
  },
  deployments: {
    results: ['success'],
    rolloutSeconds: 0,
    rollbacks: 'count',
    frequency: 'per_day',
    emptyDaysFrom: 'window',
    unknownChanges: 'count',
  },
  failures: {
    links: [],
    maximumLagSeconds: null,
    maximumRepairLagSeconds: 0,
    strictlyAfter: false,
    ignoredCauses: [],
    numerator: 'incidents',
    incidents: 'all',
    recovery: 'incident_to_resolved',
    severalIncidents: 'each',
    day: 'incident',
    recoveryDay: 'end',
    recoveryWindow: 'day',
    unitSeconds: 1,
    rework: false,
  },
  median: 'interpolated',
  summary: 'daily_medians',
  weekStart: 'monday',
  minimumLeadTimeSamples: 5,
  minimumDeployments: 3,
  minimumRecoveries: 3,
};
