import { addDays } from '../calendar/days';
import { forecastRules } from './flowDefinition';
import { playThrough } from './playThrough';

/** What a forecast is drawn from and how. */
export interface ForecastOptions {
  /**
   * Items completed on each day of the history, the days without any included: left out, they would make the future faster than
   * the past.
   */
  dailyThroughput: readonly number[];
  /** The same seed and history give the same forecast. A whole number from 0 to 2^32 − 1. */
  seed: number;
  /** How often the future is played through; {@link forecastRules} says how often without it. */
  trials?: number;
  /** Confidence levels, from 0 exclusive to 1 inclusive. */
  confidences?: readonly number[];
}

/** What is asked about when. */
export interface ForecastWhenOptions extends ForecastOptions {
  /** At least 1. */
  items: number;
  /** ISO day, the first on which something may be done. */
  startDay: string;
  /** What takes longer is beyond the horizon; three years without it. */
  horizonDays?: number;
}

/** What is asked about how many. */
export interface ForecastHowManyOptions extends ForecastOptions {
  /** At least 1. */
  days: number;
}

/** A bound that is expected to hold with a confidence. */
export interface ForecastBound<T> {
  /** 0 to 1. */
  confidence: number;
  /** Null: beyond the horizon. */
  value: T | null;
}

/**
 * When so many items will be done: the future is played through day by day, each day doing as much as a day of the history that is
 * drawn at random, with replacement.
 *
 * At confidence c the answer is the first day by which at least the share c of all trials had done the items: more confidence, a
 * later day.
 *
 * Source: Monte Carlo over throughput as in Magennis, "Forecasting and Simulating Software Development Projects", 2011, and
 * Vacanti, "When Will It Be Done?", 2020.
 *
 * @returns ISO days, or null where the history has no completion to draw from
 */
export function forecastWhen(
  options: ForecastWhenOptions,
): ForecastBound<string>[] | null {
  return finish(forecastWhenInPortions(options));
}

/**
 * {@link forecastWhen} in portions of some milliseconds, for whoever has other things to do in between. The last one returns the
 * answer, which is the same.
 */
export function* forecastWhenInPortions(
  options: ForecastWhenOptions,
): Generator<void, ForecastBound<string>[] | null> {
  const { items, startDay, horizonDays = forecastRules.horizonDays } = options;
  assertWhole('items', items);
  const best = options.dailyThroughput.reduce((a, b) => Math.max(a, b), 0);
  const days = yield* playThrough(withTrials(options), draw => {
    let done = 0;
    for (let day = 1; day <= horizonDays; day += 1) {
      // Not even the best day of the history, again and again, would do it.
      if (done + best * (horizonDays - day + 1) < items) {
        return Infinity;
      }
      done += draw();
      if (done >= items) {
        return day;
      }
    }
    return Infinity;
  });
  return (
    bounds(options, days, (a, b) => a - b)?.map(({ confidence, value }) => ({
      confidence,
      value: Number.isFinite(value) ? addDays(startDay, value - 1) : null,
    })) ?? null
  );
}

/**
 * How many items will be done in so many days, drawn as {@link forecastWhen} draws.
 *
 * At confidence c the answer is the largest number that at least the share c of all trials reached: more confidence, fewer items. At
 * 85 % it is the 15th percentile of what the trials did.
 *
 * @returns numbers of items, or null where the history has no completion to draw from
 */
export function forecastHowMany(
  options: ForecastHowManyOptions,
): ForecastBound<number>[] | null {
  return finish(forecastHowManyInPortions(options));
}

/** {@link forecastHowMany} in portions, as {@link forecastWhenInPortions} is that of when. */
export function* forecastHowManyInPortions(
  options: ForecastHowManyOptions,
): Generator<void, ForecastBound<number>[] | null> {
  const { days } = options;
  assertWhole('days', days);
  const totals = yield* playThrough(withTrials(options), draw => {
    let done = 0;
    for (let day = 1; day <= days; day += 1) {
      done += draw();
    }
    return done;
  });
  return bounds(options, totals, (a, b) => b - a);
}

function withTrials({
  dailyThroughput,
  seed,
  trials = forecastRules.trials,
}: ForecastOptions) {
  assertWhole('trials', trials);
  return { dailyThroughput, seed, trials };
}

/** All portions, one after the other. */
function finish<T>(portions: Generator<void, T>): T {
  let portion = portions.next();
  while (!portion.done) {
    portion = portions.next();
  }
  return portion.value;
}

/**
 * What the share of the trials that each confidence names came to, or better.
 *
 * @param order - from the best outcome to the worst
 */
function bounds(
  { confidences = forecastRules.confidences }: ForecastOptions,
  outcomes: number[] | null,
  order: (a: number, b: number) => number,
): { confidence: number; value: number }[] | null {
  if (!outcomes) {
    return null;
  }
  // Sorting compares Infinity with itself, which a difference cannot.
  const sorted = [...outcomes].sort((a, b) => (a === b ? 0 : order(a, b)));
  return confidences.map(confidence => ({
    confidence,
    value: sorted[rankOf(confidence, sorted.length)],
  }));
}

function rankOf(confidence: number, trials: number): number {
  if (!(confidence > 0 && confidence <= 1)) {
    throw new RangeError(
      `A confidence must be above 0 and at most 1, got ${confidence}`,
    );
  }
  // A share such as 0.95 of 10,000 trials must not become 9,501 by the way numbers are kept.
  return Math.ceil(confidence * trials - 1e-9) - 1;
}

function assertWhole(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(
      `'${name}' must be a whole number from 1, got ${value}`,
    );
  }
}
