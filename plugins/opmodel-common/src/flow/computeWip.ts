import type { WorkingCalendar } from '../calendar/WorkingCalendar';
import { quantile } from '../statistics/quantile';
import type { FlowItem, FlowPhaseState } from './flowItem';
import { secondsBetween } from './itemPhases';

/** Work in progress at one moment. */
export interface WorkInProgress {
  /** Items begun and not ended. */
  items: number;
  /** Of them, those that are blocked. */
  blocked: number;
}

/**
 * Work in progress at a moment, as it is known now: items begun at or before it that had not ended.
 *
 * @param at - epoch milliseconds
 */
export function computeWip(
  items: readonly FlowItem[],
  at: number,
): WorkInProgress {
  const states = itemsInProgress(items, at).map(item => stateAt(item, at));
  return {
    items: states.length,
    blocked: states.filter(state => state === 'blocked').length,
  };
}

/**
 * Items that are in progress at a moment.
 *
 * @param at - epoch milliseconds
 */
export function itemsInProgress(
  items: readonly FlowItem[],
  at: number,
): FlowItem[] {
  return items.filter(item => {
    const state = item.withdrawn ? null : stateAt(item, at);
    return state === 'active' || state === 'waiting' || state === 'blocked';
  });
}

/**
 * Where an item stood at a moment, as it is known now.
 *
 * @param at - epoch milliseconds
 * @returns null before its arrival
 */
export function stateAt(item: FlowItem, at: number): FlowPhaseState | null {
  return (
    item.phases.find(({ from, to }) => from <= at && (to === null || at < to))
      ?.state ?? null
  );
}

/**
 * How many weeks the work in progress would take if nothing new were begun: WIP / (completed · 7 / days).
 *
 * This is the average cycle time that Little's law foretells, in weeks.
 *
 * @param completed - items completed in so many `days`
 * @returns null where nothing was completed, so that it would take for ever
 */
export function weeksOfWork(
  wip: number,
  completed: number,
  days: number,
): number | null {
  return completed === 0 || days === 0 ? null : (wip * days) / (completed * 7);
}

/** How old the work in progress is, in whole seconds; null where nothing is in progress. */
export interface WorkItemAges {
  median: number | null;
  p85: number | null;
  oldest: number | null;
  n: number;
  /** Items older than the service level expectation; null without one. */
  beyondExpectation: number | null;
}

/**
 * Ages of the work in progress at a moment: from its start to the moment. Quantiles interpolate.
 *
 * Source: work item age as in Vacanti, "Actionable Agile Metrics for Predictability", 2015.
 *
 * @param at - epoch milliseconds
 * @param expectationSeconds - the service level expectation; null: none
 * @param workingTime - counts only what lies on working days; absent: all time counts
 */
export function computeAges(
  items: readonly FlowItem[],
  at: number,
  expectationSeconds: number | null,
  workingTime?: WorkingCalendar,
): WorkItemAges {
  return summarizeAges(
    itemsInProgress(items, at).map(item => ageOf(item, at, workingTime)),
    expectationSeconds,
  );
}

/**
 * Age of an item that has begun: from its start to a moment.
 *
 * @param at - epoch milliseconds
 * @param workingTime - counts only what lies on working days; absent: all time counts
 * @returns whole seconds
 */
export function ageOf(
  { startedAt }: Pick<FlowItem, 'startedAt'>,
  at: number,
  workingTime?: WorkingCalendar,
): number {
  return startedAt === null || startedAt > at
    ? 0
    : secondsBetween(startedAt, at, workingTime);
}

/**
 * The ages of what is in progress, where they are at hand as numbers.
 *
 * @param ages - seconds, in any order
 */
export function summarizeAges(
  ages: readonly number[],
  expectationSeconds: number | null,
): WorkItemAges {
  return {
    median: quantile(ages, 0.5),
    p85: quantile(ages, 0.85),
    oldest: ages.reduce<number | null>(
      (oldest, age) => (oldest === null ? age : Math.max(oldest, age)),
      null,
    ),
    n: ages.length,
    beyondExpectation:
      expectationSeconds === null
        ? null
        : ages.filter(age => age > expectationSeconds).length,
  };
}
