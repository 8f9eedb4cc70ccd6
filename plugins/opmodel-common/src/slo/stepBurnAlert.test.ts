import fc from 'fast-check';
import {
  type BurnAlertRule,
  type BurnAlertState,
  type BurnReading,
  burnAlertTransition,
  firstBurnAlertState,
  stepBurnAlert,
} from './stepBurnAlert';

const MINUTE = 60_000;
const start = Date.UTC(2026, 2, 2);
const rule: BurnAlertRule = {
  threshold: 14.4,
  operator: 'gte',
  forSeconds: 0,
  resolveAfterSeconds: 0,
  minimumEvents: 0,
  alertWhenNoData: false,
  noDataAfterSeconds: 1_800,
};
const both = (burn: number | null, events = 1_000): BurnReading => ({
  long: burn,
  short: burn,
  events,
});

/** The state after each reading, five minutes apart. */
function play(
  readings: readonly BurnReading[],
  changed: Partial<BurnAlertRule> = {},
): BurnAlertState[] {
  let alert = firstBurnAlertState(start);
  return readings.map((reading, place) => {
    alert = stepBurnAlert(alert, reading, start + place * 5 * MINUTE, {
      ...rule,
      ...changed,
    });
    return alert;
  });
}
const states = (...args: Parameters<typeof play>) =>
  play(...args).map(({ state }) => state);

describe('stepBurnAlert', () => {
  it('fires for missing data alone where it is not to fire on a burn', () => {
    expect(
      states([both(100), both(null), both(null), both(100), both(0)], {
        alertWhenBreaching: false,
        alertWhenNoData: true,
        noDataAfterSeconds: 300,
      }),
    ).toEqual(['ok', 'no_data', 'firing', 'ok', 'ok']);
  });

  it('fires while both windows burn fast enough', () => {
    const reading = (long: number, short: number) => ({
      long,
      short,
      events: 1,
    });
    expect(
      states([
        reading(14.4, 14.3),
        reading(14.3, 14.4),
        reading(14.4, 14.4),
        reading(20, 0),
      ]),
    ).toEqual(['ok', 'ok', 'firing', 'ok']);
  });

  it('takes the threshold itself as enough, unless it is to be passed', () => {
    expect(states([both(14.4)], { operator: 'gt' })).toEqual(['ok']);
    expect(states([both(14.5)], { operator: 'gt' })).toEqual(['firing']);
  });

  it('waits for as long as it has to hold, and begins anew when it did not', () => {
    const changed = { forSeconds: 600 };
    expect(
      states(
        [both(20), both(20), both(1), both(20), both(20), both(20)],
        changed,
      ),
    ).toEqual(['pending', 'pending', 'ok', 'pending', 'pending', 'firing']);
  });

  it('does not flicker around its threshold', () => {
    expect(
      states([both(14.4), both(13.5), both(12.96), both(12.9), both(13.5)]),
    ).toEqual(['firing', 'firing', 'firing', 'ok', 'ok']);
  });

  it('ends once it is over for long enough, and is the same episode when it comes back before', () => {
    const played = play(
      [both(20), both(1), both(20), both(1), both(1), both(1)],
      { resolveAfterSeconds: 600 },
    );
    expect(played.map(({ state }) => state)).toEqual([
      'firing',
      'resolving',
      'firing',
      'resolving',
      'resolving',
      'ok',
    ]);
    expect(played.map(({ firedAt }) => firedAt)).toEqual([
      ...Array(5).fill(start),
      null,
    ]);
  });

  it('neither begins nor ends for want of data', () => {
    expect(states([both(null), both(20), both(null), both(1)])).toEqual([
      'no_data',
      'firing',
      'firing',
      'ok',
    ]);
    expect(
      play([both(20), both(null), both(null)]).map(
        ({ noDataSince }) => noDataSince,
      ),
    ).toEqual([null, start + 5 * MINUTE, start + 5 * MINUTE]);
  });

  it('fires for want of data where that is asked for, and ends when there is some', () => {
    const played = play([...Array(7).fill(both(null)), both(0)], {
      alertWhenNoData: true,
    });
    expect(played.map(({ state }) => state)).toEqual([
      ...Array(6).fill('no_data'),
      'firing',
      'ok',
    ]);
    expect(played[6]).toMatchObject({ cause: 'no_data', noDataSince: start });
    expect(played[7]).toMatchObject({ cause: null, noDataSince: null });
  });

  it('goes on as an alert on the burn where the data that comes back burns', () => {
    const played = play([...Array(7).fill(both(null)), both(20), both(13.5)], {
      alertWhenNoData: true,
    });
    expect(played.slice(6).map(({ state, cause }) => [state, cause])).toEqual([
      ['firing', 'no_data'],
      ['firing', 'burn'],
      ['firing', 'burn'],
    ]);
  });

  it('does not hold with too few events', () => {
    expect(
      states([both(1_000, 9), both(1_000, 10)], { minimumEvents: 10 }),
    ).toEqual(['ok', 'firing']);
  });

  it('tells people once when it fires, and once when it ends', () => {
    const played = [
      firstBurnAlertState(start),
      ...play([both(20), both(20), both(1), both(20)], {
        resolveAfterSeconds: 600,
      }),
    ];
    expect(
      played
        .slice(1)
        .map((next, place) => burnAlertTransition(played[place], next)),
    ).toEqual(['fired', null, null, null]);
    const over = play([both(20), both(1)]);
    expect(burnAlertTransition(over[0], over[1])).toBe('resolved');
  });
});

describe('an alert', () => {
  const someReadings = fc.array(
    fc.record({
      long: fc.option(fc.integer({ min: 0, max: 30 })),
      short: fc.option(fc.integer({ min: 0, max: 30 })),
      events: fc.nat(20),
    }),
    { maxLength: 40 },
  );
  const someRules = fc.record({
    forSeconds: fc.constantFrom(0, 300, 900),
    resolveAfterSeconds: fc.constantFrom(0, 300, 900),
    minimumEvents: fc.constantFrom(0, 10),
    alertWhenNoData: fc.boolean(),
    operator: fc.constantFrom('gt' as const, 'gte' as const),
  });

  it('is the same however often a moment is looked at', () => {
    fc.assert(
      fc.property(someReadings, someRules, (readings, changed) => {
        let alert = firstBurnAlertState(start);
        readings.forEach((reading, place) => {
          const now = start + place * 5 * MINUTE;
          const step = (from: BurnAlertState) =>
            stepBurnAlert(from, reading, now, { ...rule, ...changed });
          const once = step(alert);
          expect(step(once)).toEqual(once);
          expect(step(alert)).toEqual(once);
          alert = once;
        });
      }),
    );
  });

  it('is over only where it fired, and fires only with a cause', () => {
    fc.assert(
      fc.property(someReadings, someRules, (readings, changed) => {
        for (const { state, firedAt, cause, since, evaluatedAt } of play(
          readings,
          changed,
        )) {
          const isFiring = state === 'firing' || state === 'resolving';
          expect(firedAt !== null).toBe(isFiring);
          expect(cause !== null).toBe(isFiring);
          expect(since).toBeLessThanOrEqual(evaluatedAt);
        }
      }),
    );
  });
});
