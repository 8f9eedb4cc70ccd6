import type { ReleaseGateReason } from '../client/SloApi';
import {
  type BudgetConsequence,
  type ErrorBudgetPolicy,
  evaluatePolicy,
  type PolicyBudget,
} from './evaluatePolicy';
import { releaseReason } from './releaseReason';

/** A policy that applies to a release, with the budgets that it applies to. */
export interface PolicyInForce {
  policy: ErrorBudgetPolicy;
  budgets: readonly PolicyBudget[];
  /** Until when the entity is excepted from it, epoch milliseconds; null: it is not. */
  exceptedUntil: number | null;
}

/** What one policy says of a release. */
export interface PolicyLook {
  inForce: PolicyInForce;
  holds: BudgetConsequence[];
  isHeld: boolean;
  isUnknown: boolean;
  reasons: ReleaseGateReason[];
}

/**
 * What a policy says of a release, whatever others say.
 *
 * @param release - `now` in epoch milliseconds
 */
export function lookAtPolicy(
  inForce: PolicyInForce,
  { risk, now }: { risk: 'low' | 'high'; now: number },
): PolicyLook {
  const { policy, budgets, exceptedUntil } = inForce;
  const consequences = evaluatePolicy(policy.spec, budgets);
  const frozen = consequences.filter(
    ({ kind }) => kind === 'freeze_risky_releases',
  );
  const toApprove = consequences.filter(
    ({ kind }) => kind === 'require_approval',
  );
  const isLowRisk = risk === 'low' && frozen.length > 0;
  const holds = [...(isLowRisk ? [] : frozen), ...toApprove];
  const isExcepted = exceptedUntil !== null && exceptedUntil > now;
  const missing = budgets.filter(
    ({ state, isStale }) => state === 'no_data' || isStale,
  );
  const couldHold = policy.spec.thresholds.some(({ consequences: kinds }) =>
    kinds.some(
      kind => kind === 'freeze_risky_releases' || kind === 'require_approval',
    ),
  );
  const isHeld = holds.length > 0 && !isExcepted;
  const isUnknown =
    couldHold &&
    !isExcepted &&
    !isHeld &&
    (missing.length > 0 || budgets.length === 0);

  return {
    inForce,
    holds,
    isHeld,
    isUnknown,
    reasons: [
      ...holds.map(hold => reasonOfHold(policy, hold)),
      ...(isLowRisk ? [releaseReason('low_risk', policy, null)] : []),
      ...(isUnknown
        ? missing.map(budget => releaseReason('no_data', policy, budget))
        : []),
      ...(isUnknown && budgets.length === 0
        ? [releaseReason('no_objective', policy, null)]
        : []),
      ...(isExcepted && holds.length > 0
        ? [
            releaseReason('excepted', policy, null, {
              until: new Date(exceptedUntil).toISOString(),
            }),
          ]
        : []),
      ...(policy.spec.mode === 'shadow' && (isHeld || isUnknown)
        ? [releaseReason('shadow', policy, null)]
        : []),
    ],
  };
}

function reasonOfHold(
  policy: ErrorBudgetPolicy,
  { kind, budget, threshold }: BudgetConsequence,
): ReleaseGateReason {
  const values = { remaining: budget.remaining, threshold };
  if (kind === 'require_approval') {
    return releaseReason('approval_required', policy, budget, values);
  }
  return releaseReason(
    budget.remaining! <= 0 ? 'budget_exhausted' : 'budget_low',
    policy,
    budget,
    values,
  );
}
