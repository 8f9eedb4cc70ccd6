import fc from 'fast-check';
import { DateTime } from 'luxon';
import type { SloDurationUnit, SloWindow } from './sloDefinition';
import {
  checkSloWindow,
  previousSloWindows,
  sloPeriodSeconds,
  sloWindowAt,
} from './sloWindows';

const rolling = (count: number, unit: SloDurationUnit): SloWindow => ({
  type: 'rolling',
  duration: { count, unit },
});
const calendar = (
  count: number,
  unit: SloDurationUnit,
  startTime = '2026-01-01 00:00:00',
  zone = 'Europe/Berlin',
): SloWindow => ({
  type: 'calendar',
  duration: { count, unit },
  startTime,
  zone,
});
const at = (iso: string) => Date.parse(iso);
const isoOf = (date: Date) => date.toISOString().slice(0, 16);
const iso = (window: SloWindow, now: string) => {
  const span = sloWindowAt(window, at(now));
  return span && [new Date(span.from), new Date(span.to)].map(isoOf);
};

describe('rolling windows', () => {
  it('end at the last border of a bucket', () => {
    expect(iso(rolling(30, 'd'), '2026-03-31T12:34:56Z')).toEqual([
      '2026-03-01T12:30',
      '2026-03-31T12:30',
    ]);
  });

  it('reach back a month of the calendar', () => {
    expect(iso(rolling(1, 'M'), '2026-03-31T12:00:00Z')).toEqual([
      '2026-02-28T12:00',
      '2026-03-31T12:00',
    ]);
    expect(iso(rolling(1, 'Q'), '2026-03-31T12:00:00Z')?.[0]).toBe(
      '2025-12-31T12:00',
    );
  });

  it('follow each other without a gap', () => {
    const now = at('2026-03-31T12:00:00Z');
    const previous = previousSloWindows(rolling(7, 'd'), now, 3);
    expect(previous.map(({ from }) => isoOf(new Date(from)))).toEqual([
      '2026-03-03T12:00',
      '2026-03-10T12:00',
      '2026-03-17T12:00',
    ]);
    expect(previous[2].to).toBe(sloWindowAt(rolling(7, 'd'), now)!.from);
  });
});

describe('calendar windows', () => {
  it('are months of their zone, whatever they are long', () => {
    const month = calendar(1, 'M');
    expect(iso(month, '2026-02-15T00:00:00Z')).toEqual([
      '2026-01-31T23:00',
      '2026-02-28T23:00',
    ]);
    expect(sloPeriodSeconds(month, at('2026-02-15T00:00:00Z'))).toBe(
      28 * 86_400,
    );
    // In March the clocks go forward, in October back.
    expect(sloPeriodSeconds(month, at('2026-03-15T00:00:00Z'))).toBe(
      31 * 86_400 - 3_600,
    );
    expect(sloPeriodSeconds(month, at('2026-10-15T00:00:00Z'))).toBe(
      31 * 86_400 + 3_600,
    );
  });

  it('are days of 23 and 25 hours where the clocks change', () => {
    const day = calendar(1, 'd');
    expect(iso(day, '2026-03-29T10:00:00Z')).toEqual([
      '2026-03-28T23:00',
      '2026-03-29T22:00',
    ]);
    expect(sloPeriodSeconds(day, at('2026-03-29T10:00:00Z'))).toBe(23 * 3_600);
    expect(sloPeriodSeconds(day, at('2026-10-25T10:00:00Z'))).toBe(25 * 3_600);
  });

  it('begin at the time of day of their start, on the clock of the zone', () => {
    const week = calendar(1, 'w', '2026-01-05 08:30:00', 'America/New_York');
    expect(iso(week, '2026-03-12T00:00:00Z')).toEqual([
      // Before and after the clocks go forward on 8 March it is half past eight there.
      '2026-03-09T12:30',
      '2026-03-16T12:30',
    ]);
    expect(iso(week, '2026-03-05T00:00:00Z')?.[0]).toBe('2026-03-02T13:30');
  });

  it('begin on the last day of months that are too short, and on the 31st again after them', () => {
    const month = calendar(1, 'M', '2026-01-31 00:00:00', 'UTC');
    expect(iso(month, '2026-02-15T00:00:00Z')).toEqual([
      '2026-01-31T00:00',
      '2026-02-28T00:00',
    ]);
    expect(iso(month, '2026-03-31T00:00:00Z')).toEqual([
      '2026-03-31T00:00',
      '2026-04-30T00:00',
    ]);
  });

  it('are quarters and years', () => {
    expect(iso(calendar(1, 'Q'), '2026-05-01T00:00:00Z')).toEqual([
      '2026-03-31T22:00',
      '2026-06-30T22:00',
    ]);
    expect(
      iso(
        calendar(1, 'Y', '2024-02-29 00:00:00', 'UTC'),
        '2026-01-01T00:00:00Z',
      ),
    ).toEqual(['2025-02-28T00:00', '2026-02-28T00:00']);
  });

  it('do not exist before the first one', () => {
    const month = calendar(1, 'M');
    expect(iso(month, '2025-12-31T22:59:59Z')).toBeNull();
    expect(iso(month, '2025-12-31T23:00:00Z')).not.toBeNull();
    expect(
      previousSloWindows(month, at('2026-03-15T00:00:00Z'), 12).map(
        ({ from }) => isoOf(new Date(from)),
      ),
    ).toEqual(['2025-12-31T23:00', '2026-01-31T23:00']);
  });
});

