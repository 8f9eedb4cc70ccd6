import { addDays, countDays } from '../calendar/days';
import { type FlowDefinition } from './flowDefinition';
import {
  type BackTestCutOff,
  type BackTestedForecast,
  backTestRules,
  type BackTestScore,
} from './forecastBackTest';
import { scoreForecasts } from './scoreForecasts';

/** A forecast with the day on which it would have been made. */
type Tested = BackTestedForecast & { day: string };

/** Scores back-tested forecasts, each question by itself: items of 14 days and of 28 days must not be averaged. */
export function scoreBackTest(
  cutOffs: readonly BackTestCutOff[],
  definition: FlowDefinition,
): BackTestScore[] {
  const tested = cutOffs.flatMap(({ day, forecasts }) =>
    forecasts.map(forecast => ({ ...forecast, day })),
  );
  const ofKind = (kind: BackTestedForecast['kind'], horizon: number) =>
    toScore(
      kind,
      horizon,
      tested.filter(
        forecast => forecast.kind === kind && forecast.horizon === horizon,
      ),
      definition,
    );
  return [
    ...backTestRules.horizons.map(horizon => ofKind('how_many', horizon)),
    ofKind('when', backTestRules.whenDays),
  ];
}

function toScore(
  kind: BackTestedForecast['kind'],
  horizon: number,
  tested: readonly Tested[],
  definition: FlowDefinition,
): BackTestScore {
  const { n, levels, bias, pinball } = scoreForecasts(tested, definition);
  const independent = countIndependent(tested);
  return {
    kind,
    horizon,
    state: stateOf(n, independent, definition),
    n,
    independent,
    levels,
    ...(kind === 'when' ? scoreDays(tested) : { bias, pinball }),
  };
}

function stateOf(
  n: number,
  independent: number,
  { minimumForecasts }: FlowDefinition,
): BackTestScore['state'] {
  if (n === 0) {
    return 'no_data';
  }
  return independent < minimumForecasts ? 'thin' : 'ok';
}

/** The most forecasts that share no day: of those that begin after the last one ended, always the one that ends first. */
function countIndependent(tested: readonly Tested[]): number {
  let until = '';
  let count = 0;
  for (const { from, to } of tested.map(spanOf).sort(byEnd)) {
    if (from > until) {
      count += 1;
      until = to;
    }
  }
  return count;
}

/** The days that decide what comes of a forecast. */
function spanOf(forecast: Tested): { from: string; to: string } {
  const { day } = forecast;
  if (forecast.kind === 'how_many') {
    return { from: day, to: addDays(day, forecast.horizon - 1) };
  }
  return { from: day, to: forecast.bounds.at(-1)!.value! };
}

function byEnd(a: { to: string }, b: { to: string }): number {
  if (a.to === b.to) {
    return 0;
  }
  return a.to < b.to ? -1 : 1;
}

/**
 * Bias and pinball loss of when, in days. What is not done yet counts as done on the day after the surest bound: the least that
 * it can have been late.
 */
function scoreDays(
  tested: readonly Tested[],
): Pick<BackTestScore, 'bias' | 'pinball'> {
  const biases: number[] = [];
  const losses: number[] = [];
  for (const forecast of tested) {
    if (forecast.kind === 'when') {
      const { day, bounds, outcome } = forecast;
      const last = bounds.at(-1)!.value!;
      const took = countDays(day, outcome ?? addDays(last, 1));
      for (const { confidence, value } of bounds) {
        const late = took - countDays(day, value!);
        losses.push(late > 0 ? confidence * late : (confidence - 1) * late);
        if (confidence === 0.5) {
          biases.push(late / countDays(day, value!));
        }
      }
    }
  }
  return { bias: mean(biases), pinball: mean(losses) };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0
    ? null
    : values.reduce((total, value) => total + value, 0) / values.length;
}
