import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  addDays,
  dayOf,
  type FlowDefinition,
  forecastRules,
  metConfidence,
  weekOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ComponentSelection } from '../../catalog/ComponentSelection';
import { seesAll } from '../../catalog/Visibility';
import type { FlowStore } from '../FlowStore';
import { toDueForecast } from './calibration';
import {
  forecastState,
  readForecastHistory,
  SCORED_AFTER_DAYS,
  seedOf,
  tellHowMany,
  tellWhen,
} from './Forecasting';
import type {
  ForecastRecord,
  ForecastStore,
  NewForecast,
} from './ForecastStore';

/** Days that kept forecasts look ahead. */
const HORIZONS = [14, 28];
/** Forecasts that are scored together. */
const SCORED_AT_ONCE = 100;
/** More open items than this are foretold by nobody. */
const MOST_ITEMS = 10_000;
const OPEN_STATES = ['todo', 'active', 'waiting', 'blocked'];

/**
 * Keeps a forecast of each scope every week, and says later what came of it. It foretells for everybody, so it looks at all
 * members of a scope.
 */
export class ForecastKeeper {
  readonly #forecasts: ForecastStore;
  readonly #store: FlowStore;
  readonly #definition: FlowDefinition;
  readonly #calculation: string;
  readonly #zone: string;
  readonly #clock: () => number;
  readonly #logger: LoggerService;

  constructor(options: {
    forecasts: ForecastStore;
    store: FlowStore;
    definition: FlowDefinition;
    calculation: string;
    zone: string;
    clock: () => number;
    logger: LoggerService;
  }) {
    this.#forecasts = options.forecasts;
    this.#store = options.store;
    this.#definition = options.definition;
    this.#calculation = options.calculation;
    this.#zone = options.zone;
    this.#clock = options.clock;
    this.#logger = options.logger;
  }

  /**
   * Keeps a forecast of this week for each scope that has enough history and none yet. It is made from what was known when the
   * week began, whenever in the week that is done; the first one that is kept stays.
   */
  async keepWeekly(signal?: AbortSignal): Promise<void> {
    const madeOn = weekOf(this.#today());
    const made = await this.#forecasts.listScopesMadeOn(madeOn);
    let kept = 0;
    for (const { scopeRef, firstItemDay } of await this.#listForetold(madeOn)) {
      if (signal?.aborted) {
        break;
      }
      if (!made.has(scopeRef)) {
        const forecasts = await this.#foretell(scopeRef, madeOn, firstItemDay);
        await this.#forecasts.keep(forecasts, { now: this.#clock() });
        kept += forecasts.length;
      }
    }
    if (kept > 0) {
      this.#logger.debug(`Kept ${kept} forecasts of ${madeOn}`);
    }
  }

  /** Writes what came of the forecasts that are due. */
  async scoreDue(signal?: AbortSignal): Promise<void> {
    const day = addDays(this.#today(), -SCORED_AFTER_DAYS);
    while (!signal?.aborted) {
      const due = await this.#forecasts.listDue(day, SCORED_AT_ONCE);
      for (const forecast of due) {
        const found = await this.#findOutcome(forecast);
        const scored = toDueForecast({ ...forecast, ...found });
        await this.#forecasts.score(
          forecast.id,
          { ...found, metConfidence: scored && metConfidence(scored) },
          { now: this.#clock() },
        );
      }
      if (due.length < SCORED_AT_ONCE) {
        break;
      }
    }
  }

  /** The scopes of which enough is known; one question finds them, so that those without are not read one by one. */
  #listForetold(day: string) {
    return this.#store.listBusyScopes(
      this.#calculation,
      {
        from: addDays(day, -forecastRules.historyDays),
        to: addDays(day, -1),
      },
      this.#definition.minimumForecastItems,
    );
  }

  async #foretell(
    scopeRef: string,
    madeOn: string,
    firstItemDay: string,
  ): Promise<NewForecast[]> {
    const selection = selectAll(scopeRef);
    const history = await readForecastHistory(this.#store, {
      calculation: this.#calculation,
      selection,
      day: madeOn,
      firstItemDay,
    });
    if (forecastState(history, this.#definition) !== 'ok') {
      return [];
    }
    const seed = seedOf(scopeRef, madeOn);
    const common = {
      scopeRef,
      madeOn,
      seed,
      calculation: this.#calculation,
    };
    const howMany: NewForecast[] = [];
    for (const horizon of HORIZONS) {
      const dueOn = addDays(madeOn, horizon - 1);
      const { percentiles } = await tellHowMany(history, {
        by: dueOn,
        startDay: madeOn,
        seed,
      });
      howMany.push({
        ...common,
        dueOn,
        kind: 'how_many',
        horizon,
        items: null,
        percentiles,
      });
    }
    const items = await this.#countOpen(selection, madeOn);
    if (items === 0 || items > MOST_ITEMS) {
      return howMany;
    }
    const { percentiles } = await tellWhen(history, {
      items,
      startDay: madeOn,
      seed,
    });
    const dueOn = percentiles.at(-1)?.value;
    // Beyond the horizon it would never be due.
    return typeof dueOn === 'string'
      ? [
          ...howMany,
          { ...common, dueOn, kind: 'when', horizon: 0, items, percentiles },
        ]
      : howMany;
  }

  /** Items that were not done when the day began. */
  async #countOpen(
    selection: ComponentSelection,
    day: string,
  ): Promise<number> {
    const states = await this.#store.readStates(this.#calculation, selection, {
      from: day,
      to: day,
    });
    return states
      .filter(
        delta =>
          delta.day < day &&
          OPEN_STATES.includes(delta.metric.slice('state:'.length)),
      )
      .reduce((sum, { count }) => sum + count, 0);
  }

  /** An outcome of null: the items were not done by then. */
  async #findOutcome(
    forecast: ForecastRecord,
  ): Promise<Pick<ForecastRecord, 'outcome' | 'uncounted'>> {
    const selection = selectAll(forecast.scopeRef);
    const span = { from: forecast.madeOn, to: forecast.dueOn };
    const { components } = await this.#store.describe(
      this.#calculation,
      selection,
      span,
    );
    if (components === 0) {
      return { outcome: null, uncounted: true };
    }
    const byDay = await this.#store.countCompletedByDay(
      this.#calculation,
      selection,
      span,
    );
    let done = 0;
    for (let day = span.from; day <= span.to; day = addDays(day, 1)) {
      done += byDay.get(day) ?? 0;
      if (forecast.kind === 'when' && done >= forecast.items!) {
        return { outcome: day, uncounted: false };
      }
    }
    return {
      outcome: forecast.kind === 'when' ? null : done,
      uncounted: false,
    };
  }

  #today(): string {
    return dayOf(this.#clock(), this.#zone);
  }
}

function selectAll(scopeRef: string): ComponentSelection {
  return { scopeRef, ownership: 'now', visibility: seesAll };
}
