import { budgetsOverTime } from './budgetsOverTime';

const DAY = 86_400_000;
const november = Date.parse('2026-11-01T00:00:00Z');
const state = {
  allowed: 40,
  window: { from: november, to: november + 30 * DAY },
};
const october = {
  from: november - 31 * DAY,
  to: november,
  target: 0.999,
  total: 62_000,
};

describe('budgetsOverTime', () => {
  it('takes for each instant the budget of the calendar window that it lies in', () => {
    const budgetAt = budgetsOverTime(state, [
      october,
      { ...october, from: november - 61 * DAY, to: october.from, total: null },
    ]);
    expect(budgetAt(november)).toBe(40);
    expect(budgetAt(november - 1)).toBe(62);
    expect(budgetAt(october.from)).toBe(62);
    // Nothing was counted in September, and nothing is kept of August.
    expect(budgetAt(october.from - 1)).toBeNull();
    expect(budgetAt(november - 80 * DAY)).toBeNull();
  });

  it('takes the present budget of a window that rolls', () => {
    expect(budgetsOverTime(state, null)(november - 80 * DAY)).toBe(40);
    expect(budgetsOverTime(undefined, null)(november)).toBeNull();
  });

  it('knows nothing of the present where it is not evaluated', () => {
    expect(budgetsOverTime(undefined, [october])(november - 1)).toBe(62);
    expect(budgetsOverTime(undefined, [october])(november)).toBeNull();
  });
});
