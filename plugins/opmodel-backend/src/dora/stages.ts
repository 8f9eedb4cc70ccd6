import {
  type BinCounts,
  countOf,
  type DayStage,
  type LeadTimeStage,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CountsByMetric } from './DoraStore';
import { binnedQuantiles } from './durationQuantiles';

const noBins: BinCounts = new Map();

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
