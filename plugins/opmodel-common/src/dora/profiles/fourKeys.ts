import type { DoraProfile } from '../doraProfile';

/**
 * What the Four Keys dashboard shows: each commit of each deployment, minutes above zero, whole hours of recovery of every
 * incident, and incidents by their root cause over deployments, which passes 100 %.
 *
 * Source: `METRICS.md` and `queries/*.sql` of dora-team/fourkeys, 2024-01, unmaintained since.
 */
export const fourKeysProfile: DoraProfile = {
  id: 'four-keys',
  version: '2',
  title: 'Four Keys',
  docs: 'dora-profiles#four-keys',
  leadTime: {
    unit: 'commit',
    start: 'commit',
    repeats: 'count',
    commitTime: 'committed',
    unitSeconds: 60,
    rounding: 'down',
    sum: 'span',
    zeroSpans: 'leave_out',
    negativeSpans: 'leave_out',
    firstDeployment: 'count',
  },
  deployments: {
    results: ['success'],
    rolloutSeconds: 0,
    rollbacks: 'count',
    frequency: 'bucket',
    emptyDaysFrom: 'first_deployment',
    unknownChanges: 'leave_out',
  },
  failures: {
    links: ['person', 'explicit'],
    maximumLagSeconds: null,
    maximumRepairLagSeconds: 0,
    strictlyAfter: false,
    ignoredCauses: [],
    numerator: 'incidents',
    incidents: 'linked',
    recovery: 'earliest_to_resolved',
    severalIncidents: 'each',
    day: 'deployment',
    recoveryDay: 'start',
    recoveryWindow: 'day',
    unitSeconds: 3_600,
    rework: false,
  },
  median: 'interpolated',
  summary: 'samples',
  weekStart: 'sunday',
  minimumLeadTimeSamples: 5,
  minimumDeployments: 3,
  minimumRecoveries: 3,
};
