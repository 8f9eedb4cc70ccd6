import type { WorkingCalendar } from '../calendar/WorkingCalendar';
import type { FlowDefinition } from './flowDefinition';
import type {
  CycleTimeExclusion,
  FlowTimeExclusion,
  WorkItemFact,
} from './flowFacts';
import type { FlowItem, FlowPhaseState } from './flowItem';
import { defectOf } from './defectOf';
import { isEnded, itemHistory } from './itemHistory';
import { itemPhases, secondsBetween, secondsIn } from './itemPhases';
import { itemSpan, type ItemSpan } from './itemSpan';

/**
 * What one work item contributes to the flow metrics: when it arrived, began and ended, where it stood in between, and the
 * durations that follow, in whole seconds:
 *
 * - cycle time = started to completed
 * - flow time = arrival to completion, the waits before the start included; it arrived with the first that is known of it, which is
 *   its creation, or what happened to it before that: work that begins before its ticket is written
 * - active + waiting + blocked = cycle time
 *
 * Instants are taken to the whole second first, so that spans add up exactly. An item that was reopened is completed at its last
 * completion, and what it spent as done before is waiting. The outcome depends neither on the order of the changes nor on a clock.
 *
 * Source: flow time, efficiency and distribution as in Kersten, "Project to Product", 2018; cycle time and age as in Vacanti,
 * "Actionable Agile Metrics for Predictability", 2015.
 *
 * @param workingTime - durations count only what lies on working days; absent: all time counts
 */
export function computeFlowItem(
  fact: WorkItemFact,
  definition: FlowDefinition,
  workingTime?: WorkingCalendar,
): FlowItem {
  const history = itemHistory(fact);
  const span = itemSpan(fact, history, definition);
  const { arrivedAt, startedAt, end, startsWithState } = span;
  const completedAt = end?.state === 'done' ? end.at : null;
  const phases = itemPhases(history, span);
  const cycleTimeExclusion = excludeFromCycleTime(fact, span);
  const flowTimeExclusion = excludeFromFlowTime(fact, completedAt);
  const counts = completedAt !== null && !fact.withdrawn;
  const hasParts = counts && startsWithState;
  const timeIn = (state: FlowPhaseState) =>
    secondsIn(phases, state, { workingTime });

  return {
    source: fact.source,
    subject: fact.subject,
    category: fact.category ?? 'unclassified',
    withdrawn: fact.withdrawn,
    arrivedAt,
    startedAt,
    completedAt,
    cancelledAt: end?.state === 'cancelled' ? end.at : null,
    phases,
    hasStates: startsWithState,
    cycleSeconds:
      counts && cycleTimeExclusion === null
        ? secondsBetween(startedAt!, completedAt, workingTime)
        : null,
    cycleTimeExclusion,
    flowSeconds:
      counts && flowTimeExclusion === null
        ? secondsBetween(arrivedAt!, completedAt, workingTime)
        : null,
    flowTimeExclusion,
    activeSeconds: hasParts ? timeIn('active') : null,
    waitingSeconds: hasParts ? timeIn('waiting') : null,
    blockedSeconds: hasParts ? timeIn('blocked') : null,
    efficiencyExclusion: counts
      ? flowTimeExclusion ?? (startsWithState ? null : 'no_states')
      : null,
    timesReopened: history.filter(
      ({ state }, index) =>
        !isEnded(state) && history[index - 1]?.state === 'done',
    ).length,
    everBlocked: phases.some(({ state }) => state === 'blocked'),
    clockProblem: contradicts(fact, span),
    effortDays: fact.effortDays,
    defect: defectOf(fact),
    periodChanges: fact.periodChanges,
  };
}

function excludeFromCycleTime(
  fact: WorkItemFact,
  { startedAt, end, startsAfterEnd }: ItemSpan,
): CycleTimeExclusion | null {
  if (fact.withdrawn) {
    return 'withdrawn';
  }
  if (end === null) {
    return null;
  }
  if (end.state === 'cancelled') {
    return 'cancelled';
  }
  if (startsAfterEnd) {
    return 'negative_span';
  }
  return startedAt === null ? 'no_start' : null;
}

function excludeFromFlowTime(
  fact: WorkItemFact,
  completedAt: number | null,
): FlowTimeExclusion | null {
  if (fact.withdrawn || completedAt === null) {
    return null;
  }
  if (fact.createdAt === null) {
    return 'no_creation';
  }
  return fact.createdAt > completedAt ? 'negative_span' : null;
}

function contradicts(
  { createdAt }: WorkItemFact,
  { startedAt, end, startsAfterEnd }: ItemSpan,
): boolean {
  const isBeforeCreation = (at: number | null | undefined) =>
    createdAt !== null && typeof at === 'number' && at < createdAt;
  return (
    startsAfterEnd || isBeforeCreation(startedAt) || isBeforeCreation(end?.at)
  );
}
