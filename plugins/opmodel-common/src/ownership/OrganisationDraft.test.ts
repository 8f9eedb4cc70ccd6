import { applyPlan } from './applyPlan';
import type { ModelGroup, OrganisationModel } from './organisationModel';

const refOf = (index: number) => `group:default/team-${index}`;

/** Teams that count how often somebody looks who is in them. */
function watchedTeams(count: number, membersOf: (index: number) => string[]) {
  const work = { looks: 0 };
  const groups = Array.from({ length: count }, (_, index): ModelGroup => {
    const memberIds = membersOf(index);
    return {
      ref: refOf(index),
      title: refOf(index),
      parentRefs: [],
      contacts: 0,
      paging: null,
      interactsWith: [],
      get memberIds() {
        work.looks += 1;
        return memberIds;
      },
    };
  });
  const model: OrganisationModel = {
    groups,
    entities: [],
    ownerPeople: new Set(),
    escalations: [],
    decisionRights: [],
  };
  return { model, work };
}

describe('an organisation that is re-organised', () => {
  it('does not look at everybody again for each team that people leave', () => {
    const teams = 1_000;
    const { model, work } = watchedTeams(teams, index => [`p${index}`]);
    const leaving = Array.from({ length: 4 }, (_, part) => ({
      type: 'people_leave' as const,
      teamRefs: Array.from({ length: 50 }, (__, at) => refOf(part * 50 + at)),
      people: 1,
    }));
    const after = applyPlan(model, leaving);
    expect(
      after.groups.filter(({ memberIds }) => memberIds.length === 0),
    ).toHaveLength(200);
    // Twice what it takes to look at each once; asking all for each of 200 would be 200 times.
    expect(work.looks).toBeLessThan(teams * 3);
  });

  it('knows who is elsewhere also after teams merged, ended and lost people', () => {
    const [a, b, c, d] = [0, 1, 2, 3].map(refOf);
    const { model } = watchedTeams(
      4,
      index => [['x', 'y'], ['x'], ['y', 'z'], ['z']][index],
    );
    const inTeam = (
      ref: string,
      changes: Parameters<typeof applyPlan>[1],
    ): readonly string[] =>
      applyPlan(model, changes).groups.find(group => group.ref === ref)!
        .memberIds;
    const leave = (teamRef: string) => ({
      type: 'people_leave' as const,
      teamRefs: [teamRef],
      people: 1,
    });
    expect(inTeam(a, [leave(a)])).toEqual(['y']);
    // Who was in both is in one of them by then, so he goes, and 'y' has another team.
    const merged = { type: 'merge_teams' as const, teamRefs: [b], toRef: a };
    expect(inTeam(a, [merged, leave(a)])).toEqual(['y']);
    // Now 'y' has no other team any more, and 'x' has.
    const ended = { type: 'dissolve_team' as const, teamRefs: [c] };
    expect(inTeam(a, [ended, leave(a)])).toEqual(['x']);
    // After 'z' left the one, he is in the other alone; 'y' stays, as he has another team.
    expect(inTeam(c, [leave(d), leave(c)])).toEqual(['y']);
  });

  it('refuses more teams in all changes together than a plan can be about', () => {
    const { model } = watchedTeams(201, index => [`p${index}`]);
    const leaving = (from: number, to: number) => ({
      type: 'people_leave' as const,
      teamRefs: Array.from({ length: to - from }, (_, at) => refOf(from + at)),
      people: 1,
    });
    expect(applyPlan(model, [leaving(0, 200)]).groups).toHaveLength(201);
    expect(() =>
      applyPlan(model, [leaving(0, 100), leaving(100, 201)]),
    ).toThrow(
      'changes[1].teamRefs must leave it at 200 teams in all changes together, got 201 up to here',
    );
  });
});
