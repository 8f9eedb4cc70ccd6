import { SeededRandom } from './SeededRandom';

function draw<T>(count: number, next: () => T): T[] {
  return Array.from({ length: count }, next);
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('SeededRandom', () => {
  it('gives the same numbers for the same key, and others for another', () => {
    const first = new SeededRandom('seed', 'basket', '2026-05-18');
    const again = new SeededRandom('seed', 'basket', '2026-05-18');
    const other = new SeededRandom('seed', 'basket', '2026-05-19');
    const numbers = draw(20, () => first.next());
    expect(draw(20, () => again.next())).toEqual(numbers);
    expect(draw(20, () => other.next())).not.toEqual(numbers);
  });

  it('keeps the parts of a key apart', () => {
    const joined = new SeededRandom('a', 'bc').next();
    expect(new SeededRandom('ab', 'c').next()).not.toBe(joined);
  });

  it('has the stated median, mean and weights', () => {
    const random = new SeededRandom('distribution');
    const spans = draw(4001, () => random.logNormal(8, 0.9));
    spans.sort((a, b) => a - b);
    expect(spans[0]).toBeGreaterThan(0);
    expect(spans[2000]).toBeGreaterThan(7.4);
    expect(spans[2000]).toBeLessThan(8.6);
    const counts = draw(4000, () => random.poisson(1.7));
    expect(mean(counts)).toBeCloseTo(1.7, 0);
    const choices = draw(4000, () =>
      random.weighted([
        ['often', 3],
        ['never', 0],
        ['seldom', 1],
      ]),
    );
    expect(choices).not.toContain('never');
    const often = choices.filter(choice => choice === 'often').length;
    expect(often / 4000).toBeCloseTo(0.75, 1);
  });
});
