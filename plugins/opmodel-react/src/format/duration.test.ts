import { formatAxisDuration, formatDuration } from './duration';
import { plainText } from '../testing/plainText';

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [0.06, '< 1 s'],
    [45, '45 s'],
    [59.4, '59 s'],
    [59.6, '1 m'],
    [12 * 60, '12 m'],
    [3_569, '59 m'],
    [3_599, '1 h'],
    [8_100, '2 h 15 m'],
    [7_200, '2 h'],
    [86_399, '1 d'],
    [90_000, '1 d 1 h'],
    [3 * 86_400 + 4 * 3_600, '3 d 4 h'],
    [16 * 86_400 + 5 * 3_600, '16 d'],
    [-8_100, '-2 h 15 m'],
  ])('writes %d seconds as %s', (seconds, expected) => {
    expect(plainText(formatDuration(seconds))).toBe(expected);
  });

  it.each([null, undefined, Number.NaN, Number.POSITIVE_INFINITY])(
    'writes %p as a dash, never as zero',
    seconds => {
      expect(formatDuration(seconds)).toBe('–');
    },
  );

  it('takes the units of another language', () => {
    const units = { day: 'T', hour: 'Std', minute: 'Min', second: 'Sek' };
    expect(plainText(formatDuration(90_000, units))).toBe('1 T 1 Std');
  });
});

describe('formatAxisDuration', () => {
  it.each([
    [0, '0'],
    [45, '45 s'],
    [5_400, '90 m'],
    [36 * 3_600, '36 h'],
    [2 * 86_400, '2 d'],
  ])('writes %d seconds in one unit as %s', (seconds, expected) => {
    expect(plainText(formatAxisDuration(seconds))).toBe(expected);
  });
});
