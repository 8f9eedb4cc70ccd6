import { findProviderProblem } from './findProviderProblem';

describe('findProviderProblem', () => {
  it.each(['dora', 'scans', 'duration'])('takes %s', id => {
    expect(findProviderProblem(id)).toBeNull();
  });

  it.each([
    ['My Scans', 'must begin with a small letter'],
    ['null', 'means something else'],
    ['map', 'means something else'],
    ['now', 'means something else'],
    ['package', 'means something else'],
  ])('refuses %s', (id, problem) => {
    expect(findProviderProblem(id)).toContain(problem);
  });
});
