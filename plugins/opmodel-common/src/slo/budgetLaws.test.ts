import fc from 'fast-check';
import { burnRate, errorBudgetConsumedIn, timeToExhaustion } from './burnRate';
import type { BudgetingMethod } from './sloDefinition';
import { emptyTally, sumTallies, type SloSliceTally } from './sloTally';
import { sloWindowAt } from './sloWindows';
import { budgetOf, thirtyDays } from './testing/sloBudgets';

const DAY = 86_400_000;
const methods = ['Occurrences', 'Timeslices', 'RatioTimeslices'] as const;
const someMethods = fc.constantFrom<BudgetingMethod>(...methods);
const someTargets = fc.constantFrom(0, 0.5, 0.9, 0.95, 0.99, 0.999, 0.9999);
const someTallies: fc.Arbitrary<SloSliceTally> = fc
  .record({
    total: fc.integer({ min: 1, max: 1_000_000 }),
    slices: fc.integer({ min: 1, max: 8_640 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ total, slices, share }) => ({
    good: Math.floor(total * share),
    total,
    slices,
    goodSlices: Math.floor(slices * share),
    ratioSum: slices * share,
  }));
const of = (
  method: BudgetingMethod,
  target: number,
  tally: SloSliceTally,
  more: Parameters<typeof budgetOf>[0] = {},
) =>
  budgetOf({
    method,
    target,
    tally,
    timeSliceSeconds: method === 'Occurrences' ? null : 300,
    ...more,
  });

describe('budgets', () => {
  it('have shares in [0, 1], and what is consumed and what remains add up to the whole', () => {
    fc.assert(
      fc.property(
        someMethods,
        someTargets,
        someTallies,
        (method, target, tally) => {
          const budget = of(method, target, tally);
          expect(budget.attainment).toBeGreaterThanOrEqual(0);
          expect(budget.attainment).toBeLessThanOrEqual(1);
          expect(budget.consumed).toBeGreaterThanOrEqual(0);
          expect(budget.consumed! + budget.remaining!).toBeCloseTo(1, 9);
          expect(budget.good + budget.bad).toBeCloseTo(budget.n, 6);
        },
      ),
    );
  });

  it('are exhausted exactly where the attainment is not above the target', () => {
    fc.assert(
      fc.property(
        someMethods,
        someTargets,
        someTallies,
        (method, target, tally) => {
          const { remaining, attainment } = of(method, target, tally);
          fc.pre(Math.abs(attainment! - target) > 1e-9);
          expect(remaining! < 0).toBe(attainment! < target);
        },
      ),
    );
  });

  it('of two spans together are the mean of both, weighted by what was counted', () => {
    fc.assert(
      fc.property(
        someMethods,
        someTargets,
        someTallies,
        someTallies,
        (method, target, one, other) => {
          const parts = [one, other].map(tally => of(method, target, tally));
          const whole = of(method, target, sumTallies([one, other]));
          expect(whole.n).toBe(parts[0].n + parts[1].n);
          expect(whole.budget).toBeCloseTo(
            parts[0].budget! + parts[1].budget!,
            6,
          );
          expect(whole.consumed! * whole.budget!).toBeCloseTo(
            parts[0].consumed! * parts[0].budget! +
              parts[1].consumed! * parts[1].budget!,
            4,
          );
        },
      ),
    );
  });

  it('do not grow when something bad is added, and do not shrink when something good is', () => {
    fc.assert(
      fc.property(
        someMethods,
        someTargets,
        someTallies,
        fc.integer({ min: 1, max: 1_000 }),
        (method, target, tally, more) => {
          const { remaining } = of(method, target, tally);
          const bad = { ...emptyTally, total: more, slices: more };
          const good = {
            good: more,
            total: more,
            slices: more,
            goodSlices: more,
            ratioSum: more,
          };
          expect(
            of(method, target, sumTallies([tally, bad])).remaining,
          ).toBeLessThanOrEqual(remaining! + 1e-9);
          expect(
            of(method, target, sumTallies([tally, good])).remaining,
          ).toBeGreaterThanOrEqual(remaining! - 1e-9);
        },
      ),
    );
  });

  it('are less the stricter the target is', () => {
    fc.assert(
      fc.property(
        someMethods,
        someTargets,
        someTargets,
        someTallies,
        (method, one, other, tally) => {
          const [lax, strict] = [one, other].sort((a, b) => a - b);
          expect(of(method, strict, tally).remaining).toBeLessThanOrEqual(
            of(method, lax, tally).remaining! + 1e-9,
          );
        },
      ),
    );
  });
});

describe('burn', () => {
  it('times time is the budget used', () => {
    fc.assert(
      fc.property(
        someTargets,
        someTallies,
        fc.integer({ min: 1, max: 30 }),
        (target, tally, days) => {
          const measuredUntil = thirtyDays.from + days * DAY;
          const budget = of('Occurrences', target, tally, {
            windowType: 'calendar',
            measuredUntil,
          });
          const used = errorBudgetConsumedIn(
            budget.burnRate!,
            days * 86_400,
            budget.periodSeconds,
          );
          expect(used).toBeCloseTo(budget.consumed!, 6);
        },
      ),
    );
  });

  it('uses up what remains in the time to exhaustion', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 1, noNaN: true }),
        fc.double({ min: 0.001, max: 1_000, noNaN: true }),
        fc.integer({ min: 86_400, max: 7_776_000 }),
        (remaining, burn, periodSeconds) => {
          const seconds = timeToExhaustion({ remaining, burn, periodSeconds })!;
          expect(
            errorBudgetConsumedIn(burn, seconds, periodSeconds),
          ).toBeCloseTo(remaining, 9);
        },
      ),
    );
  });

  it('is at most that of a full outage', () => {
    fc.assert(
      fc.property(
        someMethods,
        someTargets,
        someTallies,
        (method, target, tally) => {
          const burn = burnRate(tally, method, target)!;
          expect(burn).toBeGreaterThanOrEqual(0);
          expect(burn).toBeLessThanOrEqual((1 / (1 - target)) * (1 + 1e-9));
        },
      ),
    );
  });
});

describe('days on which the clocks change', () => {
  const day = {
    type: 'calendar' as const,
    duration: { count: 1, unit: 'd' as const },
    startTime: '2026-01-01 00:00:00',
    zone: 'Europe/Berlin',
  };

  it.each([
    ['2026-03-29', 23],
    ['2026-10-25', 25],
    ['2026-07-01', 24],
  ])('%s has a budget of %s hours', (name, hours) => {
    const span = sloWindowAt(day, Date.parse(`${name}T12:00:00Z`))!;
    const slices = hours * 12;
    const budget = of(
      'Timeslices',
      0.99,
      { ...emptyTally, slices, goodSlices: slices - 1 },
      { windowType: 'calendar', span, measuredUntil: span.to },
    );
    expect(budget.periodSeconds).toBe(hours * 3_600);
    expect(budget.budget).toBeCloseTo(slices / 100, 9);
    expect(budget.errorSeconds).toBeCloseTo(300, 6);
    // Half a day in, the slices to come are those that the day has left.
    const noon = span.from + 12 * 3_600_000;
    expect(
      of(
        'Timeslices',
        0.99,
        { ...emptyTally, slices: 144, goodSlices: 144 },
        { windowType: 'calendar', span, measuredUntil: noon },
      ).total,
    ).toBe(slices);
  });
});
