import { addDays } from '../calendar/days';
import { attributeBurn } from './attributeBurn';
import {
  attainmentOf,
  burnRate,
  errorBudgetConsumedIn,
  timeToExhaustion,
} from './burnRate';
import { burnRateRules, detectionTime } from './burnRateRules';
import { checkDependencies } from './checkDependencies';
import { compareWithAgreement } from './compareWithAgreement';
import { computeCompositeBudget } from './computeCompositeBudget';
import { decideRelease } from './decideRelease';
import { excludeCorrections } from './excludeCorrections';
import { explainBudget } from './explainBudget';
import { proposeTarget } from './proposeTarget';
import type { SloWindow } from './sloDefinition';
import { emptyTally, sumTallies } from './sloTally';
import { sloWindowAt } from './sloWindows';
import { firstBurnAlertState, stepBurnAlert } from './stepBurnAlert';
import { tallyBuckets } from './tallyBuckets';
import { policyBudget, policyWith } from './testing/policies';
import { budgetOf, events, slices, thirtyDays } from './testing/sloBudgets';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const PERIOD = 30 * 86_400;
const midnight = Date.UTC(2026, 2, 2);

describe('the worked example of docs/slo.md', () => {
  it('gives the budget of checkout', () => {
    const budget = budgetOf({ tally: events(2_000_000, 1_500) });
    expect(budget).toMatchObject({
      attainment: 0.99925,
      budget: 2_000,
      consumed: 0.75,
      remaining: 0.25,
      state: 'met',
      budgetSeconds: 43.2 * 60,
      errorSeconds: 32.4 * 60,
      remainingSeconds: 10.8 * 60,
    });
    expect(explainBudget(budget).formula).toBe(
      '1 − 1500 / ((1 − 0.999) · 2000000) = 0.25',
    );
    expect(budgetOf({ tally: events(2_000_000, 5_000) })).toMatchObject({
      remaining: -1.5,
      state: 'exhausted',
    });
  });

  it('gives the burn of the latest hour, and what it leads to', () => {
    const burn = burnRate(events(3_000, 54), 'Occurrences', 0.999)!;
    expect(burn).toBe(18);
    expect(errorBudgetConsumedIn(burn, 3_600, PERIOD)).toBe(0.025);
    expect(
      timeToExhaustion({ remaining: 0.25, burn, periodSeconds: PERIOD }),
    ).toBe(10 * 3_600);
    const [pageFast] = burnRateRules(PERIOD, 0.999);
    expect(pageFast.threshold).toBe(14.4);
    expect(detectionTime(pageFast, 0.018, 0.999)).toBe(48 * 60);
  });

  it('gives the state of the alert every five minutes', () => {
    const readings = [
      [10, 16],
      [14.4, 20],
      [15, 13.5],
      [14, 2],
    ];
    let alert = firstBurnAlertState(midnight);
    const seen = readings.map(([long, short], place) => {
      alert = stepBurnAlert(
        alert,
        { long, short, events: 3_000 },
        midnight + place * 5 * MINUTE,
        {
          threshold: 14.4,
          operator: 'gte',
          forSeconds: 0,
          resolveAfterSeconds: 0,
          minimumEvents: 0,
          alertWhenNoData: false,
          noDataAfterSeconds: 1_800,
        },
      );
      return alert.state;
    });
    expect(seen).toEqual(['ok', 'firing', 'firing', 'ok']);
  });

  it('gives one bad night under the three methods', () => {
    const day = Array.from({ length: 288 }, (_, place) => ({
      start: midnight + place * 5 * MINUTE,
      good: place < 24 ? 5 : 100,
      total: place < 24 ? 10 : 100,
    }));
    const objective = { timeSliceSeconds: 300, timeSliceTarget: 0.95 };
    const attained = (
      method: 'Occurrences' | 'Timeslices' | 'RatioTimeslices',
    ) =>
      attainmentOf(
        sumTallies(
          tallyBuckets(day, objective, method, 86_400, midnight + DAY).tallies,
        ),
        method,
      )!;
    expect(attained('Occurrences')).toBeCloseTo(1 - 120 / 26_640, 9);
    expect(attained('Timeslices')).toBeCloseTo(264 / 288, 9);
    expect(attained('RatioTimeslices')).toBeCloseTo(276 / 288, 9);
  });

  it('gives the budget of March in Berlin', () => {
    const window: SloWindow = {
      type: 'calendar',
      duration: { count: 1, unit: 'M' },
      startTime: '2026-01-01 00:00:00',
      zone: 'Europe/Berlin',
    };
    const span = sloWindowAt(window, Date.UTC(2026, 2, 11))!;
    expect(new Date(span.from).toISOString()).toBe('2026-02-28T23:00:00.000Z');
    expect((span.to - span.from) / HOUR).toBe(743);
    const month = {
      windowType: 'calendar' as const,
      span,
      measuredUntil: span.from + 10 * DAY,
    };
    expect(
      budgetOf({
        ...month,
        method: 'Timeslices',
        timeSliceSeconds: 300,
        tally: slices(2_880, 3),
      }),
    ).toMatchObject({ total: 8_916, totalBasis: 'clock', budget: 8.916 });
    const budget = budgetOf({ ...month, tally: events(240_000, 300) });
    expect(budget).toMatchObject({
      total: 743_000,
      totalBasis: 'pace',
      estimated: true,
      budget: 743,
      burnRate: 1.25,
    });
    expect(budget.consumed).toBeCloseTo(0.4038, 4);
    expect(errorBudgetConsumedIn(1.25, 240 * 3_600, 743 * 3_600)).toBeCloseTo(
      budget.consumed!,
      9,
    );
  });

  it('gives the composites', () => {
    const part = (bad: number, weight: number) => ({
      budget: budgetOf({ tally: events(100_000, bad) }),
      weight,
    });
    expect(computeCompositeBudget([part(30, 1), part(20, 2)])).toMatchObject({
      consumed: 0.7,
      contributions: [0.3, 0.4],
    });
    const mean = {
      weight: 1,
      budget: budgetOf({
        method: 'RatioTimeslices',
        timeSliceSeconds: 300,
        target: 0.9,
        tally: { ...emptyTally, slices: 8_640, ratioSum: 8_640 * 0.95 },
      }),
    };
    expect(computeCompositeBudget([mean, mean]).attainment).toBe(0.9);
  });

  it('gives what a correction leaves out', () => {
    const morning = Array.from({ length: 12 }, (_, place) => ({
      start: midnight + 10 * HOUR + place * 5 * MINUTE,
    }));
    const { excluded } = excludeCorrections(morning, 300, [
      {
        from: midnight + 10 * HOUR + 2 * MINUTE,
        to: midnight + 10 * HOUR + 18 * MINUTE,
      },
    ]);
    expect(excluded).toEqual(morning.slice(0, 4));
  });

  it('gives what burned after a deployment', () => {
    const hours = (count: number, bad: number, from: number) =>
      Array.from({ length: count }, (_, hour) => ({
        ...events(1_000, bad),
        start: midnight + (from + hour) * HOUR,
      }));
    const [burn] = attributeBurn(
      [
        { id: 'release', at: midnight + 24 * HOUR },
        { id: 'next', at: midnight + 30 * HOUR },
      ],
      [...hours(24, 1, 0), ...hours(6, 20, 24)],
      {
        method: 'Occurrences',
        budgetAt: () => 200,
        until: midnight + 30 * HOUR,
      },
    );
    expect(burn).toMatchObject({ burned: 0.6, expected: 0.03, above: 0.57 });
  });

  it('gives the proposed target', () => {
    const days = Array.from({ length: 30 }, (_, place) => ({
      day: addDays('2026-03-01', place),
      tally: events(1_000, place % 2),
    }));
    expect(proposeTarget(days, 'Occurrences')).toMatchObject({
      attainment: 0.9995,
      target: 0.999,
      consumed: 0.5,
    });
  });

  it('gives what three dependencies allow, and how a contract compares', () => {
    expect(
      checkDependencies(
        0.999,
        ['a', 'b', 'c'].map(entityRef => ({ entityRef, target: 0.999 })),
      ),
    ).toMatchObject({ attainable: 0.997002999, verdict: 'stricter' });
    const month = { count: 1, unit: 'M' } as const;
    const quarter = { count: 1, unit: 'Q' } as const;
    const contract = { target: 0.995, period: month };
    expect(
      compareWithAgreement({ target: 0.999, period: month }, contract).holds,
    ).toBe(true);
    expect(
      compareWithAgreement({ target: 0.997, period: quarter }, contract),
    ).toMatchObject({ holds: false, reason: 'window' });
  });

  it('gives what the gate says', () => {
    const gate = (
      remaining: number | null,
      spec: Parameters<typeof policyWith>[0] = {},
    ) => {
      const { decision, open, wouldHold } = decideRelease({
        policies: [
          {
            policy: policyWith(spec),
            budgets: [policyBudget(remaining)],
            exceptedUntil: null,
          },
        ],
        risk: 'high',
        breakGlassUntil: null,
        now: thirtyDays.to,
      });
      return [decision, open, wouldHold];
    };
    expect(gate(0.25)).toEqual(['allowed', true, false]);
    expect(gate(-1.5)).toEqual(['held', false, true]);
    expect(gate(-1.5, { mode: 'shadow' })).toEqual(['allowed', true, true]);
    expect(gate(null)).toEqual(['unknown', true, false]);
    expect(gate(null, { closedWhenUnknown: true })).toEqual([
      'unknown',
      false,
      true,
    ]);
  });
});
