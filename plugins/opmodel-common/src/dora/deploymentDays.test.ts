import fc from 'fast-check';
import { addDays, countDays } from '../calendar/days';
import { deploymentDaysByMonth, deploymentDaysByWeek } from './deploymentDays';

const window = { from: '2026-11-04', to: '2026-11-17' };
// A Sunday, the Monday after it, and two days outside.
const days = [
  '2026-11-08',
  '2026-11-09',
  '2026-11-09',
  '2026-11-03',
  '2026-11-18',
];

describe('deploymentDaysByWeek', () => {
  it('counts each day once, in weeks that begin on the day asked for', () => {
    expect(deploymentDaysByWeek(days, window, 'monday')).toEqual([
      { week: '2026-11-02', deploymentDays: 1 },
      { week: '2026-11-09', deploymentDays: 1 },
      { week: '2026-11-16', deploymentDays: 0 },
    ]);
    expect(deploymentDaysByWeek(days, window, 'sunday')).toEqual([
      { week: '2026-11-01', deploymentDays: 0 },
      { week: '2026-11-08', deploymentDays: 2 },
      { week: '2026-11-15', deploymentDays: 0 },
    ]);
  });

  it('counts every day of the window in exactly one week and one month', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 0, max: 400 }),
        fc.uniqueArray(fc.integer({ min: -20, max: 450 })),
        fc.constantFrom('monday' as const, 'sunday' as const),
        (start, length, offsets, weekStart) => {
          const from = addDays('2025-01-01', start);
          const to = addDays(from, length);
          const any = offsets.map(offset => addDays(from, offset));
          const within = any.filter(day => day >= from && day <= to).length;
          const weeks = deploymentDaysByWeek(any, { from, to }, weekStart);
          const months = deploymentDaysByMonth(any, { from, to });
          const sum = (counts: { deploymentDays: number }[]) =>
            counts.reduce(
              (total, { deploymentDays }) => total + deploymentDays,
              0,
            );
          expect(sum(weeks)).toBe(within);
          expect(sum(months)).toBe(within);
          expect(weeks.length).toBeGreaterThanOrEqual(
            Math.ceil(countDays(from, to) / 7),
          );
          expect(weeks.length).toBeLessThanOrEqual(
            Math.ceil((countDays(from, to) + 6) / 7),
          );
        },
      ),
    );
  });
});

describe('deploymentDaysByMonth', () => {
  it('names months without a deployment', () => {
    expect(
      deploymentDaysByMonth(['2026-01-31', '2026-03-01', '2026-03-02'], {
        from: '2026-01-31',
        to: '2026-03-02',
      }),
    ).toEqual([
      { month: '2026-01', deploymentDays: 1 },
      { month: '2026-02', deploymentDays: 0 },
      { month: '2026-03', deploymentDays: 2 },
    ]);
  });
});
