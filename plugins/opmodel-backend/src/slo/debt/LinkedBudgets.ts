import {
  type ErrorBudgetEvidence,
  opmodelSloReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../../catalog/Visibility';
import type {
  SloDefinitionStore,
  StoredSlo,
} from '../definitions/SloDefinitionStore';
import type {
  SloEvaluationStore,
  SloObjectiveState,
} from '../evaluation/SloEvaluationStore';
import { policyBudgets } from '../policies/policyBudgets';
import type { SloReadStore } from '../reading/SloReadStore';

/** Tells what was spent of the error budgets of SLOs that debt is linked to. */
export class LinkedBudgets {
  readonly readPermission = opmodelSloReadPermission;
  readonly #options: {
    definitions: Pick<SloDefinitionStore, 'list'>;
    evaluations: Pick<SloEvaluationStore, 'listStates'>;
    reads: Pick<SloReadStore, 'findAll'>;
  };

  constructor(options: {
    definitions: Pick<SloDefinitionStore, 'list'>;
    evaluations: Pick<SloEvaluationStore, 'listStates'>;
    reads: Pick<SloReadStore, 'findAll'>;
  }) {
    this.#options = options;
  }

  async listSpent(
    sloRefs: readonly string[],
    visibility: Visibility,
    now: number,
  ): Promise<ErrorBudgetEvidence[]> {
    const { definitions, evaluations, reads } = this.#options;
    const seen = [...(await reads.findAll(sloRefs, visibility))];
    if (seen.length === 0) {
      return [];
    }
    const [slos, states] = await Promise.all([
      definitions.list(seen),
      evaluations.listStates(seen),
    ]);
    return slos.map(slo => spentOf(slo, states, now));
  }
}

function spentOf(
  { definition }: StoredSlo,
  states: readonly SloObjectiveState[],
  now: number,
): ErrorBudgetEvidence {
  const [least] = policyBudgets(definition, states, { now }).sort(
    (one, other) => (one.remaining ?? Infinity) - (other.remaining ?? Infinity),
  );
  const state = states.find(
    ({ sloRef, objective }) =>
      sloRef === definition.ref && objective === least.objective,
  );
  const allowedSeconds = state?.window
    ? ((1 - state.target) * (state.window.to - state.window.from)) / 1_000
    : null;
  return {
    sloRef: definition.ref,
    title: definition.title,
    allowedSeconds,
    spentSeconds:
      allowedSeconds === null || least.remaining === null
        ? null
        : allowedSeconds * (1 - least.remaining),
  };
}
