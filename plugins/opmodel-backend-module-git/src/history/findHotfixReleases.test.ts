import { findHotfixReleases } from './findHotfixReleases';

const release = (
  version: string | null,
  at: number,
  name = version ?? 'x',
) => ({
  name,
  version,
  at,
});

describe('findHotfixReleases', () => {
  it('takes patches within the window after their minor version', () => {
    expect(
      findHotfixReleases(
        [
          release('1.4.0', 100),
          release('1.4.1', 110),
          release('1.4.2', 111),
          release('1.4.3+build', 110),
          release('1.5.1', 105),
          release('2.0.0', 104),
          release(null, 105),
        ],
        10,
      ),
    ).toEqual(new Set(['1.4.1', '1.4.3+build']));
  });

  it('counts from the first release of the minor version, and not backwards', () => {
    expect(
      findHotfixReleases(
        [
          release('1.0.0', 100),
          release('1.0.0', 120, 'again'),
          release('1.0.1', 121),
          release('1.0.2', 90),
        ],
        10,
      ),
    ).toEqual(new Set());
  });
});
