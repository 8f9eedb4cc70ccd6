import type {
  PolicyBudget,
  SloDefinition,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  COMPOSITE_OBJECTIVE,
  type SloObjectiveState,
} from '../evaluation/SloEvaluationStore';

/** What was measured no further than so long ago is of some time ago. Milliseconds. */
const STALE_AFTER = 3_600_000;

/**
 * The budgets of an SLO as policies look at them: of a composite that of the whole, else one an objective. Of what was not evaluated yet,
 * and of a window of a calendar that began since it was measured, nothing is known.
 *
 * @param options - `now`: when somebody wants to know, epoch milliseconds
 */
export function policyBudgets(
  definition: SloDefinition,
  states: readonly SloObjectiveState[],
  { now }: { now: number },
): PolicyBudget[] {
  const indexes = definition.composite
    ? [COMPOSITE_OBJECTIVE]
    : definition.objectives.map(({ index }) => index);
  return indexes.map(objective => {
    const state = states.find(
      of => of.sloRef === definition.ref && of.objective === objective,
    );
    const isStale = !state || isOfSomeTimeAgo(state, now);
    const windowEndsAt =
      definition.window.type === 'calendar' ? state?.window?.to ?? null : null;
    const isAnother = isStale && windowEndsAt !== null && windowEndsAt <= now;
    return {
      sloRef: definition.ref,
      sloTitle: definition.title,
      objective,
      state: isAnother ? 'no_data' : state?.state ?? 'no_data',
      remaining: isAnother ? null : state?.remaining ?? null,
      windowEndsAt: isAnother ? null : windowEndsAt,
      isStale,
    };
  });
}

/** Also where the source goes on to answer, and has answered with nothing for a day: its metric may be gone. */
function isOfSomeTimeAgo(
  { measuredUntil, burns }: SloObjectiveState,
  now: number,
): boolean {
  return (
    measuredUntil === null ||
    now - measuredUntil > STALE_AFTER ||
    burns['1d'] === null
  );
}
