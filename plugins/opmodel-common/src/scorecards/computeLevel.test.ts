import fc from 'fast-check';
import { type VerdictState, verdictStates } from './checkVerdict';
import { computeLevel } from './computeLevel';
import { checkWith, scorecardWith, verdictsOf } from './testing/scorecards';

const states = fc.constantFrom<VerdictState>(...verdictStates);

describe('computeLevel', () => {
  const scorecard = scorecardWith();
  const levelOf = (...told: Parameters<typeof verdictsOf>) => {
    const { level, next, missing } = computeLevel(
      scorecard,
      verdictsOf(...told),
    );
    return [level?.name ?? null, next?.name ?? null, missing];
  };

  it('is the highest level of which all checks are met, and all below', () => {
    expect(
      levelOf({ bronze: 'passed', silver: 'passed', gold: 'failed' }),
    ).toEqual(['Silver', 'Gold', [{ checkId: 'gold', bearing: 'missed' }]]);
    expect(
      levelOf({ bronze: 'failed', silver: 'passed', gold: 'passed' }),
    ).toEqual([null, 'Bronze', [{ checkId: 'bronze', bearing: 'missed' }]]);
    expect(
      levelOf({ bronze: 'passed', silver: 'warning', gold: 'exempt' }),
    ).toEqual(['Gold', null, []]);
  });

  it('waits for what was never told, unless the check says otherwise', () => {
    const told = verdictsOf({
      bronze: 'passed',
      silver: 'not_reported',
      gold: 'passed',
    });
    const levelWhen = (whenNotReported: 'wait' | 'ignore' | 'fail') => {
      const { level, missing } = computeLevel(
        scorecardWith({
          checks: scorecard.checks.map(check => ({
            ...check,
            whenNotReported,
          })),
        }),
        told,
      );
      return [level?.name, ...missing.map(({ bearing }) => bearing)];
    };
    expect(levelWhen('wait')).toEqual(['Bronze', 'unknown']);
    expect(levelWhen('ignore')).toEqual(['Gold']);
    expect(levelWhen('fail')).toEqual(['Bronze', 'missed']);
  });

  it('goes on by what stood where data went missing or a check broke', () => {
    const told = verdictsOf({
      bronze: ['not_reported', 'passed'],
      silver: ['error', 'warning'],
      gold: ['error', 'failed'],
    });
    expect(computeLevel(scorecard, told)).toMatchObject({
      level: { name: 'Silver' },
      held: ['bronze', 'silver', 'gold'],
    });
  });

  it('lets a check that is broken from its beginning hurt nobody', () => {
    expect(
      levelOf({ bronze: 'passed', silver: 'error', gold: 'passed' }),
    ).toEqual(['Gold', null, []]);
  });

  it('gives no level where nothing was ever judged and checks are broken', () => {
    expect(
      levelOf({
        bronze: 'error',
        silver: 'not_applicable',
        gold: 'not_reported',
      }),
    ).toEqual([null, 'Bronze', [{ checkId: 'bronze', bearing: 'unknown' }]]);
    const { level } = computeLevel(
      scorecardWith({
        checks: scorecard.checks.map(check => ({
          ...check,
          whenNotReported: 'fail' as const,
        })),
      }),
      verdictsOf({ bronze: 'error', silver: 'error', gold: 'not_reported' }),
    );
    expect(level).toBeNull();
    expect(
      levelOf({ bronze: 'error', silver: 'error', gold: 'failed' }),
    ).toEqual(['Silver', 'Gold', [{ checkId: 'gold', bearing: 'missed' }]]);
  });

  it('gives no level where nothing is asked', () => {
    const told = verdictsOf({
      bronze: 'not_applicable',
      silver: 'not_applicable',
      gold: 'error',
    });
    expect(computeLevel(scorecard, told)).toMatchObject({
      level: null,
      next: { name: 'Bronze' },
      missing: [],
      isAsked: false,
    });
  });

  it('takes a pair that was never judged as not known', () => {
    expect(levelOf({ bronze: 'passed' })).toEqual([
      'Bronze',
      'Silver',
      [{ checkId: 'silver', bearing: 'unknown' }],
    ]);
  });

  it('is cumulative: mending a check never lowers it, and no level is reached above a missed one', () => {
    const ids = ['bronze', 'silver', 'gold'];
    fc.assert(
      fc.property(
        fc.tuple(states, states, states),
        fc.nat(2),
        (told, mended) => {
          const rank = (found: readonly VerdictState[]) =>
            computeLevel(
              scorecard,
              verdictsOf(
                Object.fromEntries(found.map((s, at) => [ids[at], s])),
              ),
            ).level?.rank ?? 0;
          const firstMissed = told.findIndex(
            state => state === 'failed' || state === 'not_reported',
          );
          expect(rank(told)).toBeLessThanOrEqual(
            firstMissed < 0 ? 3 : firstMissed,
          );
          const better = told.map((s, at) => (at === mended ? 'passed' : s));
          expect(rank(better as VerdictState[])).toBeGreaterThanOrEqual(
            rank(told),
          );
        },
      ),
    );
  });

  it('is that of the lowest category, and does not go by the order of checks', () => {
    const checks = ['Security', 'Delivery'].flatMap(category =>
      ['Bronze', 'Silver', 'Gold'].map(level =>
        checkWith({ id: `${category}-${level}`, category, level }),
      ),
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<VerdictState>('passed', 'failed'), {
          minLength: 6,
          maxLength: 6,
        }),
        fc.shuffledSubarray(checks, { minLength: 6 }),
        (told, shuffled) => {
          const verdicts = verdictsOf(
            Object.fromEntries(checks.map(({ id }, at) => [id, told[at]])),
          );
          const rank = (asked: typeof checks) =>
            computeLevel(scorecardWith({ checks: asked }), verdicts).level
              ?.rank ?? 0;
          const ofCategory = (name: string) =>
            rank(checks.filter(({ category }) => category === name));
          expect(rank(shuffled)).toBe(
            Math.min(ofCategory('Security'), ofCategory('Delivery')),
          );
        },
      ),
    );
  });
});
