import type { ForecastBound } from './forecast';

/** How forecasts are tested on history, whichever definition holds. */
export const backTestRules = {
  /** The latest Mondays that are tested. */
  cutOffs: 52,
  /** Days that "how many" looks ahead, as kept forecasts do. */
  horizons: [14, 28],
  /** "When" asks for as many items as the history did in so many days. */
  whenDays: 28,
  /** Fewer than of a forecast that somebody asks for: 52 cut-offs leave more to chance than 1,000 trials do. */
  trials: 1_000,
} as const;

/** What a back-test is made of. */
export interface BackTestOptions {
  /** ISO day of the first entry of `dailyThroughput`. */
  from: string;
  /**
   * Items completed on each day up to the last one of which everything is known, the days without any included. What lies before
   * the first item does not belong to it.
   */
  dailyThroughput: readonly number[];
  /** The seed of the forecasts that are made on a day: a whole number from 0 to 2^32 − 1, always the same for the same day. */
  seedOf: (day: string) => number;
}

/** A forecast as it would have been made at a cut-off, with what came. */
export type BackTestedForecast =
  | {
      kind: 'how_many';
      /** Days, the cut-off's own included. */
      horizon: number;
      items: null;
      bounds: ForecastBound<number>[];
      /** Items that were done. */
      outcome: number;
    }
  | {
      kind: 'when';
      /** As many items as the history did in so many days. */
      horizon: number;
      items: number;
      /** Of ISO days. */
      bounds: ForecastBound<string>[];
      /** The day on which the last item was done; null: not yet, and all bounds have passed. */
      outcome: string | null;
    };

/** What would have been foretold on one day. */
export interface BackTestCutOff {
  /** ISO day on which the forecasts would have been made: a Monday, of which nothing is known. */
  day: string;
  history: { days: number; completed: number };
  /** Those of which it is known what came. */
  forecasts: BackTestedForecast[];
}

/** How one question would have been answered, over all cut-offs. */
export interface BackTestScore {
  kind: BackTestedForecast['kind'];
  horizon: number;
  /** Thin: too few forecasts that share no day. */
  state: 'ok' | 'thin' | 'no_data';
  /** Forecasts that were tested. */
  n: number;
  /** Of those, the most that share no day with one another: neighbours meet the same weeks, and are right or wrong together. */
  independent: number;
  /** How often the bounds of each level held. */
  levels: {
    confidence: number;
    held: number;
    n: number;
    /** 0 to 1; null without a bound of the level. */
    share: number | null;
  }[];
  /**
   * Mean of (outcome − median) / median: above 0 more was done than foretold, or it took longer. A median of zero is taken for one.
   * Null without any.
   */
  bias: number | null;
  /** Mean pinball loss over the bounds, in items or in days: 0 is perfect. Null without any. */
  pinball: number | null;
}

/** Forecasts tested on the past. */
export interface ForecastBackTest {
  /** Oldest first; those on which enough was known to foretell, and something came since. */
  cutOffs: BackTestCutOff[];
  /** One of each question: how many in each horizon, and when. */
  scores: BackTestScore[];
}
