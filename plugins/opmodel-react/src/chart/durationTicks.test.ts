import { countTicks, durationTicks, logDurationTicks } from './durationTicks';

const HOUR = 3_600;
const DAY = 24 * HOUR;

describe('durationTicks', () => {
  it('begins at zero and steps by what people read', () => {
    expect(durationTicks(5 * HOUR)).toEqual([0, 2 * HOUR, 4 * HOUR, 6 * HOUR]);
    expect(durationTicks(26 * DAY)).toEqual(
      [0, 7, 14, 21, 28].map(n => n * DAY),
    );
  });

  it.each([0, 1, 59, 3_601, 40 * DAY, 5_000 * DAY])(
    'reaches %d seconds with at most four intervals',
    highest => {
      const ticks = durationTicks(highest);
      expect(ticks[0]).toBe(0);
      expect(ticks[ticks.length - 1]).toBeGreaterThanOrEqual(highest);
      expect(ticks.length).toBeLessThanOrEqual(5);
    },
  );
});

describe('countTicks', () => {
  it.each([0, 1, 3, 7, 41, 412, 99_999])(
    'reaches %d with whole numbers',
    highest => {
      const ticks = countTicks(highest);
      expect(ticks.every(Number.isInteger)).toBe(true);
      expect(ticks[0]).toBe(0);
      expect(ticks[ticks.length - 1]).toBeGreaterThanOrEqual(highest);
      expect(ticks.length).toBeLessThanOrEqual(5);
    },
  );
});

describe('logDurationTicks', () => {
  it('stays within the axis and within what fits', () => {
    const ticks = logDurationTicks(900, 30 * DAY, 5);
    expect(ticks.length).toBeLessThanOrEqual(5);
    expect(ticks[0]).toBeGreaterThanOrEqual(900);
    expect(ticks[ticks.length - 1]).toBeLessThanOrEqual(30 * DAY);
  });
});
