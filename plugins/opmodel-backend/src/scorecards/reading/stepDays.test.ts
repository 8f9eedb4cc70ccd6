import { stepDays } from './stepDays';

describe('stepDays', () => {
  const span = { from: '2026-10-28', to: '2026-11-11' };

  it('ends weeks on Sunday, and the last one with the span', () => {
    expect(stepDays(span, 'week')).toEqual([
      '2026-11-01',
      '2026-11-08',
      '2026-11-11',
    ]);
  });

  it('ends months on their last day', () => {
    expect(stepDays(span, 'month')).toEqual(['2026-10-31', '2026-11-11']);
  });

  it('tells every day', () => {
    expect(stepDays(span, 'day')).toHaveLength(15);
    expect(stepDays({ from: '2026-11-11', to: '2026-11-11' }, 'day')).toEqual([
      '2026-11-11',
    ]);
  });
});
