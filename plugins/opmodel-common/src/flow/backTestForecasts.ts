import { addDays, countDays, weekOf } from '../calendar/days';
import { type FlowDefinition, forecastRules } from './flowDefinition';
import { forecastHowManyInPortions, forecastWhenInPortions } from './forecast';
import {
  type BackTestCutOff,
  type BackTestedForecast,
  type BackTestOptions,
  backTestRules,
  type ForecastBackTest,
} from './forecastBackTest';
import { scoreBackTest } from './scoreBackTest';

/**
 * Makes the forecasts that would have been made on past Mondays, each from nothing but the days before it, and holds them against
 * what came.
 *
 * On each of the latest Mondays two questions are asked: how many items in 14 and in 28 days, and when as many are done as the history
 * did in 28 days on average. A Monday on which too little was known for a forecast is left out, and so is a forecast whose time has
 * not come by the last day: "how many" after its horizon, "when" once its surest bound has passed. Whether it came true decides
 * nothing of that, or the forecasts that failed would be missing.
 *
 * Source: evaluation at rolling origins as in Tashman, "Out-of-sample tests of forecasting accuracy", 2000; the scores are those of
 * {@link scoreForecasts}.
 */
export function backTestForecasts(
  options: BackTestOptions,
  definition: FlowDefinition,
): ForecastBackTest {
  const portions = backTestForecastsInPortions(options, definition);
  let portion = portions.next();
  while (!portion.done) {
    portion = portions.next();
  }
  return portion.value;
}

/** {@link backTestForecasts} in portions of some milliseconds, for whoever has other things to do in between. */
export function* backTestForecastsInPortions(
  options: BackTestOptions,
  definition: FlowDefinition,
): Generator<void, ForecastBackTest> {
  const cutOffs: BackTestCutOff[] = [];
  for (const day of listCutOffs(options)) {
    const history = readHistory(options, day);
    const completed = sum(history);
    if (completed >= definition.minimumForecastItems) {
      const forecasts = yield* foretellAt(day, history, options);
      if (forecasts.length > 0) {
        cutOffs.push({
          day,
          history: { days: history.length, completed },
          forecasts,
        });
      }
    }
    yield;
  }
  return { cutOffs, scores: scoreBackTest(cutOffs, definition) };
}

/** The latest Mondays with a day before them and the shortest horizon after, oldest first. */
function listCutOffs({ from, dailyThroughput }: BackTestOptions): string[] {
  const last = addDays(
    from,
    dailyThroughput.length - Math.min(...backTestRules.horizons),
  );
  const days: string[] = [];
  for (
    let day = weekOf(last);
    day > from && days.length < backTestRules.cutOffs;
    day = addDays(day, -7)
  ) {
    days.unshift(day);
  }
  return days;
}

/** All that a forecast of a day may know. */
function readHistory(
  { from, dailyThroughput }: BackTestOptions,
  day: string,
): readonly number[] {
  const before = daysBetween(from, day);
  return dailyThroughput.slice(
    Math.max(0, before - forecastRules.historyDays),
    before,
  );
}

function* foretellAt(
  day: string,
  history: readonly number[],
  { from, dailyThroughput, seedOf }: BackTestOptions,
): Generator<void, BackTestedForecast[]> {
  const drawn = {
    dailyThroughput: history,
    seed: seedOf(day),
    trials: backTestRules.trials,
  };
  const future = dailyThroughput.slice(daysBetween(from, day));
  const forecasts: BackTestedForecast[] = [];
  for (const horizon of backTestRules.horizons) {
    if (future.length >= horizon) {
      const bounds = yield* forecastHowManyInPortions({
        ...drawn,
        days: horizon,
      });
      const outcome = sum(future.slice(0, horizon));
      forecasts.push({
        kind: 'how_many',
        horizon,
        items: null,
        bounds: bounds ?? [],
        outcome,
      });
    }
  }
  const items = Math.max(
    1,
    Math.round((sum(history) / history.length) * backTestRules.whenDays),
  );
  const bounds =
    (yield* forecastWhenInPortions({ ...drawn, items, startDay: day })) ?? [];
  const dueOn = bounds.at(-1)?.value;
  if (typeof dueOn === 'string' && countDays(day, dueOn) <= future.length) {
    forecasts.push({
      kind: 'when',
      horizon: backTestRules.whenDays,
      items,
      bounds,
      outcome: dayOfItem(items, day, future),
    });
  }
  return forecasts;
}

/** The day on which so many items were done. */
function dayOfItem(
  items: number,
  startDay: string,
  dailyThroughput: readonly number[],
): string | null {
  let done = 0;
  const index = dailyThroughput.findIndex(count => {
    done += count;
    return done >= items;
  });
  return index === -1 ? null : addDays(startDay, index);
}

/** Days from one day to another, of which the last does not count. */
function daysBetween(from: string, to: string): number {
  return countDays(from, to) - 1;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
