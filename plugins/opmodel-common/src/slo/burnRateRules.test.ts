import {
  burnRateOf,
  errorBudgetConsumedIn,
  exhaustionTime,
  maximumBurnRate,
  timeToExhaustion,
} from './burnRate';
import { burnRateRules, detectionTime } from './burnRateRules';

const DAY = 86_400;
const thresholds = (days: number) =>
  burnRateRules(days * DAY, 0.999).map(({ threshold }) => threshold);

/** The tables of The Site Reliability Workbook, chapter 5, and what follows from them for other periods. */
describe('the usual alerts', () => {
  it.each([
    [30, [14.4, 6, 3, 1]],
    [28, [13.44, 5.6, 2.8, 0.933333333333]],
    [7, [3.36, 1.4, 0.7, 0.233333333333]],
    [90, [43.2, 18, 9, 3]],
  ])('over %s days have the thresholds %j', (days, expected) => {
    expect(thresholds(days)).toEqual(expected);
  });

  it('look at a long window and a twelfth of it', () => {
    expect(
      burnRateRules(30 * DAY, 0.999).map(
        ({ id, severity, longSeconds, shortSeconds, budgetShare }) => [
          id,
          severity,
          longSeconds / 3_600,
          shortSeconds / 60,
          budgetShare,
        ],
      ),
    ).toEqual([
      ['page_fast', 'page', 1, 5, 0.02],
      ['page_slow', 'page', 6, 30, 0.05],
      ['ticket_fast', 'ticket', 24, 120, 0.1],
      ['ticket_slow', 'ticket', 72, 360, 0.1],
    ]);
  });

  it('burn their share of the budget in their long window at their threshold', () => {
    for (const days of [7, 28, 30, 90]) {
      for (const rule of burnRateRules(days * DAY, 0.999)) {
        expect(
          errorBudgetConsumedIn(rule.threshold, rule.longSeconds, days * DAY),
        ).toBeCloseTo(rule.budgetShare, 9);
      }
    }
  });

  it('are left out where their window is as long as the period', () => {
    expect(burnRateRules(DAY, 0.999).map(({ id }) => id)).toEqual([
      'page_fast',
      'page_slow',
    ]);
    expect(burnRateRules(300, 0.999)).toEqual([]);
  });

  it('have no window that is shorter than a slice', () => {
    expect(
      burnRateRules(30 * DAY, 0.99, 7_200).map(
        ({ longSeconds, shortSeconds, threshold }) => [
          longSeconds / 3_600,
          shortSeconds / 3_600,
          threshold,
        ],
      ),
    ).toEqual([
      [2, 2, 7.2],
      [6, 2, 6],
      [24, 2, 3],
      [72, 6, 1],
    ]);
  });

  it.each([
    [3, ['page_fast 3 14.4', 'page_slow 6 6']],
    [6, ['page_slow 6 6']],
    [12, ['page_slow 12 6']],
    [24, ['page_slow 24 6']],
  ])(
    'never page at a slower burn than a ticket takes, with slices of %s hours',
    (hours, pages) => {
      const rules = burnRateRules(30 * DAY, 0.99, hours * 3_600);
      expect(
        rules.map(
          ({ id, longSeconds, threshold }) =>
            `${id} ${longSeconds / 3_600} ${threshold}`,
        ),
      ).toEqual([...pages, 'ticket_fast 24 3', 'ticket_slow 72 1']);
      for (const { threshold, longSeconds, budgetShare } of rules) {
        expect(
          errorBudgetConsumedIn(threshold, longSeconds, 30 * DAY),
        ).toBeCloseTo(budgetShare, 9);
      }
    },
  );

  it('are known for slices of a week as well, which nobody can measure', () => {
    expect(
      burnRateRules(30 * DAY, 0.99, 7 * DAY).map(
        ({ id, longSeconds, threshold }) =>
          `${id} ${longSeconds / DAY} ${threshold}`,
      ),
    ).toEqual(['page_slow 7 6', 'ticket_slow 7 1']);
  });

  it('cannot fire above the burn of a full outage', () => {
    expect(maximumBurnRate(0.9)).toBe(10);
    expect(burnRateRules(30 * DAY, 0.9).map(({ canFire }) => canFire)).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(burnRateRules(30 * DAY, 0.99).every(({ canFire }) => canFire)).toBe(
      true,
    );
  });
});

describe('detection', () => {
  const detect = (errorRatio: number) =>
    burnRateRules(30 * DAY, 0.999).map(rule =>
      detectionTime(rule, errorRatio, 0.999),
    );

  it('at 99.9 % takes less than a minute to find a full outage', () => {
    expect(detect(1)).toEqual([51.84, 129.6, 259.2, 259.2]);
  });

  it('takes ten times as long for a tenth of it', () => {
    expect(detect(0.1)).toEqual([518.4, 1_296, 2_592, 2_592]);
  });

  it('never happens below the threshold', () => {
    expect(burnRateOf(0.01, 0.999)).toBe(10);
    expect(detect(0.01)).toEqual([null, 12_960, 25_920, 25_920]);
    expect(detect(0)).toEqual([null, null, null, null]);
  });
});

describe('exhaustion', () => {
  it.each([
    [1, 30 * DAY],
    [2, 15 * DAY],
    [6, 5 * DAY],
    [10, 3 * DAY],
    [14.4, 50 * 3_600],
    [36, 20 * 3_600],
    [1_000, 43.2 * 60],
  ])(
    'of thirty days at a burn of %s comes after %s seconds',
    (burn, seconds) => {
      expect(exhaustionTime(burn, 30 * DAY)).toBe(seconds);
    },
  );

  it('comes for what remains, at once where nothing does, and never without a burn', () => {
    const after = (remaining: number | null, burn: number | null) =>
      timeToExhaustion({ remaining, burn, periodSeconds: 30 * DAY });
    expect(after(0.4, 2)).toBe(6 * DAY);
    expect(after(-1, 2)).toBe(0);
    expect(after(0, null)).toBe(0);
    expect(after(0.4, 0)).toBeNull();
    expect(after(0.4, null)).toBeNull();
    expect(after(null, 2)).toBeNull();
  });
});
