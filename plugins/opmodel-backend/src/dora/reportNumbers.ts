import {
  type BinCounts,
  binnedQuantile,
  type ChangeExclusion,
  compareWindows,
  type ComponentDeployments,
  computeDeploymentFrequency,
  countOf,
  type DayStage,
  type DeploymentExclusion,
  type DoraExclusion,
  type DoraProfile,
  type DurationMetric,
  type FrequencyMetric,
  type LeadTimeStage,
  type NumberState,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CountsByMetric } from './DoraStore';
import { binnedQuantiles, type DurationQuantiles } from './leadTimeQuantiles';

const noBins: BinCounts = new Map();

/** Whether a number with `n` samples is known well enough to be graded. */
export function stateOf(n: number | null, minimum: number): NumberState {
  if (n === null) {
    return 'no_data';
  }
  return n < minimum ? 'thin' : 'ok';
}

/** Change lead time of a window as a report shows it. */
export function toLeadTimeMetric(
  current: { counts: CountsByMetric; quantiles: DurationQuantiles },
  previous: { counts: CountsByMetric; median: number | null },
  profile: DoraProfile,
): DurationMetric {
  const minimum = profile.minimumLeadTimeSamples;
  const n = countOf(current.counts.get('lead_time') ?? noBins);
  const previousN = countOf(previous.counts.get('lead_time') ?? noBins);
  const comparable = n >= minimum && previousN >= minimum;
  return {
    state: n === 0 ? 'no_data' : stateOf(n, minimum),
    ...current.quantiles,
    n,
    minimum,
    excluded: listExcludedChanges(current.counts),
    previous: { median: previous.median, n: previousN },
    change: comparable
      ? compareWindows(current.quantiles.median, previous.median, 'lower')
      : null,
  };
}

/** Deployment frequency of a window as a report shows it. */
export function toFrequencyMetric(
  options: {
    counts: CountsByMetric;
    perComponent: ComponentDeployments[];
    previousPerComponent: ComponentDeployments[];
    rollUp: boolean;
  },
  profile: DoraProfile,
): FrequencyMetric {
  const { counts, rollUp } = options;
  const minimum = profile.minimumDeployments;
  const current = computeDeploymentFrequency(options.perComponent, rollUp);
  const previous = computeDeploymentFrequency(
    options.previousPerComponent,
    rollUp,
  );
  const sampleOf = (frequency: typeof current) =>
    rollUp ? frequency.active : frequency.deployments ?? 0;
  const comparable =
    sampleOf(current) >= minimum && sampleOf(previous) >= minimum;
  const rateOf = (frequency: typeof current) =>
    rollUp ? frequency.medianPerWeek : frequency.perWeek;
  return {
    state: stateOf(
      current.deployments === null ? null : sampleOf(current),
      minimum,
    ),
    deployments: current.deployments,
    perWeek: current.perWeek,
    medianPerWeek: current.medianPerWeek,
    shareWeekly: current.shareWeekly,
    n: sampleOf(current),
    minimum,
    excluded: listExcludedDeployments(counts),
    previous: {
      deployments: previous.deployments,
      perWeek: previous.perWeek,
      medianPerWeek: previous.medianPerWeek,
    },
    change: comparable
      ? compareWindows(rateOf(current), rateOf(previous), 'higher')
      : null,
  };
}

const REVIEWED_STAGES: [LeadTimeStage['id'], DayStage][] = [
  ['coding', 'coding'],
  ['pickup', 'pickup'],
  ['review', 'review'],
  ['merge-to-deploy', 'merge_to_deploy'],
];

const UNREVIEWED_STAGES: [LeadTimeStage['id'], DayStage][] = [
  ['commit-to-merge', 'commit_to_merge'],
  ['merge-to-deploy', 'merge_to_deploy'],
];

/**
 * The stages of change lead time. Where no change was reviewed, as in a bare git history, coding, pickup and review are one
 * stage.
 */
export function toStages(counts: CountsByMetric): LeadTimeStage[] {
  const wasReviewed = ['coding', 'pickup', 'review'].some(stage =>
    counts.has(stage as DayStage),
  );
  const stages = (wasReviewed ? REVIEWED_STAGES : UNREVIEWED_STAGES).map(
    ([id, metric]) => {
      const bins = counts.get(metric) ?? noBins;
      const { median, p75, p90 } = binnedQuantiles(bins);
      return { id, median, p75, p90, n: countOf(bins) };
    },
  );
  const sum = stages.reduce((total, stage) => total + (stage.median ?? 0), 0);
  return stages.map(stage => ({
    ...stage,
    share: stage.median === null || sum === 0 ? null : stage.median / sum,
  }));
}

/** Median of the bins of one metric, within 1 %. */
export function binnedMedian(
  counts: CountsByMetric,
  metric: 'lead_time' | DayStage,
): number | null {
  return binnedQuantile(counts.get(metric) ?? noBins, 0.5);
}

/** Changes that were carried to production and give no sample, by reason. */
export function listExcludedChanges(counts: CountsByMetric): DoraExclusion[] {
  return listExcluded<ChangeExclusion>(counts, 'excluded_change:', 'change');
}

/** Deployments that do not count, by reason. */
export function listExcludedDeployments(
  counts: CountsByMetric,
): DoraExclusion[] {
  return listExcluded<DeploymentExclusion>(
    counts,
    'excluded_deployment:',
    'deployment',
  );
}

function listExcluded<Reason extends DoraExclusion['reason']>(
  counts: CountsByMetric,
  prefix: string,
  unit: DoraExclusion['unit'],
): DoraExclusion[] {
  return [...counts]
    .filter(([metric]) => metric.startsWith(prefix))
    .map(([metric, bins]) => ({
      reason: metric.slice(prefix.length) as Reason,
      unit,
      count: countOf(bins),
    }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
