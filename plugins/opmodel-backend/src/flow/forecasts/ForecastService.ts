import { InputError } from '@backstage/errors';
import {
  addDays,
  dayOf,
  type FlowDefinition,
  type Forecast,
  type ForecastCalibration,
  type ForecastPage,
  forecastRules,
  scoreForecasts,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import type { ComponentSelection } from '../../catalog/ComponentSelection';
import type { Visibility } from '../../catalog/Visibility';
import { decodeCursor, encodeCursor } from '../../lib/cursor';
import { toInstant } from '../../lib/instants';
import type { FlowStore } from '../FlowStore';
import { toDueForecast } from './calibration';
import { ForecastMemory } from './ForecastMemory';
import { forecastState, readForecastHistory, seedOf } from './Forecasting';
import type { ForecastPosition, ForecastStore } from './ForecastStore';

/** What a forecast is asked for. */
export interface ForecastRequest {
  /** An entity ref, or `org`. */
  scopeRef: string;
  /** When will so many items be done? */
  items?: number;
  /** How many items will be done by this ISO day, inclusive? */
  by?: string;
  /** Default: the same for everybody who asks about the scope on one day. */
  seed?: number;
}

/** One page of kept forecasts. */
export interface ForecastPageRequest {
  /** An entity ref, or `org`. */
  scopeRef: string;
  limit: number;
  cursor?: string;
}

/** Calibration is told of the forecasts of a year. */
const CALIBRATED_DAYS = 365;

/** Foretells, and tells how well it was foretold before. */
export class ForecastService {
  readonly #store: FlowStore;
  readonly #forecasts: ForecastStore;
  readonly #definition: FlowDefinition;
  readonly #calculation: string;
  readonly #zone: string;
  readonly #clock: () => number;
  readonly #memory = new ForecastMemory();

  constructor(options: {
    store: FlowStore;
    forecasts: ForecastStore;
    definition: FlowDefinition;
    calculation: string;
    zone: string;
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#forecasts = options.forecasts;
    this.#definition = options.definition;
    this.#calculation = options.calculation;
    this.#zone = options.zone;
    this.#clock = options.clock;
  }

  /**
   * A forecast over what the caller may see, from today on.
   *
   * @param selection - of the scope of the request
   * @throws InputError when `by` is no day from today on within the horizon
   */
  async foretell(
    request: ForecastRequest,
    selection: ComponentSelection,
  ): Promise<
    Omit<Forecast, 'scope'> & { components: number; activeComponents: number }
  > {
    const today = dayOf(this.#clock(), this.#zone);
    const by =
      request.by === undefined ? undefined : parseBy(request.by, today);
    const history = {
      from: addDays(today, -forecastRules.historyDays),
      to: addDays(today, -1),
    };
    const { components, active, firstItemDay } = await this.#store.describe(
      this.#calculation,
      selection,
      history,
    );
    const drawn = await readForecastHistory(this.#store, {
      calculation: this.#calculation,
      selection,
      day: today,
      firstItemDay,
    });
    const seed = request.seed ?? seedOf(request.scopeRef, today);
    const { from, to, dailyThroughput, completed, zeroDays } = drawn;
    const { items } = request;
    const common = { startDay: today, seed };
    return {
      components,
      activeComponents: active,
      state: forecastState(drawn, this.#definition),
      seed,
      trials: forecastRules.trials,
      history: { from, to, days: dailyThroughput.length, completed, zeroDays },
      madeAt: toInstant(this.#clock()),
      when:
        items === undefined
          ? null
          : await this.#memory.tellWhen(drawn, { ...common, items }),
      howMany:
        by === undefined
          ? null
          : await this.#memory.tellHowMany(drawn, { ...common, by }),
    };
  }

  /**
   * The kept forecasts of a scope. They were made over all of its members, so whoever sees only some of them is told of none.
   *
   * @throws InputError when the cursor is not one that this list gave
   */
  async list(
    { scopeRef, limit, cursor }: ForecastPageRequest,
    visibility: Visibility,
  ): Promise<ForecastPage> {
    const after = decodeCursor<ForecastPosition>(
      cursor,
      { madeOn: ['string'], id: ['string'] },
      { scopeRef },
    );
    const calibration = await this.calibrate(scopeRef, visibility);
    if (!seesAllMembers(scopeRef, visibility)) {
      return { items: [], totalItems: 0, nextCursor: null, calibration };
    }
    const { items, total } = await this.#forecasts.list(scopeRef, {
      limit: limit + 1,
      after,
    });
    const page = items.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(forecast => ({
        id: forecast.id,
        scopeRef: forecast.scopeRef,
        madeOn: forecast.madeOn,
        dueOn: forecast.dueOn,
        kind: forecast.kind,
        items: forecast.items,
        percentiles: forecast.percentiles,
        outcome: forecast.outcome,
        metConfidence: forecast.metConfidence,
      })),
      totalItems: total,
      nextCursor:
        last && items.length > limit
          ? encodeCursor({ madeOn: last.madeOn, id: last.id }, { scopeRef })
          : null,
      calibration,
    };
  }

  /** How often the bounds of the year's forecasts of a scope held; of no data for whoever sees only some of its members. */
  async calibrate(
    scopeRef: string,
    visibility: Visibility,
  ): Promise<ForecastCalibration> {
    const since = addDays(dayOf(this.#clock(), this.#zone), -CALIBRATED_DAYS);
    const scored = seesAllMembers(scopeRef, visibility)
      ? await this.#forecasts.listScored(scopeRef, since)
      : [];
    return scoreForecasts(
      scored.flatMap(forecast => toDueForecast(forecast) ?? []),
      this.#definition,
    );
  }
}

/** A component is its only member, and whoever asks about it has been found to see it. */
function seesAllMembers(scopeRef: string, visibility: Visibility): boolean {
  return visibility.type === 'all' || scopeRef.startsWith('component:');
}

function parseBy(by: string, today: string): string {
  const last = addDays(today, forecastRules.horizonDays - 1);
  if (
    !DateTime.fromISO(by, { zone: 'utc' }).isValid ||
    by < today ||
    by > last
  ) {
    throw new InputError(
      `'by' must be a day from ${today} to ${last}, got '${by}'`,
    );
  }
  return by;
}
