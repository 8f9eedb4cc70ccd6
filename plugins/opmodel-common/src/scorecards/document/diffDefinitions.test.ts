import { checkWith, scorecardWith } from '../testing/scorecards';
import { affectedChecks } from './affectedChecks';
import { diffDefinitions } from './diffDefinitions';

const before = scorecardWith({
  requires: [{ scorecard: 'scorecard:default/security', level: 'Bronze' }],
});
const [bronze, silver, gold] = before.checks;

describe('diffDefinitions', () => {
  it('finds nothing where nothing differs', () => {
    expect(diffDefinitions(before, JSON.parse(JSON.stringify(before)))).toEqual(
      [],
    );
  });

  it('names each place that differs, checks by id and levels by name', () => {
    const after = scorecardWith({
      title: 'Ready?',
      filter: 'true',
      countsToOverall: false,
      levels: [
        { name: 'Bronze', rank: 2 },
        { name: 'Iron', rank: 1 },
        before.levels[2],
      ],
      emptyLevel: { name: 'Basic', color: 'gray' },
      checks: [
        gold,
        {
          ...bronze,
          expression: 'catalog.hasTags',
          startsAt: Date.parse('2027-01-01T00:00:00Z'),
          links: [{ title: 'Why', url: 'https://example.com' }],
        },
        checkWith({ id: 'iron', name: 'Is hard', expression: 'true' }),
      ],
    });
    expect(
      diffDefinitions(before, after).map(
        ({ kind, path, before: was, after: is }) =>
          `${kind} ${path}: ${was} -> ${is}`,
      ),
    ).toEqual([
      'changed title: Readiness -> Ready?',
      'changed countsToOverall: true -> false',
      'added filter: null -> true',
      'added emptyLevel.color: null -> gray',
      'removed requires.scorecard:default/security: Bronze -> null',
      'changed levels.Bronze.rank: 1 -> 2',
      'added levels.Iron: null -> 1',
      'removed levels.Silver: 2 -> null',
      'changed checks.bronze.expression: catalog.hasDescription -> catalog.hasTags',
      'added checks.bronze.links: null -> [{"title":"Why","url":"https://example.com"}]',
      'added checks.bronze.startsAt: null -> 2027-01-01T00:00:00.000Z',
      'added checks.iron: null -> Is hard: true',
      'removed checks.silver: Has a description: catalog.hasDescription -> null',
      'changed checks: bronze, gold -> gold, bronze',
    ]);
  });

  it('tells a new definition as added as a whole', () => {
    const kinds = diffDefinitions(null, before).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['added']));
  });
});

describe('affectedChecks', () => {
  const after = (part: object) => scorecardWith({ ...before, ...part });

  it.each([
    ['a title', { title: 'Ready?' }, []],
    ['the order', { checks: [gold, silver, bronze] }, []],
    ['words', { checks: [{ ...bronze, solution: 'Do' }, silver, gold] }, []],
    [
      'an expression',
      { checks: [{ ...bronze, expression: 'true' }, silver, gold] },
      ['bronze'],
    ],
    [
      'a weight and a check that is gone',
      { checks: [bronze, { ...silver, weight: 2 }] },
      ['silver', 'gold'],
    ],
    ['the filter', { filter: 'true' }, 'whole'],
    ['the scheme', { scheme: 'points' }, 'whole'],
    ['a rank', { levels: [{ name: 'Bronze', rank: 4 }] }, 'whole'],
    ['what it requires', { requires: [] }, 'whole'],
  ])('finds what %s affects', (_, part, expected) => {
    expect(affectedChecks(before, after(part))).toEqual(expected);
  });

  it('finds everything affected where there was nothing before', () => {
    expect(affectedChecks(null, before)).toBe('whole');
  });
});
