import {
  type BuildDayCount,
  type BuildRun,
  computeBuildRun,
  computeFlowItem,
  computePredictability,
  countBuildDays,
  countFlowDays,
  dayOf,
  type FlowDayCount,
  type FlowDefinition,
  type FlowItem,
  type Iteration,
  type PeriodOutcome,
  resolvePeriod,
  type WorkingCalendar,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { FlowFacts } from './FlowCalculationStore';

/** What a calculation found for one entity. */
export interface FlowResult {
  items: FlowItem[];
  runs: BuildRun[];
  days: (FlowDayCount | BuildDayCount)[];
  periods: (PeriodOutcome & { lastDay: string })[];
  /** IANA zone in which days begin. */
  zone: string;
  /** What durations count; absent: all time. */
  workingTime?: WorkingCalendar;
  /** ISO day; what ended before it is not kept. Absent: everything is. */
  keptSince?: string;
}

/** By what the flow of an entity is computed from its facts. */
export interface FlowRules {
  definition: FlowDefinition;
  zone: string;
  iterations: readonly Iteration[];
  /** What durations count; absent: all time. */
  workingTime?: WorkingCalendar;
}

/**
 * The flow of one entity from its facts.
 *
 * @param options - `now` in epoch milliseconds; nothing that is kept depends on it
 */
export function computeFlow(
  facts: FlowFacts,
  { definition, zone, iterations, workingTime }: FlowRules,
  options: { now: number; keptSince?: string },
): FlowResult {
  const items = facts.items.map(fact =>
    computeFlowItem(fact, definition, workingTime),
  );
  const runs = facts.runs.map(computeBuildRun);
  const lastDays = lastDayOfPeriods(items, zone);
  return {
    items,
    runs,
    days: [...countFlowDays(items, zone), ...countBuildDays(runs, zone)],
    periods: computePredictability(
      items,
      [...lastDays.keys()].map(period => resolvePeriod(period, iterations)),
      zone,
      options.now,
    ).map(outcome => ({
      ...outcome,
      lastDay: lastDays.get(outcome.period)!,
    })),
    zone,
    workingTime,
    keptSince: options.keptSince,
  };
}

/** The last day on which something was committed to each period. */
function lastDayOfPeriods(
  items: readonly FlowItem[],
  zone: string,
): Map<string, string> {
  const last = new Map<string, number>();
  for (const { withdrawn, periodChanges } of items) {
    for (const { period, at } of withdrawn ? [] : periodChanges) {
      if (period !== null) {
        last.set(period, Math.max(last.get(period) ?? at, at));
      }
    }
  }
  return new Map(
    [...last].sort().map(([period, at]) => [period, dayOf(at, zone)]),
  );
}
