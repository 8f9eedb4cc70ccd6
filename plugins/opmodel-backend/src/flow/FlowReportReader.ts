import {
  addDays,
  type CapacityAgreement,
  countDays,
  cumulativeFlow,
  type CumulativePoint,
  type DayWindow,
  type FlowDefinition,
  type FlowReport,
  octaves,
  serviceLevelExpectation,
  type ServiceLevelExpectation,
  type SplitInForce,
  splitInForce,
  weeksOfWork,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ComponentSelection } from '../catalog/ComponentSelection';
import { toBuildReport } from './buildReport';
import type { CapacityAgreements } from './CapacityAgreements';
import { durationQuantiles } from './durationQuantiles';
import type { FlowSettings } from './flowConfig';
import { readFlowMembers } from './flowMembers';
import {
  binsOf,
  numberOf,
  toAllocation,
  toCountMetric,
  toDurationMetric,
  toEfficiency,
  toEscapedDefects,
  toReopened,
} from './flowNumbers';
import type {
  DurationRows,
  FlowCounts,
  FlowSelectionState,
  FlowStore,
  FlowWindowCounts,
  ItemMoment,
} from './FlowStore';
import { toPeriods } from './periodRows';
import { toDeltas, toWeekPoints } from './trendPoints';

/** What a report says of a selection in a window, whoever it is called and whenever it is read. */
export interface FlowReportBody
  extends Omit<
    FlowReport,
    | 'scope'
    | 'window'
    | 'ownership'
    | 'definition'
    | 'freshness'
    | 'forecastCalibration'
    | 'quality'
    | 'nextSteps'
  > {
  state: FlowSelectionState;
  /** What the explanations are made from. */
  counts: FlowWindowCounts;
  /** Days of the window on which anything was known. */
  knownDays: number;
}

/** Members that a report lists. */
const MEMBERS_IN_REPORT = 50;

/** Pipelines that a report lists. */
const PIPELINES_IN_REPORT = 50;

/** Up to this many completed items are read for quantiles to the second; beyond, their bins are told. */
const ITEMS_READ_AT_ONCE = 2_000;

/** What is expected is observed in the year before the window. */
const OBSERVED_DAYS = 365;

const DAY_SECONDS = 86_400;

/** Reads the numbers of a selection; they are computed over what it holds, never over other numbers. */
export class FlowReportReader {
  readonly #store: FlowStore;
  readonly #agreements: CapacityAgreements;
  readonly #settings: FlowSettings;
  readonly #definition: FlowDefinition;
  readonly #calculation: string;

  constructor(options: {
    store: FlowStore;
    agreements: CapacityAgreements;
    settings: FlowSettings;
    definition: FlowDefinition;
    calculation: string;
  }) {
    this.#store = options.store;
    this.#agreements = options.agreements;
    this.#settings = options.settings;
    this.#definition = options.definition;
    this.#calculation = options.calculation;
  }

