import fc from 'fast-check';
import { addDays } from '../calendar/days';
import type { DebtReport } from './debtReport';
import {
  measureInterest,
  measuringRules,
  MONTH_DAYS,
} from './measuredInterest';

const window = { from: '2026-01-01', to: '2026-03-31' };

function report(overrides: Partial<DebtReport>): DebtReport {
  return {
    id: 'report-1',
    day: '2026-02-02',
    hoursLost: 2,
    teamRef: 'group:default/payments',
    entityRef: 'component:default/checkout',
    itemId: 'debt-1',
    ...overrides,
  };
}

const anyReport: fc.Arbitrary<DebtReport> = fc.record({
  id: fc.uuid(),
  day: fc.integer({ min: -20, max: 110 }).map(n => addDays(window.from, n)),
  hoursLost: fc.option(fc.integer({ min: 1, max: 400 }).map(n => n / 4)),
  teamRef: fc.option(fc.constantFrom('group:default/a', 'group:default/b')),
  entityRef: fc.constant('component:default/checkout'),
  itemId: fc.constant('debt-1'),
});
const anyReports = fc.array(anyReport, { maxLength: 20 });

describe('measureInterest', () => {
  it('is no number where nobody reported hours', () => {
    expect(measureInterest([], window)).toMatchObject({
      confidence: 'no_data',
      personDaysPerMonth: null,
      hoursLost: null,
      reports: 0,
      teams: [],
      formula: '',
    });
    expect(
      measureInterest([report({ hoursLost: null })], window),
    ).toMatchObject({
      confidence: 'no_data',
      personDaysPerMonth: null,
      reports: 1,
      reportsWithHours: 0,
    });
  });

  it('counts what was lost over the days that were watched', () => {
    const reports = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, at) =>
      report({
        id,
        hoursLost: at + 1,
        teamRef: at < 5 ? 'group:default/payments' : 'group:default/search',
      }),
    );
    expect(measureInterest([...reports, reports[0]], window)).toEqual({
      confidence: 'ok',
      thinBecause: [],
      personDaysPerMonth: ((21 / 8) * MONTH_DAYS) / 90,
      hoursLost: 21,
      reports: 6,
      reportsWithHours: 6,
      teams: [
        { teamRef: 'group:default/payments', reports: 5, hoursLost: 15 },
        { teamRef: 'group:default/search', reports: 1, hoursLost: 6 },
      ],
      watched: { from: '2026-01-01', to: '2026-03-31', days: 90 },
      formula: '21 ÷ 8 × 30.4375 ÷ 90 ≈ 0.88776',
    });
  });

  it('watches from the day on which the item was filed, or the first report before it', () => {
    const of = (day: string, since: string) =>
      measureInterest([report({ day })], window, since).watched;
    expect(of('2026-03-20', '2026-03-10')?.from).toBe('2026-03-10');
    expect(of('2026-03-05', '2026-03-10')?.from).toBe('2026-03-05');
    expect(of('2026-03-20', '2025-06-01')?.from).toBe('2026-01-01');
    expect(measureInterest([], window, '2026-04-01').watched).toBeNull();
  });

  it('is thin of few reports and of few days', () => {
    const thin = (count: number, since: string) =>
      measureInterest(
        Array.from({ length: count }, (_, id) =>
          report({ id: `${id}`, day: '2026-03-31' }),
        ),
        window,
        since,
      ).thinBecause;
    expect(thin(4, '2026-01-01')).toEqual(['few_reports']);
    expect(thin(5, '2026-03-05')).toEqual(['few_days']);
    expect(thin(5, '2026-03-04')).toEqual([]);
    expect(thin(1, '2026-03-31')).toEqual(['few_reports', 'few_days']);
  });

  it('does not depend on the order of reports, nor on what lies outside of the window', () => {
    fc.assert(
      fc.property(anyReports, reports => {
        const measured = measureInterest(reports, window);
        const inside = reports.filter(
          ({ day }) => day >= window.from && day <= window.to,
        );
        expect(measureInterest([...reports].reverse(), window)).toEqual(
          measured,
        );
        expect(measureInterest(inside, window)).toEqual(measured);
        expect(measured.reports).toBe(inside.length);
      }),
    );
  });

  it('grows with each hour that is reported, and never is 0', () => {
    fc.assert(
      fc.property(anyReports, anyReport, (reports, more) => {
        const before = measureInterest(reports, window);
        const after = measureInterest([...reports, more], window);
        const isCounted =
          more.day >= window.from &&
          more.day <= window.to &&
          more.hoursLost !== null;
        expect(
          (after.personDaysPerMonth ?? 0) > (before.personDaysPerMonth ?? 0),
        ).toBe(isCounted);
        expect(after.personDaysPerMonth).not.toBe(0);
        expect(after.confidence === 'no_data').toBe(
          after.personDaysPerMonth === null,
        );
      }),
    );
  });

  it('adds up where reports are parted among items that are watched alike', () => {
    fc.assert(
      fc.property(anyReports, anyReports, (some, others) => {
        const rate = (reports: DebtReport[]) =>
          measureInterest(reports, window).personDaysPerMonth ?? 0;
        expect(rate([...some, ...others])).toBeCloseTo(
          rate(some) + rate(others),
          9,
        );
      }),
    );
  });

  it('gives person-days as long as the organisation says that they are', () => {
    const rate = (hoursPerDay: number) =>
      measureInterest([report({})], window, null, {
        ...measuringRules,
        hoursPerDay,
      }).personDaysPerMonth!;
    expect(rate(6)).toBeCloseTo((rate(8) * 8) / 6, 12);
  });
});
