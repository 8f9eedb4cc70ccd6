import { quantile, quantileRanks } from './quantile';

describe('quantile', () => {
  it('interpolates between the closest ranks as PERCENTILE_CONT does', () => {
    expect(quantile([15, 20, 35, 40, 50], 0.4)).toBeCloseTo(29, 10);
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3, 4], 0.75)).toBe(3.25);
    expect(quantile([7], 0.9)).toBe(7);
  });

  it('does not depend on the order of the sample', () => {
    expect(quantile([40, 15, 50, 20, 35], 0.5)).toBe(35);
  });

  it('is null for an empty sample', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantileRanks(0, 0.5)).toBeNull();
  });

  it('refuses a share outside 0 to 1', () => {
    expect(() => quantileRanks(5, 1.01)).toThrow('from 0 to 1, got 1.01');
  });
});
