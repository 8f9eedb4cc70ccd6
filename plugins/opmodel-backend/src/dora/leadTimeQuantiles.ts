import {
  type BinCounts,
  binnedQuantileList,
  binRange,
  countOf,
  interpolate,
  locateRank,
  quantile,
  quantileRanks,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  DaySpan,
  DoraSelection,
  DoraStore,
  WindowSpans,
} from './DoraStore';

/** Quantiles that every duration shows. */
export interface DurationQuantiles {
  /** Seconds; null without samples. */
  median: number | null;
  p75: number | null;
  p90: number | null;
  /** They stand for bins rather than rows: within 1 %. */
  approximate: boolean;
}

/** Up to this many samples are read at once; beyond, only the rows around each quantile are. */
const SAMPLES_READ_AT_ONCE = 2_000;

/** With more samples than this, finding the rows around a quantile would mean to look through too many. */
const SAMPLES_LOOKED_THROUGH = 20_000;

/** The quantiles of the bins, within 1 %. */
export function binnedQuantiles(bins: BinCounts): DurationQuantiles {
  const [median, p75, p90] = binnedQuantileList(bins, [0.5, 0.75, 0.9]);
  return {
    median,
    p75,
    p90,
    approximate: countOf(bins) > 0,
  };
}

/** The quantiles of a window and of the one before it: read together where their samples are few, as those of a component are. */
export async function readWindowQuantiles(
  store: Pick<DoraStore, 'listLeadTimes' | 'listWindowLeadTimes'>,
  calculation: string,
  selection: DoraSelection,
  window: WindowSpans,
  bins: { current: BinCounts; previous: BinCounts },
): Promise<{ current: DurationQuantiles; previous: DurationQuantiles }> {
  const n = countOf(bins.current) + countOf(bins.previous);
  if (n === 0 || n > SAMPLES_READ_AT_ONCE) {
    const [current, previous] = await Promise.all([
      readLeadTimeQuantiles(
        store,
        calculation,
        selection,
        window,
        bins.current,
      ),
      readLeadTimeQuantiles(
        store,
        calculation,
        selection,
        window.previous,
        bins.previous,
      ),
    ]);
    return { current, previous };
  }
  const values = await store.listWindowLeadTimes(
    calculation,
    selection,
    window,
    n + 1,
  );
  const isComplete = values.current.length + values.previous.length === n;
  return {
    current: rowQuantiles(isComplete ? values.current : [], bins.current),
    previous: rowQuantiles(isComplete ? values.previous : [], bins.previous),
  };
}

/** The quantiles of all samples, unless another calculation was written after their bins had been read. */
function rowQuantiles(values: number[], bins: BinCounts): DurationQuantiles {
  return values.length === countOf(bins) && values.length > 0
    ? {
        median: quantile(values, 0.5),
        p75: quantile(values, 0.75),
        p90: quantile(values, 0.9),
        approximate: false,
      }
    : binnedQuantiles(bins);
}

/**
 * Change lead time quantiles to the second: the bins say where each quantile lies, the rows there decide.
 *
 * Where rows and bins do not agree, because a calculation was written in between, the bins' quantiles are given and marked.
 */
export async function readLeadTimeQuantiles(
  store: Pick<DoraStore, 'listLeadTimes'>,
  calculation: string,
  selection: DoraSelection,
  span: DaySpan,
  bins: BinCounts,
): Promise<DurationQuantiles> {
  const n = countOf(bins);
  if (n === 0 || n > SAMPLES_LOOKED_THROUGH) {
    return binnedQuantiles(bins);
  }
  if (n <= SAMPLES_READ_AT_ONCE) {
    const values = await store.listLeadTimes(calculation, selection, span, {
      from: 0,
      to: Number.MAX_SAFE_INTEGER,
      offset: 0,
      limit: n + 1,
    });
    return rowQuantiles(values, bins);
  }

  const readRanks = async (rank: number, limit: number): Promise<number[]> => {
    const { bin, offset } = locateRank(bins, rank)!;
    return store.listLeadTimes(calculation, selection, span, {
      ...binRange(bin),
      offset,
      limit,
    });
  };
  const readQuantile = async (p: number): Promise<number | undefined> => {
    const ranks = quantileRanks(n, p)!;
    // The second one mostly follows the first in the same bin.
    const [below, next] = await readRanks(ranks.below, 2);
    let above = ranks.above === ranks.below ? below : next;
    if (above === undefined) {
      [above] = await readRanks(ranks.above, 1);
    }
    return below === undefined || above === undefined
      ? undefined
      : interpolate(below, above, ranks.fraction);
  };
  const [median, p75, p90] = await Promise.all(
    [0.5, 0.75, 0.9].map(readQuantile),
  );
  return median === undefined || p75 === undefined || p90 === undefined
    ? binnedQuantiles(bins)
    : { median, p75, p90, approximate: false };
}
