import {
  type BudgetPolicyInput,
  type ErrorBudgetInput,
  isGradedBudget,
  type PolicyBudget,
  suggestFromErrorBudgets,
  suggestionFingerprint,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  DebtSightings,
  DebtSuggestionContext,
  DebtSuggestionSource,
  FactEntity,
} from '@opmodel/backstage-plugin-opmodel-node';
import type {
  SloDefinitionStore,
  StoredSlo,
} from '../definitions/SloDefinitionStore';
import type { SloEvaluationStore } from '../evaluation/SloEvaluationStore';
import { policyBudgets } from '../policies/policyBudgets';
import type { Consequence, SloPolicyStore } from '../policies/SloPolicyStore';

/**
 * Suggests error budgets of which nothing is left, or that a policy turns into debt before. Policies are not named: whoever sees an SLO may
 * not see the policy.
 */
export class ErrorBudgetSource implements DebtSuggestionSource {
  readonly id = 'error_budget';
  readonly title = 'Error budgets';
  readonly cadence = { hours: 1 };
  readonly #options: {
    definitions: Pick<SloDefinitionStore, 'listMeasuring'>;
    evaluations: Pick<SloEvaluationStore, 'listStates'>;
    policies: Pick<SloPolicyStore, 'listHolding'>;
  };

  constructor(options: {
    definitions: Pick<SloDefinitionStore, 'listMeasuring'>;
    evaluations: Pick<SloEvaluationStore, 'listStates'>;
    policies: Pick<SloPolicyStore, 'listHolding'>;
  }) {
    this.#options = options;
  }

  async suggest(
    entities: readonly FactEntity[],
    { now, signal }: DebtSuggestionContext,
  ): Promise<DebtSightings> {
    signal.throwIfAborted();
    const { definitions, evaluations, policies } = this.#options;
    const refs = entities.map(({ entityRef }) => entityRef);
    const asked = new Set(refs);
    const slos = (await definitions.listMeasuring(refs)).filter(
      ({ definition: { entityRef } }) =>
        entityRef !== null && asked.has(entityRef),
    );
    const sloRefs = slos.map(({ definition }) => definition.ref);
    const [states, holding] = await Promise.all([
      evaluations.listStates(sloRefs),
      policies.listHolding(sloRefs),
    ]);
    const inputs = slos.flatMap(slo =>
      policyBudgets(slo.definition, states, { now }).map(budget =>
        inputOf(slo, budget, holding),
      ),
    );
    return {
      lookedAt: refs,
      suggestions: suggestFromErrorBudgets(inputs),
      // Of what nothing is known now, nothing is known to have become better.
      leftOut: inputs
        .filter(({ budget }) => !isGradedBudget(budget) || budget.isStale)
        .map(({ entityRef, budget }) =>
          suggestionFingerprint('error_budget', entityRef, [
            budget.sloRef,
            budget.objective,
          ]),
        ),
    };
  }
}

function inputOf(
  { definition }: StoredSlo,
  budget: PolicyBudget,
  holding: readonly Consequence[],
): ErrorBudgetInput {
  const enforced = holding.filter(
    ({ sloRef, objective, mode }) =>
      sloRef === budget.sloRef &&
      objective === budget.objective &&
      mode === 'enforced',
  );
  const sinceExhausted = enforced
    .filter(({ threshold }) => threshold <= 0)
    .map(({ since }) => since);
  return {
    entityRef: definition.entityRef!,
    budget,
    exhaustedSince:
      sinceExhausted.length === 0 ? null : Math.min(...sinceExhausted),
    consequences: [
      ...new Map(enforced.map(one => [one.kind, one])).values(),
    ].map(
      ({ kind, threshold }): BudgetPolicyInput => ({
        policyRef: 'errorbudgetpolicy',
        policyTitle: 'Error budget policy',
        kind,
        threshold,
      }),
    ),
    url: null,
  };
}
