import { ZoneDays } from '../calendar/ZoneDays';
import { binOf } from '../statistics/logBins';
import { DayTally, type TallyRow } from './DayTally';
import type {
  CycleTimeExclusion,
  EfficiencyExclusion,
  FlowTimeExclusion,
  WorkCategory,
} from './flowFacts';
import type { DefectPlace, FlowItem, FlowPhaseState } from './flowItem';

/**
 * What the day rows of flow count. Durations are counted by bin, everything else in bin 0. What is completed counts on the day of
 * its completion.
 */
export type FlowDayMetric =
  /** Items by the day on which they arrived, began, were completed or cancelled. */
  | 'arrived'
  | 'started'
  | 'completed'
  | 'cancelled'
  /** Completed items without a start that can be used: they went straight from waiting to begin to done. */
  | 'completed_unstarted'
  /** Durations of completed items, by bin; blocked time only of those that were blocked. */
  | 'cycle_time'
  | 'flow_time'
  | 'blocked_time'
  /** Sums of seconds, not items. */
  | 'cycle_seconds'
  | 'efficiency_active_seconds'
  | 'efficiency_flow_seconds'
  /** Completed items that say something of efficiency, and those of which the states, or the effort, are known. */
  | 'completed_with_efficiency'
  | 'completed_with_states'
  | 'completed_with_effort'
  /** Of `completed_with_states`, those that had been done before; of the others nobody knows. */
  | 'reopened'
  /** Completed items whose instants contradict each other. */
  | 'clock_problems'
  /** Capacity: completed items, seconds in which they were active, thousandths of an engineer's day. */
  | `completed:${WorkCategory}`
  | `active:${WorkCategory}`
  | `effort:${WorkCategory}`
  /** Defects by where they were found and how severe they are, on the day of their arrival. */
  | `defect:${DefectPlace}:${string}`
  /** How many more items stand so at the end of the day than at the end of the day before; below zero for fewer. */
  | `state:${FlowPhaseState}`
  | `excluded_cycle_time:${CycleTimeExclusion}`
  | `excluded_flow_time:${FlowTimeExclusion}`
  | `excluded_efficiency:${EfficiencyExclusion}`;

/** How often something happened to an entity on one day, or how much of it. Below zero only for `state:…`. */
export type FlowDayCount = TallyRow<FlowDayMetric>;

/**
 * Counts what happened to the items of an entity by day. The counts of several entities and days merge by addition, which is what
 * every roll-up reads; an item that is withdrawn counts only as left out.
 *
 * @param zone - IANA zone in which days begin
 * @returns ordered by day, metric and bin; without counts of zero
 */
export function countFlowDays(
  items: readonly FlowItem[],
  zone: string,
): FlowDayCount[] {
  const counts = new DayTally<FlowDayMetric>();
  const days = new ZoneDays(zone);
  for (const item of items) {
    countItem(item, days, counts);
  }
  return counts.toRows();
}

function countItem(
  item: FlowItem,
  days: ZoneDays,
  counts: DayTally<FlowDayMetric>,
): void {
  if (item.arrivedAt === null) {
    return;
  }
  const arrived = days.dayOf(item.arrivedAt);
  if (item.withdrawn) {
    counts.add(arrived, 'excluded_cycle_time:withdrawn');
    return;
  }
  counts.add(arrived, 'arrived');
  if (item.defect) {
    counts.add(arrived, `defect:${item.defect.place}:${item.defect.severity}`);
  }
  if (item.startedAt !== null) {
    counts.add(days.dayOf(item.startedAt), 'started');
  }
  if (item.cancelledAt !== null) {
    const day = days.dayOf(item.cancelledAt);
    counts.add(day, 'cancelled');
    counts.add(day, 'excluded_cycle_time:cancelled');
  }
  countStates(item, days, counts);
  if (item.completedAt !== null) {
    countCompletion(item, days.dayOf(item.completedAt), counts);
  }
}

/** Only where an item stands at the end of a day counts, so that one that comes and goes within the day leaves no trace. */
function countStates(
  item: FlowItem,
  days: ZoneDays,
  counts: DayTally<FlowDayMetric>,
): void {
  const lastOfDay = new Map<string, FlowPhaseState>();
  for (const phase of item.phases) {
    lastOfDay.set(days.dayOf(phase.from), phase.state);
  }
  let before: FlowPhaseState | null = null;
  for (const [day, state] of lastOfDay) {
    if (before !== null) {
      counts.add(day, `state:${before}`, -1);
    }
    counts.add(day, `state:${state}`);
    before = state;
  }
}

function countCompletion(
  item: FlowItem,
  day: string,
  counts: DayTally<FlowDayMetric>,
): void {
  counts.add(day, 'completed');
  counts.add(day, `completed:${item.category}`);
  if (item.startedAt === null) {
    counts.add(day, 'completed_unstarted');
  }
  if (item.clockProblem) {
    counts.add(day, 'clock_problems');
  }
  if (item.effortDays !== null) {
    counts.add(day, 'completed_with_effort');
    counts.add(
      day,
      `effort:${item.category}`,
      Math.round(item.effortDays * 1000),
    );
  }
  countDurations(item, day, counts);
}

function countDurations(
  item: FlowItem,
  day: string,
  counts: DayTally<FlowDayMetric>,
): void {
  const { cycleSeconds, flowSeconds, activeSeconds, blockedSeconds } = item;
  if (cycleSeconds !== null) {
    counts.add(day, 'cycle_time', 1, binOf(cycleSeconds));
    counts.add(day, 'cycle_seconds', cycleSeconds);
  } else if (item.cycleTimeExclusion !== null) {
    counts.add(day, `excluded_cycle_time:${item.cycleTimeExclusion}`);
  }
  if (flowSeconds !== null) {
    counts.add(day, 'flow_time', 1, binOf(flowSeconds));
  } else if (item.flowTimeExclusion !== null) {
    counts.add(day, `excluded_flow_time:${item.flowTimeExclusion}`);
  }
  if (activeSeconds !== null) {
    counts.add(day, 'completed_with_states');
    if (item.timesReopened > 0) {
      counts.add(day, 'reopened');
    }
    counts.add(day, `active:${item.category}`, activeSeconds);
  }
  if (item.everBlocked && blockedSeconds !== null) {
    counts.add(day, 'blocked_time', 1, binOf(blockedSeconds));
  }
  if (item.efficiencyExclusion !== null) {
    counts.add(day, `excluded_efficiency:${item.efficiencyExclusion}`);
  } else if (activeSeconds !== null && flowSeconds !== null) {
    counts.add(day, 'completed_with_efficiency');
    counts.add(day, 'efficiency_active_seconds', activeSeconds);
    counts.add(day, 'efficiency_flow_seconds', flowSeconds);
  }
}
