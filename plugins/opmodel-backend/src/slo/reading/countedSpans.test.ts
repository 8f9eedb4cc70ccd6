import { MINUTE, noon } from '../testing/slos';
import { excludedSpans } from './countedSpans';

describe('excludedSpans', () => {
  const corrections = [{ from: noon + 6 * MINUTE, to: noon + 8 * MINUTE }];
  const around = (from: number, to: number) => [
    { from: noon + from * MINUTE, to: noon + to * MINUTE },
  ];

  it.each([
    [60, around(5, 10)],
    [300, around(5, 10)],
    [900, around(0, 15)],
  ])(
    'leaves out whole slices of %d seconds, and the buckets that hold them',
    (seconds, expected) => {
      expect(excludedSpans(corrections, seconds)).toEqual(expected);
    },
  );

  it('leaves corrections alone where events are counted', () => {
    expect(excludedSpans(corrections, null)).toEqual(corrections);
  });
});
