import { ExcludedDays } from './ExcludedDays';

const cause = 'freeze' as const;

describe('ExcludedDays', () => {
  it('lists each day of overlapping periods once', () => {
    const excluded = new ExcludedDays(
      [{ from: '2026-02-27', to: '2026-03-01', cause }],
      [
        {
          id: 'c1',
          decidedAt: 1,
          decidedBy: 'user:default/ana',
          kind: 'excluded_period',
          from: '2026-02-28',
          to: '2026-03-02',
          cause,
        },
      ],
    );
    expect(excluded.list()).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
      '2026-03-02',
    ]);
    expect(excluded.has('2026-03-02')).toBe(true);
    expect(excluded.has('2026-03-03')).toBe(false);
  });

  it('ends with the last day that can be told', () => {
    const excluded = new ExcludedDays(
      [{ from: '9999-12-30', to: '9999-12-31', cause }],
      [],
    );
    expect(excluded.list()).toEqual(['9999-12-30', '9999-12-31']);
  });

  it('has none where a period ends before it begins', () => {
    const excluded = new ExcludedDays(
      [{ from: '2026-03-02', to: '2026-03-01', cause }],
      [],
    );
    expect(excluded.isEmpty).toBe(true);
    expect(excluded.list()).toEqual([]);
  });
});
