import type {
  ComponentDeployments,
  DayWindow,
  DoraProfile,
  DurationMetric,
  FrequencyMetric,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  DoraSelection,
  DoraStore,
  SelectionState,
  WindowCounts,
} from './DoraStore';
import { binnedQuantiles, readWindowQuantiles } from './leadTimeQuantiles';
import { toFrequencyMetric, toLeadTimeMetric } from './reportNumbers';

/** The numbers of a window beside those of the window before. */
export interface DoraNumbers {
  state: SelectionState;
  previousState: SelectionState;
  window: WindowCounts;
  /** Components that have reported a deployment, in the window or before it. */
  reporting: number;
  /** Of them, those that deployed in the window. */
  active: number;
  /** Days on which a single component is known. */
  knownDays: number;
  /** As owned then: days on which each component is known and belongs to the scope. */
  knownDaysOf: ReadonlyMap<string, number>;
  changeLeadTime: DurationMetric;
  deploymentFrequency: FrequencyMetric;
}

/** Reads what the report and the explanation of a scope have in common. */
export class DoraNumbersReader {
  readonly #store: DoraStore;
  readonly #profile: DoraProfile;
  readonly #calculation: string;

  constructor(options: {
    store: DoraStore;
    profile: DoraProfile;
    calculation: string;
  }) {
    this.#store = options.store;
    this.#profile = options.profile;
    this.#calculation = options.calculation;
  }

  /** Reads the numbers of a selection; they are computed over what it holds, never over other numbers. */
  async read(
    selection: DoraSelection,
    window: DayWindow,
    rollUp: boolean,
  ): Promise<DoraNumbers> {
    const store = this.#store;
    const calculation = this.#calculation;
    const [states, counts] = await Promise.all([
      store.describe(calculation, selection, window),
      store.sumWindow(calculation, selection, window),
    ]);
    const { current: state, previous: previousState } = states;
    const bins = {
      current: counts.current.counts.get('lead_time') ?? new Map(),
      previous: counts.previous.counts.get('lead_time') ?? new Map(),
    };
    const quantiles = counts.isLarge
      ? {
          current: binnedQuantiles(bins.current),
          previous: binnedQuantiles(bins.previous),
        }
      : await readWindowQuantiles(store, calculation, selection, window, bins);
    const perComponent = eachComponent(state);
    return {
      state,
      previousState,
      window: counts,
      reporting: perComponent.length,
      active: perComponent.filter(({ deployments }) => deployments > 0).length,
      knownDays: perComponent[0]?.days ?? window.days,
      knownDaysOf: new Map(
        state.reporting.flatMap(({ entityRef, days }) =>
          entityRef === undefined ? [] : [[entityRef, days]],
        ),
      ),
      changeLeadTime: toLeadTimeMetric(
        { counts: counts.current.counts, quantiles: quantiles.current },
        {
          counts: counts.previous.counts,
          median: quantiles.previous.median,
        },
        this.#profile,
      ),
      deploymentFrequency: toFrequencyMetric(
        {
          counts: counts.current.counts,
          perComponent,
          previousPerComponent: eachComponent(previousState),
          rollUp,
        },
        this.#profile,
      ),
    };
  }
}

function eachComponent(state: SelectionState): ComponentDeployments[] {
  return state.reporting.flatMap(({ components, deployments, days }) =>
    Array.from({ length: components }, () => ({ deployments, days })),
  );
}
