import { explainBudget } from './explainBudget';
import { emptyTally } from './sloTally';
import { budgetOf, events, thirtyDays } from './testing/sloBudgets';

describe('explainBudget', () => {
  it('puts the figures of the case into the formula, in the order in which it takes them', () => {
    const { figures, formula } = explainBudget(
      budgetOf({ tally: events(12_345_678, 10_000) }),
    );
    expect(formula).toBe('1 − 10000 / ((1 − 0.999) · 12345678) = 0.19');
    expect(figures.slice(0, 10)).toEqual([
      { id: 'good', value: 12_335_678, unit: 'events' },
      { id: 'n', value: 12_345_678, unit: 'events' },
      { id: 'bad', value: 10_000, unit: 'events' },
      { id: 'attainment', value: 0.999189999934, unit: 'ratio' },
      { id: 'target', value: 0.999, unit: 'ratio' },
      { id: 'allowedShare', value: 0.001, unit: 'ratio' },
      { id: 'total', value: 12_345_678, unit: 'events' },
      { id: 'budget', value: 12_345.678, unit: 'events' },
      { id: 'consumed', value: 0.81000006642, unit: 'ratio' },
      { id: 'remaining', value: 0.18999993358, unit: 'ratio' },
    ]);
  });

  it('shows what rests on an estimate, and what is below zero', () => {
    const { formula } = explainBudget(
      budgetOf({
        windowType: 'calendar',
        measuredUntil: (thirtyDays.from + thirtyDays.to) / 2,
        tally: events(100_000, 300),
      }),
    );
    expect(formula).toBe('1 − 300 / ((1 − 0.999) · 200000) ≈ −0.5');
  });

  it('has no formula without data', () => {
    const { formula, figures } = explainBudget(budgetOf({ tally: emptyTally }));
    expect(formula).toBe('');
    expect(figures.find(({ id }) => id === 'remaining')?.value).toBeNull();
  });
});
