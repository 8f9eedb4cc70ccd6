import { createHash } from 'node:crypto';
import type { Pace } from '../organisation/DeliveryProfile';
import type { Change } from './facts';
import type { SeededRandom } from './SeededRandom';
import {
  HOUR,
  isQuietDay,
  MINUTE,
  nextWorkingMoment,
  wholeSeconds,
} from './workload';
import { wordChange } from './wording';

const ABANDONED_SHARE = 0.04;
/** Who works when the others rest is in a hurry, and has somebody who reviews at once. */
const ALONE_FACTOR = 0.15;

/** What is settled about a change before chance decides the rest. */
export type ChangeIdentity = Pick<
  Change,
  'number' | 'repository' | 'components' | 'commitSha'
>;

/** The commit that a change leaves on the main line. */
export function commitOf(
  seed: string,
  repository: string,
  number: number,
): string {
  return createHash('sha1')
    .update([seed, repository, number].join('\n'))
    .digest('hex');
}

/** A change that somebody begins on a day. Its steps fall into working time, so that a span may hold a weekend. */
export function drawChange(
  identity: ChangeIdentity,
  day: number,
  pace: Pace,
  withoutReview: boolean,
  random: SeededRandom,
): Change {
  const begun = wholeSeconds(day + random.between(8, 17.5) * HOUR);
  const change: Change = {
    ...identity,
    title: wordChange(random),
    firstCommitAt: begun,
    contributors: random.weighted([
      [1, 70],
      [2, 25],
      [3, 5],
    ]),
    hotfix: false,
  };
  const alone = isQuietDay(day);
  const after = (instant: number, hours: number, sigma: number) => {
    const span = random.logNormal(hours, sigma) * HOUR;
    return alone
      ? wholeSeconds(instant + span * ALONE_FACTOR)
      : nextWorkingMoment(wholeSeconds(instant + span), random);
  };
  if (withoutReview) {
    return { ...change, mergedAt: after(begun, pace.codingHours / 4, 0.6) };
  }
  const openedAt = after(begun, pace.codingHours, 0.9);
  if (random.chance(ABANDONED_SHARE)) {
    return { ...change, openedAt, abandonedAt: after(openedAt, 70, 0.6) };
  }
  const firstReviewAt = after(openedAt, pace.pickupHours, 0.9);
  const approvedAt = after(firstReviewAt, pace.reviewHours * 0.75, 0.9);
  return {
    ...change,
    openedAt,
    firstReviewAt,
    approvedAt,
    mergedAt: after(approvedAt, pace.reviewHours * 0.25, 0.9),
    approvedByOther: random.weighted<boolean | undefined>([
      [true, 92],
      [undefined, 5],
      [false, 3],
    ]),
  };
}

/** A change made in a hurry, because production is in trouble; it waits for nobody's working hours. */
export function drawUrgentChange(
  identity: ChangeIdentity,
  begunAt: number,
  reverted: Change | undefined,
  random: SeededRandom,
): Change & { mergedAt: number } {
  const step = (from: number, low: number, high: number) =>
    wholeSeconds(from + random.between(low, high) * MINUTE);
  const firstCommitAt = step(begunAt, 4, reverted ? 10 : 40);
  const openedAt = step(firstCommitAt, 2, reverted ? 5 : 25);
  const firstReviewAt = step(openedAt, 3, 20);
  const approvedAt = step(firstReviewAt, 1, 6);
  return {
    ...identity,
    title: reverted
      ? `Revert "${reverted.title}"`
      : `Hotfix: ${wordChange(random).toLowerCase()}`,
    firstCommitAt,
    openedAt,
    firstReviewAt,
    approvedAt,
    mergedAt: step(approvedAt, 2, 8),
    approvedByOther: true,
    contributors: 1,
    hotfix: !reverted,
    ...(reverted && { revertsCommitSha: reverted.commitSha }),
  };
}
