import type { ReleaseGateReason } from '../client/SloApi';
import type { ErrorBudgetPolicy, PolicyBudget } from './evaluatePolicy';

/**
 * Why the gate says what it says.
 *
 * @param policy - null: it is not about a policy
 * @param budget - null: it is not about a budget
 */
export function releaseReason(
  kind: ReleaseGateReason['kind'],
  policy: ErrorBudgetPolicy | null,
  budget: PolicyBudget | null,
  values: ReleaseGateReason['values'] = {},
): ReleaseGateReason {
  return {
    kind,
    policyRef: policy?.ref ?? null,
    policyTitle: policy?.title ?? null,
    sloRef: budget?.sloRef ?? null,
    sloTitle: budget?.sloTitle ?? null,
    objective: budget?.objective ?? null,
    values,
  };
}
