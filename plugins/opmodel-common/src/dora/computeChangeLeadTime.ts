import type { ChangeExclusion, ChangeFact, LeadTimeStages } from './facts';

/** A sample of change lead time, or the reason why there is none. */
export type ChangeLeadTime =
  | { seconds: number; stages: LeadTimeStages; exclusion: null }
  | { seconds: null; stages: null; exclusion: ChangeExclusion };

/**
 * Change lead time of one change: from its first commit to its deployment in production.
 *
 * A span of zero is a sample (the commit was deployed in the second it was made). A negative span means that a clock or a
 * rewritten commit is wrong, so it is left out and reported. A stage with a negative span is unknown.
 *
 * @param deployedAt - epoch milliseconds at which the deployment finished
 * @returns whole seconds, rounded down
 */
export function computeChangeLeadTime(
  change: Pick<
    ChangeFact,
    'firstCommitAt' | 'openedAt' | 'firstReviewAt' | 'mergedAt'
  >,
  deployedAt: number,
): ChangeLeadTime {
  if (change.firstCommitAt === null) {
    return { seconds: null, stages: null, exclusion: 'no_commit_time' };
  }
  const seconds = secondsBetween(change.firstCommitAt, deployedAt);
  if (seconds === null) {
    return { seconds: null, stages: null, exclusion: 'negative_span' };
  }
  return {
    seconds,
    stages: {
      coding: secondsBetween(change.firstCommitAt, change.openedAt),
      pickup: secondsBetween(change.openedAt, change.firstReviewAt),
      review: secondsBetween(change.firstReviewAt, change.mergedAt),
      commitToMerge: secondsBetween(change.firstCommitAt, change.mergedAt),
      mergeToDeploy: secondsBetween(change.mergedAt, deployedAt),
    },
    exclusion: null,
  };
}

function secondsBetween(from: number | null, to: number | null): number | null {
  if (from === null || to === null || to < from) {
    return null;
  }
  return Math.floor((to - from) / 1000);
}
