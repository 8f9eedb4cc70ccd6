import fc from 'fast-check';
import {
  binnedQuantile,
  countOf,
  locateRank,
  mergeBins,
  octaves,
} from './BinCounts';
import { binOf, binRange, binValue } from './logBins';
import { quantile } from './quantile';

const seconds = fc.integer({ min: 0, max: 10 * 365 * 86_400 });
const samples = fc.array(seconds, { minLength: 1, maxLength: 200 });

function toBins(values: number[]): Map<number, number> {
  return mergeBins(values.map(value => new Map([[binOf(value), 1]])));
}

describe('logarithmic bins', () => {
  it('stand for every duration within 1 %', () => {
    fc.assert(
      fc.property(seconds, value => {
        const error = Math.abs(binValue(binOf(value)) - value);
        expect(error).toBeLessThanOrEqual(value * 0.01);
      }),
    );
  });

  it('hold exactly the durations of their range', () => {
    fc.assert(
      fc.property(seconds, value => {
        const { from, to } = binRange(binOf(value));
        expect(value).toBeGreaterThanOrEqual(from);
        expect(value).toBeLessThan(to);
        expect(binOf(to)).toBeGreaterThan(binOf(value));
      }),
    );
  });

  it('refuse what is no duration in whole seconds', () => {
    expect(() => binOf(-1)).toThrow('whole seconds from 0, got -1');
    expect(() => binOf(1.5)).toThrow('whole seconds from 0, got 1.5');
  });
});

describe('binned samples', () => {
  it('give quantiles within 1 % of the quantiles of the rows', () => {
    fc.assert(
      fc.property(
        samples,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, p) => {
          const exact = quantile(values, p)!;
          const binned = binnedQuantile(toBins(values), p)!;
          expect(Math.abs(binned - exact)).toBeLessThanOrEqual(
            exact * 0.01 + 1e-9,
          );
        },
      ),
    );
  });

  it('merge to the bins of the merged sample, in any order', () => {
    fc.assert(
      fc.property(samples, samples, (a, b) => {
        const merged = toBins([...a, ...b]);
        expect(mergeBins([toBins(a), toBins(b)])).toEqual(merged);
        expect([...mergeBins([toBins(b), toBins(a)])].sort()).toEqual(
          [...merged].sort(),
        );
      }),
    );
  });

  it('find the row of any rank', () => {
    fc.assert(
      fc.property(samples, fc.nat(), (values, seed) => {
        const rank = seed % values.length;
        const sorted = [...values].sort((a, b) => a - b);
        const { bin, offset } = locateRank(toBins(values), rank)!;
        const { from, to } = binRange(bin);
        const inBin = sorted.filter(value => value >= from && value < to);
        expect(inBin[offset]).toBe(sorted[rank]);
      }),
    );
    expect(locateRank(toBins([5, 6]), 2)).toBeNull();
  });

  it('are drawn without losing a count or leaving a gap', () => {
    fc.assert(
      fc.property(samples, values => {
        const bars = octaves(toBins(values));
        expect(bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(
          values.length,
        );
        for (const bar of bars) {
          expect(bar.count).toBe(
            values.filter(value => value >= bar.from && value < bar.to).length,
          );
        }
        bars.slice(1).forEach((bar, index) => {
          expect(bar.from).toBe(bars[index].to);
        });
      }),
    );
    expect(octaves(new Map())).toEqual([]);
  });

  it('have no quantile when they are empty', () => {
    expect(binnedQuantile(new Map(), 0.5)).toBeNull();
    expect(countOf(new Map())).toBe(0);
  });
});
