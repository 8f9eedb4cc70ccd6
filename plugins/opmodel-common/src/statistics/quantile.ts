/** The two ranks of a sorted sample between which a quantile lies, and how far from the lower one. */
export interface QuantileRanks {
  /** Zero-based rank at or below the quantile. */
  below: number;
  /** Zero-based rank at or above it. */
  above: number;
  /** 0 to 1, from `below` to `above`. */
  fraction: number;
}

/**
 * Position of a quantile by linear interpolation between closest ranks, h = (n − 1)·p.
 *
 * This is type 7 of Hyndman and Fan, "Sample quantiles in statistical packages", 1996: `PERCENTILE_CONT` of SQL.
 *
 * @param n - size of the sample
 * @param p - 0 to 1
 * @returns null for an empty sample
 */
export function quantileRanks(n: number, p: number): QuantileRanks | null {
  if (p < 0 || p > 1) {
    throw new RangeError(`A quantile must be from 0 to 1, got ${p}`);
  }
  if (n === 0) {
    return null;
  }
  const position = (n - 1) * p;
  const below = Math.floor(position);
  return { below, above: Math.ceil(position), fraction: position - below };
}

/** The value between two neighbours. */
export function interpolate(
  below: number,
  above: number,
  fraction: number,
): number {
  return below + (above - below) * fraction;
}

/**
 * The quantile of a sample, interpolated (see {@link quantileRanks}).
 *
 * @param values - in any order
 * @param p - 0 to 1
 * @returns in the unit of the values, or null for an empty sample
 */
export function quantile(values: readonly number[], p: number): number | null {
  const ranks = quantileRanks(values.length, p);
  if (!ranks) {
    return null;
  }
  const sorted = [...values].sort((a, b) => a - b);
  return interpolate(sorted[ranks.below], sorted[ranks.above], ranks.fraction);
}
