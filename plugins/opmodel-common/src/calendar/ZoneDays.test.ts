import fc from 'fast-check';
import { dayOf } from './days';
import { ZoneDays } from './ZoneDays';

const HOUR = 3_600_000;

describe('the days of a zone', () => {
  it.each([
    'UTC',
    'Europe/Berlin',
    'America/St_Johns',
    'America/Sao_Paulo',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Apia',
  ])('are those that it says itself, in %s', zone => {
    const days = new ZoneDays(zone);
    fc.assert(
      fc.property(
        fc.integer({
          min: Date.UTC(1990, 0, 1),
          max: Date.UTC(2030, 0, 1),
        }),
        instant => {
          expect(days.dayOf(instant)).toBe(dayOf(instant, zone));
        },
      ),
    );
  });

  it('hold while the clocks change, and where a zone skipped a day', () => {
    for (const [zone, from, hours] of [
      ['Europe/Berlin', Date.UTC(2026, 2, 28), 72],
      ['America/St_Johns', Date.UTC(2010, 10, 6), 72],
      ['America/Sao_Paulo', Date.UTC(2018, 10, 3), 72],
      ['Pacific/Apia', Date.UTC(2011, 11, 29), 72],
    ] as const) {
      const days = new ZoneDays(zone);
      for (let step = 0; step < hours * 4; step += 1) {
        const instant = from + step * (HOUR / 4) + 30_000;
        expect(days.dayOf(instant)).toBe(dayOf(instant, zone));
      }
    }
  });
});
