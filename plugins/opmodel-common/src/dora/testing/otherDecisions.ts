import type { DoraProfile } from '../doraProfile';

type Section = 'leadTime' | 'deployments' | 'failures';

const DAY = 86_400;

/** Values of each decision that the calculation reads; the one that a definition has is skipped. */
const decisions: {
  [S in Section]: {
    [D in keyof DoraProfile[S]]?: readonly DoraProfile[S][D][];
  };
} = {
  leadTime: {
    unit: ['change', 'commit', 'merge_request'],
    start: ['first_commit', 'merge'],
    repeats: ['leave_out', 'once_each_environment', 'count'],
    commitTime: ['committed', 'authored'],
    unitSeconds: [1, 60],
    rounding: ['down', 'up'],
    sum: ['span', 'stages'],
    zeroSpans: ['count', 'leave_out'],
    negativeSpans: ['leave_out', 'count_as_zero'],
    firstDeployment: ['count', 'leave_out'],
  },
  deployments: {
    results: [['success'], ['success', 'failure']],
    rolloutSeconds: [0, DAY],
    rollbacks: ['count', 'leave_out'],
    unknownChanges: ['count', 'leave_out'],
  },
  failures: {
    links: [[], ['person', 'explicit'], ['person', 'time_window']],
    maximumLagSeconds: [null, DAY],
    strictlyAfter: [true, false],
    ignoredCauses: [[], ['infrastructure']],
    numerator: ['failed_deployments', 'incidents'],
    incidents: ['linked', 'all'],
    recovery: [
      'deployment_to_recovered',
      'deployment_to_resolved',
      'incident_to_resolved',
      'earliest_to_resolved',
    ],
    severalIncidents: ['last', 'each'],
    day: ['deployment', 'incident'],
    recoveryDay: ['deployment', 'incident', 'start', 'end'],
    recoveryWindow: ['day', 'day_and_end'],
    unitSeconds: [1, 60, 3_600],
  },
};

/** The definition with one decision taken otherwise, for every decision that the calculation reads; by its name. */
export function otherDecisions(
  profile: DoraProfile,
): Map<string, DoraProfile[]> {
  const others = new Map<string, DoraProfile[]>([
    [
      'median',
      [
        {
          ...profile,
          median: profile.median === 'lower' ? 'interpolated' : 'lower',
        },
      ],
    ],
    [
      'summary',
      [
        {
          ...profile,
          summary: profile.summary === 'samples' ? 'daily_medians' : 'samples',
        },
      ],
    ],
    [
      'weekStart',
      [
        {
          ...profile,
          weekStart: profile.weekStart === 'monday' ? 'sunday' : 'monday',
        },
      ],
    ],
  ]);
  for (const section of Object.keys(decisions) as Section[]) {
    const own = profile[section] as unknown as Record<string, unknown>;
    for (const [name, values] of Object.entries<readonly unknown[]>(
      decisions[section],
    )) {
      others.set(
        `${section}.${name}`,
        values
          .filter(value => JSON.stringify(value) !== JSON.stringify(own[name]))
          .map(value => ({ ...profile, [section]: { ...own, [name]: value } })),
      );
    }
  }
  return others;
}
