import { narrowToWeek, toDeploymentsQuery } from './useEvidenceParams';

const days = { from: '2026-08-25', to: '2026-11-22' };

describe('narrowToWeek', () => {
  it('leaves a query without a week as it is', () => {
    expect(narrowToWeek({ window: 'P90D' }, undefined, days)).toEqual({
      window: 'P90D',
    });
  });

  it('asks for the days of the week instead of the window', () => {
    expect(
      narrowToWeek(
        { window: 'P90D', profile: 'gitlab', ownership: 'then' },
        '2026-11-09',
        days,
      ),
    ).toEqual({
      from: '2026-11-09',
      to: '2026-11-15',
      profile: 'gitlab',
      ownership: 'then',
    });
  });

  it('stays within the window', () => {
    expect(narrowToWeek({}, '2026-08-24', days).from).toBe('2026-08-25');
    expect(narrowToWeek({}, '2026-11-16', days).to).toBe('2026-11-22');
  });
});

describe('toDeploymentsQuery', () => {
  it.each([
    ['all', {}],
    ['failed', { failed: true }],
    ['rework', { rework: true }],
  ] as const)('asks for %s', (filter, query) => {
    expect(toDeploymentsQuery(filter)).toEqual(query);
  });
});
