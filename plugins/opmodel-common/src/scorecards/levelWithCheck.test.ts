import fc from 'fast-check';
import { type VerdictState, verdictStates } from './checkVerdict';
import { computeLevel } from './computeLevel';
import { levelWithCheck } from './levelWithCheck';
import { checkWith, scorecardWith, verdictsOf } from './testing/scorecards';

const states = fc.constantFrom<VerdictState>(...verdictStates);

describe('levelWithCheck', () => {
  const scorecard = scorecardWith();

  it('is the next level, or one above it of which everything is met', () => {
    const told = verdictsOf({
      bronze: 'failed',
      silver: 'passed',
      gold: 'failed',
    });
    expect(levelWithCheck(scorecard, told, 'bronze')?.name).toBe('Silver');
    expect(levelWithCheck(scorecard, told, 'gold')).toBeNull();
    expect(computeLevel(scorecard, told).level).toBeNull();
  });

  it('counts the points of a check', () => {
    const points = scorecardWith({
      scheme: 'points',
      levels: [
        { name: 'Half', rank: 1, atLeast: 0.5 },
        { name: 'All', rank: 2, atLeast: 1 },
      ],
      checks: [
        checkWith({ id: 'heavy', weight: 3 }),
        checkWith({ id: 'light', weight: 1 }),
      ],
    });
    const none = verdictsOf({ heavy: 'failed', light: 'not_reported' });
    expect(levelWithCheck(points, none, 'heavy')?.name).toBe('Half');
    expect(levelWithCheck(points, none, 'light')).toBeNull();
    const most = verdictsOf({ heavy: 'passed', light: 'failed' });
    expect(levelWithCheck(points, most, 'light')?.name).toBe('All');
  });

  it('is never below the level without it', () => {
    fc.assert(
      fc.property(
        fc.record({ bronze: states, silver: states, gold: states }),
        fc.constantFrom('bronze', 'silver', 'gold'),
        (told, checkId) => {
          const verdicts = verdictsOf(told);
          const before = computeLevel(scorecard, verdicts).level?.rank ?? 0;
          const after = levelWithCheck(scorecard, verdicts, checkId);
          expect(after?.rank ?? 0).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });
});
