import { forecastRules, type FlowDefinition } from './flowDefinition';
import type { ForecastBound } from './forecast';

/** A forecast whose time has come, with what came true. */
export type DueForecast =
  | {
      kind: 'how_many';
      bounds: readonly ForecastBound<number>[];
      /** Items that were done. */
      outcome: number;
    }
  | {
      kind: 'when';
      /** Of ISO days. */
      bounds: readonly ForecastBound<string>[];
      /** The day on which the last item was done; null: they are not done, and all bounds have passed. */
      outcome: string | null;
    };

/** How far past forecasts can be trusted. */
export interface ForecastScore {
  state: 'ok' | 'thin' | 'no_data';
  /** Forecasts that are due. */
  n: number;
  /**
   * How often the bounds of each level held: 85 of a hundred bounds at 85 % should. Far fewer, and the forecasts promised too much;
   * far more, and they were too careful.
   */
  levels: {
    confidence: number;
    held: number;
    n: number;
    /** 0 to 1; null without a bound of the level. */
    share: number | null;
  }[];
  /**
   * Mean of (outcome − median) / median over the forecasts of how many; above 0: more was done than foretold. A median of zero is taken
   * for one item. Null without any.
   */
  bias: number | null;
  /** Mean pinball loss over the bounds of the forecasts of how many, in items: 0 is perfect. Null without any. */
  pinball: number | null;
}

/**
 * Scores forecasts whose time has come: coverage of each level, bias and pinball loss.
 *
 * A bound of "how many" holds where at least as many were done; its pinball loss at confidence c is that of the quantile τ = 1 − c:
 * τ·(outcome − bound) where the outcome is above the bound, (1 − τ)·(bound − outcome) where it is below. A bound of "when" holds where
 * the items were done on its day or before; a bound beyond the horizon is not scored.
 *
 * Source: Koenker and Bassett, "Regression quantiles", 1978 (the loss); Gneiting, Balabdaoui and Raftery, "Probabilistic forecasts,
 * calibration and sharpness", 2007.
 */
export function scoreForecasts(
  forecasts: readonly DueForecast[],
  definition: FlowDefinition,
): ForecastScore {
  const counted = forecasts.filter(
    (forecast): forecast is DueForecast & { kind: 'how_many' } =>
      forecast.kind === 'how_many',
  );
  return {
    state: stateOf(forecasts.length, definition),
    n: forecasts.length,
    levels: forecastRules.confidences.map(confidence => {
      const verdicts = forecasts
        .map(forecast => holdsAt(forecast, confidence))
        .filter(verdict => verdict !== null);
      const held = verdicts.filter(Boolean).length;
      return {
        confidence,
        held,
        n: verdicts.length,
        share: verdicts.length === 0 ? null : held / verdicts.length,
      };
    }),
    bias: mean(counted.flatMap(biasOf)),
    pinball: mean(counted.flatMap(lossesOf)),
  };
}

/**
 * The lowest confidence whose bound held: a forecast that was met at 50 % was easily met, one that was met at 95 % alone only just.
 *
 * @returns null where no bound held
 */
export function metConfidence(forecast: DueForecast): number | null {
  const held = forecast.bounds
    .map(({ confidence }) => confidence)
    .filter(confidence => holdsAt(forecast, confidence) === true);
  return held.length === 0 ? null : Math.min(...held);
}

/** @returns null where the forecast has no bound at the level, or one beyond the horizon */
function holdsAt(forecast: DueForecast, confidence: number): boolean | null {
  if (forecast.kind === 'how_many') {
    const bound = boundAt(forecast.bounds, confidence);
    return bound === null ? null : forecast.outcome >= bound;
  }
  const bound = boundAt(forecast.bounds, confidence);
  if (bound === null) {
    return null;
  }
  return forecast.outcome !== null && forecast.outcome <= bound;
}

function boundAt<T>(
  bounds: readonly ForecastBound<T>[],
  confidence: number,
): T | null {
  return bounds.find(bound => bound.confidence === confidence)?.value ?? null;
}

function biasOf({
  bounds,
  outcome,
}: DueForecast & { kind: 'how_many' }): number[] {
  const median = boundAt(bounds, 0.5);
  return median === null ? [] : [(outcome - median) / Math.max(1, median)];
}

function lossesOf({
  bounds,
  outcome,
}: DueForecast & { kind: 'how_many' }): number[] {
  return bounds.flatMap(({ confidence, value }) => {
    if (value === null) {
      return [];
    }
    const miss = outcome - value;
    return [miss >= 0 ? (1 - confidence) * miss : -confidence * miss];
  });
}

function stateOf(
  n: number,
  definition: FlowDefinition,
): ForecastScore['state'] {
  if (n === 0) {
    return 'no_data';
  }
  return n < definition.minimumForecasts ? 'thin' : 'ok';
}

function mean(values: readonly number[]): number | null {
  return values.length === 0
    ? null
    : values.reduce((sum, value) => sum + value, 0) / values.length;
}
