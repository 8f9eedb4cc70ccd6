import fc from 'fast-check';
import { dayOf } from '../calendar/days';
import { debtPeriods, placeOfPeriod } from './debtPeriods';

const window = { from: '2026-03-01', to: '2026-05-31' };
const grains = ['day', 'week', 'month'] as const;

describe('debtPeriods', () => {
  it('cuts the first and the last where the window begins and ends', () => {
    const span = { from: '2026-02-26', to: '2026-03-10' };
    expect(debtPeriods(span, 'week')).toEqual([
      { from: '2026-02-26', to: '2026-03-01' },
      { from: '2026-03-02', to: '2026-03-08' },
      { from: '2026-03-09', to: '2026-03-10' },
    ]);
    expect(debtPeriods(span, 'week', 'sunday')[0].to).toBe('2026-02-28');
    expect(debtPeriods(span, 'month')).toEqual([
      { from: '2026-02-26', to: '2026-02-28' },
      { from: '2026-03-01', to: '2026-03-10' },
    ]);
    expect(debtPeriods(span, 'day')).toHaveLength(13);
    expect(
      debtPeriods({ from: '2026-01-31', to: '2026-12-01' }, 'month'),
    ).toHaveLength(12);
  });

  it('holds each day of the window once, and no other', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...grains),
        fc.nat({ max: 800 }),
        (grain, offset) => {
          const periods = debtPeriods(window, grain);
          const day = dayOf(Date.UTC(2025, 0, 1) + offset * 86_400_000, 'UTC');
          const holding = periods.filter(
            ({ from, to }) => from <= day && day <= to,
          );
          const isInside = day >= window.from && day <= window.to;
          expect(holding).toHaveLength(isInside ? 1 : 0);
          expect(periods[placeOfPeriod(periods, day)]).toBe(holding[0]);
        },
      ),
    );
  });
});
