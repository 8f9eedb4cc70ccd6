import fc from 'fast-check';
import { attributeBurn } from './attributeBurn';
import { emptyTally } from './sloTally';

const HOUR = 3_600_000;
const start = Date.UTC(2026, 2, 2);
const at = (hours: number) => start + hours * HOUR;
/** One tally an hour with 100 events, of which so many were bad; null: not measured. */
const hours = (...bad: (number | null)[]) =>
  bad.flatMap((count, hour) =>
    count === null
      ? []
      : [{ ...emptyTally, start: at(hour), good: 100 - count, total: 100 }],
  );
const options = {
  method: 'Occurrences' as const,
  budgetAt: () => 100,
  until: at(1_000),
};

describe('attributeBurn', () => {
  it('tells what burned until the next deployment, and how much more than before', () => {
    expect(
      attributeBurn(
        [
          { id: 'second', at: at(4) },
          { id: 'first', at: at(2) },
        ],
        hours(1, 1, 20, 10, 0, 0, 3, 0),
        { ...options, until: at(8) },
      ),
    ).toEqual([
      {
        id: 'first',
        from: at(2),
        to: at(4),
        burned: 0.3,
        expected: 0.02,
        above: 0.28,
      },
      {
        id: 'second',
        from: at(4),
        to: at(8),
        burned: 0.03,
        // In the two hours before, since the deployment before, 15 of 100 were bad.
        expected: 0.6,
        above: -0.57,
      },
    ]);
  });

  it('puts nothing down to a deployment that is longer ago than the limit', () => {
    const [burn] = attributeBurn(
      [{ id: 'one', at: at(0) }],
      hours(...Array(24).fill(0), 50),
      options,
    );
    expect(burn).toMatchObject({ to: at(24), burned: 0 });
    expect(
      attributeBurn([{ id: 'one', at: at(0) }], hours(5, 50), {
        ...options,
        limitSeconds: 3_600,
      }),
    ).toMatchObject([{ burned: 0.05 }]);
  });

  it('knows nothing without data, without a budget, and of what was expected without a time before', () => {
    const one = [{ id: 'one', at: at(1) }];
    const nothing = { burned: null, expected: null, above: null };
    expect(attributeBurn(one, hours(1, null), options)).toMatchObject([
      nothing,
    ]);
    expect(
      attributeBurn(one, hours(1, 1), { ...options, budgetAt: () => null }),
    ).toMatchObject([nothing]);
    expect(attributeBurn(one, hours(null, 5), options)).toMatchObject([
      { burned: 0.05, expected: null, above: null },
    ]);
    expect(attributeBurn([], hours(1), options)).toEqual([]);
  });

  it('knows nothing yet of a deployment that is later than what was measured', () => {
    expect(
      attributeBurn([{ id: 'one', at: at(9) }], hours(1, 1), {
        ...options,
        until: at(2),
      }),
    ).toMatchObject([{ from: at(9), to: at(9), burned: null }]);
  });

  it('measures each by the budget of the time that it was in', () => {
    expect(
      attributeBurn(
        [
          { id: 'october', at: at(0) },
          { id: 'november', at: at(1) },
        ],
        hours(10, 10),
        {
          ...options,
          until: at(2),
          budgetAt: instant => (instant < at(1) ? 50 : 200),
        },
      ).map(({ id, burned }) => [id, burned]),
    ).toEqual([
      ['october', 0.2],
      ['november', 0.05],
    ]);
  });

  it('counts slices where a budget is of slices', () => {
    const tallies = [
      { ...emptyTally, start: at(0), slices: 1, goodSlices: 1, ratioSum: 0.99 },
      { ...emptyTally, start: at(1), slices: 1, goodSlices: 0, ratioSum: 0.5 },
    ];
    const burnedBy = (method: 'Timeslices' | 'RatioTimeslices') =>
      attributeBurn([{ id: 'one', at: at(1) }], tallies, {
        ...options,
        method,
        budgetAt: () => 10,
      })[0];
    expect(burnedBy('Timeslices')).toMatchObject({ burned: 0.1, expected: 0 });
    expect(burnedBy('RatioTimeslices')).toMatchObject({
      burned: 0.05,
      expected: 0.001,
    });
  });

  it('puts everything that burned down to one deployment at most', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(100), { maxLength: 48 }),
        fc.array(fc.nat(48), { maxLength: 8 }),
        (bad, deployedAt) => {
          const burns = attributeBurn(
            deployedAt.map((hour, place) => ({
              id: `${place}`,
              at: at(hour),
            })),
            hours(...bad),
            options,
          );
          const whole = bad.reduce((sum, count) => sum + count, 0) / 100;
          const put = burns.reduce((sum, { burned }) => sum + (burned ?? 0), 0);
          expect(put).toBeLessThanOrEqual(whole + 1e-9);
        },
      ),
    );
  });
});
