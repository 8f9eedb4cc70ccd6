import {
  binOf,
  mergeBins,
  quantile,
} from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import {
  readLeadTimeQuantiles,
  readWindowQuantiles,
} from './leadTimeQuantiles';

const selection = {
  scopeRef: 'org',
  ownership: 'now' as const,
  visibility: { type: 'all' as const },
};
const span = { from: '2026-01-01', to: '2026-03-31' };

function rowsOf(values: number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  let reads = 0;
  return {
    get reads() {
      return reads;
    },
    async listLeadTimes(
      _calculation: string,
      _selection: unknown,
      _span: unknown,
      range: { from: number; to: number; offset: number; limit: number },
    ) {
      reads += 1;
      return sorted
        .filter(value => value >= range.from && value < range.to)
        .slice(range.offset, range.offset + range.limit);
    },
  };
}

const read = (rows: ReturnType<typeof rowsOf>, counted: number[]) =>
  readLeadTimeQuantiles(
    rows,
    'dora-2026/1/UTC',
    selection,
    span,
    mergeBins(counted.map(value => new Map([[binOf(value), 1]]))),
  );

describe('readLeadTimeQuantiles', () => {
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

  it('is null without samples', async () => {
    expect(await read(rowsOf([]), [])).toEqual({
      median: null,
      p75: null,
      p90: null,
      approximate: false,
    });
  });
});

describe('readWindowQuantiles', () => {
  const window = {
    from: '2026-03-01',
    to: '2026-03-31',
    previous: { from: '2026-01-29', to: '2026-02-28' },
  };
  const binsOf = (values: number[]) =>
    mergeBins(values.map(value => new Map([[binOf(value), 1]])));

  /** Reads the rows where the bins have counted something else, as a calculation in between leaves it. */
  async function readBoth(
    rows: { current: number[]; previous: number[] },
    counted = rows,
  ) {
    const listWindowLeadTimes = jest.fn(async () => rows);
    const one = {
      listWindowLeadTimes,
      listLeadTimes: async (
        _calculation: string,
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
      'dora-2026/1/UTC',
      selection,
      window,
      { current: binsOf(counted.current), previous: binsOf(counted.previous) },
    );
    return { ...quantiles, together: listWindowLeadTimes.mock.calls.length };
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
