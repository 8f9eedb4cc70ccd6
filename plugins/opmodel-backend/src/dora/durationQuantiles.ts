import {
  type BinCounts,
  binnedQuantileList,
  binRange,
  binValue,
  countOf,
  type DoraProfile,
  interpolate,
  locateRank,
  middleOfWindow,
  quantile,
  quantileRanks,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  CountsByMetric,
  DatedDuration,
  DaySpan,
  DoraSelection,
  DoraStore,
  DurationKind,
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

/** What a definition says of the middle of a sample. */
export type MedianRule = Pick<DoraProfile, 'median' | 'summary'>;

/** The durations that are asked for. */
export interface DurationQuestion {
  calculation: string;
  kind: DurationKind;
  selection: DoraSelection;
  rule: MedianRule;
}

/** What quantiles are read from. */
export type DurationStore = Pick<
  DoraStore,
  'listDurations' | 'listWindowDurations'
>;

/** What is counted of a window. */
export interface DurationBins {
  samples: BinCounts;
  /** The middles of its days; only where the definition takes the middle of them. */
  middles?: BinCounts;
}

/** Up to this many samples are read at once; beyond, only the rows around each quantile are. */
const SAMPLES_READ_AT_ONCE = 2_000;

/** With more samples than this, finding the rows around a quantile would mean to look through too many. */
const SAMPLES_LOOKED_THROUGH = 20_000;

const noBins: BinCounts = new Map();

/** What is counted of a kind of duration under a definition. */
export function binsOf(
  counts: CountsByMetric | undefined,
  kind: DurationKind,
  { summary }: Pick<MedianRule, 'summary'>,
): DurationBins {
  const samples = counts?.get(kind) ?? noBins;
  return summary === 'samples'
    ? { samples }
    : { samples, middles: counts?.get(`${kind}_middle`) ?? noBins };
}

/** The quantiles of what is counted, within 1 %; with the middle that the definition takes. */
export function countedQuantiles(
  { samples, middles }: DurationBins,
  { median }: Pick<MedianRule, 'median'>,
): DurationQuantiles {
  const quantiles = binnedQuantiles(samples, median);
  return middles
    ? { ...quantiles, median: binnedQuantiles(middles, median).median }
    : quantiles;
}

/** The quantiles of the bins, within 1 %. */
export function binnedQuantiles(
  bins: BinCounts,
  median: MedianRule['median'] = 'interpolated',
): DurationQuantiles {
  const [middle, p75, p90] = binnedQuantileList(bins, [0.5, 0.75, 0.9]);
  return {
    median: median === 'lower' ? lowerBinnedMedian(bins) : middle,
    p75,
    p90,
    approximate: countOf(bins) > 0,
  };
}

/** The quantiles of a window and of the one before it: read together where their samples are few, as those of a component are. */
export async function readWindowQuantiles(
  store: DurationStore,
  question: DurationQuestion,
  window: WindowSpans,
  bins: { current: DurationBins; previous: DurationBins; isLarge: boolean },
): Promise<{ current: DurationQuantiles; previous: DurationQuantiles }> {
  const n = countOf(bins.current.samples) + countOf(bins.previous.samples);
  if (n === 0 || bins.isLarge || n > SAMPLES_READ_AT_ONCE) {
    const [current, previous] = await Promise.all(
      (
        [
          [window, bins.current],
          [window.previous, bins.previous],
        ] as const
      ).map(([span, own]) =>
        readSpanQuantiles(store, question, span, own, bins),
      ),
    );
    return { current, previous };
  }
  const { calculation, kind, selection, rule } = question;
  const values = await store.listWindowDurations(
    calculation,
    kind,
    selection,
    window,
    { limit: n + 1, byEnvironment: rule.summary === 'daily_medians' },
  );
  const isComplete = values.current.length + values.previous.length === n;
  return {
    current: rowQuantiles(isComplete ? values.current : [], bins.current, rule),
    previous: rowQuantiles(
      isComplete ? values.previous : [],
      bins.previous,
      rule,
    ),
  };
}

async function readSpanQuantiles(
  store: DurationStore,
  question: DurationQuestion,
  span: DaySpan,
  bins: DurationBins,
  { isLarge }: { isLarge: boolean },
): Promise<DurationQuantiles> {
  const { median } = countedQuantiles(bins, question.rule);
  const quantiles = isLarge
    ? binnedQuantiles(bins.samples, question.rule.median)
    : await readQuantiles(store, question, span, bins.samples);
  // What middles lie where is only counted: to look at their rows would be to look at all.
  return bins.middles && countOf(bins.middles) > 0
    ? { ...quantiles, median, approximate: true }
    : quantiles;
}

/** The quantiles of all samples, unless another calculation was written after their bins had been read. */
function rowQuantiles(
  values: DatedDuration[],
  bins: DurationBins,
  rule: MedianRule,
): DurationQuantiles {
  if (values.length !== countOf(bins.samples) || values.length === 0) {
    return countedQuantiles(bins, rule);
  }
  const seconds = values.map(value => value.seconds);
  return {
    median: middleOfWindow(
      values.map(({ seconds: value, ...dated }) => ({ ...dated, value })),
      rule,
    ),
    p75: quantile(seconds, 0.75),
    p90: quantile(seconds, 0.9),
    approximate: false,
  };
}

/**
 * Quantiles to the second: the bins say where each quantile lies, the rows there decide.
 *
 * Where rows and bins do not agree, because a calculation was written in between, the bins' quantiles are given and marked.
 */
async function readQuantiles(
  store: DurationStore,
  { calculation, kind, selection, rule }: DurationQuestion,
  span: DaySpan,
  bins: BinCounts,
): Promise<DurationQuantiles> {
  const n = countOf(bins);
  if (n === 0 || n > SAMPLES_LOOKED_THROUGH) {
    return binnedQuantiles(bins, rule.median);
  }
  if (n <= SAMPLES_READ_AT_ONCE) {
    const values = await store.listDurations(
      calculation,
      kind,
      selection,
      span,
      { from: 0, to: Number.MAX_SAFE_INTEGER, offset: 0, limit: n + 1 },
    );
    return rowQuantiles(
      values.map(seconds => ({ seconds, day: '' })),
      { samples: bins },
      { ...rule, summary: 'samples' },
    );
  }

  const readRanks = async (rank: number, limit: number): Promise<number[]> => {
    const { bin, offset } = locateRank(bins, rank)!;
    return store.listDurations(calculation, kind, selection, span, {
      ...binRange(bin),
      offset,
      limit,
    });
  };
  const readQuantile = async (p: number): Promise<number | undefined> => {
    const ranks = quantileRanks(n, p)!;
    // The second one mostly follows the first in the same bin.
    const [below, next] = await readRanks(ranks.below, 2);
    if (p === 0.5 && rule.median === 'lower') {
      return below;
    }
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
    ? binnedQuantiles(bins, rule.median)
    : { median, p75, p90, approximate: false };
}

function lowerBinnedMedian(bins: BinCounts): number | null {
  const ranks = quantileRanks(countOf(bins), 0.5);
  return ranks && binValue(locateRank(bins, ranks.below)!.bin);
}
