import {
  SLI_BUCKET_SECONDS,
  SLI_MINUTE_SECONDS,
  type SliBucket,
  type SliBucketSeconds,
  type SliCounts,
  type SliResolution,
} from './sliBucket';
import type { BudgetingMethod, SloObjective } from './sloDefinition';
import { rollUpTallies, type SloTally } from './sloTally';

const DAY_SECONDS = 86_400;

/** By how much of its total a count of good events may miss a target, because sums of fractions are not exact. */
const TOLERANCE = 1e-9;

/** Why an objective's slices cannot be counted exactly. */
export type SliceProblem =
  /** A budget that is counted by slices needs their length. */
  | 'no_slice_length'
  /** It is neither one minute nor a multiple of the five minutes in which events are counted. */
  | 'not_in_buckets'
  /** A day does not consist of whole slices, so that days could not be summed. */
  | 'not_in_days'
  /** Timeslices need to know what makes a slice good. */
  | 'no_slice_target';

/** Tallies with what did not count. */
export interface TalliedBuckets {
  /** In order of time; empty where there is a problem. */
  tallies: SloTally[];
  problem: SliceProblem | null;
  /** Buckets whose source counted more good events than events. They count as wholly good. */
  moreGoodThanTotal: number;
  /** Buckets with counts that are no counts. They are left out. */
  unusable: number;
  /** Slices in which nothing happened. They are neither good nor bad. */
  emptySlices: number;
  /** Slices that were begun and not yet measured to their end. */
  partialSlices: number;
}

/** What of an objective decides how its slices are counted. */
export type SlicedObjective = Pick<
  SloObjective,
  'timeSliceTarget' | 'timeSliceSeconds'
>;

/**
 * Length of the buckets that an objective is counted from. Slices of one minute need buckets of one minute; all else is counted from
 * five minutes.
 *
 * @returns seconds
 */
export function countedBucketSeconds(
  { timeSliceSeconds }: Pick<SloObjective, 'timeSliceSeconds'>,
  method: BudgetingMethod,
): SliBucketSeconds {
  return method !== 'Occurrences' && timeSliceSeconds === SLI_MINUTE_SECONDS
    ? SLI_MINUTE_SECONDS
    : SLI_BUCKET_SECONDS;
}

/**
 * Whether the slices of an objective can be counted exactly from buckets: a slice must be one minute or a multiple of five minutes,
 * and a day must consist of whole slices.
 *
 * @returns null where they can, and where no slices are counted
 */
export function checkTimeSlices(
  { timeSliceSeconds, timeSliceTarget }: SlicedObjective,
  method: BudgetingMethod,
): SliceProblem | null {
  if (method === 'Occurrences') {
    return null;
  }
  if (timeSliceSeconds === null || !(timeSliceSeconds > 0)) {
    return 'no_slice_length';
  }
  const bucketSeconds = countedBucketSeconds({ timeSliceSeconds }, method);
  if (timeSliceSeconds % bucketSeconds !== 0) {
    return 'not_in_buckets';
  }
  if (DAY_SECONDS % timeSliceSeconds !== 0) {
    return 'not_in_days';
  }
  return method === 'Timeslices' && timeSliceTarget === null
    ? 'no_slice_target'
    : null;
}

/**
 * The shortest slices that can be counted and are at least so long; a day where all are shorter.
 *
 * @param seconds - what somebody would like
 * @returns seconds
 */
export function countableSliceSeconds(seconds: number): number {
  if (seconds > 0 && seconds <= SLI_MINUTE_SECONDS) {
    return SLI_MINUTE_SECONDS;
  }
  let length = Math.max(1, Math.ceil(seconds / SLI_BUCKET_SECONDS));
  const most = DAY_SECONDS / SLI_BUCKET_SECONDS;
  while (length < most && most % length !== 0) {
    length += 1;
  }
  return Math.min(length, most) * SLI_BUCKET_SECONDS;
}

