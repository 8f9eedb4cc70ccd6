import fc from 'fast-check';
import { DateTime } from 'luxon';
import { WorkingCalendar } from './WorkingCalendar';
import { type Holiday, weekdays, type WorkingDays } from './workingDays';

const HOUR = 3_600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY * 1000;

const monToFri = weekdays.slice(0, 5);

const at = (text: string, zone = 'UTC') =>
  DateTime.fromISO(text, { zone }).toMillis();

const calendar = (zone: string, days: Partial<WorkingDays> = {}) =>
  new WorkingCalendar(zone, { weekdays: monToFri, holidays: [], ...days });

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
];

/** Instants to the millisecond, from the time before 1970 to that after 2099. */
const instants = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: Date.UTC(2032, 0) }) },
  fc.integer({ min: Date.UTC(1960, 0), max: Date.UTC(2110, 0) }),
);

const calendars = fc
  .record({
    zone: fc.constantFrom(...zones),
    weekdays: fc
      .subarray([...weekdays], { minLength: 1 })
      .map(days => weekdays.filter(day => days.includes(day))),
    holidays: fc.array(
      fc
        .tuple(
          fc.integer({ min: 0, max: 22_000 }),
          fc.integer({ min: 0, max: 20 }),
        )
        .map(
          ([day, length]): Holiday => ({
            from: isoOf(day),
            to: isoOf(day + length),
            name: null,
          }),
        ),
      { maxLength: 30 },
    ),
  })
  .map(({ zone, ...days }) => new WorkingCalendar(zone, days));

function isoOf(day: number): string {
  return new Date(day * DAY * 1000).toISOString().slice(0, 10);
}

describe('working time', () => {
  it('leaves out the weekend: Friday 16:00 to Monday 10:00 is 8 + 10 hours', () => {
    expect(
      calendar('UTC').workingSeconds(
        at('2026-11-20T16:00'),
        at('2026-11-23T10:00'),
      ),
    ).toBe(18 * HOUR);
  });

  it('leaves out holidays, and none twice that lies on a day off or in another', () => {
    const holidays = [
      { from: '2026-12-25', to: '2026-12-27', name: 'Christmas' },
      { from: '2026-12-25', to: '2026-12-25', name: 'Christmas Day' },
    ];
    // Thursday the 24th, 12:00 to Tuesday the 29th, 12:00: half of Thursday, all of Monday, half of Tuesday.
    expect(
      calendar('UTC', { holidays }).workingSeconds(
        at('2026-12-24T12:00'),
        at('2026-12-29T12:00'),
      ),
    ).toBe(2 * DAY);
  });

  it('is zero for a span that lies on days off', () => {
    expect(
      calendar('UTC').workingSeconds(
        at('2026-11-21T00:00'),
        at('2026-11-23T00:00'),
      ),
    ).toBe(0);
  });

  it('has days of 23 and 25 hours where the clocks change', () => {
    const sundays = calendar('Europe/Berlin', { weekdays: ['sunday'] });
    const span = (from: string, to: string) =>
      sundays.workingSeconds(
        at(from, 'Europe/Berlin'),
        at(to, 'Europe/Berlin'),
      );
    expect(span('2026-03-28T00:00', '2026-03-30T00:00')).toBe(23 * HOUR);
    expect(span('2026-10-24T00:00', '2026-10-26T00:00')).toBe(25 * HOUR);
    expect(span('2026-03-29T01:30', '2026-03-29T03:30')).toBe(HOUR);
  });

  it('begins days where the zone does: midnight may be missing, and even a whole day', () => {
    const sundays = calendar('America/Sao_Paulo', { weekdays: ['sunday'] });
    // The clocks went from 00:00 to 01:00.
    expect(
      sundays.workingSeconds(
        at('2018-11-03T12:00', 'America/Sao_Paulo'),
        at('2018-11-05T12:00', 'America/Sao_Paulo'),
      ),
    ).toBe(23 * HOUR);
    const fridays = calendar('Pacific/Apia', { weekdays: ['friday'] });
    // There was no Friday, the 30th of December.
    expect(
      fridays.workingSeconds(
        at('2011-12-28T12:00', 'Pacific/Apia'),
        at('2012-01-04T12:00', 'Pacific/Apia'),
      ),
    ).toBe(0);
  });

  it('agrees with counting every minute on its day', () => {
    const holidays = [{ from: '2026-03-27', to: '2026-03-27', name: null }];
    for (const zone of zones) {
      const own = calendar(zone, { holidays });
      const from = Date.UTC(2026, 2, 24, 7);
      for (const hours of [30, 100, 200]) {
        let counted = 0;
        for (let minute = 0; minute < hours * 60; minute += 1) {
          const day = DateTime.fromMillis(from + minute * 60_000, { zone });
          const isOff = day.weekday > 5 || day.toISODate() === '2026-03-27';
          counted += isOff ? 0 : 60;
        }
        expect([
          zone,
          own.workingSeconds(from, from + hours * 3_600_000),
        ]).toEqual([zone, counted]);
      }
    }
  });

  it('adds up over any split, never exceeds the span, and never shrinks as it grows', () => {
    fc.assert(
      fc.property(
        calendars,
        fc.tuple(instants, instants, instants),
        (own, three) => {
          const [from, split, to] = three.sort((a, b) => a - b);
          const milliseconds = (first: number, last: number) =>
            Math.round(own.workingSeconds(first, last) * 1000);
          const whole = milliseconds(from, to);
          expect(milliseconds(from, split) + milliseconds(split, to)).toBe(
            whole,
          );
          expect(whole).toBeLessThanOrEqual(to - from);
          expect(whole).toBeGreaterThanOrEqual(milliseconds(from, split));
          expect(milliseconds(to, from)).toBe(whole === 0 ? 0 : -whole);
        },
      ),
    );
  });

  it('is the wall clock where every day is a working day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        instants,
        instants,
        (zone, from, to) => {
          const own = calendar(zone, { weekdays });
          expect(own.workingSeconds(from, to)).toBe((to - from) / 1000);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('does not change with whole weeks in UTC', () => {
    const own = calendar('UTC');
    const instant = fc.integer({ min: 0, max: Date.UTC(2032, 0) });
    fc.assert(
      fc.property(
        instant,
        instant,
        fc.integer({ min: 0, max: 500 }),
        (from, to, weeks) => {
          expect(
            own.workingSeconds(from + weeks * WEEK, to + weeks * WEEK),
          ).toBe(own.workingSeconds(from, to));
        },
      ),
    );
  });

  it('finds the instant before which everything took longer', () => {
    fc.assert(
      fc.property(
        calendars,
        instants,
        instants,
        fc.integer({ min: 0, max: 200 * DAY }),
        (own, to, start, seconds) => {
          const from = Math.min(start, to);
          expect(from < own.earliestStart(to, seconds)).toBe(
            own.workingSeconds(from, to) > seconds,
          );
        },
      ),
    );
  });
});
