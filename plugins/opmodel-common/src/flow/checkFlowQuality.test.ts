import { checkFlowQuality } from './checkFlowQuality';

const figures = {
  completed: 10,
  unstarted: 2,
  unclassified: 2,
  withStates: 5,
  clockProblems: 0,
  collection: { collected: 9, expected: 10 },
};

describe('checkFlowQuality', () => {
  it('is good at the thresholds', () => {
    expect(checkFlowQuality(figures)).toEqual({
      state: 'good',
      checks: [
        ['items-with-start', 0.8, 8, 10, 0.8],
        ['items-with-category', 0.8, 8, 10, 0.8],
        ['items-with-states', 0.5, 5, 10, 0.5],
        ['clocks', 1, 10, 10, 0.95],
        ['collection', 0.9, 9, 10, 0.9],
      ].map(([id, share, numerator, denominator, threshold]) => ({
        id,
        share,
        numerator,
        denominator,
        threshold,
        passed: true,
      })),
    });
  });

  it.each([
    ['items-with-start', { unstarted: 3 }],
    ['items-with-category', { unclassified: 3 }],
    ['items-with-states', { withStates: 4 }],
    ['clocks', { clockProblems: 1 }],
    ['collection', { collection: { collected: 8, expected: 10 } }],
  ])('is doubtful below the threshold of %s', (id, worse) => {
    const { state, checks } = checkFlowQuality({ ...figures, ...worse });
    expect(state).toBe('doubtful');
    expect(
      checks.filter(({ passed }) => !passed).map(check => check.id),
    ).toEqual([id]);
  });

  it('takes the thresholds of the organisation', () => {
    expect(checkFlowQuality(figures, { clocks: 1 }).state).toBe('good');
    expect(checkFlowQuality(figures, { 'items-with-start': 0.9 }).state).toBe(
      'doubtful',
    );
  });

  it('knows nothing where nothing was completed', () => {
    const { state, checks } = checkFlowQuality({
      completed: 0,
      unstarted: 0,
      unclassified: 0,
      withStates: 0,
      clockProblems: 0,
      collection: null,
    });
    expect(state).toBe('unknown');
    expect(checks.every(({ share }) => share === null)).toBe(true);
    expect(checks.every(({ passed }) => passed === null)).toBe(true);
  });
});
