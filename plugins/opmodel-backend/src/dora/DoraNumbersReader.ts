import type {
  ComponentDeployments,
  DayWindow,
  DoraProfile,
  DurationMetric,
  FrequencyMetric,
  ReportFreshness,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { RecalculationStore } from '../intake/RecalculationStore';
import { toInstant } from '../lib/instants';
import type {
  DaySpan,
  DoraSelection,
  DoraStore,
  SelectionState,
  WindowCounts,
} from './DoraStore';
import { binnedQuantiles, readLeadTimeQuantiles } from './leadTimeQuantiles';
import { toFrequencyMetric, toLeadTimeMetric } from './reportNumbers';

/** Without a new fact for this long, a scope's numbers are stale. */
const STALE_AFTER_DAYS = 14;
/** More waiting entities than this are not looked through for one scope. */
const WAITING_LOOKED_AT = 1_000;

/** The numbers of a window beside those of the window before. */
export interface DoraNumbers {
  state: SelectionState;
  previousState: SelectionState;
  window: WindowCounts;
  freshness: ReportFreshness;
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
  readonly #recalculations: Pick<RecalculationStore, 'listWaiting'>;
  readonly #profile: DoraProfile;
  readonly #calculation: string;
  readonly #clock: () => number;

  constructor(options: {
    store: DoraStore;
    recalculations: Pick<RecalculationStore, 'listWaiting'>;
    profile: DoraProfile;
    calculation: string;
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#recalculations = options.recalculations;
    this.#profile = options.profile;
    this.#calculation = options.calculation;
    this.#clock = options.clock;
  }

  /** Reads the numbers of a selection; they are computed over what it holds, never over other numbers. */
  async read(
    selection: DoraSelection,
    window: DayWindow,
    rollUp: boolean,
  ): Promise<DoraNumbers> {
    const store = this.#store;
    const calculation = this.#calculation;
    const [states, counts, waiting] = await Promise.all([
      store.describe(calculation, selection, window),
      store.sumWindow(calculation, selection, window),
      this.#recalculations.listWaiting({
        subject: 'dora',
        limit: WAITING_LOOKED_AT,
      }),
    ]);
    const { current: state, previous: previousState } = states;
    const quantilesOf = (
      span: DaySpan,
      { counts: of }: typeof counts.current,
    ) => {
      const bins = of.get('lead_time') ?? new Map();
      return counts.isLarge
        ? binnedQuantiles(bins)
        : readLeadTimeQuantiles(store, calculation, selection, span, bins);
    };
    const [quantiles, previousQuantiles, freshness] = await Promise.all([
      quantilesOf(window, counts.current),
      quantilesOf(window.previous, counts.previous),
      this.#readFreshness(selection, window, state.latestRecordedAt, waiting),
    ]);
    const perComponent = eachComponent(state);
    return {
      state,
      previousState,
      window: counts,
      freshness,
      reporting: perComponent.length,
      active: perComponent.filter(({ deployments }) => deployments > 0).length,
      knownDays: perComponent[0]?.days ?? window.days,
      knownDaysOf: new Map(
        state.reporting.flatMap(({ entityRef, days }) =>
          entityRef === undefined ? [] : [[entityRef, days]],
        ),
      ),
      changeLeadTime: toLeadTimeMetric(
        { counts: counts.current.counts, quantiles },
        {
          counts: counts.previous.counts,
          median: previousQuantiles.median,
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

  async #readFreshness(
    selection: DoraSelection,
    window: DayWindow,
    latestRecordedAt: number | null,
    waiting: string[],
  ): Promise<ReportFreshness> {
    const calculating =
      waiting.length > 0 &&
      (await this.#store.includesAny(selection, window, waiting));
    if (latestRecordedAt === null) {
      return { state: 'no_data', asOf: null, calculating };
    }
    const age = this.#clock() - latestRecordedAt;
    return {
      state: age > STALE_AFTER_DAYS * 86_400_000 ? 'stale' : 'fresh',
      asOf: toInstant(latestRecordedAt),
      calculating,
    };
  }
}

function eachComponent(state: SelectionState): ComponentDeployments[] {
  return state.reporting.flatMap(({ components, deployments, days }) =>
    Array.from({ length: components }, () => ({ deployments, days })),
  );
}
