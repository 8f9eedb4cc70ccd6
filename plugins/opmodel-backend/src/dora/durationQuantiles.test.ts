import {
  binOf,
  mergeBins,
  quantile,
} from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import type { DatedDuration } from './DoraStore';
import { type MedianRule, readWindowQuantiles } from './durationQuantiles';

const selection = {
  scopeRef: 'org',
  ownership: 'now' as const,
  visibility: { type: 'all' as const },
};
const window = {
  from: '2026-03-01',
  to: '2026-03-31',
  previous: { from: '2026-01-29', to: '2026-02-28' },
};
const ofSamples: MedianRule = { median: 'interpolated', summary: 'samples' };
const questionOf = (rule: MedianRule) => ({
  calculation: 'dora-2026/1/UTC',
  kind: 'lead_time' as const,
  selection,
  rule,
});
const binsOf = (values: number[]) =>
  mergeBins(values.map(value => new Map([[binOf(value), 1]])));

/** Rows of the window, and of none before it. */
function rowsOf(values: number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  let reads = 0;
  return {
    get reads() {
      return reads;
    },
    async listDurations(
      _calculation: string,
      _kind: unknown,
      _selection: unknown,
      _span: unknown,
      range: { from: number; to: number; offset: number; limit: number },
    ) {
      reads += 1;
      return sorted
        .filter(value => value >= range.from && value < range.to)
        .slice(range.offset, range.offset + range.limit);
    },
    async listWindowDurations() {
      reads += 1;
      return {
        current: sorted.map(seconds => ({ seconds, day: window.to })),
        previous: [],
      };
    },
  };
}

const read = async (
  rows: ReturnType<typeof rowsOf>,
  counted: number[],
  rule = ofSamples,
  middles?: number[],
) =>
  (
    await readWindowQuantiles(rows, questionOf(rule), window, {
      current: {
        samples: binsOf(counted),
        middles: middles && binsOf(middles),
      },
      previous: { samples: new Map() },
      isLarge: false,
    })
  ).current;

describe('the quantiles of a window', () => {
  it('is exact to the second, whether the sample is small or large', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 40 * 86_400 }), {
          minLength: 1,
          maxLength: 3_000,
          size: 'max',
        }),
        async values => {
          expect(await read(rowsOf(values), values)).toEqual({
            median: quantile(values, 0.5),
            p75: quantile(values, 0.75),
            p90: quantile(values, 0.9),
            approximate: false,
          });
        },
      ),
      { numRuns: 20 },
    );
  });

  it('reads a small sample at once, a large one only around the quantiles and none of a huge one', async () => {
    const small = rowsOf([10, 20, 30]);
    await read(small, [10, 20, 30]);
    expect(small.reads).toBe(1);
    const values = Array.from({ length: 15_001 }, (_, index) => index);
    const large = rowsOf(values);
    expect(await read(large, values)).toEqual({
      median: 7_500,
      p75: 11_250,
      p90: 13_500,
      approximate: false,
    });
    expect(large.reads).toBe(3);
    const huge = rowsOf([]);
    expect((await read(huge, [...values, ...values])).approximate).toBe(true);
    expect(huge.reads).toBe(0);
  });

  it('says so where rows were written between bins and rows', async () => {
    const { median, approximate } = await read(rowsOf([100, 200]), [100]);
    expect(approximate).toBe(true);
    expect(median).toBeCloseTo(100, -1);
  });

  it('takes the lower of two middle rows where a definition does, however many there are', async () => {
    const lower: MedianRule = { median: 'lower', summary: 'samples' };
    const few = [10, 20, 30, 40];
    expect(await read(rowsOf(few), few, lower)).toMatchObject({
      median: 20,
      p75: 32.5,
    });
    for (const count of [2_002, 15_002]) {
      const many = Array.from({ length: count }, (_, index) => index * 10);
      expect(await read(rowsOf(many), many, lower)).toMatchObject({
        median: (count / 2 - 1) * 10,
        approximate: false,
      });
    }
    const huge = Array.from({ length: 20_002 }, (_, index) =>
      index < 10_001 ? 100 : 1_000,
    );
    const { median, approximate } = await read(rowsOf([]), huge, lower);
    expect(approximate).toBe(true);
    expect(Math.abs(median! - 100)).toBeLessThan(1);
  });

  it('takes the middle of the middles of days where a definition does', async () => {
    const daily: MedianRule = {
      median: 'interpolated',
      summary: 'daily_medians',
    };
    const days: [string, number[]][] = [
      ['2026-03-02', [10, 20, 30]],
      ['2026-03-03', [100]],
      ['2026-03-04', [1_000, 3_000]],
    ];
    const values = days.flatMap(([, seconds]) => seconds);
    const rows = {
      ...rowsOf(values),
      listWindowDurations: async () => ({
        current: days.flatMap(([day, all]) =>
          all.map(seconds => ({ day, seconds })),
        ),
        previous: [],
      }),
    };
    expect(await read(rows, values, daily)).toMatchObject({
      median: 100,
      approximate: false,
    });

    // Of many, the bins of the middles of days.
    const many = Array.from({ length: 3_000 }, () => 50);
    const { median, approximate } = await read(
      rowsOf(many),
      many,
      daily,
      [20, 100, 2_000],
    );
    expect(approximate).toBe(true);
    expect(Math.abs(median! - 100)).toBeLessThan(1);
  });

  it('is null without samples', async () => {
    expect(await read(rowsOf([]), [])).toEqual({
      median: null,
      p75: null,
      p90: null,
      approximate: false,
    });
  });
});

