import type {
  ComponentDeployments,
  DayWindow,
  DurationMetric,
  FrequencyMetric,
  RatioMetric,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  DoraSelection,
  DoraStore,
  DurationKind,
  SelectionState,
  WindowCounts,
} from './DoraStore';
import { toDurationMetric } from './durationMetrics';
import { binsOf, readWindowQuantiles } from './durationQuantiles';
import type { EnabledDefinition } from './EnabledDefinitions';
import { toFrequencyMetric } from './frequencyMetric';
import { toFailRate, toRecurrence, toReworkRate } from './ratioMetrics';

/** The metrics by the names that a report gives them. */
export interface DoraMetrics {
  changeLeadTime: DurationMetric;
  deploymentFrequency: FrequencyMetric;
  failedDeploymentRecoveryTime: DurationMetric;
  changeFailRate: RatioMetric;
  deploymentReworkRate: RatioMetric;
  timeToRestore: DurationMetric;
  incidentRecurrence: RatioMetric;
}

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
  metrics: DoraMetrics;
  /** ISO days with a deployment, where the definition tells its frequency by them; else empty. */
  deploymentDays: string[];
}

/** Reads what the report and the explanation of a scope have in common. */
export class DoraNumbersReader {
  readonly #store: DoraStore;
  readonly #definition: EnabledDefinition;

  constructor(options: { store: DoraStore; definition: EnabledDefinition }) {
    this.#store = options.store;
    this.#definition = options.definition;
  }

  /** Reads the numbers of a selection; they are computed over what it holds, never over other numbers. */
  async read(
    selection: DoraSelection,
    window: DayWindow,
    rollUp: boolean,
  ): Promise<DoraNumbers> {
    const { profile, calculation } = this.#definition;
    const [states, counts] = await Promise.all([
      this.#store.describe(calculation, selection, window, {
        emptyDaysFrom: profile.deployments.emptyDaysFrom,
      }),
      this.#store.sumWindow(calculation, selection, window, profile),
    ]);
    const [[leadTime, recovery, restore], deploymentDays] = await Promise.all([
      Promise.all(
        (['lead_time', 'recovery', 'restore'] as const).map(kind =>
          this.#readDuration(kind, selection, window, counts),
        ),
      ),
      this.#readDeploymentDays(selection, window),
    ]);
    const { current: state, previous: previousState } = states;
    const perComponent = eachComponent(state);
    const ratios = {
      current: counts.current.counts,
      previous: counts.previous.counts,
    };
    return {
      state,
      previousState,
      deploymentDays,
      window: counts,
      reporting: perComponent.length,
      active: perComponent.filter(({ deployments }) => deployments > 0).length,
      knownDays: perComponent[0]?.days ?? window.days,
      knownDaysOf: new Map(
        state.reporting.flatMap(({ entityRef, days }) =>
          entityRef === undefined ? [] : [[entityRef, days]],
        ),
      ),
      metrics: {
        changeLeadTime: leadTime,
        deploymentFrequency: toFrequencyMetric(
          {
            counts: counts.current.counts,
            perComponent,
            previousPerComponent: eachComponent(previousState),
            rollUp,
          },
          profile,
        ),
        failedDeploymentRecoveryTime: recovery,
        changeFailRate: toFailRate(ratios, profile),
        deploymentReworkRate: toReworkRate(ratios, profile),
        timeToRestore: restore,
        incidentRecurrence: toRecurrence(ratios, profile),
      },
    };
  }

  async #readDeploymentDays(
    selection: DoraSelection,
    window: DayWindow,
  ): Promise<string[]> {
    const { profile, calculation } = this.#definition;
    const { frequency } = profile.deployments;
    if (frequency !== 'deployment_days' && frequency !== 'bucket') {
      return [];
    }
    const days = await this.#store.sumSeries(calculation, selection, window, {
      interval: 'day',
      metrics: ['deployments'],
    });
    return [...days.keys()].sort();
  }

  async #readDuration(
    kind: DurationKind,
    selection: DoraSelection,
    window: DayWindow,
    { current, previous, isLarge }: WindowCounts,
  ): Promise<DurationMetric> {
    const { profile, calculation } = this.#definition;
    const quantiles = await readWindowQuantiles(
      this.#store,
      { calculation, kind, selection, rule: profile },
      window,
      {
        current: binsOf(current.counts, kind, profile),
        previous: binsOf(previous.counts, kind, profile),
        isLarge,
      },
    );
    return toDurationMetric(
      kind,
      { counts: current.counts, quantiles: quantiles.current },
      { counts: previous.counts, median: quantiles.previous.median },
      profile,
    );
  }
}

function eachComponent(state: SelectionState): ComponentDeployments[] {
  return state.reporting.flatMap(({ components, deployments, days }) =>
    Array.from({ length: components }, () => ({ deployments, days })),
  );
}
