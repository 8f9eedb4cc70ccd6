import {
  type BinCounts,
  compareWindows,
  computeAllocation,
  computeEfficiency,
  computeEscapedDefects,
  type CountMetric,
  countOf,
  type DefectPlace,
  type DurationMetric,
  type FlowDefinition,
  flowRatio,
  type FlowRatio,
  type FlowReport,
  type NumberState,
  type SplitInForce,
  type WorkCategory,
  workCategories,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { AllocationSettings } from './allocationConfig';
import type { DurationQuantiles } from './durationQuantiles';
import type { CountedMetric, FlowCounts } from './FlowStore';

const noBins: BinCounts = new Map();

/** The bins of a metric; none where nothing was counted. */
export function binsOf(counts: FlowCounts, metric: CountedMetric): BinCounts {
  return counts.get(metric) ?? noBins;
}

/** The number that a metric counts. */
export function numberOf(counts: FlowCounts, metric: CountedMetric): number {
  return countOf(binsOf(counts, metric));
}

/** Whether a number with `n` samples is known well enough to be graded. */
export function stateOf(n: number, minimum: number): NumberState {
  if (n === 0) {
    return 'no_data';
  }
  return n < minimum ? 'thin' : 'ok';
}

/** A duration of a window as a report shows it. What was left out is told by its explanation. */
export function toDurationMetric(
  current: { bins: BinCounts; quantiles: DurationQuantiles },
  previous: { bins: BinCounts; median: number | null },
  minimum: number,
): DurationMetric {
  const n = countOf(current.bins);
  const previousN = countOf(previous.bins);
  const comparable = n >= minimum && previousN >= minimum;
  return {
    state: stateOf(n, minimum),
    ...current.quantiles,
    n,
    minimum,
    excluded: [],
    previous: { median: previous.median, n: previousN },
    change: comparable
      ? compareWindows(current.quantiles.median, previous.median, 'lower')
      : null,
  };
}

/**
 * A number of items of a window as a report shows it. Zero is a number where anything was ever reported; else nothing is known.
 *
 * @param betterWhen - null: more is neither better nor worse
 */
export function toCountMetric(
  { value, previous }: { value: number | null; previous: number | null },
  days: number,
  betterWhen: 'higher' | null,
  minimum: number,
): CountMetric {
  const comparable =
    betterWhen !== null &&
    (value ?? 0) >= minimum &&
    (previous ?? 0) >= minimum;
  let state: NumberState = 'no_data';
  if (value !== null) {
    state = value < minimum ? 'thin' : 'ok';
  }
  return {
    state,
    value,
    perWeek: value === null ? null : (value * 7) / Math.max(7, days),
    previous: { value: previous },
    change: comparable ? compareWindows(value, previous, betterWhen) : null,
  };
}

/** A share of a window as a report shows it. */
export function toRatioMetric(
  current: FlowRatio,
  previous: FlowRatio,
  options: {
    /** What the state follows from; of a share of items, its denominator. */
    n: number;
    previousN: number;
    minimum: number;
    betterWhen: 'lower' | 'higher';
  },
): FlowReport['reopened'] {
  const { n, previousN, minimum, betterWhen } = options;
  const known = ({ value, numerator, denominator }: FlowRatio) =>
    value === null
      ? { value: null, numerator: null, denominator: null }
      : { value, numerator, denominator };
  const comparable = n >= minimum && previousN >= minimum;
  return {
    state: stateOf(n, minimum),
    ...known(current),
    n,
    minimum,
    excluded: [],
    previous: known(previous),
    change: comparable
      ? compareWindows(current.value, previous.value, betterWhen)
      : null,
  };
}

/** Flow efficiency of a window. */
export function toEfficiency(
  current: FlowCounts,
  previous: FlowCounts,
  { minimumItems }: FlowDefinition,
): FlowReport['efficiency'] {
  const efficiencyOf = (counts: FlowCounts) =>
    computeEfficiency(
      numberOf(counts, 'efficiency_active_seconds'),
      numberOf(counts, 'efficiency_flow_seconds'),
    );
  return toRatioMetric(efficiencyOf(current), efficiencyOf(previous), {
    n: numberOf(current, 'completed_with_efficiency'),
    previousN: numberOf(previous, 'completed_with_efficiency'),
    minimum: minimumItems,
    betterWhen: 'higher',
  });
}

/** Of the completed items of which the states are known, those that had been done before; of the others nobody can know. */
export function toReopened(
  current: FlowCounts,
  previous: FlowCounts,
  { minimumItems }: FlowDefinition,
): FlowReport['reopened'] {
  const reopenedOf = (counts: FlowCounts) =>
    flowRatio(
      numberOf(counts, 'reopened'),
      numberOf(counts, 'completed_with_states'),
    );
  return toRatioMetric(reopenedOf(current), reopenedOf(previous), {
    n: reopenedOf(current).denominator,
    previousN: reopenedOf(previous).denominator,
    minimum: minimumItems,
    betterWhen: 'lower',
  });
}

/** Defects that were found in production, of all of which it is known where they were found. */
export function toEscapedDefects(
  counts: FlowCounts,
  { minimumItems }: FlowDefinition,
): FlowReport['escapedDefects'] {
  const defects = [...counts].flatMap(([metric, bins]) => {
    const [kind, place, ...severity] = metric.split(':');
    return kind === 'defect'
      ? [
          {
            place: place as DefectPlace,
            severity: severity.join(':'),
            count: countOf(bins),
          },
        ]
      : [];
  });
  const { value, numerator, denominator, bySeverity } =
    computeEscapedDefects(defects);
  return {
    state: stateOf(denominator, minimumItems),
    value,
    numerator: denominator === 0 ? null : numerator,
    denominator: denominator === 0 ? null : denominator,
    bySeverity,
  };
}

/** How capacity was spent, against what was agreed. */
export function toAllocation(
  counts: FlowCounts,
  { unit, categories }: AllocationSettings,
  inForce: SplitInForce,
  definition: FlowDefinition,
): FlowReport['allocation'] {
  const source = {
    items: { metric: 'completed', known: 'completed', per: 1 },
    active_time: { metric: 'active', known: 'completed_with_states', per: 1 },
    // Kept in thousandths, so that sums are the same everywhere.
    engineer_days: {
      metric: 'effort',
      known: 'completed_with_effort',
      per: 1000,
    },
  } as const;
  const { metric, known, per } = source[unit];
  const amounts: Partial<Record<WorkCategory, number>> = Object.fromEntries(
    workCategories.map(category => [
      category,
      numberOf(counts, `${metric}:${category}`) / per,
    ]),
  );
  const allocation = computeAllocation(
    { unit, amounts, items: numberOf(counts, known), split: inForce.split },
    definition,
  );
  const rankOf = (category: WorkCategory) =>
    category === 'unclassified'
      ? categories.length
      : categories.indexOf(category);
  const { agreement, exception } = inForce;
  return {
    ...allocation,
    categories: [...allocation.categories].sort(
      (a, b) => rankOf(a.category) - rankOf(b.category),
    ),
    agreement: agreement && {
      scopeRef: agreement.scopeRef,
      from: agreement.from,
      note: agreement.note,
      exception: exception && {
        from: exception.from,
        to: exception.to,
        reason: exception.reason,
      },
    },
  };
}