/**
 * Tallies buckets of the length that {@link countedBucketSeconds} tells, so that they can be rolled up into hours and days and each
 * method stays exact.
 *
 * Slices begin at multiples of their length since 1970, UTC. A slice counts in the bucket, the hour and the day in which it begins.
 * It counts once it is measured to its end, and only if something happened in it: to count a slice without events as good would
 * turn a service that nobody reaches green, to count it as bad would punish a quiet night. Buckets of the same start are added up,
 * as if their events had been counted in one.
 *
 * @param buckets - in any order; all that is known of the slices that are to be tallied
 * @param until - up to where it is measured, epoch milliseconds
 */
export function tallyBuckets(
  buckets: readonly SliBucket[],
  objective: SlicedObjective,
  method: BudgetingMethod,
  resolution: SliResolution,
  until: number,
): TalliedBuckets {
  const problem = checkTimeSlices(objective, method);
  const usable = buckets.filter(isUsable);
  const counts = {
    problem,
    moreGoodThanTotal: usable.filter(hasMoreGoodThanTotal).length,
    unusable: buckets.length - usable.length,
    emptySlices: 0,
    partialSlices: 0,
  };
  if (problem !== null) {
    return { ...counts, tallies: [] };
  }
  const events = countableBuckets(usable).map(bucket => ({
    ...bucket,
    slices: 0,
    goodSlices: 0,
    ratioSum: 0,
  }));
  const slices: SloTally[] = [];
  if (method !== 'Occurrences') {
    for (const slice of sliceBuckets(events, objective.timeSliceSeconds!)) {
      const end = slice.start + objective.timeSliceSeconds! * 1_000;
      if (end > until) {
        counts.partialSlices += 1;
      } else if (slice.total <= 0) {
        counts.emptySlices += 1;
      } else {
        slices.push(tallySlice(slice, objective.timeSliceTarget));
      }
    }
  }
  return {
    ...counts,
    tallies: rollUpTallies([...events, ...slices], resolution),
  };
}

/** Buckets without those whose counts are none, and each with at most as many good events as events. */
export function countableBuckets(buckets: readonly SliBucket[]): SliBucket[] {
  return buckets.filter(isUsable).map(({ start, good, total }) => ({
    start,
    good: Math.min(good, total),
    total,
  }));
}

/** What happened in each slice, by its start. */
export function sliceBuckets(
  buckets: readonly SliBucket[],
  sliceSeconds: number,
): SliBucket[] {
  const length = sliceSeconds * 1_000;
  const slices = new Map<number, SliBucket>();
  const inOrder = [...buckets].sort(
    (a, b) => a.start - b.start || a.total - b.total || a.good - b.good,
  );
  for (const { start: at, good, total } of inOrder) {
    const start = Math.floor(at / length) * length;
    const slice = slices.get(start);
    if (slice) {
      slice.good += good;
      slice.total += total;
    } else {
      slices.set(start, { start, good, total });
    }
  }
  return [...slices.values()];
}

/** Whether a slice with events reaches its target. */
export function reachesSliceTarget(
  { good, total }: SliCounts,
  target: number,
): boolean {
  return good + TOLERANCE * total >= target * total;
}

function tallySlice(slice: SliBucket, target: number | null): SloTally {
  return {
    start: slice.start,
    good: 0,
    total: 0,
    slices: 1,
    goodSlices: target !== null && reachesSliceTarget(slice, target) ? 1 : 0,
    ratioSum: Math.min(1, slice.good / slice.total),
  };
}

function isUsable({ start, good, total }: SliBucket): boolean {
  return (
    Number.isFinite(start) &&
    Number.isFinite(good) &&
    Number.isFinite(total) &&
    good >= 0 &&
    total >= 0
  );
}

function hasMoreGoodThanTotal({ good, total }: SliBucket): boolean {
  return good > total * (1 + TOLERANCE);
}