  /**
   * @param options - `rollUp`: whether members are listed; `today`: ISO day of the clock, by which it is known what is over,
   *   wherever the window ends
   */
  async read(
    selection: ComponentSelection,
    window: DayWindow,
    moment: ItemMoment,
    options: { rollUp: boolean; today: string },
  ): Promise<FlowReportBody> {
    const store = this.#store;
    const calculation = this.#calculation;
    const [state, counts, states, agreements, periods, pipelines] =
      await Promise.all([
        store.describe(calculation, selection, window),
        store.sumWindow(calculation, selection, window),
        store.readStates(calculation, selection, window),
        this.#agreements.find(
          selection.scopeRef,
          window.to,
          selection.visibility,
        ),
        store.sumPeriods(calculation, selection, window),
        store.listPipelines(
          calculation,
          selection,
          window,
          PIPELINES_IN_REPORT,
        ),
      ]);
    const [rows, previousRows, expectation] = await Promise.all([
      this.#readRows(selection, window, numberOf(counts.current, 'completed')),
      this.#readRows(
        selection,
        window.previous,
        numberOf(counts.previous, 'completed'),
      ),
      this.#expect(selection, window, counts),
    ]);
    const [age, members] = await Promise.all([
      store.describeAges(calculation, selection, moment, expectation.seconds),
      options.rollUp
        ? readFlowMembers(
            store,
            { calculation, selection, window, moment },
            { order: 'oldest', descending: true, limit: MEMBERS_IN_REPORT },
            this.#definition,
          )
        : { items: [], total: 0 },
    ]);

    const { minimumItems } = this.#definition;
    const isKnown =
      state.firstItemDay !== null && state.firstItemDay <= window.to;
    const knownDays = knownDaysOf(window, state.firstItemDay);
    const known = (value: number) => (isKnown ? value : null);
    const wasKnown = (value: number) =>
      state.firstItemDay !== null && state.firstItemDay <= window.previous.to
        ? value
        : null;
    const points = isKnown
      ? cumulativeFlow(
          [...states, ...toDeltas(counts.days)],
          window.from,
          window.to,
        )
      : [];
    const blockedNow = states
      .filter(({ metric }) => metric === 'state:blocked')
      .reduce((sum, { count }) => sum + count, 0);
    const blockedBins = binsOf(counts.current, 'blocked_time');
    const completed = numberOf(counts.current, 'completed');

    const durationOf = (
      metric: 'cycle_time' | 'flow_time',
      values: keyof DurationRows,
    ) => {
      const previousBins = binsOf(counts.previous, metric);
      return toDurationMetric(
        {
          bins: binsOf(counts.current, metric),
          quantiles: durationQuantiles(
            binsOf(counts.current, metric),
            rows?.[values],
          ),
        },
        {
          bins: previousBins,
          median: durationQuantiles(previousBins, previousRows?.[values])
            .median,
        },
        minimumItems,
      );
    };
    const countOfMetric = (
      metric: 'completed' | 'arrived',
      betterWhen: 'higher' | null,
    ) =>
      toCountMetric(
        {
          value: known(numberOf(counts.current, metric)),
          previous: wasKnown(numberOf(counts.previous, metric)),
        },
        knownDays,
        betterWhen,
        minimumItems,
      );

    return {
      state,
      counts,
      knownDays,
      cycleTime: durationOf('cycle_time', 'cycle'),
      flowTime: durationOf('flow_time', 'flow'),
      throughput: countOfMetric('completed', 'higher'),
      arrivals: countOfMetric('arrived', null),
      wip: toWip(points, { blockedNow, completed, knownDays }),
      age: {
        state: age.n > 0 ? 'ok' : 'no_data',
        ...age,
      },
      serviceLevelExpectation: expectation,
      efficiency: toEfficiency(
        counts.current,
        counts.previous,
        this.#definition,
      ),
      allocation: this.#toAllocation(counts.current, agreements, window),
      escapedDefects: toEscapedDefects(counts.current, this.#definition),
      blocked: {
        items: completed === 0 ? null : sumOf(blockedBins),
        median: durationQuantiles(blockedBins, rows?.blocked).median,
        n: completed,
      },
      reopened: toReopened(counts.current, counts.previous, this.#definition),
      weeks: toWeekPoints(counts.weeks, counts.days, points, {
        window,
        firstItemDay: state.firstItemDay,
      }),
      cumulative: points.map(({ cancelled: _cancelled, ...point }) => point),
      distribution: octaves(binsOf(counts.current, 'cycle_time')),
      periods: toPeriods(periods, window, {
        iterations: this.#settings.iterations,
        today: options.today,
      }),
      builds: toBuildReport(
        counts,
        pipelines,
        { window, firstBuildDay: state.firstBuildDay },
        this.#definition,
      ),
      members: members.items,
      membersTotal: members.total,
    };
  }

  /** The allocation of a report alone. */
  async readAllocation(
    selection: ComponentSelection,
    window: DayWindow,
  ): Promise<FlowReport['allocation']> {
    return (await this.readCapacity(selection, window)).allocation;
  }

  /** The allocation of a report, and the split that it is held against. */
  async readCapacity(
    selection: ComponentSelection,
    window: DayWindow,
  ): Promise<{ allocation: FlowReport['allocation']; inForce: SplitInForce }> {
    const [{ current }, agreements] = await Promise.all([
      this.#store.sumWindow(this.#calculation, selection, window),
      this.#agreements.find(
        selection.scopeRef,
        window.to,
        selection.visibility,
      ),
    ]);
    return {
      allocation: this.#toAllocation(current, agreements, window),
      inForce: this.#splitOf(agreements, window),
    };
  }

  #toAllocation(
    counts: FlowCounts,
    agreements: readonly CapacityAgreement[],
    window: DayWindow,
  ): FlowReport['allocation'] {
    return toAllocation(
      counts,
      this.#settings.allocation,
      this.#splitOf(agreements, window),
      this.#definition,
    );
  }

  #splitOf(
    agreements: readonly CapacityAgreement[],
    window: DayWindow,
  ): SplitInForce {
    return splitInForce(agreements, window, this.#definition.defaultSplit);
  }

  /** What is configured, or else observed in the year before the window. */
  async #expect(
    selection: ComponentSelection,
    window: DayWindow,
    counts: FlowWindowCounts,
  ): Promise<ServiceLevelExpectation> {
    const { share, days } = this.#settings.expectation;
    const history =
      days === null
        ? await this.#store.sumMetric(
            this.#calculation,
            selection,
            {
              from: addDays(window.from, -OBSERVED_DAYS),
              to: addDays(window.from, -1),
            },
            'cycle_time',
          )
        : new Map<number, number>();
    return serviceLevelExpectation(
      {
        configured:
          days === null ? null : { share, seconds: days * DAY_SECONDS },
        history,
        completed: binsOf(counts.current, 'cycle_time'),
      },
      { ...this.#definition, expectationShare: share },
    );
  }

  /** Undefined where there are too many items to read them. */
  async #readRows(
    selection: ComponentSelection,
    span: { from: string; to: string },
    completed: number,
  ): Promise<DurationRows | undefined> {
    return completed === 0 || completed > ITEMS_READ_AT_ONCE
      ? undefined
      : this.#store.listDurations(
          this.#calculation,
          selection,
          span,
          ITEMS_READ_AT_ONCE + 1,
        );
  }
}

function sumOf(bins: ReadonlyMap<number, number>): number {
  return [...bins.values()].reduce((sum, count) => sum + count, 0);
}

/** Days of a window from the one on which the first item is known. */
function knownDaysOf(
  { from, to, days }: DayWindow,
  firstItemDay: string | null,
): number {
  if (firstItemDay === null || firstItemDay <= from) {
    return days;
  }
  return firstItemDay > to ? 0 : countDays(firstItemDay, to);
}

function toWip(
  points: readonly CumulativePoint[],
  options: { blockedNow: number; completed: number; knownDays: number },
): FlowReport['wip'] {
  const last = points.at(-1);
  if (!last) {
    return { state: 'no_data', items: null, blocked: null, weeksOfWork: null };
  }
  const items = last.inProgress + last.waiting;
  return {
    state: 'ok',
    items,
    blocked: options.blockedNow,
    // The days that throughput a week is told over.
    weeksOfWork: weeksOfWork(
      items,
      options.completed,
      Math.max(7, options.knownDays),
    ),
  };
}
