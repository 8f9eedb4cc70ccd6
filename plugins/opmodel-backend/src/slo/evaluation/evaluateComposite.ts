import {
  type CompositeBudget,
  type CompositeMember,
  computeCompositeBudget,
  emptyTally,
  type SloSpan,
} from '@opmodel/backstage-plugin-opmodel-common';
import { burnSpanName } from './EvaluationPlan';
import { type BudgetContext, budgetOf, mapBurns } from './evaluateObjective';
import type { SloObjectiveState } from './SloEvaluationStore';

/** How a composite as a whole stands in a window. */
export type CompositeFigures = Pick<
  SloObjectiveState,
  'target' | 'state' | 'attainment' | 'good' | 'total' | 'remaining'
>;

/**
 * The budget of a composite as a whole in a window, from those of its parts; of Timeslices from the slices that are good for all.
 *
 * @param parts - the contexts of its objectives
 * @param whole - the context of the whole; absent where its slices are not counted
 */
export function compositeBudgetOf(
  parts: readonly BudgetContext[],
  whole: BudgetContext | undefined,
  { name, window }: { name: string; window: SloSpan },
): CompositeBudget {
  const members = parts.map(
    (part): CompositeMember => ({
      budget: budgetOf(part, name, window),
      weight: part.definition.objectives.find(
        ({ index }) => index === part.plan.objective,
      )!.weight,
    }),
  );
  if (!whole) {
    return computeCompositeBudget(members);
  }
  const { definition, plan, tallies, asOf } = whole;
  const tally = tallies.get(name);
  return computeCompositeBudget(members, {
    method: definition.budgetingMethod,
    windowType: definition.window.type,
    span: window,
    measuredUntil: asOf,
    tally: tally ?? emptyTally,
    timeSliceSeconds: definition.objectives[0].timeSliceSeconds,
    excluded: plan.excluded,
    alerting: whole.alerting,
  });
}

/** What a state and a window keep of it. Events of different kinds have no sum. */
export function compositeFigures(
  budget: CompositeBudget,
  whole: BudgetContext | undefined,
  name: string,
): CompositeFigures {
  const tally =
    budget.attainment === null ? undefined : whole?.tallies.get(name);
  return {
    target: budget.target,
    state: budget.state,
    attainment: budget.attainment,
    good: tally?.goodSlices ?? null,
    total: tally?.slices ?? null,
    remaining: budget.remaining,
  };
}

/** How fast the budget of the whole burns over the usual times. */
export function compositeBurns(
  parts: readonly BudgetContext[],
  whole: BudgetContext | undefined,
  asOf: number,
): SloObjectiveState['burns'] {
  return mapBurns(burn => {
    const name = burnSpanName(burn);
    const isMeasured = [...parts, ...(whole ? [whole] : [])].some(
      ({ tallies }) => (tallies.get(name)?.buckets ?? 0) > 0,
    );
    if (!isMeasured) {
      return null;
    }
    const window = { from: asOf - 1, to: asOf };
    return compositeBudgetOf(parts, whole, { name, window }).burnRate ?? 0;
  });
}

/** Whether the whole has slices of its own, which are counted as those of an objective. */
export function countsWhole({
  definition: { composite, budgetingMethod, objectives },
}: Pick<BudgetContext, 'definition'>): boolean {
  return composite && budgetingMethod === 'Timeslices' && objectives.length > 0;
}
