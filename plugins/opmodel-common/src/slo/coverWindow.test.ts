import fc from 'fast-check';
import { coverWindow } from './coverWindow';

describe('coverWindow', () => {
  it('takes days in the middle, hours at the edges, and five minutes at the very edges', () => {
    const span = {
      from: Date.UTC(2026, 1, 27, 21, 50),
      to: Date.UTC(2026, 2, 3, 2, 5),
    };
    expect(
      coverWindow(span).map(({ resolution, from, to }) => [
        resolution,
        (to - from) / 1_000 / resolution,
      ]),
    ).toEqual([
      [300, 2],
      [3_600, 2],
      [86_400, 3],
      [3_600, 2],
      [300, 1],
    ]);
  });

  it('covers a window without a gap, and with few buckets', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(30_000), (first, length) => {
        const span = {
          from: first * 300_000,
          to: (first + length) * 300_000,
        };
        const spans = coverWindow(span);
        let end = span.from;
        let edges = 0;
        for (const { from, to, resolution } of spans) {
          expect(from).toBe(end);
          expect(from % (resolution * 1_000)).toBe(0);
          expect(to).toBeGreaterThan(from);
          end = to;
          edges += resolution < 86_400 ? (to - from) / resolution / 1_000 : 0;
        }
        expect(end).toBe(span.to);
        expect(edges).toBeLessThanOrEqual(2 * (11 + 23));
      }),
    );
  });
});
