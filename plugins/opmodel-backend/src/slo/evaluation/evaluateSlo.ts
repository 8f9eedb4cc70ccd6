import {
  minimumSample,
  type SloDefinition,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  compositeBudgetOf,
  compositeBurns,
  compositeFigures,
  countsWhole,
} from './evaluateComposite';
import {
  type BudgetContext,
  budgetOf,
  burnsOf,
  exhaustionOf,
  figuresOf,
  mapBurns,
  secondsOfBudget,
  type TalliesOfObjective,
} from './evaluateObjective';
import {
  type EvaluationPlan,
  objectiveAt,
  type SloToEvaluate,
  windowSpanName,
} from './EvaluationPlan';
import { evaluateWindows, evaluateWindowsOfWhole } from './evaluateWindows';
import {
  COMPOSITE_OBJECTIVE,
  type SloObjectiveState,
  type SloWindowRow,
} from './SloEvaluationStore';

/** What came of evaluating an SLO. */
export interface SloEvaluation {
  states: SloObjectiveState[];
  windows: SloWindowRow[];
}

/** The objectives of which tallies are wanted: all of them, and a composite as a whole where its slices are counted. */
export function indexesOf(definition: SloDefinition): number[] {
  return [
    ...definition.objectives.map(({ index }) => index),
    ...(countsWhole({ definition }) ? [COMPOSITE_OBJECTIVE] : []),
  ];
}

/**
 * Evaluates an SLO from sums of its buckets. It knows no database and no clock.
 *
 * @param tallies - of its objectives, by index
 * @param options - `before`: how its objectives stood; `now` in epoch milliseconds
 */
export function evaluateSlo(
  given: SloToEvaluate,
  plan: EvaluationPlan,
  tallies: ReadonlyMap<number, TalliesOfObjective>,
  options: {
    before: readonly SloObjectiveState[];
    minimumEvents: number | null;
    now: number;
  },
): SloEvaluation {
  const { definition } = given.slo;
  const contexts = plan.objectives.map(
    (objectivePlan): BudgetContext => ({
      definition,
      plan: objectivePlan,
      tallies: tallies.get(objectivePlan.objective) ?? new Map(),
      asOf: plan.asOf,
      minimumEvents: options.minimumEvents,
      alerting: isFiring(options.before, objectivePlan.objective),
    }),
  );
  const parts = contexts.filter(
    context => context.plan.objective !== COMPOSITE_OBJECTIVE,
  );
  const whole = contexts.find(
    context => context.plan.objective === COMPOSITE_OBJECTIVE,
  );
  const common = (objective: number) => ({
    sloRef: definition.ref,
    objective,
    evaluatedAt: options.now,
    measuredUntil: given.measuredUntil,
    window: plan.window,
    alertState:
      options.before.find(state => state.objective === objective)?.alertState ??
      null,
  });
  const states = parts.map(
    (part): SloObjectiveState => ({
      ...common(part.plan.objective),
      ...stateOfObjective(part, plan),
    }),
  );
  const windows = parts.flatMap(part => evaluateWindows(part, given, plan));
  if (definition.composite && parts.length > 0) {
    states.push({
      ...common(COMPOSITE_OBJECTIVE),
      ...stateOfWhole(parts, whole, plan),
    });
    windows.push(...evaluateWindowsOfWhole(parts, whole, given, plan));
  }
  const judged = new Set(states.map(({ objective }) => objective));
  // Of an objective that is no more nothing can be said anew.
  windows.push(
    ...given.openWindows
      .filter(({ objective }) => !judged.has(objective))
      .map(kept => ({ ...kept, complete: true })),
  );
  return { states, windows };
}

type Judged = Omit<
  SloObjectiveState,
  | 'sloRef'
  | 'objective'
  | 'evaluatedAt'
  | 'measuredUntil'
  | 'window'
  | 'alertState'
>;

function stateOfObjective(part: BudgetContext, plan: EvaluationPlan): Judged {
  if (!plan.window) {
    return nothing(part);
  }
  const budget = budgetOf(part, windowSpanName, plan.window);
  const burns = burnsOf(part);
  return {
    ...figuresOf(budget),
    minimum: budget.minimum,
    allowed: budget.budget,
    spent: budget.budget === null ? null : budget.bad,
    estimated: budget.estimated,
    burns,
    exhaustsAt: exhaustionOf({
      remaining: budget.remaining,
      burn: burns['1h'],
      periodSeconds: secondsOfBudget(part, windowSpanName, budget),
      window: plan.window,
      isCalendar: part.definition.window.type === 'calendar',
      asOf: plan.asOf,
    }),
  };
}

/** Before the first window has begun there is nothing to judge. */
function nothing(part: BudgetContext): Judged {
  const { definition, plan } = part;
  const { target, timeSliceSeconds } = objectiveAt(definition, plan.objective);
  return {
    target,
    state: 'no_data',
    attainment: null,
    good: null,
    total: null,
    remaining: null,
    minimum: minimumSample({
      method: definition.budgetingMethod,
      target,
      timeSliceSeconds,
      periodSeconds: 0,
    }),
    allowed: null,
    spent: null,
    estimated: false,
    burns: mapBurns(() => null),
    exhaustsAt: null,
  };
}

function stateOfWhole(
  parts: readonly BudgetContext[],
  whole: BudgetContext | undefined,
  plan: EvaluationPlan,
): Judged {
  const { window, asOf } = plan;
  if (!window) {
    return nothing(parts[0]);
  }
  const name = windowSpanName;
  const budget = compositeBudgetOf(parts, whole, { name, window });
  const burns = compositeBurns(parts, whole, asOf);
  const states = parts.map(part => budgetOf(part, name, window));
  const known = parts.flatMap((part, place) =>
    states[place].n > 0 ? secondsOfBudget(part, name, states[place]) : [],
  );
  return {
    ...compositeFigures(budget, whole, name),
    minimum: Math.max(...states.map(({ minimum }) => minimum)),
    // Budgets of different events have no unit in common.
    allowed: null,
    spent: null,
    estimated: states.some(({ estimated }) => estimated),
    burns,
    exhaustsAt: exhaustionOf({
      remaining: budget.remaining,
      burn: burns['1h'],
      // Of the part of which the least is known, so that it is the earliest time.
      periodSeconds: Math.min(states[0].periodSeconds, ...known),
      window,
      isCalendar: parts[0].definition.window.type === 'calendar',
      asOf,
    }),
  };
}

function isFiring(
  before: readonly SloObjectiveState[],
  objective: number,
): boolean {
  return before.some(
    state => state.objective === objective && state.alertState === 'firing',
  );
}
