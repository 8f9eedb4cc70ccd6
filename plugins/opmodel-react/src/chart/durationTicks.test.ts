import {
  countTicks,
  durationTicks,
  logDurationTicks,
  shareTicks,
} from './durationTicks';

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

describe('shareTicks', () => {
  it.each([
    [0, [0, 0.005]],
    [0.09, [0, 0.05, 0.1]],
    [0.5, [0, 0.2, 0.4, 0.6]],
    [1, [0, 0.25, 0.5, 0.75, 1]],
  ])('reaches %d in steps that are read at a glance', (highest, ticks) => {
    const found = shareTicks(highest);
    expect(found).toHaveLength(ticks.length);
    found.forEach((tick, index) => expect(tick).toBeCloseTo(ticks[index]));
  });
});
