import type { SloDefinition } from '@opmodel/backstage-plugin-opmodel-common';
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

const budgetOf = (given: Partial<SloObjectiveState>, now = noon) =>
  policyBudgets(definitionOf(ref), [stateWith(given)], { now })[0];

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

  it('grow old as well where nothing is evaluated any more', () => {
    expect(budgetOf({}, noon + 50 * MINUTE).isStale).toBe(false);
    expect(budgetOf({}, noon + 72 * HOUR)).toMatchObject({
      state: 'met',
      remaining: 1,
      isStale: true,
    });
  });

  it('are old where a source has answered with nothing for a day', () => {
    expect(
      budgetOf({ burns: { ...mapBurns(() => null), '1d': 0, '3d': 0 } })
        .isStale,
    ).toBe(false);
    expect(
      budgetOf({ burns: { ...mapBurns(() => null), '3d': 0 } }),
    ).toMatchObject({ state: 'met', remaining: 1, isStale: true });
  });

  it('knows nothing of a window that began while nothing was measured', () => {
    const definition: SloDefinition = {
      ...definitionOf(ref),
      window: {
        type: 'calendar',
        duration: { count: 1, unit: 'd' },
        startTime: '2026-01-01 00:00:00',
        zone: 'UTC',
      },
    };
    const spent = stateWith({
      state: 'exhausted',
      remaining: -1,
      window: { from: noon - 24 * HOUR, to: noon },
    });
    const at = (now: number) => policyBudgets(definition, [spent], { now })[0];
    const before = { state: 'exhausted', remaining: -1, windowEndsAt: noon };
    expect(at(noon - MINUTE)).toMatchObject({ ...before, isStale: false });
    // What is measured comes a little late, also of a new window.
    expect(at(noon + 10 * MINUTE)).toMatchObject({ ...before, isStale: false });
    expect(at(noon + 56 * MINUTE)).toEqual(
      expect.objectContaining({
        state: 'no_data',
        remaining: null,
        windowEndsAt: null,
        isStale: true,
      }),
    );
    // A rolling window has no end, and what was spent when it was known last stays spent.
    expect(
      budgetOf({ state: 'exhausted', remaining: -1 }, noon + 72 * HOUR),
    ).toMatchObject({ state: 'exhausted', remaining: -1, isStale: true });
  });

  it('knows nothing of what was not evaluated yet', () => {
    expect(policyBudgets(definitionOf(ref), [], { now: noon })).toMatchObject([
      { state: 'no_data', remaining: null, isStale: true },
    ]);
  });
});
