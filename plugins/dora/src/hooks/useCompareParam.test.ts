import { formatComparison, parseComparison } from './useCompareParam';

describe('parseComparison', () => {
  it.each(['previous', 'last-year', '2026-01-01..2026-03-31'])(
    'reads what was written: %s',
    value => {
      expect(formatComparison(parseComparison(value)!)).toBe(value);
    },
  );

  it.each([
    null,
    '',
    'team-b',
    '2026-01-01',
    '2026-03-31..2026-01-01',
    '2026-01-01..2026-02-01..2026-03-01',
    'soon..later',
  ])('takes no notice of %s', value => {
    expect(parseComparison(value)).toBeUndefined();
  });
});
