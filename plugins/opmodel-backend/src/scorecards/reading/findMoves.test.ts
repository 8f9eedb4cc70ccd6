import {
  attributeScoreChange,
  scoreCauses,
  type VerdictState,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { StoredScorecard } from '../definitions/ScorecardStore';
import type { ResultChange } from '../evaluation/ResultStore';
import { publishedWith } from '../testing/publishedScorecard';
import { findMoves } from './findMoves';
import { PastScorecard } from './PastScorecard';
import type { PastRow } from './ScorecardReadStore';

const slots = ['docs', 'tests'];

const scorecard: StoredScorecard = {
  ...publishedWith(),
  version: 1,
  slots,
  publishedAt: 0,
  removedAt: null,
};

const row = (
  entityRef: string,
  rank: number | null,
  states: string,
  part: Partial<PastRow> = {},
): PastRow => ({ entityRef, rank, states, firstAt: 1, goneAt: null, ...part });

const change = (
  entityRef: string,
  changedAt: number,
  [levelBefore, levelAfter]: [number | null, number | null],
  checks: [string, VerdictState | null, VerdictState | null, boolean?][],
): ResultChange => ({
  entityRef,
  scorecardRef: scorecard.definition.ref,
  version: 1,
  ownerRef: null,
  changedAt,
  levelBefore,
  levelAfter,
  checks: checks.map(([checkId, before, after, isRuleChanged = false]) => ({
    checkId,
    before,
    after,
    isRuleChanged,
  })),
});

// Of what nothing happened to, only the states are known.
const results = [
  row('fell', 0, 'FP'),
  row('forgot', 0, 'RP'),
  row('ruled', 1, 'PF'),
  row('new', 1, 'PP', { firstAt: 150 }),
  row('lost', 2, 'PP', { goneAt: 160 }),
  row('left', null, 'NN'),
  row('later', 2, 'PP'),
];

const changes = [
  change('ruled', 110, [2, 1], [['tests', 'passed', 'failed', true]]),
  change('fell', 120, [1, 2], [['tests', 'failed', 'passed']]),
  change('fell', 130, [2, 0], [['docs', 'passed', 'failed']]),
  change('forgot', 140, [1, 0], [['docs', 'passed', 'not_reported']]),
  change(
    'left',
    145,
    [1, null],
    [
      ['docs', 'passed', 'not_applicable'],
      ['tests', 'failed', 'not_applicable'],
    ],
  ),
  change('later', 205, [1, 2], [['tests', 'failed', 'passed']]),
];

const open = () =>
  new PastScorecard(scorecard, {
    groups: [
      {
        scorecardRef: scorecard.definition.ref,
        rank: 2,
        entities: 6,
        states: 'FP,RP,PF,PP,PP,PP',
        firstAt: 1,
        changedAt: 205,
      },
    ],
    results,
    changes,
    since: 100,
  });

const span = { from: 100, to: 200, newLevelRules: new Set<number>() };

describe('findMoves', () => {
  it('says which levels changed, when, and why', () => {
    const { moves } = findMoves(open(), slots, span);
    expect(
      moves.map(({ entityRef, rankBefore, rankAfter, at, cause }) => [
        entityRef,
        rankBefore,
        rankAfter,
        at,
        cause,
      ]),
    ).toEqual([
      ['fell', 1, 0, 130, 'entity'],
      ['forgot', 1, 0, 140, 'data'],
      ['ruled', 2, 1, 110, 'rule'],
      ['new', null, 1, 150, 'population'],
      ['lost', 2, null, 160, 'population'],
      ['left', 1, null, 145, 'population'],
    ]);
    expect(moves[0].checks).toEqual([
      {
        checkId: 'docs',
        before: 'passed',
        after: 'failed',
        isRuleChanged: false,
      },
      {
        checkId: 'tests',
        before: 'failed',
        after: 'passed',
        isRuleChanged: false,
      },
    ]);
  });

  it('gives pairs whose parts add up, with who came and who went', () => {
    const past = open();
    const { pairs } = findMoves(past, slots, span);
    const { change: whole, parts, before, after } = attributeScoreChange(pairs);
    // Before: fell PF, forgot PP, ruled PP, lost PP, left PF, later PF; after: without the lost and the left, and with the new.
    expect(before).toBeCloseTo(9 / 12);
    expect(after).toBeCloseTo(6 / 9);
    const sum = scoreCauses.reduce((all, cause) => all + parts![cause], 0);
    expect(sum).toBeCloseTo(whole!, 12);
    expect(parts!.rule).toBeLessThan(0);
    expect(parts!.population).not.toBe(0);
    // What nothing happened to is not among the pairs.
    expect(past.untouched).toMatchObject({
      entities: 1,
      tally: { passed: 2 },
    });
  });

  it('says why levels changed where no check did', () => {
    const past = () =>
      new PastScorecard(scorecard, {
        groups: [],
        results: [row('held', 1, 'PP')],
        changes: [{ ...change('held', 120, [2, 1], []), version: 7 }],
        since: 100,
      });
    const causeBy = (newLevelRules: ReadonlySet<number>) =>
      findMoves(past(), slots, { ...span, newLevelRules }).moves[0].cause;
    expect(causeBy(new Set([7]))).toBe('rule');
    // Another scorecard holds it back.
    expect(causeBy(new Set([6]))).toBe('entity');
  });

  it('finds nothing where nothing happened', () => {
    const { moves } = findMoves(open(), slots, { ...span, from: 161 });
    expect(moves).toEqual([]);
  });
});
