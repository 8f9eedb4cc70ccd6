import { mergeBins } from '../statistics/BinCounts';
import { binOf } from '../statistics/logBins';
import { flow2026Definition } from './flowDefinition';
import { serviceLevelExpectation } from './serviceLevelExpectation';

const DAY = 86_400;
const bins = (...days: number[]) =>
  mergeBins(days.map(count => new Map([[binOf(count * DAY), 1]])));
const expectation = (
  history: number[],
  completed: number[],
  configured: { share: number; seconds: number } | null = null,
) =>
  serviceLevelExpectation(
    { configured, history: bins(...history), completed: bins(...completed) },
    flow2026Definition,
  );

describe('serviceLevelExpectation', () => {
  it('is the 85th percentile of the year before', () => {
    const { seconds, ...rest } = expectation(
      // The 85th percentile of 1 to 21 lies at rank 17 of 0 to 20: 18 days.
      Array.from({ length: 21 }, (_, index) => index + 1),
      [2, 4, 17, 19],
    );
    expect(seconds! / DAY).toBeGreaterThan(18 * 0.99);
    expect(seconds! / DAY).toBeLessThan(18 * 1.01);
    expect(rest).toEqual({ share: 0.85, origin: 'observed', met: 0.75, n: 4 });
  });

  it('is what is configured, whatever was observed', () => {
    expect(
      expectation([20, 20, 20, 20, 20], [4, 6], {
        share: 0.9,
        seconds: 5 * DAY,
      }),
    ).toEqual({
      share: 0.9,
      seconds: 5 * DAY,
      origin: 'configured',
      met: 0.5,
      n: 2,
    });
  });

  it('is none where too little is known', () => {
    expect(expectation([1, 2, 3, 4], [5])).toEqual({
      share: 0.85,
      seconds: null,
      origin: 'none',
      met: null,
      n: 1,
    });
    expect(expectation([1, 2, 3, 4, 5], [])).toMatchObject({
      origin: 'observed',
      met: null,
    });
  });
});
