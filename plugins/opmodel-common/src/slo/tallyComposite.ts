import type { SliBucket, SliResolution } from './sliBucket';
import { rollUpTallies, type SloTally } from './sloTally';
import {
  checkTimeSlices,
  countableBuckets,
  type SlicedObjective,
  sliceBuckets,
  reachesSliceTarget,
  type TalliedBuckets,
} from './tallyBuckets';

/** One part of a composite, with what was measured of it. */
export interface CompositePart {
  objective: SlicedObjective;
  /** Of the length that `countedBucketSeconds` tells. */
  buckets: readonly SliBucket[];
}

/**
 * Tallies the slices of a composite of Timeslices: a slice is bad where it is for any part. A part of which nothing is known in a slice
 * says nothing about it. The other methods need no tally of the whole: see `computeCompositeBudget`.
 *
 * Source: OpenSLO v1, "Composite SLO".
 *
 * @param parts - all of the same length of slice
 * @param until - up to where all of them are measured, epoch milliseconds
 */
export function tallyComposite(
  parts: readonly CompositePart[],
  resolution: SliResolution,
  until: number,
): Pick<TalliedBuckets, 'tallies'> & {
  problem: TalliedBuckets['problem'] | 'different_slices';
} {
  const problem =
    parts
      .map(({ objective }) => checkTimeSlices(objective, 'Timeslices'))
      .find(found => found !== null) ?? null;
  const lengths = new Set(
    parts.map(({ objective }) => objective.timeSliceSeconds),
  );
  if (problem !== null || lengths.size > 1) {
    return { tallies: [], problem: problem ?? 'different_slices' };
  }
  const slices = new Map<number, SloTally>();
  for (const { objective, buckets } of parts) {
    const seconds = objective.timeSliceSeconds!;
    for (const slice of sliceBuckets(countableBuckets(buckets), seconds)) {
      if (slice.total > 0 && slice.start + seconds * 1_000 <= until) {
        const isGood =
          (slices.get(slice.start)?.goodSlices ?? 1) === 1 &&
          reachesSliceTarget(slice, objective.timeSliceTarget!);
        const share = isGood ? 1 : 0;
        slices.set(slice.start, {
          start: slice.start,
          good: 0,
          total: 0,
          slices: 1,
          goodSlices: share,
          ratioSum: share,
        });
      }
    }
  }
  return {
    tallies: rollUpTallies([...slices.values()], resolution),
    problem: null,
  };
}
