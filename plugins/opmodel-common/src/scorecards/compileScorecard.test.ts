import { compileScorecard, maximumScorecardSteps } from './compileScorecard';
import { FactExpressions } from './expressions/FactExpressions';
import { checkWith, scorecardWith } from './testing/scorecards';

const expressions = new FactExpressions({
  catalog: { hasDescription: { type: 'boolean', description: 'x' } },
});

describe('compileScorecard', () => {
  it('reads a definition of which nothing is wrong', () => {
    const { checks, problems } = compileScorecard(scorecardWith(), expressions);
    expect(problems).toEqual([]);
    expect(checks.map(({ check }) => check.id)).toEqual([
      'bronze',
      'silver',
      'gold',
    ]);
  });

  it('names each thing that is wrong, and leaves the other checks whole', () => {
    const { checks, broken, problems } = compileScorecard(
      scorecardWith({
        checks: [
          checkWith({ id: 'bronze', level: 'Bronze' }),
          checkWith({ id: 'bronze', level: 'Silver', weight: -1 }),
          checkWith({
            id: 'slip',
            level: 'Golden',
            expression: 'catalog.hasDescripton',
            confirmations: 0,
          }),
          checkWith({ id: 'text', level: 'Gold', expression: '"yes"' }),
        ],
      }),
      expressions,
    );
    expect(problems.map(({ path }) => path)).toEqual([
      'checks[2].level',
      'checks[1].id',
      'checks[1].weight',
      'checks[2].confirmations',
      'checks[2].expression',
      'checks[3].expression',
    ]);
    expect(problems[4]).toEqual({
      path: 'checks[2].expression',
      message: 'No such fact: catalog.hasDescripton',
      range: { from: 0, to: 21 },
    });
    expect(checks.map(({ check }) => check.id)).toEqual(['bronze']);
    expect(broken.map(({ check, message }) => [check.id, message])).toEqual([
      ['bronze', 'checks[1].weight must be 0 or more'],
      ['slip', 'checks[2].confirmations must be a whole number, 1 or more'],
      ['text', 'checks[3].expression must come to a yes or no, not a string'],
    ]);
  });

  it('asks nothing where its filter is broken, rather than everything of everybody', () => {
    const { checks, broken } = compileScorecard(
      scorecardWith({ filter: 'catalog.' }),
      expressions,
    );
    expect(checks).toEqual([]);
    expect(broken.map(({ filters }) => filters)).toEqual([null, null, null]);
    expect(broken[0].message).toMatch(/^filter /);
  });

  it('finds levels that clash, that nothing asks for, and that have no share', () => {
    const paths = (part: Parameters<typeof scorecardWith>[0]) =>
      compileScorecard(scorecardWith(part), expressions).problems.map(
        ({ path }) => path,
      );
    expect(
      paths({
        levels: [
          { name: 'Bronze', rank: 1 },
          { name: 'Bronze', rank: 1 },
          { name: 'Silver', rank: 2 },
          { name: 'Gold', rank: 3 },
          { name: 'Platinum', rank: 4 },
        ],
      }),
    ).toEqual(['levels[1].name', 'levels[1].rank', 'levels[4]']);
    expect(
      paths({
        scheme: 'points',
        levels: [{ name: 'Fair', rank: 1 }],
        checks: [checkWith()],
      }),
    ).toEqual(['levels[0].atLeast']);
  });

  it('bounds what all checks take together, and leaves those whole that fit', () => {
    const ofSets = new FactExpressions({
      catalog: { tags: { type: 'set', description: 'x' } },
    });
    const dear = 'catalog.tags.all(x, catalog.tags.all(y, x != ""))';
    const { steps } = ofSets.compile(dear).expression!;
    const fitting = Math.floor(maximumScorecardSteps / steps);
    const definition = scorecardWith({
      checks: Array.from({ length: 100 }, (_, at) =>
        checkWith({ id: `c${at}`, expression: dear }),
      ),
    });
    const { checks, broken, problems } = compileScorecard(definition, ofSets);
    expect(checks).toHaveLength(fitting);
    expect(broken).toHaveLength(100 - fitting);
    expect(problems.find(({ path }) => path.startsWith('checks'))).toEqual({
      path: `checks[${fitting}].expression`,
      message: expect.stringContaining('together with what stands before it'),
      range: null,
    });
    // A filter is looked at for each check.
    expect(
      compileScorecard({ ...definition, filter: dear }, ofSets).problems,
    ).toContainEqual(expect.objectContaining({ path: 'filter' }));
  });
});
