import fc from 'fast-check';
import { quickCheckScore, quickCheckScores } from './quickCheck';

const HOUR = 3_600;
const DAY = 24 * HOUR;

describe('quickCheckScore', () => {
  it('scores six categories in equal steps', () => {
    const scoreOf = (seconds: number) =>
      quickCheckScore('change-lead-time', seconds, '2025');
    expect(
      [HOUR - 1, HOUR, DAY, 7 * DAY, 40 * DAY, 200 * DAY].map(scoreOf),
    ).toEqual([10, 8, 6, 4, 2, 0]);
    expect(
      [14, 7, 1, 0.5, 0.1, 0.01].map(perWeek =>
        quickCheckScore('deployment-frequency', perWeek, '2025'),
      ),
    ).toEqual([10, 8, 6, 4, 2, 0]);
  });

  it('takes a tenth of a percentage from 10', () => {
    expect(quickCheckScore('change-fail-rate', 0.19, '2025')).toBeCloseTo(8.1);
    expect(quickCheckScore('deployment-rework-rate', 1, '2025')).toBe(0);
  });

  it('does not score what the Quick Check of the edition does not ask', () => {
    expect(quickCheckScore('deployment-rework-rate', 0.1, '2024')).toBeNull();
    expect(quickCheckScore('change-fail-rate', 0.1, '2023')).toBeNull();
    expect(quickCheckScore('time-to-restore', HOUR, '2025')).toBeNull();
  });

  it('lies between 0 and 10', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'change-lead-time' as const,
          'deployment-frequency' as const,
          'failed-deployment-recovery-time' as const,
          'change-fail-rate' as const,
          'deployment-rework-rate' as const,
        ),
        // Rates of some definitions pass 1.
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        (metric, value) => {
          const score = quickCheckScore(metric, value, '2025')!;
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(10);
        },
      ),
    );
  });
});

describe('quickCheckScores', () => {
  const answered = {
    'change-lead-time': 3 * DAY,
    'deployment-frequency': 2,
    'failed-deployment-recovery-time': 2 * HOUR,
    'change-fail-rate': 0.1,
    'deployment-rework-rate': 0.2,
  };

  it('takes the mean of each group', () => {
    // 6, 6 and 8; 9 and 8.
    const scores = quickCheckScores(answered);
    expect(scores.throughput).toBeCloseTo(20 / 3);
    expect(scores.stability).toBeCloseTo(8.5);
    expect(scores.overall).toBeCloseTo(37 / 5);
  });

  it('does not take an unanswered metric for the worst or the best answer', () => {
    const scores = quickCheckScores({
      ...answered,
      'failed-deployment-recovery-time': null,
      'deployment-rework-rate': null,
    });
    expect(scores.throughput).toBeNull();
    expect(scores.stability).toBeNull();
    // 6, 6 and 9.
    expect(scores.overall).toBe(7);
    expect(quickCheckScores({})).toMatchObject({
      overall: null,
      throughput: null,
      stability: null,
    });
  });

  it('leaves rework out before 2025', () => {
    expect(quickCheckScores(answered, '2024')).toMatchObject({
      stability: 9,
      overall: 29 / 4,
    });
  });
});
