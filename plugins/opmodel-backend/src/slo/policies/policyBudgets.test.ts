import { mapBurns } from '../evaluation/evaluateObjective';
import type { SloObjectiveState } from '../evaluation/SloEvaluationStore';
import { definitionOf, HOUR, MINUTE, noon } from '../testing/slos';
import { policyBudgets } from './policyBudgets';

const ref = 'slo:default/checkout';

const stateWith = (given: Partial<SloObjectiveState>): SloObjectiveState => ({
  sloRef: ref,
  objective: 0,
  evaluatedAt: noon,
  measuredUntil: noon - 5 * MINUTE,
  window: null,
  target: 0.99,
  state: 'met',
  attainment: 1,
  good: 1_000,
  total: 1_000,
  minimum: 100,
  allowed: 10,
  spent: 0,
  remaining: 1,
  estimated: false,
  burns: mapBurns(() => 0),
  exhaustsAt: null,
  alertState: null,
  ...given,
});

const budgetOf = (given: Partial<SloObjectiveState>) =>
  policyBudgets(definitionOf(ref), [stateWith(given)])[0];

describe('policyBudgets', () => {
  it('tells budgets of some time ago from those of now', () => {
    expect(budgetOf({})).toMatchObject({ state: 'met', isStale: false });
    expect(budgetOf({ measuredUntil: noon - HOUR }).isStale).toBe(false);
    expect(budgetOf({ measuredUntil: noon - HOUR - MINUTE })).toMatchObject({
      state: 'met',
      remaining: 1,
      isStale: true,
    });
    expect(budgetOf({ measuredUntil: null }).isStale).toBe(true);
  });

  it('knows nothing of what was not evaluated yet', () => {
    expect(policyBudgets(definitionOf(ref), [])).toMatchObject([
      { state: 'no_data', remaining: null, isStale: true },
    ]);
  });
});
