import { squarify } from './squarify';

const sizes = [6, 6, 4, 3, 2, 2, 1];
const own = (size: number) => size;

describe('squarify', () => {
  it('gives each part an area as large as its share', () => {
    const placed = squarify(sizes, own, 1.5);
    expect(placed.map(({ part }) => part)).toEqual(sizes);
    placed.forEach(({ part, width, height }) =>
      expect(width * height).toBeCloseTo(part / 24, 10),
    );
  });

  it('places no part over another or beyond the whole', () => {
    const placed = squarify(sizes, own, 2);
    placed.forEach(({ x, y, width, height }, index) => {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1 + 1e-9);
      placed.slice(index + 1).forEach(other => {
        const overlapX =
          Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        const overlapY =
          Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        expect(Math.min(overlapX, overlapY)).toBeLessThan(1e-9);
      });
    });
  });

  it('lays out the example of the paper as the paper does', () => {
    const [first, second, third] = squarify(sizes, own, 1.5);
    // In a rectangle of 6 by 4: two parts of 3 by 2 on each other, then one of 12/7 by 7/3 above the next.
    expect([first.width * 6, first.height * 4]).toEqual([3, 2]);
    expect([second.x * 6, second.y * 4]).toEqual([0, 2]);
    expect(third.width * 6).toBeCloseTo(12 / 7, 10);
    expect(third.height * 4).toBeCloseTo(7 / 3, 10);
  });

  it('has no place for what is nothing', () => {
    expect(squarify([2, 0, -1], own, 1)).toEqual([
      { part: 2, x: 0, y: 0, width: 1, height: 1 },
    ]);
    expect(squarify([], own, 1)).toEqual([]);
  });
});
