import { emptyTally } from './sloTally';
import { budgetOf, events, slices, thirtyDays } from './testing/sloBudgets';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const after = (days: number) => thirtyDays.from + days * DAY;

describe('a budget of events', () => {
  it('is the share of all events that the target leaves', () => {
    expect(budgetOf({})).toEqual({
      state: 'met',
      method: 'Occurrences',
      target: 0.999,
      unit: 'events',
      n: 100_000,
      minimum: 1_000,
      good: 99_940,
      bad: 60,
      attainment: 0.9994,
      total: 100_000,
      totalBasis: 'measured',
      estimated: false,
      budget: 100,
      consumed: 0.6,
      remaining: 0.4,
      burnRate: 0.6,
      periodSeconds: 2_592_000,
      budgetSeconds: 2_592,
      errorSeconds: 1_555.2,
      remainingSeconds: 1_036.8,
    });
  });

  it('goes below zero', () => {
    expect(budgetOf({ tally: events(100_000, 250) })).toMatchObject({
      state: 'exhausted',
      consumed: 2.5,
      remaining: -1.5,
      remainingSeconds: -3_888,
    });
  });

  it('is exhausted once nothing is left, and at risk below a quarter', () => {
    const stateWith = (bad: number, alerting = false) =>
      budgetOf({ tally: events(100_000, bad), alerting }).state;
    expect([75, 76, 99, 100].map(bad => stateWith(bad))).toEqual([
      'met',
      'at_risk',
      'at_risk',
      'exhausted',
    ]);
    expect([stateWith(10, true), stateWith(100, true)]).toEqual([
      'at_risk',
      'exhausted',
    ]);
  });

  it('is null without data, and not graded with fewer events than it takes for one to be bad', () => {
    expect(budgetOf({ tally: emptyTally })).toMatchObject({
      state: 'no_data',
      attainment: null,
      total: null,
      budget: null,
      consumed: null,
      remaining: null,
      burnRate: null,
      errorSeconds: null,
      remainingSeconds: null,
      estimated: false,
    });
    expect(budgetOf({ tally: events(999, 1) })).toMatchObject({
      state: 'thin',
      attainment: 0.998998998999,
    });
    expect(budgetOf({ tally: events(999, 1), minimum: 10 }).state).toBe(
      'exhausted',
    );
    expect(budgetOf({ tally: events(1_000, 0) }).state).toBe('met');
  });

  it('has no digits that floating point adds', () => {
    expect(budgetOf({ target: 0.9, tally: events(3, 0.3) })).toMatchObject({
      budget: 0.3,
      consumed: 1,
      remaining: 0,
    });
    expect(budgetOf({ target: 0.9995 }).budgetSeconds).toBe(1_296);
  });

  it('grades a target of zero', () => {
    expect(budgetOf({ target: 0, tally: events(10, 10) })).toMatchObject({
      budget: 10,
      remaining: 0,
      state: 'exhausted',
    });
  });
});

describe('a budget of a window of the calendar', () => {
  const month = { windowType: 'calendar' as const, measuredUntil: after(10) };

  it('is of the whole window, with the events to come estimated by the pace so far', () => {
    expect(budgetOf({ ...month, tally: events(100_000, 60) })).toMatchObject({
      n: 100_000,
      total: 300_000,
      totalBasis: 'pace',
      estimated: true,
      budget: 300,
      consumed: 0.2,
      remaining: 0.8,
      // So far it burned at 0.6: a third of the time at 0.6 is a fifth of the budget.
      burnRate: 0.6,
    });
  });

  it('takes the pace from the time that was measured', () => {
    expect(budgetOf({ ...month, measuredSeconds: 5 * 86_400 }).total).toBe(
      500_000,
    );
  });

  it('knows the slices to come by the clock', () => {
    const sliced = {
      ...month,
      method: 'Timeslices' as const,
      timeSliceSeconds: 3_600,
      tally: slices(240, 1),
      target: 0.99,
    };
    expect(budgetOf(sliced)).toMatchObject({
      n: 240,
      total: 720,
      totalBasis: 'clock',
      budget: 7.2,
      bad: 1,
    });
    // Half an hour into the next slice the number of slices is the same.
    expect(
      budgetOf({ ...sliced, measuredUntil: after(10) + HOUR / 2 }).total,
    ).toBe(720);
  });

  it('is measured once the window is over', () => {
    expect(budgetOf({ ...month, measuredUntil: thirtyDays.to })).toMatchObject({
      total: 100_000,
      totalBasis: 'measured',
      estimated: false,
    });
  });

  it('is of less time where a part of it is excluded', () => {
    const excluded = [
      { from: after(8), to: after(9) },
      { from: after(20), to: after(21) },
      { from: after(40), to: after(41) },
    ];
    expect(
      budgetOf({ ...month, tally: events(90_000, 60), excluded }),
    ).toMatchObject({
      // 10,000 a day in nine days, and nineteen days to come.
      total: 280_000,
      periodSeconds: 28 * 86_400,
      budgetSeconds: 2_419.2,
    });
  });
});

describe('a budget of slices', () => {
  const sliced = { timeSliceSeconds: 300, target: 0.999 };

  it('counts good slices, or the mean of their shares', () => {
    const tally = {
      good: 0,
      total: 0,
      slices: 8_640,
      goodSlices: 8_637,
      ratioSum: 8_638.5,
    };
    expect(budgetOf({ ...sliced, method: 'Timeslices', tally })).toMatchObject({
      unit: 'slices',
      n: 8_640,
      bad: 3,
      budget: 8.64,
    });
    expect(
      budgetOf({ ...sliced, method: 'RatioTimeslices', tally }),
    ).toMatchObject({ unit: 'share', n: 8_640, bad: 1.5, budget: 8.64 });
  });

  it('takes as many seconds as its bad slices are long', () => {
    expect(
      budgetOf({ ...sliced, method: 'Timeslices', tally: slices(8_640, 3) })
        .errorSeconds,
    ).toBe(900);
  });

  it('is graded from as many slices on as hold a bad one, or from half of a window that has too few', () => {
    const minimumOf = (timeSliceSeconds: number, target: number) =>
      budgetOf({
        method: 'Timeslices',
        timeSliceSeconds,
        target,
        tally: slices(10, 0),
      }).minimum;
    expect(minimumOf(300, 0.999)).toBe(1_000);
    expect(minimumOf(3_600, 0.999)).toBe(360);
    expect(minimumOf(86_400, 0.9)).toBe(10);
    expect(minimumOf(86_400, 0.99)).toBe(15);
  });
});

describe('the full outage that a budget allows', () => {
  const seconds = (target: number, days: number) =>
    budgetOf({
      target,
      span: { from: thirtyDays.from, to: after(days) },
    }).budgetSeconds;

  it.each([
    [0.99, 30, 25_920],
    [0.995, 30, 12_960],
    [0.999, 30, 2_592],
    [0.999, 28, 2_419.2],
    [0.9999, 30, 259.2],
    [0.9995, 7, 302.4],
  ])('at %s in %s days is %s seconds', (target, days, expected) => {
    expect(seconds(target, days)).toBe(expected);
  });
});
