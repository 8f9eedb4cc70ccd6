import fc from 'fast-check';
import { verdictStates } from './checkVerdict';
import {
  addVerdictTallies,
  emptyVerdictTally,
  isBadStandard,
  shareOfTally,
  tallyVerdicts,
} from './verdictTally';

const verdicts = fc.array(
  fc.record({ state: fc.constantFrom(...verdictStates) }),
);

describe('verdictTally', () => {
  it('tells what passes, and of how much of what is asked', () => {
    expect(
      shareOfTally({
        ...emptyVerdictTally,
        passed: 5,
        warning: 1,
        failed: 2,
        exempt: 1,
        not_reported: 1,
        not_applicable: 7,
      }),
    ).toEqual({
      passing: 0.75,
      judged: 8,
      applicable: 10,
      coverage: 0.8,
      exempt: 0.1,
    });
  });

  it('tells no share of nothing', () => {
    expect(shareOfTally({ ...emptyVerdictTally, not_applicable: 3 })).toEqual({
      passing: null,
      judged: 0,
      applicable: 0,
      coverage: null,
      exempt: null,
    });
  });

  it('adds up: the parts of a partition make the whole', () => {
    fc.assert(
      fc.property(verdicts, verdicts, (a, b) => {
        expect(addVerdictTallies(tallyVerdicts(a), tallyVerdicts(b))).toEqual(
          tallyVerdicts([...a, ...b]),
        );
      }),
    );
  });

  it('questions a check that more than 15 % are exempt from', () => {
    const exempt = (count: number, of: number) =>
      isBadStandard({
        ...emptyVerdictTally,
        exempt: count,
        passed: of - count,
      });
    expect(exempt(3, 20)).toBe(false);
    expect(exempt(4, 20)).toBe(true);
    expect(exempt(2, 4)).toBe(false);
  });
});
