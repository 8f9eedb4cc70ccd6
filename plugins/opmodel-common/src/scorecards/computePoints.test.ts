import { computePoints } from './computePoints';
import { checkWith, scorecardWith, verdictsOf } from './testing/scorecards';

describe('computePoints', () => {
  const scorecard = scorecardWith({
    scheme: 'points',
    levels: [
      { name: 'Fair', rank: 1, atLeast: 0.5 },
      { name: 'Good', rank: 2, atLeast: 0.8 },
    ],
    checks: [
      checkWith({ id: 'a', weight: 5 }),
      checkWith({ id: 'b', weight: 3 }),
      checkWith({ id: 'c', weight: 2 }),
    ],
  });

  it('weighs what is met', () => {
    expect(
      computePoints(
        scorecard,
        verdictsOf({ a: 'passed', b: 'warning', c: 'failed' }),
      ),
    ).toEqual({
      earned: 8,
      known: 10,
      possible: 10,
      share: 0.8,
      coverage: 1,
      level: scorecard.levels[1],
    });
  });

  it('reaches no level that what is still unknown could take away', () => {
    expect(
      computePoints(
        scorecard,
        verdictsOf({ a: 'passed', b: 'not_reported', c: 'not_applicable' }),
      ),
    ).toMatchObject({ share: 1, coverage: 5 / 8, level: { name: 'Fair' } });
  });

  it('has no share of nothing', () => {
    expect(
      computePoints(
        scorecard,
        verdictsOf({ a: 'not_applicable', b: 'error', c: 'not_applicable' }),
      ),
    ).toMatchObject({ share: null, coverage: null, level: null });
  });
});
