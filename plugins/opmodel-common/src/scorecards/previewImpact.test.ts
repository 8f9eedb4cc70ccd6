import fc from 'fast-check';
import { findLevelsLost, type LevelMove, previewImpact } from './previewImpact';

const move = (
  ownerRef: string | null,
  before: number | null,
  after: number | null,
): LevelMove => ({
  entityRef: 'component:default/shop',
  ownerRef,
  before,
  after,
});

describe('previewImpact', () => {
  it('tells what a definition would move, by team', () => {
    expect(
      previewImpact([
        move('group:default/pay', 2, 1),
        move('group:default/pay', 2, 2),
        move('group:default/web', 1, 2),
        move(null, 3, 0),
        move('group:default/ops', null, 1),
        move('group:default/ops', 1, null),
        move('group:default/ops', null, null),
      ]),
    ).toMatchObject({
      entities: 6,
      up: 1,
      down: 2,
      same: 1,
      joining: 1,
      leaving: 1,
      teamsDown: 1,
      teams: [
        { ownerRef: 'group:default/pay', lowestBefore: 2, lowestAfter: 1 },
        { ownerRef: null, lowestBefore: 3, lowestAfter: 0 },
        { ownerRef: 'group:default/ops', entities: 2 },
        { ownerRef: 'group:default/web', up: 1 },
      ],
    });
  });

  it('counts each entity in one way, and each team adds up to the whole', () => {
    const rank = fc.option(fc.nat(3));
    const owner = fc.option(
      fc.constantFrom('group:default/a', 'group:default/b'),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            entityRef: fc.constant('x'),
            ownerRef: owner,
            before: rank,
            after: rank,
          }),
        ),
        moves => {
          const { teams, ...all } = previewImpact(moves);
          expect(all.up + all.down + all.same + all.joining + all.leaving).toBe(
            all.entities,
          );
          for (const key of ['entities', 'up', 'down', 'same'] as const) {
            expect(teams.reduce((sum, team) => sum + team[key], 0)).toBe(
              all[key],
            );
          }
        },
      ),
    );
  });

  it('tells how many teams lose each level', () => {
    const { teams } = previewImpact([
      // From Gold to Bronze: it loses Silver and Gold.
      move('group:default/pay', 3, 1),
      // The lowest of its entities keeps the team at Bronze, before and after.
      move('group:default/web', 1, 1),
      move('group:default/web', 3, 1),
      // From Silver to nothing.
      move('group:default/ops', 2, 0),
      move('group:default/new', null, 0),
      move(null, 3, 0),
    ]);
    expect(findLevelsLost(teams, [3, 1, 2])).toEqual([
      { rank: 1, teams: 1 },
      { rank: 2, teams: 2 },
      { rank: 3, teams: 1 },
    ]);
    expect(findLevelsLost(teams, [4])).toEqual([]);
  });
});
