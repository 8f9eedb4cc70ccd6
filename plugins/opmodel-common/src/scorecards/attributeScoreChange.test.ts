import fc from 'fast-check';
import {
  attributeScoreChange,
  scoreCauses,
  type ScoredPair,
} from './attributeScoreChange';
import { type VerdictState, verdictStates } from './checkVerdict';

const pair = (
  before: VerdictState | null,
  after: VerdictState | null,
  isRuleChanged = false,
): ScoredPair => ({ before, after, isRuleChanged });
const state = fc.option(fc.constantFrom(...verdictStates));

describe('attributeScoreChange', () => {
  it('splits a change by its causes', () => {
    // 2 of 4 passed; then 3 of 5.
    const { before, after, change, parts } = attributeScoreChange([
      pair('passed', 'passed'),
      pair('passed', 'not_reported'),
      pair('failed', 'passed'),
      pair('failed', 'failed'),
      pair(null, 'passed'),
      pair(null, 'failed', true),
    ]);
    expect([before, after]).toEqual([0.5, 0.6]);
    expect(change).toBeCloseTo(0.1);
    // Each pair that joins or leaves brings what it adds beyond an average one: ±½ of the 5 at the end.
    expect(parts).toMatchObject({
      entity: 1 / 5,
      data: -0.5 / 5,
      population: 0.5 / 5,
      rule: -0.5 / 5,
      exemption: 0,
    });
  });

  it('puts a move down to an acceptance that began or ended', () => {
    expect(
      attributeScoreChange([pair('failed', 'exempt'), pair('passed', 'passed')])
        .parts,
    ).toMatchObject({ exemption: 0.5, entity: 0 });
  });

  it('says nothing where one end has nothing that is judged', () => {
    expect(attributeScoreChange([pair(null, 'passed')])).toEqual({
      before: null,
      after: 1,
      change: null,
      parts: null,
    });
  });

  it('leaves no rest, in whatever order the pairs are', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            before: state,
            after: state,
            isRuleChanged: fc.boolean(),
          }),
          {
            minLength: 1,
            maxLength: 40,
          },
        ),
        pairs => {
          const { change, parts } = attributeScoreChange(pairs);
          const reversed = attributeScoreChange([...pairs].reverse());
          const partsOf = (found: typeof parts) =>
            scoreCauses.map(cause => found?.[cause] ?? 0);
          const sum = partsOf(parts).reduce((all, part) => all + part, 0);
          expect(parts === null).toBe(change === null);
          expect(sum).toBeCloseTo(change ?? 0, 10);
          partsOf(parts).forEach((part, at) =>
            expect(partsOf(reversed.parts)[at]).toBeCloseTo(part, 10),
          );
        },
      ),
    );
  });

  it('moves nothing where nothing changed', () => {
    fc.assert(
      fc.property(fc.array(state, { minLength: 1 }), states => {
        const { change } = attributeScoreChange(states.map(s => pair(s, s)));
        expect(change ?? 0).toBe(0);
      }),
    );
  });

  it('comes to the same where the pairs that did not change are only counted', () => {
    const pairs = fc.array(
      fc.record({ before: state, after: state, isRuleChanged: fc.boolean() }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(pairs, some => {
        const same = some.filter(({ before, after }) => before === after);
        const found = attributeScoreChange(
          some.filter(({ before, after }) => before !== after),
          {
            passing: same.filter(({ after }) =>
              ['passed', 'warning'].includes(after ?? ''),
            ).length,
            judged: same.filter(({ after }) =>
              ['passed', 'warning', 'failed'].includes(after ?? ''),
            ).length,
          },
        );
        expect(found).toEqual(attributeScoreChange(some));
      }),
    );
  });
});
