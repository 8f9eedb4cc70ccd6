import {
  type BinCounts,
  compareWindows,
  countOf,
  type DoraExclusion,
  type DoraProfile,
  type DurationMetric,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CountsByMetric, DurationKind } from './DoraStore';
import type { DurationQuantiles } from './durationQuantiles';
import {
  listExcludedChanges,
  listExcludedRecoveries,
  listExcludedRestores,
} from './exclusions';
import { stateOf } from './numberState';

const noBins: BinCounts = new Map();

/** Below how many samples a duration is not graded. */
export function minimumSamples(
  kind: DurationKind,
  profile: DoraProfile,
): number {
  return kind === 'lead_time'
    ? profile.minimumLeadTimeSamples
    : profile.minimumRecoveries;
}

/** A duration of a window as a report shows it. */
export function toDurationMetric(
  kind: DurationKind,
  current: { counts: CountsByMetric; quantiles: DurationQuantiles },
  previous: { counts: CountsByMetric; median: number | null },
  profile: DoraProfile,
): DurationMetric {
  const minimum = minimumSamples(kind, profile);
  const n = countOf(current.counts.get(kind) ?? noBins);
  const previousN = countOf(previous.counts.get(kind) ?? noBins);
  const comparable = n >= minimum && previousN >= minimum;
  return {
    state: n === 0 ? 'no_data' : stateOf(n, minimum),
    ...current.quantiles,
    n,
    minimum,
    excluded: listExcluded(kind, current.counts, profile),
    previous: { median: previous.median, n: previousN },
    change: comparable
      ? compareWindows(current.quantiles.median, previous.median, 'lower')
      : null,
  };
}

/** What each sample of recovery stands for under a definition. */
export function recoveryUnitOf({
  failures,
}: Pick<DoraProfile, 'failures'>): 'deployment' | 'incident' {
  return failures.severalIncidents === 'each' ? 'incident' : 'deployment';
}

function listExcluded(
  kind: DurationKind,
  counts: CountsByMetric,
  profile: DoraProfile,
): DoraExclusion[] {
  switch (kind) {
    case 'lead_time':
      return listExcludedChanges(counts);
    case 'recovery':
      return listExcludedRecoveries(counts, recoveryUnitOf(profile));
    default:
      return listExcludedRestores(counts);
  }
}
