import { binRange, binValue, BINS_PER_OCTAVE, ZERO_BIN } from './logBins';
import { interpolate, quantileRanks } from './quantile';

/** How many durations fall into each bin. */
export type BinCounts = ReadonlyMap<number, number>;

/** The number of durations counted. */
export function countOf(bins: BinCounts): number {
  let count = 0;
  for (const binCount of bins.values()) {
    count += binCount;
  }
  return count;
}

/** Adds counts of several days or components; the order does not matter. */
export function mergeBins(all: Iterable<BinCounts>): Map<number, number> {
  const merged = new Map<number, number>();
  for (const bins of all) {
    for (const [bin, count] of bins) {
      merged.set(bin, (merged.get(bin) ?? 0) + count);
    }
  }
  return merged;
}

/** Where one rank of a sorted sample lies: which bin, and how far into it. */
export interface BinPosition {
  bin: number;
  /** Zero-based position among the durations of the bin, ascending. */
  offset: number;
}

/**
 * Finds the bin that holds a rank.
 *
 * @param rank - zero-based position in the ascending sample
 * @returns null when the sample is not that large
 */
export function locateRank(bins: BinCounts, rank: number): BinPosition | null {
  let before = 0;
  for (const bin of [...bins.keys()].sort((a, b) => a - b)) {
    const count = bins.get(bin)!;
    if (rank < before + count) {
      return { bin, offset: rank - before };
    }
    before += count;
  }
  return null;
}

/**
 * The quantile of a binned sample, within 0.99 % of the quantile of its rows.
 *
 * @param p - 0 to 1
 * @returns seconds, or null for an empty sample
 */
export function binnedQuantile(bins: BinCounts, p: number): number | null {
  return binnedQuantileList(bins, [p])[0];
}

/**
 * Several quantiles of one binned sample; the bins are put in order only once.
 *
 * @param ps - 0 to 1 each
 * @returns as {@link binnedQuantile}, in the order of `ps`
 */
export function binnedQuantileList(
  bins: BinCounts,
  ps: readonly number[],
): (number | null)[] {
  const sorted = [...bins].sort(([a], [b]) => a - b);
  const n = countOf(bins);
  return ps.map(p => {
    const ranks = quantileRanks(n, p);
    return ranks
      ? interpolate(
          valueAtRank(sorted, ranks.below),
          valueAtRank(sorted, ranks.above),
          ranks.fraction,
        )
      : null;
  });
}

/** @param sorted - counts by bin, ascending; more of them than `rank` */
function valueAtRank(
  sorted: readonly (readonly [bin: number, count: number])[],
  rank: number,
): number {
  let reached = 0;
  for (const [bin, count] of sorted) {
    reached += count;
    if (rank < reached) {
      return binValue(bin);
    }
  }
  throw new RangeError(`The sample has no rank ${rank}, only ${reached}`);
}

/**
 * Counts by factors of two, for drawing. The edges are bin edges, so the counts are exact.
 *
 * @returns from the first to the last occupied step without gaps; seconds
 */
export function octaves(
  bins: BinCounts,
): { from: number; to: number; count: number }[] {
  const byOctave = new Map<number, number>();
  for (const [bin, count] of bins) {
    const octave = bin <= ZERO_BIN ? 0 : Math.floor(bin / BINS_PER_OCTAVE);
    byOctave.set(octave, (byOctave.get(octave) ?? 0) + count);
  }
  if (byOctave.size === 0) {
    return [];
  }
  const first = Math.min(...byOctave.keys());
  const last = Math.max(...byOctave.keys());
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const octave = first + index;
    return {
      from: octave === 0 ? 0 : binRange(octave * BINS_PER_OCTAVE).from,
      to: binRange((octave + 1) * BINS_PER_OCTAVE).from,
      count: byOctave.get(octave) ?? 0,
    };
  });
}
