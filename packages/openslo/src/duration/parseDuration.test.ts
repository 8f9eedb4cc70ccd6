import fc from 'fast-check';
import {
  durationSeconds,
  formatDuration,
  openSloDurationUnits,
  parseDuration,
} from './parseDuration';

describe('parseDuration', () => {
  it('tells a minute from a month by the case', () => {
    expect(parseDuration('1m')).toEqual({ count: 1, unit: 'm' });
    expect(parseDuration('1M')).toEqual({ count: 1, unit: 'M' });
  });

  it.each([
    '',
    '0d',
    '01d',
    '-1d',
    '1.5h',
    '30',
    'd',
    '30 d',
    ' 30d',
    '30d ',
    '1h30m',
    '30D',
    '5s',
    '1y',
    '1q',
    '30d\n',
    '٣d',
    '9999999999999999999d',
  ])('does not read %j', text => {
    expect(parseDuration(text)).toBeNull();
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
        fc.constantFrom(...openSloDurationUnits),
        (count, unit) => {
          expect(parseDuration(formatDuration({ count, unit }))).toEqual({
            count,
            unit,
          });
        },
      ),
    );
  });
});

describe('durationSeconds', () => {
  it.each([
    ['5m', 300],
    ['2h', 7_200],
    ['1d', 86_400],
    ['4w', 2_419_200],
    ['1M', 2_592_000],
    ['1Q', 7_776_000],
    ['1Y', 31_536_000],
  ])('takes %s as %i seconds', (text, seconds) => {
    expect(durationSeconds(parseDuration(text)!)).toBe(seconds);
  });
});
