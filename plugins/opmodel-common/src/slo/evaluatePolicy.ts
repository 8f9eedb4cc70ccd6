import type { ConsequenceKind, SloState } from '../client/SloApi';
import {
  consequenceKinds,
  type ErrorBudgetPolicySpec,
} from '../operatingModel/budgetDocuments';

/** A policy with its name. */
export interface ErrorBudgetPolicy {
  /** `errorbudgetpolicy:default/payments`. */
  ref: string;
  title: string;
  spec: ErrorBudgetPolicySpec;
}

/** What a policy looks at: the budget of one objective. */
export interface PolicyBudget {
  sloRef: string;
  sloTitle: string;
  /** Place in the document. */
  objective: number;
  state: SloState;
  /** Share of the budget that is left; null: not known. */
  remaining: number | null;
  /** End of the window of a calendar, where the budget begins anew, epoch milliseconds; null: it has none. */
  windowEndsAt: number | null;
  /** Whether it is that of some time ago, because nothing was measured since; it is not unless it is told. */
  isStale?: boolean;
}

/** What a policy brings about for one objective. */
export interface BudgetConsequence {
  kind: ConsequenceKind;
  budget: PolicyBudget;
  /** Share of the budget left from which on it holds. */
  threshold: number;
}

/**
 * What a policy brings about. A threshold holds as soon as no more than its share of the budget is left. Where several bring about the
 * same, it holds since the first of them. A budget of which too little is known to grade it brings about nothing.
 */
export function evaluatePolicy(
  { thresholds }: Pick<ErrorBudgetPolicySpec, 'thresholds'>,
  budgets: readonly PolicyBudget[],
): BudgetConsequence[] {
  return budgets.filter(isGradedBudget).flatMap(budget =>
    consequenceKinds.flatMap(kind => {
      const bringing = thresholds
        .filter(({ consequences }) => consequences.includes(kind))
        .map(({ remaining }) => remaining);
      const threshold = Math.max(...bringing);
      return bringing.length > 0 && budget.remaining! <= threshold
        ? [{ kind, budget, threshold }]
        : [];
    }),
  );
}

/** Whether a policy may act on a budget. */
export function isGradedBudget({ state, remaining }: PolicyBudget): boolean {
  return state !== 'no_data' && state !== 'thin' && remaining !== null;
}

/** What is known of an objective when policies are chosen for it. */
export interface PolicySubject {
  sloRef: string;
  /** What the measured entity is in, itself first: its system, domain, owner, and the groups above the owner. Refs in lower case. */
  scopes: readonly string[];
  tier: string | null;
}

/** Whether a policy applies to an objective. */
export function appliesToSlo(
  { appliesTo, tiers }: Pick<ErrorBudgetPolicySpec, 'appliesTo' | 'tiers'>,
  { sloRef, scopes, tier }: PolicySubject,
): boolean {
  const isOfTier =
    tiers.length === 0 ||
    tiers.some(known => known.toLowerCase() === tier?.toLowerCase());
  return (
    isOfTier &&
    (appliesTo.length === 0 ||
      appliesTo.includes(sloRef) ||
      appliesTo.some(ref => scopes.includes(ref)))
  );
}
