import type {
  PolicyBudget,
  SloDefinition,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  COMPOSITE_OBJECTIVE,
  type SloObjectiveState,
} from '../evaluation/SloEvaluationStore';

/** What was measured no further than so long before it was evaluated is of some time ago. Milliseconds. */
const STALE_AFTER = 3_600_000;

/**
 * The budgets of an SLO as policies look at them: of a composite that of the whole, else one an objective. Of what was not evaluated yet,
 * nothing is known.
 */
export function policyBudgets(
  definition: SloDefinition,
  states: readonly SloObjectiveState[],
): PolicyBudget[] {
  const indexes = definition.composite
    ? [COMPOSITE_OBJECTIVE]
    : definition.objectives.map(({ index }) => index);
  return indexes.map(objective => {
    const state = states.find(
      of => of.sloRef === definition.ref && of.objective === objective,
    );
    return {
      sloRef: definition.ref,
      sloTitle: definition.title,
      objective,
      state: state?.state ?? 'no_data',
      remaining: state?.remaining ?? null,
      windowEndsAt:
        definition.window.type === 'calendar'
          ? state?.window?.to ?? null
          : null,
      isStale:
        !state ||
        state.measuredUntil === null ||
        state.evaluatedAt - state.measuredUntil > STALE_AFTER,
    };
  });
}
