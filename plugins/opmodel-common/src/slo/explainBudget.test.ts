import { computeCompositeBudget } from './computeCompositeBudget';
import { explainBudget, explainComposite } from './explainBudget';
import { emptyTally } from './sloTally';
import { budgetOf, events, slices, thirtyDays } from './testing/sloBudgets';

const halfway = {
  windowType: 'calendar' as const,
  measuredUntil: (thirtyDays.from + thirtyDays.to) / 2,
};
const idsOf = (budget: ReturnType<typeof budgetOf>) =>
  explainBudget(budget)
    .figures.slice(0, 5)
    .map(({ id, value, unit }) => [id, value, unit]);

describe('explainBudget', () => {
  it('puts the figures of the case into the formula, in the order in which it takes them', () => {
    const { figures, formula } = explainBudget(
      budgetOf({ tally: events(12_345_678, 10_000) }),
    );
    expect(formula).toBe('1 − 10000 / ((1 − 0.999) · 12345678) = 0.19');
    expect(figures).toEqual([
      { id: 'good', value: 12_335_678, unit: 'events' },
      { id: 'total', value: 12_345_678, unit: 'events' },
      { id: 'attainment', value: 0.999189999934, unit: 'share' },
      { id: 'target', value: 0.999, unit: 'share' },
      { id: 'allowed', value: 12_345.678, unit: 'events' },
      { id: 'spent', value: 10_000, unit: 'events' },
      { id: 'consumed', value: 0.81000006642, unit: 'share' },
      { id: 'remaining', value: 0.18999993358, unit: 'share' },
      { id: 'burn_rate', value: 0.81000006642, unit: 'factor' },
      { id: 'minimum', value: 1_000, unit: 'events' },
      { id: 'period', value: 2_592_000, unit: 'seconds' },
      { id: 'outage_allowed', value: 2_592, unit: 'seconds' },
      { id: 'outage_spent', value: 2_099.52017216, unit: 'seconds' },
      { id: 'outage_left', value: 492.47982784, unit: 'seconds' },
    ]);
  });

  it('names what the method counts', () => {
    const sliced = { timeSliceSeconds: 300, target: 0.99 };
    expect(
      idsOf(
        budgetOf({ ...sliced, method: 'Timeslices', tally: slices(8_640, 3) }),
      ).slice(0, 2),
    ).toEqual([
      ['good_slices', 8_637, 'slices'],
      ['slices', 8_640, 'slices'],
    ]);
    expect(
      idsOf(
        budgetOf({
          ...sliced,
          method: 'RatioTimeslices',
          tally: { ...emptyTally, slices: 8_640, ratioSum: 8_638.5 },
        }),
      ).slice(0, 2),
    ).toEqual([
      ['ratio_sum', 8_638.5, 'slices'],
      ['slices', 8_640, 'slices'],
    ]);
  });

  it('shows what rests on an estimate, and what is below zero', () => {
    const budget = budgetOf({ ...halfway, tally: events(100_000, 300) });
    expect(explainBudget(budget).formula).toBe(
      '1 − 300 / ((1 − 0.999) · 200000) ≈ −0.5',
    );
    expect(idsOf(budget)[4]).toEqual(['expected', 200_000, 'events']);
    expect(
      idsOf(
        budgetOf({
          ...halfway,
          method: 'Timeslices',
          timeSliceSeconds: 3_600,
          tally: slices(360, 0),
        }),
      )[4],
    ).toEqual(['slices_in_window', 720, 'slices']);
  });

  it('has no formula without data', () => {
    const { formula, figures } = explainBudget(budgetOf({ tally: emptyTally }));
    expect(formula).toBe('');
    expect(
      figures
        .filter(({ id }) => ['allowed', 'spent', 'remaining'].includes(id))
        .map(({ value }) => value),
    ).toEqual([null, null, null]);
  });
});

describe('explainComposite', () => {
  const member = (bad: number, weight: number) => ({
    budget: budgetOf({ tally: events(100_000, bad) }),
    weight,
  });

  it('adds up what the parts take, times their weights', () => {
    const members = [member(30, 1), member(20, 2)];
    expect(explainComposite(computeCompositeBudget(members), members)).toEqual({
      figures: [
        { id: 'attainment', value: null, unit: 'share' },
        { id: 'target', value: 0.999, unit: 'share' },
        { id: 'consumed', value: 0.7, unit: 'share' },
        { id: 'remaining', value: 0.3, unit: 'share' },
        { id: 'burn_rate', value: 0.7, unit: 'factor' },
      ],
      formula: '1 − (0.3 + 2 · 0.2) = 0.3',
    });
  });

  it('leaves out parts of which nothing is known', () => {
    const members = [
      member(30, 1),
      { budget: budgetOf({ tally: emptyTally }), weight: 1 },
    ];
    const explain = (of: typeof members) =>
      explainComposite(computeCompositeBudget(of), of).formula;
    expect(explain(members)).toBe('1 − (0.3) = 0.7');
    expect(explain(members.slice(1))).toBe('');
  });
});
