import {
  appliesToSlo,
  evaluatePolicy,
  isGradedBudget,
  type PolicyBudget,
} from '@opmodel/backstage-plugin-opmodel-common';
import { randomUUID } from 'node:crypto';
import type { EvaluationListener } from '../evaluation/EvaluatedSlo';
import { policyBudgets } from './policyBudgets';
import type { KnownPolicy, PolicyDocuments } from './PolicyDocuments';
import type { Consequence, SloPolicyStore } from './SloPolicyStore';

/**
 * Keeps what policies bring about, with its beginning and its end, so that whatever acts on it, such as a register of debt, can take it up.
 * What holds goes on to hold while nothing is known of its budget.
 */
export class PolicyEvaluator {
  readonly #options: {
    documents: Pick<PolicyDocuments, 'read'>;
    store: Pick<SloPolicyStore, 'listSubjects' | 'listHolding' | 'change'>;
  };

  constructor(options: {
    documents: Pick<PolicyDocuments, 'read'>;
    store: Pick<SloPolicyStore, 'listSubjects' | 'listHolding' | 'change'>;
  }) {
    this.#options = options;
  }

  readonly evaluate: EvaluationListener = async (evaluated, { now }) => {
    const { documents, store } = this.#options;
    const refs = evaluated.map(({ definition }) => definition.ref);
    const [{ policies }, holding] = await Promise.all([
      documents.read(),
      store.listHolding(refs),
    ]);
    if (policies.length === 0 && holding.length === 0) {
      return;
    }
    const subjects = await store.listSubjects(refs);
    const wanted: Consequence[] = [];
    const undecided = new Set<string>();
    for (const { definition, states } of evaluated) {
      const subject = subjects.get(definition.ref);
      const budgets = policyBudgets(definition, states, { now });
      for (const policy of policies) {
        if (subject && appliesToSlo(policy.spec, subject)) {
          wanted.push(...consequencesOf(policy, budgets, now));
          budgets
            .filter(budget => !isGradedBudget(budget))
            .forEach(budget => undecided.add(budgetKey(policy, budget)));
        }
      }
    }
    const wantedKeys = new Set(wanted.map(keyOf));
    const holdingKeys = new Set(holding.map(keyOf));
    const ended = holding.filter(
      one =>
        !wantedKeys.has(keyOf(one)) &&
        !undecided.has(
          budgetKey(
            {
              ref: one.policyRef,
              spec: { version: one.policyVersion, mode: one.mode },
            },
            one,
          ),
        ),
    );
    const begun = wanted.filter(one => !holdingKeys.has(keyOf(one)));
    if (ended.length > 0 || begun.length > 0) {
      await store.change({ ended: ended.map(({ id }) => id), begun }, { now });
    }
  };
}

function consequencesOf(
  policy: KnownPolicy,
  budgets: readonly PolicyBudget[],
  now: number,
): Consequence[] {
  const { ref, spec } = policy;
  return evaluatePolicy(spec, budgets).map(({ kind, budget, threshold }) => ({
    id: randomUUID(),
    policyRef: ref,
    policyVersion: spec.version,
    sloRef: budget.sloRef,
    objective: budget.objective,
    kind,
    threshold,
    remaining: budget.remaining,
    mode: spec.mode,
    since: now,
    until: null,
  }));
}

/** What is the same consequence. By other rules, or in another mode, it is another one. */
function keyOf(one: Consequence): string {
  const { policyRef, policyVersion, mode, sloRef, objective, kind } = one;
  return JSON.stringify([
    policyRef,
    policyVersion,
    mode,
    sloRef,
    objective,
    kind,
  ]);
}

function budgetKey(
  {
    ref,
    spec,
  }: { ref: string; spec: Pick<KnownPolicy['spec'], 'version' | 'mode'> },
  { sloRef, objective }: { sloRef: string; objective: number },
): string {
  return JSON.stringify([ref, spec.version, spec.mode, sloRef, objective]);
}
