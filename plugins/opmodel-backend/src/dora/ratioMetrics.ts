import {
  compareWindows,
  countOf,
  type DayMetric,
  type DoraExclusion,
  type DoraProfile,
  type RatioMetric,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CountsByMetric } from './DoraStore';
import { listExcludedDeployments, listUnlinkedIncidents } from './exclusions';
import { stateOf } from './numberState';

/** How often something was counted. */
export function totalOf(
  counts: CountsByMetric | undefined,
  metric: DayMetric,
): number {
  return countOf(counts?.get(metric) ?? new Map());
}

/** What a definition divides by the deployments to tell how many fail. */
export function failuresMetricOf({
  failures,
}: Pick<DoraProfile, 'failures'>): DayMetric {
  if (failures.numerator === 'failed_deployments') {
    return 'failed_deployments';
  }
  return failures.incidents === 'all' ? 'incidents' : 'failure_incidents';
}

/** The counts that a share is computed from, of a window and of the one before it. */
export interface RatioCounts {
  current: CountsByMetric;
  previous: CountsByMetric;
}

/** Share of the deployments that failed; above 1 where a definition counts several incidents of one. */
export function toFailRate(
  counts: RatioCounts,
  profile: DoraProfile,
): RatioMetric {
  return toRatio(counts, {
    numerator: failuresMetricOf(profile),
    denominator: 'deployments',
    minimum: profile.minimumDeployments,
    excluded: [
      ...listExcludedDeployments(counts.current),
      ...listUnlinkedIncidents(counts.current),
    ],
  });
}

/** Share of the deployments that were made because of a problem; no data under a definition that does not know it. */
export function toReworkRate(
  counts: RatioCounts,
  profile: DoraProfile,
): RatioMetric {
  const none: CountsByMetric = new Map();
  return toRatio(
    profile.failures.rework ? counts : { current: none, previous: none },
    {
      numerator: 'rework_deployments',
      denominator: 'deployments',
      minimum: profile.minimumDeployments,
      excluded: profile.failures.rework
        ? listExcludedDeployments(counts.current)
        : [],
    },
  );
}

/** Share of the incidents that repeat an earlier one. */
export function toRecurrence(
  counts: RatioCounts,
  profile: DoraProfile,
): RatioMetric {
  return toRatio(counts, {
    numerator: 'recurrences',
    denominator: 'incidents',
    minimum: profile.minimumRecoveries,
    excluded: listUnlinkedIncidents(counts.current).filter(
      ({ reason }) => reason === 'withdrawn' || reason === 'excluded_period',
    ),
  });
}

/** A numerator and a denominator as a share; null where there is nothing to divide by. */
export function divide(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

function toRatio(
  { current, previous }: RatioCounts,
  options: {
    numerator: DayMetric;
    denominator: DayMetric;
    minimum: number;
    excluded: DoraExclusion[];
  },
): RatioMetric {
  const { minimum, excluded } = options;
  const share = (counts: CountsByMetric) => {
    const denominator = totalOf(counts, options.denominator);
    const numerator = totalOf(counts, options.numerator);
    return denominator === 0
      ? { value: null, numerator: null, denominator: null }
      : { value: numerator / denominator, numerator, denominator };
  };
  const now = share(current);
  const before = share(previous);
  const n = now.denominator ?? 0;
  const comparable = n >= minimum && (before.denominator ?? 0) >= minimum;
  return {
    state: n === 0 ? 'no_data' : stateOf(n, minimum),
    ...now,
    n,
    minimum,
    excluded,
    previous: before,
    change: comparable
      ? compareWindows(now.value, before.value, 'lower')
      : null,
  };
}
