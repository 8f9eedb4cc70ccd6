import type { ScorecardDefinition } from '@opmodel/backstage-plugin-opmodel-common';
import { FakeScorecardStore } from '../definitions/FakeScorecardStore';
import {
  checkWith,
  definitionWith,
  publishedWith,
} from '../testing/publishedScorecard';
import { levelRulesOf, listNewLevelRules } from './levelRules';

const levels = [
  { name: 'Bronze', rank: 1 },
  { name: 'Silver', rank: 2 },
];
const check = checkWith({ id: 'tested', level: 'Bronze' });
const before: Partial<ScorecardDefinition> = { levels, checks: [check] };

describe('levelRulesOf', () => {
  it.each<[string, Partial<ScorecardDefinition>]>([
    ['a rank', { levels: [levels[0], { name: 'Silver', rank: 3 }] }],
    ['a bound', { levels: [levels[0], { ...levels[1], atLeast: 0.5 }] }],
    ['the scheme', { scheme: 'points' }],
    ['the level of a check', { checks: [{ ...check, level: 'Silver' }] }],
    ['a weight', { checks: [{ ...check, weight: 7 }] }],
    [
      'what is not reported',
      { checks: [{ ...check, whenNotReported: 'fail' }] },
    ],
    [
      'what is required',
      { requires: [{ scorecard: 'scorecard:default/a', level: 'A' }] },
    ],
  ])('differ by %s', (_, part) => {
    expect(levelRulesOf(definitionWith({ ...before, ...part }))).not.toBe(
      levelRulesOf(definitionWith(before)),
    );
  });

  it('do not differ by what verdicts follow from, nor by words', () => {
    const other = { ...check, expression: 'true', name: 'Another' };
    expect(levelRulesOf(definitionWith({ ...before, checks: [other] }))).toBe(
      levelRulesOf(definitionWith(before)),
    );
  });
});

describe('listNewLevelRules', () => {
  it('lists the versions of a time by which levels are others than before', async () => {
    const store = new FakeScorecardStore();
    const { ref } = definitionWith(before);
    const later = [
      before,
      { ...before, description: 'Said better' },
      { ...before, scheme: 'points' as const },
      { ...before, scheme: 'levels' as const },
    ];
    for (const [at, part] of later.entries()) {
      await store.publish([publishedWith(part)], { now: 100 * (at + 1) });
    }
    const list = async (from: number, to: number) => [
      ...(await listNewLevelRules(store, ref, { from, to })),
    ];
    expect(await list(0, 1_000)).toEqual([4, 3]);
    expect(await list(200, 300)).toEqual([3]);
    expect(await list(300, 350)).toEqual([]);
    expect(await list(100, 250)).toEqual([]);
  });
});
