import type { SloSpan } from '@opmodel/backstage-plugin-opmodel-common';
import { compositeBudgetOf, compositeFigures } from './evaluateComposite';
import { type BudgetContext, budgetOf, figuresOf } from './evaluateObjective';
import {
  type EvaluationPlan,
  pastSpanName,
  type PlannedWindow,
  type SloToEvaluate,
  windowSpanName,
} from './EvaluationPlan';
import { COMPOSITE_OBJECTIVE, type SloWindowRow } from './SloEvaluationStore';

/** How an objective stood at the end of each window of a plan. */
export function evaluateWindows(
  part: BudgetContext,
  { openWindows }: SloToEvaluate,
  plan: EvaluationPlan,
): SloWindowRow[] {
  const { objective } = part.plan;
  return toldWindows(objective, openWindows, plan, (planned, at) => ({
    sloRef: part.definition.ref,
    ...figuresOf(
      budgetOf(
        { ...atItsTime(part, planned, openWindows), alerting: false },
        at.name,
        at.window,
      ),
    ),
  }));
}

/** The same of a composite as a whole. */
export function evaluateWindowsOfWhole(
  parts: readonly BudgetContext[],
  whole: BudgetContext | undefined,
  { openWindows }: SloToEvaluate,
  plan: EvaluationPlan,
): SloWindowRow[] {
  return toldWindows(COMPOSITE_OBJECTIVE, openWindows, plan, (planned, at) => ({
    sloRef: parts[0].definition.ref,
    ...compositeFigures(
      compositeBudgetOf(
        parts.map(part => atItsTime(part, planned, openWindows)),
        whole,
        at,
      ),
      whole,
      at.name,
    ),
  }));
}

/**
 * A window in which nothing was measured is not kept, unless it was before: then nothing is left of it. One that is only restated is that of
 * the objectives of which it is kept.
 */
function toldWindows(
  objective: number,
  openWindows: readonly SloWindowRow[],
  plan: EvaluationPlan,
  judge: (
    planned: PlannedWindow,
    at: { name: string; window: SloSpan },
  ) => Omit<SloWindowRow, 'objective' | 'from' | 'to' | 'complete'>,
): SloWindowRow[] {
  return plan.windows.flatMap(planned => {
    const { from, to, complete, isPresent, isRestated } = planned;
    const isKept = keptOf(objective, planned, openWindows) !== undefined;
    if (isRestated && !isKept) {
      return [];
    }
    const row = {
      ...judge(planned, {
        name: isPresent ? windowSpanName : pastSpanName(planned),
        window: isPresent ? plan.window! : planned,
      }),
      objective,
      from,
      to,
      complete,
    };
    return isKept || row.remaining !== null ? [row] : [];
  });
}

/** A window that has ended is judged by the target that it was kept with: a new one is no promise for the past. */
function atItsTime(
  part: BudgetContext,
  planned: PlannedWindow,
  openWindows: readonly SloWindowRow[],
): BudgetContext {
  const { definition, plan } = part;
  const kept = keptOf(plan.objective, planned, openWindows);
  return kept === undefined
    ? part
    : {
        ...part,
        definition: {
          ...definition,
          objectives: definition.objectives.map(objective =>
            objective.index === plan.objective
              ? { ...objective, target: kept.target }
              : objective,
          ),
        },
      };
}

function keptOf(
  objective: number,
  { to }: PlannedWindow,
  openWindows: readonly SloWindowRow[],
): SloWindowRow | undefined {
  return openWindows.find(
    kept => kept.objective === objective && kept.to === to,
  );
}
