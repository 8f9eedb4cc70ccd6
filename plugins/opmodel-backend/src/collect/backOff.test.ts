import fc from 'fast-check';
import { nextAttemptAfter } from './backOff';

const second = 1_000;
const hour = 3_600 * second;

describe('nextAttemptAfter', () => {
  it.each([
    [1, 30 * second],
    [2, 60 * second],
    [3, 120 * second],
    [7, 1920 * second],
    [8, hour],
    [1000, hour],
  ])('waits after %d failures for at most %d ms', (failures, pause) => {
    expect(
      nextAttemptAfter({ failures, now: 5, random: () => 0.999999999 }),
    ).toBeCloseTo(5 + pause, -1);
    expect(nextAttemptAfter({ failures, now: 5, random: () => 0.5 })).toBe(
      5 + pause / 2,
    );
    expect(nextAttemptAfter({ failures, now: 5, random: () => 0 })).toBe(5);
  });

  it('is never before now or before what the outside system asks, nor needlessly late', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.option(fc.integer({ min: 0, max: 4e12 }), { nil: undefined }),
        fc.integer({ min: 0, max: 4e12 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, retryAt, now, chance) => {
          const at = nextAttemptAfter({
            failures,
            retryAt,
            now,
            random: () => chance,
          });
          expect(at).toBeGreaterThanOrEqual(Math.max(now, retryAt ?? 0));
          expect(at).toBeLessThanOrEqual(Math.max(now + hour, retryAt ?? 0));
        },
      ),
    );
  });
});
