import {
  meanSecondsOf,
  parseSloDuration,
  printSloDuration,
} from './sloDuration';

describe('parseSloDuration', () => {
  it('tells minutes from months', () => {
    expect(parseSloDuration('5m')).toEqual({ count: 5, unit: 'm' });
    expect(parseSloDuration(' 5M ')).toEqual({ count: 5, unit: 'M' });
    expect(
      ['1h', '4w', '1Q', '2Y'].map(text => parseSloDuration(text)),
    ).toEqual([
      { count: 1, unit: 'h' },
      { count: 4, unit: 'w' },
      { count: 1, unit: 'Q' },
      { count: 2, unit: 'Y' },
    ]);
  });

  it.each(['', '30', 'd', '0d', '05d', '1D', '1.5h', '-1d', '30 d', 'P30D'])(
    'does not read %j',
    text => {
      expect(parseSloDuration(text)).toBeNull();
    },
  );

  it('is read back as it is printed, and has a length', () => {
    const month = parseSloDuration('1M')!;
    expect(printSloDuration(month)).toBe('1M');
    expect(meanSecondsOf({ count: 12, unit: 'M' })).toBe(
      meanSecondsOf({ count: 1, unit: 'Y' }),
    );
    expect(meanSecondsOf({ count: 400, unit: 'Y' })).toBe(146_097 * 86_400);
  });
});
