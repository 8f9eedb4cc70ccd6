import fc from 'fast-check';
import { countActivity } from './countActivity';

const cart = 'group:default/cart';
const pay = 'group:default/pay';

describe('countActivity', () => {
  it('counts commits and people by team, together and not by name', () => {
    const activity = countActivity(
      [
        { authors: ['ada@example.com'] },
        { authors: ['ada@example.com', 'ben@example.com'] },
        { authors: ['cyd@example.com', 'eve@example.com'] },
        { authors: ['eve@example.com'] },
      ],
      new Map([
        ['ada@example.com', [cart]],
        ['ben@example.com', [cart]],
        ['cyd@example.com', [cart, pay]],
      ]),
    );
    expect(activity).toEqual({
      commits: 4,
      contributors: 4,
      unassignedCommits: 1,
      teams: [
        { teamRef: cart, commits: 3, contributors: 3 },
        { teamRef: pay, commits: 1, contributors: 1 },
      ],
    });
    expect(JSON.stringify(activity)).not.toContain('@');
  });

  it('never counts more than there is, and loses no commit', () => {
    const person = fc.constantFrom('a', 'b', 'c', 'd');
    const commit = fc.record({
      authors: fc.uniqueArray(person, { minLength: 1 }),
    });
    const teams = fc.array(
      fc.tuple(person, fc.uniqueArray(fc.constantFrom(cart, pay))),
    );
    fc.assert(
      fc.property(fc.array(commit), teams, (commits, told) => {
        const activity = countActivity(commits, new Map(told));
        const assigned = Math.max(0, ...activity.teams.map(it => it.commits));
        expect(assigned + activity.unassignedCommits).toBeLessThanOrEqual(
          activity.commits,
        );
        const sum = activity.teams.reduce((all, it) => all + it.commits, 0);
        expect(sum + activity.unassignedCommits).toBeGreaterThanOrEqual(
          activity.commits,
        );
        for (const team of activity.teams) {
          expect(team.contributors).toBeLessThanOrEqual(activity.contributors);
        }
      }),
    );
  });
});
