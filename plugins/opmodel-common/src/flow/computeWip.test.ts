import { computeFlowItem } from './computeFlowItem';
import { computeAges, computeWip, stateAt, weeksOfWork } from './computeWip';
import { flow2026Definition } from './flowDefinition';
import { workItem } from './__testUtils__/workItems';

const day = (number: number) => Date.UTC(2026, 2, number);
const DAY = 86_400;

const items = [
  { createdAt: day(1) },
  { startedAt: day(2) },
  {
    stateChanges: [
      { at: day(4), state: 'active' as const },
      { at: day(6), state: 'blocked' as const },
    ],
  },
  { startedAt: day(5), completedAt: day(8) },
  { startedAt: day(5), cancelledAt: day(6) },
  { startedAt: day(1), withdrawn: true },
].map(fact => computeFlowItem(workItem(fact), flow2026Definition));

describe('work in progress', () => {
  it('is what has begun and not ended at the moment', () => {
    expect(computeWip(items, day(5))).toEqual({ items: 4, blocked: 0 });
    expect(computeWip(items, day(7))).toEqual({ items: 3, blocked: 1 });
    expect(computeWip(items, day(9))).toEqual({ items: 2, blocked: 1 });
    expect(computeWip([], day(9))).toEqual({ items: 0, blocked: 0 });
  });

  it('knows where an item stood, and that it did not before it came', () => {
    expect(stateAt(items[2], day(4) - 1)).toBeNull();
    expect(stateAt(items[2], day(4))).toBe('active');
    expect(stateAt(items[2], day(6))).toBe('blocked');
    expect(stateAt(items[3], day(8))).toBe('done');
  });

  it('is aged from its start, and held against the expectation', () => {
    expect(computeAges(items, day(9), 5 * DAY)).toEqual({
      median: 6 * DAY,
      p85: 5 * DAY + 0.85 * 2 * DAY,
      oldest: 7 * DAY,
      n: 2,
      beyondExpectation: 1,
    });
    expect(computeAges(items, day(9), 7 * DAY).beyondExpectation).toBe(0);
    expect(computeAges(items, day(9), null).beyondExpectation).toBeNull();
    expect(computeAges([], day(9), 5 * DAY)).toEqual({
      median: null,
      p85: null,
      oldest: null,
      n: 0,
      beyondExpectation: 0,
    });
  });

  it('lasts so many weeks at the pace of the window', () => {
    // Twelve in 28 days are three a week.
    expect(weeksOfWork(6, 12, 28)).toBe(2);
    expect(weeksOfWork(0, 12, 28)).toBe(0);
    expect(weeksOfWork(6, 0, 28)).toBeNull();
  });
});
