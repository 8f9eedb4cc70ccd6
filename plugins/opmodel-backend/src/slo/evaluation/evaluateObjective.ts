import {
  burnRate,
  computeBudget,
  emptyTally,
  type SloBudget,
  type SloDefinition,
  type SloSpan,
  timeToExhaustion,
  sloUnitsOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  burnSpanName,
  objectiveAt,
  type ObjectivePlan,
} from './EvaluationPlan';
import {
  burnSeconds,
  type BurnWindow,
  type SloObjectiveState,
  type SpanTally,
} from './SloEvaluationStore';

/** Further away nobody plans. Milliseconds. */
const FARTHEST = 10 * 366 * 86_400_000;

/** What was counted in the spans of an objective, by their names. */
export type TalliesOfObjective = ReadonlyMap<string, SpanTally>;

/** What the budgets of an objective are computed with. */
export interface BudgetContext {
  definition: SloDefinition;
  plan: ObjectivePlan;
  tallies: TalliesOfObjective;
  /** Up to where it is measured, epoch milliseconds. */
  asOf: number;
  minimumEvents: number | null;
  alerting: boolean;
}

/** The budget of an objective in a window, of what was counted in the span of that name. */
export function budgetOf(
  context: BudgetContext,
  name: string,
  window: SloSpan,
): SloBudget {
  const { definition, plan, asOf, minimumEvents } = context;
  const { budgetingMethod: method } = definition;
  const { target, timeSliceSeconds } = objectiveAt(definition, plan.objective);
  const tally = context.tallies.get(name);
  return computeBudget({
    method,
    target,
    windowType: definition.window.type,
    span: window,
    measuredUntil: asOf,
    tally: tally ?? emptyTally,
    timeSliceSeconds: method === 'Occurrences' ? null : timeSliceSeconds,
    measuredSeconds: (tally?.buckets ?? 0) * 300,
    excluded: plan.excluded,
    minimum:
      method === 'Occurrences' && minimumEvents !== null
        ? minimumEvents
        : undefined,
    alerting: context.alerting,
  });
}

/** Burn over the usual times: null where nothing was measured, 0 where it was and nothing happened. */
export function burnsOf({
  definition,
  plan,
  tallies,
}: BudgetContext): SloObjectiveState['burns'] {
  const { budgetingMethod: method } = definition;
  const { target } = objectiveAt(definition, plan.objective);
  const burnIn = (burn: BurnWindow) => {
    const tally = tallies.get(burnSpanName(burn));
    if (!tally || tally.buckets === 0) {
      return null;
    }
    return sloUnitsOf(tally, method).total > 0
      ? burnRate(tally, method, target)
      : 0;
  };
  return mapBurns(burnIn);
}

/** Something for each of the usual times. */
export function mapBurns<T>(
  of: (burn: BurnWindow) => T,
): Record<BurnWindow, T> {
  const names = Object.keys(burnSeconds) as BurnWindow[];
  return Object.fromEntries(names.map(name => [name, of(name)])) as Record<
    BurnWindow,
    T
  >;
}

/** What of a budget a state and a window keep. */
export function figuresOf(
  budget: SloBudget,
): Pick<
  SloObjectiveState,
  'target' | 'state' | 'attainment' | 'good' | 'total' | 'remaining'
> {
  const hasData = budget.attainment !== null;
  return {
    target: budget.target,
    state: budget.state,
    attainment: budget.attainment,
    good: hasData ? budget.good : null,
    total: hasData ? budget.n : null,
    remaining: budget.remaining,
  };
}

/**
 * How long the time is that a budget is of: of a calendar window all of it, of a rolling one what was measured of it, since that is all that
 * its budget holds. Seconds.
 */
export function secondsOfBudget(
  { definition, plan, tallies }: BudgetContext,
  name: string,
  { periodSeconds, n }: Pick<SloBudget, 'periodSeconds' | 'n'>,
): number {
  if (definition.window.type === 'calendar') {
    return periodSeconds;
  }
  const { timeSliceSeconds } = objectiveAt(definition, plan.objective);
  const measured =
    definition.budgetingMethod === 'Occurrences' || timeSliceSeconds === null
      ? (tallies.get(name)?.buckets ?? 0) * 300
      : n * timeSliceSeconds;
  return Math.min(periodSeconds, measured);
}

/**
 * When a budget is used up if it goes on to burn like this; null where it is used up already, where nothing burns, and where a calendar
 * window ends before.
 *
 * @returns epoch milliseconds
 */
export function exhaustionOf(options: {
  remaining: number | null;
  burn: number | null;
  periodSeconds: number;
  window: SloSpan;
  isCalendar: boolean;
  asOf: number;
}): number | null {
  const { remaining, window, isCalendar, asOf } = options;
  const seconds = timeToExhaustion(options);
  if (seconds === null || remaining === null || remaining <= 0) {
    return null;
  }
  const at = Math.round(asOf + seconds * 1_000);
  return at - asOf > FARTHEST || (isCalendar && at >= window.to) ? null : at;
}
