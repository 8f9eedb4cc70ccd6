import {
  type BinCounts,
  binnedQuantileList,
  countOf,
  quantile,
} from '@opmodel/backstage-plugin-opmodel-common';

/** Quantiles that every duration shows. */
export interface DurationQuantiles {
  /** Seconds; null without samples. */
  median: number | null;
  p75: number | null;
  p90: number | null;
  /** They stand for bins rather than rows: within 1 %. */
  approximate: boolean;
}

/** The quantiles of the bins, within 1 %. */
export function binnedQuantiles(bins: BinCounts): DurationQuantiles {
  const [median, p75, p90] = binnedQuantileList(bins, [0.5, 0.75, 0.9]);
  return { median, p75, p90, approximate: countOf(bins) > 0 };
}

/**
 * Quantiles to the second where all rows are at hand, else those of the bins.
 *
 * @param values - seconds; undefined, or of another number than the bins hold, where not all were read
 */
export function durationQuantiles(
  bins: BinCounts,
  values: readonly number[] | undefined,
): DurationQuantiles {
  return values && values.length > 0 && values.length === countOf(bins)
    ? {
        median: quantile(values, 0.5),
        p75: quantile(values, 0.75),
        p90: quantile(values, 0.9),
        approximate: false,
      }
    : binnedQuantiles(bins);
}
