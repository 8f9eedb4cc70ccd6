import fc from 'fast-check';
import {
  type ErrorBudgetInput,
  suggestFromErrorBudgets,
} from './suggestFromErrorBudgets';

function budgetWith({
  budget,
  ...given
}: Partial<Omit<ErrorBudgetInput, 'budget'>> & {
  budget?: Partial<ErrorBudgetInput['budget']>;
} = {}): ErrorBudgetInput {
  return {
    entityRef: 'component:default/cart',
    budget: {
      sloRef: 'slo:default/checkout',
      sloTitle: 'Checkout',
      objective: 0,
      state: 'exhausted',
      remaining: -0.4,
      windowEndsAt: null,
      ...budget,
    },
    exhaustedSince: Date.UTC(2026, 10, 1),
    consequences: [],
    url: 'https://portal.example.com/slo/checkout',
    ...given,
  };
}

const holds = {
  policyRef: 'errorbudgetpolicy:default/payments',
  policyTitle: 'Payments <script>',
  kind: 'freeze_risky_releases',
  threshold: 0,
} as const;

describe('suggestFromErrorBudgets', () => {
  it('tells a budget of which nothing is left, and what follows', () => {
    const [suggestion] = suggestFromErrorBudgets([
      budgetWith({ consequences: [holds] }),
    ]);
    expect(suggestion).toMatchObject({
      source: 'error_budget',
      title: 'Error budget exhausted: Checkout',
      severity: 'high',
      since: Date.UTC(2026, 10, 1),
      links: [{ type: 'slo', ref: 'slo:default/checkout' }],
    });
    expect(suggestion.description).toBe(
      '-40 % is left of the error budget of `slo:default/checkout`, objective 1.\n- Payments \\<script\\>: `freeze_risky_releases`',
    );
    expect(suggestion.evidence).toContainEqual({
      type: 'measure',
      name: 'remaining',
      value: -0.4,
      unit: 'share',
    });
  });

  it('tells one that a policy turns into debt before it is used up', () => {
    const low = budgetWith({ budget: { state: 'at_risk', remaining: 0.1 } });
    expect(suggestFromErrorBudgets([low])).toEqual([]);
    expect(
      suggestFromErrorBudgets([
        { ...low, consequences: [{ ...holds, kind: 'debt', threshold: 0.2 }] },
      ]),
    ).toMatchObject([
      { title: 'Error budget low: Checkout', severity: 'medium' },
    ]);
  });

  it('tells nothing of what is not known, too little or old', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          { state: 'no_data', remaining: null } as const,
          { state: 'thin', remaining: -2 } as const,
          { state: 'exhausted', remaining: null } as const,
          { state: 'exhausted', remaining: -1, isStale: true } as const,
        ),
        budget => {
          expect(
            suggestFromErrorBudgets([
              budgetWith({
                budget,
                consequences: [{ ...holds, kind: 'debt' }],
              }),
            ]),
          ).toEqual([]);
        },
      ),
    );
  });

  it('keeps the objectives of one SLO apart', () => {
    const found = suggestFromErrorBudgets([
      budgetWith(),
      budgetWith({ budget: { objective: 1 } }),
      budgetWith({ budget: { remaining: -3 } }),
    ]);
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });
});
