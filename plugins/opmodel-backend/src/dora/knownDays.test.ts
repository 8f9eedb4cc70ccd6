import { countKnownDays } from './knownDays';

const march = { from: '2026-03-01', to: '2026-03-31' };
const known = {
  firstDeploymentDay: '2025-01-01',
  emptyDaysFrom: 'first_deployment' as const,
};

const owned = [
  { fromDay: '0000-01-01', toDay: '2026-03-05' },
  { fromDay: '2026-03-20', toDay: null },
];

describe('countKnownDays', () => {
  it('begins with the first deployment', () => {
    const countFrom = (day: string) =>
      countKnownDays(march, { ...known, firstDeploymentDay: day });
    expect(countFrom('2025-01-01')).toBe(31);
    expect(countFrom('2026-03-30')).toBe(2);
    expect(countFrom('2026-04-01')).toBe(0);
  });

  it('counts only the days of ownership, which may come in parts', () => {
    expect(countKnownDays(march, { ...known, owned })).toBe(4 + 12);
  });

  it('takes the whole span where a definition counts empty days from its start', () => {
    expect(
      countKnownDays(march, {
        firstDeploymentDay: '2026-03-30',
        emptyDaysFrom: 'window',
      }),
    ).toBe(31);
  });

  it('leaves out days that count for nothing, where they lie within', () => {
    const excludedDays = [
      '2026-02-28',
      '2026-03-01',
      '2026-03-10',
      '2026-03-20',
    ];
    expect(countKnownDays(march, { ...known, excludedDays })).toBe(28);
    expect(countKnownDays(march, { ...known, owned, excludedDays })).toBe(14);
    expect(
      countKnownDays(march, {
        ...known,
        firstDeploymentDay: '2026-03-15',
        excludedDays,
      }),
    ).toBe(16);
  });
});
