import type { SliResolution } from './sliBucket';

/**
 * What a bucket keeps of an objective, so that its budget is exact under each method. The sums of two buckets are the sums of both,
 * so that five minutes roll up into hours and days without a loss.
 */
export interface SloSliceTally {
  good: number;
  total: number;
  /** Complete slices with events that begin in the bucket; 0 where a budget is counted by events. */
  slices: number;
  /** Of them, those that reach the target of a slice. */
  goodSlices: number;
  /** Sum of their shares of good events. */
  ratioSum: number;
}

/** A tally with the bucket that it is of. */
export interface SloTally extends SloSliceTally {
  /** Epoch milliseconds, a multiple of the bucket's length. */
  start: number;
}

/** The tally of nothing. */
export const emptyTally: Readonly<SloSliceTally> = {
  good: 0,
  total: 0,
  slices: 0,
  goodSlices: 0,
  ratioSum: 0,
};

/** The tally of everything together. It is the same in whichever order the buckets come. */
export function sumTallies(tallies: readonly SloTally[]): SloSliceTally;
export function sumTallies(tallies: readonly SloSliceTally[]): SloSliceTally;
export function sumTallies(
  tallies: readonly (SloSliceTally & { start?: number })[],
): SloSliceTally {
  const sum = { ...emptyTally };
  for (const tally of inOrder(tallies)) {
    sum.good += tally.good;
    sum.total += tally.total;
    sum.slices += tally.slices;
    sum.goodSlices += tally.goodSlices;
    sum.ratioSum += tally.ratioSum;
  }
  return sum;
}

/**
 * Tallies of shorter buckets as those of longer ones, in order of time.
 *
 * @param resolution - length of the longer buckets in seconds
 */
export function rollUpTallies(
  tallies: readonly SloTally[],
  resolution: SliResolution,
): SloTally[] {
  const length = resolution * 1_000;
  const longer = new Map<number, SloTally[]>();
  for (const tally of tallies) {
    const start = Math.floor(tally.start / length) * length;
    const parts = longer.get(start);
    if (parts) {
      parts.push(tally);
    } else {
      longer.set(start, [tally]);
    }
  }
  return [...longer]
    .map(([start, parts]) => ({ start, ...sumTallies(parts) }))
    .sort((a, b) => a.start - b.start);
}

// Sums of fractions depend on their order, and answers must not.
function inOrder<T extends SloSliceTally & { start?: number }>(
  tallies: readonly T[],
): T[] {
  return [...tallies].sort(
    (a, b) =>
      (a.start ?? 0) - (b.start ?? 0) ||
      a.total - b.total ||
      a.good - b.good ||
      a.ratioSum - b.ratioSum,
  );
}
