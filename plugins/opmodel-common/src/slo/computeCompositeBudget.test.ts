import fc from 'fast-check';
import { computeCompositeBudget } from './computeCompositeBudget';
import { emptyTally, sumTallies } from './sloTally';
import { tallyComposite } from './tallyComposite';
import { budgetOf, events, slices, thirtyDays } from './testing/sloBudgets';

const start = thirtyDays.from;
const BUCKET = 300_000;
const buckets = (...shares: (number | null)[]) =>
  shares.flatMap((share, place) =>
    share === null
      ? []
      : [{ start: start + place * BUCKET, good: share * 100, total: 100 }],
  );
const objective = { timeSliceSeconds: 300, timeSliceTarget: 0.9 };

describe('a composite of events', () => {
  const member = (bad: number, weight = 1, target = 0.999) => ({
    budget: budgetOf({ tally: events(100_000, bad), target }),
    weight,
  });

  it('burns as fast as its parts, times their weights', () => {
    expect(
      computeCompositeBudget([member(10), member(20, 2), member(100, 1, 0.99)]),
    ).toEqual({
      state: 'met',
      target: 0.999,
      attainment: null,
      consumed: 0.6,
      remaining: 0.4,
      burnRate: 0.6,
      incomplete: 0,
      contributions: [0.1, 0.4, 0.1],
    });
  });

  it('goes below zero', () => {
    expect(computeCompositeBudget([member(80), member(70)])).toMatchObject({
      state: 'exhausted',
      remaining: -0.5,
    });
  });

  it('is not graded while a part of it is not known, unless what is known exhausts it', () => {
    const unknown = { budget: budgetOf({ tally: emptyTally }), weight: 1 };
    expect(computeCompositeBudget([member(10), unknown])).toMatchObject({
      state: 'thin',
      consumed: 0.1,
      incomplete: 1,
      contributions: [0.1, null],
    });
    expect(computeCompositeBudget([member(100), unknown]).state).toBe(
      'exhausted',
    );
    expect(computeCompositeBudget([unknown])).toMatchObject({
      state: 'no_data',
      consumed: null,
      remaining: null,
    });
    expect(computeCompositeBudget([])).toMatchObject({ state: 'no_data' });
  });
});

describe('a composite of means of slices', () => {
  const member = (share: number, weight = 1, target = 0.9) => ({
    budget: budgetOf({
      method: 'RatioTimeslices',
      timeSliceSeconds: 300,
      target,
      tally: { ...emptyTally, slices: 8_640, ratioSum: 8_640 * share },
    }),
    weight,
  });

  it('misses what its parts miss together', () => {
    expect(computeCompositeBudget([member(0.95), member(0.95)])).toMatchObject({
      attainment: 0.9,
      consumed: 1,
      remaining: 0,
    });
    expect(
      computeCompositeBudget([member(0.98), member(0.99, 3)]),
    ).toMatchObject({ attainment: 0.95, consumed: 0.5, burnRate: 0.5 });
  });

  it('is measured by the strictest target', () => {
    expect(
      computeCompositeBudget([member(0.98, 1, 0.9), member(1, 1, 0.98)]),
    ).toMatchObject({ target: 0.98, consumed: 1 });
  });
});