describe('checkSloWindow', () => {
  it.each([
    [rolling(30, 'd'), null],
    [rolling(0, 'd'), 'bad_duration'],
    [rolling(1.5, 'd'), 'bad_duration'],
    [rolling(1, 'm'), 'bad_duration'],
    [rolling(5, 'm'), null],
    [rolling(11, 'Y'), 'bad_duration'],
    [calendar(1, 'M'), null],
    [calendar(1, 'M', '2026-02-30 00:00:00'), 'bad_start'],
    [calendar(1, 'M', 'soon'), 'bad_start'],
    [calendar(1, 'M', '2026-01-01 00:00:00', 'Mars/Olympus'), 'bad_zone'],
  ])('%j: %s', (window, problem) => {
    expect(checkSloWindow(window)).toBe(problem);
    expect(sloWindowAt(window, at('2026-05-05T05:05:05Z')) === null).toBe(
      problem !== null,
    );
  });
});

describe('windows of any calendar', () => {
  const someWindows = fc
    .record({
      count: fc.integer({ min: 1, max: 5 }),
      unit: fc.constantFrom<SloDurationUnit>('h', 'd', 'w', 'M', 'Q', 'Y'),
      zone: fc.constantFrom(
        'UTC',
        'Europe/Berlin',
        'America/New_York',
        'Asia/Kolkata',
        'Australia/Lord_Howe',
        'America/Sao_Paulo',
        'Pacific/Apia',
      ),
      start: fc.integer({
        min: at('2010-01-01T00:00:00Z') / 300_000,
        max: at('2012-12-31T00:00:00Z') / 300_000,
      }),
    })
    .map(({ count, unit, zone, start }) => ({
      window: calendar(
        count,
        unit,
        DateTime.fromMillis(start * 300_000, { zone }).toFormat(
          'yyyy-MM-dd HH:mm:ss',
        ),
        zone,
      ),
      start: start * 300_000,
    }));
  const someNow = fc.integer({
    min: at('2020-01-01T00:00:00Z'),
    max: at('2035-01-01T00:00:00Z'),
  });

  it('hold the instant that they are asked for, and touch the one before', () => {
    fc.assert(
      fc.property(someWindows, someNow, ({ window }, now) => {
        const span = sloWindowAt(window, now)!;
        expect(span.from).toBeLessThanOrEqual(now);
        expect(span.to).toBeGreaterThan(now);
        const [previous] = previousSloWindows(window, now, 1);
        expect(previous.to).toBe(span.from);
        expect(sloWindowAt(window, span.from)).toEqual(span);
        expect(sloWindowAt(window, span.to - 1)).toEqual(span);
        expect(span.from % 300_000).toBe(0);
      }),
    );
  });
});
