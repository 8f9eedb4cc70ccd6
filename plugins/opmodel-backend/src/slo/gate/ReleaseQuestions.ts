import {
  appliesToSlo,
  type PolicyInForce,
  type ReleaseQuestion,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity } from '../../catalog/CatalogStore';
import type { SloObjectiveState } from '../evaluation/SloEvaluationStore';
import type { PolicyDocuments } from '../policies/PolicyDocuments';
import type { PolicyExceptions } from '../policies/PolicyExceptions';
import { policyBudgets } from '../policies/policyBudgets';
import type { SloPolicyStore } from '../policies/SloPolicyStore';
import type { SloStore } from '../SloStore';
import type { BreakGlass } from './BreakGlass';
import type { ReleaseGateStore } from './ReleaseGateStore';

/** What questions are put together from. */
export interface ReleaseQuestionsOptions {
  store: Pick<ReleaseGateStore, 'listSloRefs'>;
  slos: Pick<SloStore, 'definitions' | 'evaluations'>;
  policies: Pick<SloPolicyStore, 'listSubjects' | 'getEntitySubject'>;
  documents: Pick<PolicyDocuments, 'read'>;
  exceptions: Pick<PolicyExceptions, 'listInForce' | 'endOf' | 'isFrom'>;
}

/** Puts together what a release is decided by: the policies that apply, their budgets, and what lifts them. */
export class ReleaseQuestions {
  readonly #options: ReleaseQuestionsOptions & {
    breakGlass: Pick<BreakGlass, 'findEnd'>;
  };

  constructor(
    options: ReleaseQuestionsOptions & {
      breakGlass: Pick<BreakGlass, 'findEnd'>;
    },
  ) {
    this.#options = options;
  }

  /**
   * @param now - epoch milliseconds
   * @returns also the states of all SLOs that measure the entity
   */
  async read(
    entity: CatalogEntity,
    risk: 'low' | 'high',
    now: number,
  ): Promise<{ question: ReleaseQuestion; states: SloObjectiveState[] }> {
    const { store, slos, policies, documents, exceptions, breakGlass } =
      this.#options;
    const [known, refs, own, inForce, breakGlassUntil] = await Promise.all([
      documents.read(),
      store.listSloRefs(entity.ref),
      policies.getEntitySubject(entity.ref),
      exceptions.listInForce([entity.ref]),
      breakGlass.findEnd(entity.ref, now),
    ]);
    const [definitions, states, subjects] = await Promise.all([
      slos.definitions.list(refs),
      slos.evaluations.listStates(refs),
      policies.listSubjects(refs),
    ]);
    const applied = known.policies.flatMap((policy): PolicyInForce[] => {
      const budgets = definitions
        .filter(({ definition: { ref } }) => {
          const subject = subjects.get(ref);
          return subject !== undefined && appliesToSlo(policy.spec, subject);
        })
        .flatMap(({ definition }) =>
          policyBudgets(definition, states, { now }),
        );
      if (budgets.length === 0 && !appliesToSlo(policy.spec, own)) {
        return [];
      }
      const ends = inForce
        .filter(exception => exceptions.isFrom(policy.ref, exception))
        .map(exception => exceptions.endOf(exception));
      return [
        {
          policy,
          budgets,
          exceptedUntil: ends.length > 0 ? Math.max(...ends) : null,
        },
      ];
    });
    return {
      question: { policies: applied, risk, breakGlassUntil, now },
      states,
    };
  }
}