describe('the quantiles of a window and of the one before it', () => {
  /** Reads the rows where the bins have counted something else, as a calculation in between leaves it. */
  async function readBoth(
    rows: { current: number[]; previous: number[] },
    counted = rows,
  ) {
    const dated = (values: number[], day: string): DatedDuration[] =>
      values.map(seconds => ({ seconds, day }));
    const listWindowDurations = jest.fn(async () => ({
      current: dated(rows.current, window.to),
      previous: dated(rows.previous, window.previous.to),
    }));
    const one = {
      ...rowsOf([]),
      listWindowDurations,
      listDurations: async (
        _calculation: string,
        _kind: unknown,
        _selection: unknown,
        { from }: { from: string },
        range: { from: number; to: number; offset: number; limit: number },
      ) =>
        (from === window.from ? rows.current : rows.previous)
          .filter(value => value >= range.from && value < range.to)
          .slice(range.offset, range.offset + range.limit),
    };
    const quantiles = await readWindowQuantiles(
      one,
      questionOf(ofSamples),
      window,
      {
        current: { samples: binsOf(counted.current) },
        previous: { samples: binsOf(counted.previous) },
        isLarge: false,
      },
    );
    return { ...quantiles, together: listWindowDurations.mock.calls.length };
  }

  it('reads few samples together and many one after the other, to the same answer', async () => {
    expect(
      await readBoth({ current: [10, 20, 30], previous: [100] }),
    ).toMatchObject({
      current: { median: 20, approximate: false },
      previous: { median: 100, approximate: false },
      together: 1,
    });
    const many = Array.from({ length: 1_501 }, (_, index) => index);
    expect(await readBoth({ current: many, previous: many })).toMatchObject({
      current: { median: 750, approximate: false },
      previous: { median: 750, approximate: false },
      together: 0,
    });
  });

  it('asks nobody without samples, and trusts the bins where rows do not agree', async () => {
    expect(await readBoth({ current: [], previous: [] })).toMatchObject({
      current: { median: null, approximate: false },
      together: 0,
    });
    // As many as were counted, yet cut off at the limit.
    expect(
      await readBoth(
        { current: [10], previous: [100, 200] },
        { current: [10], previous: [100] },
      ),
    ).toMatchObject({
      current: { approximate: true },
      previous: { approximate: true },
    });
  });
});
