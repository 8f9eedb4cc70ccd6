import { countKnownDays } from './knownDays';

const march = { from: '2026-03-01', to: '2026-03-31' };

describe('countKnownDays', () => {
  it('begins with the first deployment', () => {
    expect(countKnownDays(march, '2025-01-01')).toBe(31);
    expect(countKnownDays(march, '2026-03-30')).toBe(2);
    expect(countKnownDays(march, '2026-04-01')).toBe(0);
  });

  it('counts only the days of ownership, which may come in parts', () => {
    expect(
      countKnownDays(march, '2025-01-01', [
        { fromDay: '0000-01-01', toDay: '2026-03-05' },
        { fromDay: '2026-03-20', toDay: null },
      ]),
    ).toBe(4 + 12);
  });
});