describe('a composite of slices', () => {
  it('is bad where any part is, and knows nothing where none is known', () => {
    const { tallies, problem } = tallyComposite(
      [
        { objective, buckets: buckets(1, 0.5, 1, null, null, 1) },
        { objective, buckets: buckets(1, 1, 0.89, 0.9, null, 1) },
      ],
      300,
      start + 5 * BUCKET,
    );
    expect(problem).toBeNull();
    expect(
      tallies.map(({ start: at, goodSlices }) => [
        (at - start) / BUCKET,
        goodSlices,
      ]),
    ).toEqual([
      [0, 1],
      [1, 0],
      [2, 0],
      [3, 1],
    ]);
  });

  it('needs slices of one length that can be counted', () => {
    const problemOf = (...seconds: number[]) =>
      tallyComposite(
        seconds.map(timeSliceSeconds => ({
          objective: { ...objective, timeSliceSeconds },
          buckets: buckets(1),
        })),
        300,
        thirtyDays.to,
      ).problem;
    expect(problemOf(300, 900)).toBe('different_slices');
    expect(problemOf(300, 60)).toBe('different_slices');
    expect(problemOf(300, 120)).toBe('not_in_buckets');
    expect(problemOf(900, 900)).toBeNull();
  });

  it('of one minute is bad in each minute in which any part is', () => {
    const byMinute = { ...objective, timeSliceSeconds: 60 };
    const minutes = (...goods: number[]) =>
      goods.map((good, minute) => ({
        start: start + minute * 60_000,
        good,
        total: 1,
      }));
    const { tallies } = tallyComposite(
      [
        { objective: byMinute, buckets: minutes(0, 1, 1, 1, 1, 1) },
        { objective: byMinute, buckets: minutes(1, 0, 1, 1, 1, 1) },
      ],
      300,
      start + 2 * BUCKET,
    );
    expect(tallies.map(tally => [tally.slices, tally.goodSlices])).toEqual([
      [5, 3],
      [1, 1],
    ]);
  });

  it('has the budget of the strictest target', () => {
    const part = (bad: number, target: number) => ({
      budget: budgetOf({
        method: 'Timeslices',
        timeSliceSeconds: 300,
        target,
        tally: slices(8_640, bad),
      }),
      weight: 5,
    });
    expect(
      computeCompositeBudget([part(40, 0.99), part(20, 0.98)], {
        method: 'Timeslices',
        windowType: 'rolling',
        span: thirtyDays,
        measuredUntil: thirtyDays.to,
        timeSliceSeconds: 300,
        tally: slices(8_640, 54),
      }),
    ).toEqual({
      state: 'met',
      target: 0.99,
      attainment: 0.99375,
      consumed: 0.625,
      remaining: 0.375,
      burnRate: 0.625,
      incomplete: 0,
      contributions: [null, null],
    });
  });
});

describe('any composite', () => {
  const someParts = fc.array(
    fc.record({
      shares: fc.array(fc.constantFrom<number>(0, 0.5, 0.89, 0.9, 1), {
        minLength: 12,
        maxLength: 12,
      }),
      target: fc.constantFrom(0.5, 0.9, 0.99),
      weight: fc.constantFrom(1, 2, 10),
    }),
    { minLength: 1, maxLength: 4 },
  );

  it.each(['Occurrences', 'Timeslices', 'RatioTimeslices'] as const)(
    'of %s has used up no less than any part of it, where all are measured alike',
    method => {
      fc.assert(
        fc.property(someParts, parts => {
          const input = {
            method,
            windowType: 'rolling' as const,
            span: thirtyDays,
            measuredUntil: thirtyDays.to,
            timeSliceSeconds: method === 'Occurrences' ? null : 300,
          };
          const members = parts.map(({ shares, target, weight }) => {
            const good = shares.reduce((sum, share) => sum + share, 0);
            return {
              weight,
              budget: budgetOf({
                ...input,
                target,
                tally: {
                  good: good * 100,
                  total: 1_200,
                  slices: 12,
                  goodSlices: shares.filter(share => share >= 0.9).length,
                  ratioSum: good,
                },
              }),
            };
          });
          const { tallies } = tallyComposite(
            parts.map(({ shares }) => ({
              objective,
              buckets: buckets(...shares),
            })),
            300,
            thirtyDays.to,
          );
          const whole = computeCompositeBudget(members, {
            ...input,
            tally: sumTallies(tallies),
          });
          for (const { budget } of members) {
            expect(whole.consumed).toBeGreaterThanOrEqual(
              budget.consumed! - 1e-9,
            );
          }
          expect(whole.attainment ?? 0).toBeGreaterThanOrEqual(0);
          expect(whole.attainment ?? 1).toBeLessThanOrEqual(1);
        }),
      );
    },
  );
});
