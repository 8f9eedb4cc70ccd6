import type { ErrorBudgetPolicySpec } from '../../operatingModel/budgetDocuments';
import type { ErrorBudgetPolicy, PolicyBudget } from '../evaluatePolicy';

/** A policy that tells of a low budget and freezes risky releases once it is exhausted, unless something else is said. */
export function policyWith(
  spec: Partial<ErrorBudgetPolicySpec> = {},
  name: string = 'payments',
): ErrorBudgetPolicy {
  return {
    ref: `errorbudgetpolicy:default/${name}`,
    title: `Policy of ${name}`,
    spec: {
      owner: null,
      appliesTo: [],
      tiers: [],
      thresholds: [
        { remaining: 0.25, consequences: ['attention'] },
        { remaining: 0, consequences: ['debt', 'freeze_risky_releases'] },
      ],
      approvals: [],
      mode: 'enforced',
      closedWhenUnknown: false,
      version: '1',
      ...spec,
    },
  };
}

/** The budget of an objective, as far as a policy looks at it. */
export function policyBudget(
  remaining: number | null,
  more: Partial<PolicyBudget> = {},
): PolicyBudget {
  return {
    sloRef: 'slo:default/checkout',
    sloTitle: 'Checkout',
    objective: 0,
    state: stateFor(remaining),
    remaining,
    windowEndsAt: null,
    ...more,
  };
}

function stateFor(remaining: number | null): PolicyBudget['state'] {
  if (remaining === null) {
    return 'no_data';
  }
  return remaining <= 0 ? 'exhausted' : 'met';
}
