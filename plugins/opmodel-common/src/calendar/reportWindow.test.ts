import { addDays, countDays, dayOf, weekOf, weeksBetween } from './days';
import { refuseImplausibleDay } from './plausibleDay';
import { resolveWindow } from './reportWindow';

const berlin = { zone: 'Europe/Berlin', fiscalYearStartMonth: 1 };
// In Berlin it is already the 30th of March 2026, the day after the clocks went forward.
const clock = Date.parse('2026-03-29T22:30:00Z');

describe('days', () => {
  it('begin in the configured zone, daylight saving included', () => {
    expect(dayOf(clock, 'Europe/Berlin')).toBe('2026-03-30');
    expect(dayOf(clock, 'UTC')).toBe('2026-03-29');
    expect(dayOf(Date.parse('2026-10-24T22:30:00Z'), 'Europe/Berlin')).toBe(
      '2026-10-25',
    );
  });

  it('form ISO weeks that begin on Monday, or weeks from Sunday where that is asked for', () => {
    expect(weekOf('2026-11-22')).toBe('2026-11-16');
    expect(weekOf('2027-01-01')).toBe('2026-12-28');
    expect(weekOf('2026-11-21', 'sunday')).toBe('2026-11-15');
    expect(weekOf('2026-11-22', 'sunday')).toBe('2026-11-22');
    expect(weekOf('2026-11-23', 'sunday')).toBe('2026-11-22');
    expect(weeksBetween('2026-11-21', '2026-11-22', 'sunday')).toEqual([
      '2026-11-15',
      '2026-11-22',
    ]);
    expect(weeksBetween('2026-11-15', '2026-11-24')).toEqual([
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
    ]);
  });

  it('are counted with both ends', () => {
    expect(countDays('2026-03-28', '2026-03-30')).toBe(3);
    expect(addDays('2026-03-30', -2)).toBe('2026-03-28');
  });

  it('are told only as long as their text keeps their order', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => weekOf('0000-01-01')).toThrow(RangeError);
    expect(() =>
      dayOf(Date.parse('9999-12-31T23:30:00Z'), 'Europe/Berlin'),
    ).toThrow(RangeError);
  });

  it('form weeks up to the last day that can be told', () => {
    expect(weeksBetween('9999-12-20', '9999-12-31')).toEqual([
      '9999-12-20',
      '9999-12-27',
    ]);
    expect(weeksBetween('0001-01-01', '0001-01-08')).toEqual([
      '0001-01-01',
      '0001-01-08',
    ]);
    expect(() => weeksBetween('0000-01-01', '0000-01-31')).toThrow(RangeError);
  });
});

describe('refuseImplausibleDay', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');

  it.each(['1970-01-01', '2026-11-22', '2029-11-22'])('takes %s', day => {
    expect(() => refuseImplausibleDay(`'to'`, day, now)).not.toThrow();
  });

  it.each(['0000-01-01', '1969-12-31', '2029-11-23', '9999-12-31'])(
    'names the field of %s',
    day => {
      expect(() => refuseImplausibleDay(`'to'`, day, now)).toThrow(
        `'to' must be a day from 1970-01-01 to 2029-11-22, got '${day}'`,
      );
    },
  );
});

describe('resolveWindow', () => {
  it('ends today and is preceded by a window of the same length', () => {
    expect(resolveWindow({ window: 'P30D' }, berlin, clock)).toEqual({
      from: '2026-03-01',
      to: '2026-03-30',
      days: 30,
      previous: { from: '2026-01-30', to: '2026-02-28' },
    });
  });

  it('is 90 days where nothing is said', () => {
    expect(resolveWindow({}, berlin, clock).days).toBe(90);
  });

  it('takes whole years with their leap days', () => {
    expect(resolveWindow({ window: 'P1Y' }, berlin, clock).days).toBe(365);
    expect(
      resolveWindow({ window: 'P1Y' }, berlin, Date.parse('2024-12-31T12:00Z'))
        .days,
    ).toBe(366);
  });

  it('knows the quarter of a fiscal year that does not begin in January', () => {
    expect(resolveWindow({ window: 'quarter' }, berlin, clock).from).toBe(
      '2026-01-01',
    );
    expect(
      resolveWindow(
        { window: 'quarter' },
        { ...berlin, fiscalYearStartMonth: 2 },
        clock,
      ).from,
    ).toBe('2026-02-01');
    expect(
      resolveWindow(
        { window: 'quarter' },
        { ...berlin, fiscalYearStartMonth: 3 },
        clock,
      ).from,
    ).toBe('2026-03-01');
  });

  it('takes two days', () => {
    expect(
      resolveWindow({ from: '2026-01-01', to: '2026-01-31' }, berlin, clock),
    ).toMatchObject({ days: 31, previous: { from: '2025-12-01' } });
  });

  it.each([
    [{ window: 'P0D' }, "'window' must be"],
    [{ window: 'soon' }, "'window' must be"],
    [{ window: 'P4Y' }, "'window' is at most 1096 days"],
    [{ window: 'P300000Y' }, "'window' must be"],
    [{ window: 'P3000Y' }, "'window' must be"],
    [{ from: '0000-01-01', to: '0000-01-31' }, "'to' must be a day"],
    [{ from: '1969-12-31', to: '1970-01-31' }, "'from' must be a day"],
    [{ to: '2026-01-31' }, "'from' is required"],
    [{ from: '2026-02-30' }, "'from' must be a day"],
    [{ from: '2026-02-02', to: '2026-02-01' }, "'from' must not be after 'to'"],
    [
      { from: '2026-03-01', to: '2026-03-31' },
      "'to' must not be after today, 2026-03-30",
    ],
    [{ window: 'P30D', from: '2026-02-02' }, "'window' cannot stand together"],
  ])('names the wrong field of %j', (request, message) => {
    expect(() => resolveWindow(request, berlin, clock)).toThrow(message);
  });
});
