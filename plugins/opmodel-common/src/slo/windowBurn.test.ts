import { emptyTally } from './sloTally';
import { windowBurn } from './windowBurn';

const MINUTE = 60_000;
const start = Date.UTC(2026, 2, 2);

describe('windowBurn', () => {
  const row = (minute: number) => ({ start: start + minute * MINUTE });
  const tally = (minute: number, bad: number, total = 100) => ({
    ...emptyTally,
    ...row(minute),
    good: total - bad,
    total,
  });
  const burnOf = (
    tallies: Parameters<typeof windowBurn>[0],
    more: Partial<Parameters<typeof windowBurn>[1]> = {},
  ) =>
    windowBurn(tallies, {
      until: start + 60 * MINUTE,
      seconds: 3_600,
      method: 'Occurrences',
      target: 0.99,
      timeSliceSeconds: null,
      ...more,
    });

  it('is that of the latest so many seconds', () => {
    const tallies = [tally(-5, 100), tally(0, 5), tally(55, 10), tally(60, 90)];
    expect(burnOf(tallies)).toBe(7.5);
    expect(burnOf(tallies, { seconds: 300 })).toBe(10);
  });

  it('is not known where nothing was measured, and nothing where nothing happened', () => {
    expect(burnOf([tally(-5, 100)])).toBeNull();
    expect(burnOf([tally(0, 0, 0)])).toBe(0);
  });

  it('ends with the last complete slice, and holds at least one', () => {
    const slice = (minute: number, good: 0 | 1) => ({
      ...emptyTally,
      ...row(minute),
      slices: 1,
      goodSlices: good,
      ratioSum: good,
    });
    expect(
      burnOf([slice(-60, 1), slice(0, 0), tally(65, 0)], {
        until: start + 70 * MINUTE,
        seconds: 300,
        method: 'Timeslices',
        timeSliceSeconds: 3_600,
      }),
    ).toBe(100);
  });
});
