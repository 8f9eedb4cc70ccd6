import { DateTime } from 'luxon';
import { plainText } from '../testing/plainText';
import {
  formatDay,
  formatDayRange,
  formatInstant,
  formatRelative,
  formatShortDay,
} from './instant';

describe('dates', () => {
  it('writes days without a zone', () => {
    expect(formatDay('2026-11-05', 'en-GB')).toBe('5 Nov 2026');
    expect(formatShortDay('2026-11-05', 'en-GB')).toBe('5 Nov');
  });

  it('names a year once where both days share it', () => {
    expect(plainText(formatDayRange('2026-08-25', '2026-11-22', 'en-GB'))).toBe(
      '25 Aug – 22 Nov 2026',
    );
    expect(plainText(formatDayRange('2025-11-23', '2026-11-22', 'en-GB'))).toBe(
      '23 Nov 2025 – 22 Nov 2026',
    );
  });

  it('writes an instant in the given zone', () => {
    expect(
      formatInstant('2026-11-05T13:03:00Z', 'Europe/Berlin', 'en-GB'),
    ).toBe('5 Nov 2026, 14:03 CET');
    expect(
      formatInstant('2026-07-05T13:03:00Z', 'Europe/Berlin', 'en-GB'),
    ).toBe('5 Jul 2026, 15:03 CEST');
  });

  it('says how long ago something was', () => {
    const now = DateTime.fromISO('2026-11-22T10:00:00Z');
    expect(formatRelative('2026-11-22T09:56:00Z', now, 'en-GB')).toBe(
      '4 min ago',
    );
  });

  it.each([
    formatDay(null),
    formatShortDay(undefined),
    formatInstant(null),
    formatInstant('yesterday'),
    formatRelative(null),
  ])('writes what is not known as a dash', text => {
    expect(text).toBe('–');
  });
});
