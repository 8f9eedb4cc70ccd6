import fc from 'fast-check';
import type { PlanChange } from '../client/OwnershipApi';
import { applyPlan } from './applyPlan';
import { compareOrganisations } from './compareOrganisations';
import { ModelledOrganisation } from './ModelledOrganisation';
import type {
  ModelEntity,
  ModelGroup,
  OrganisationModel,
} from './organisationModel';
import { ownership2026Definition as definition } from './ownershipDefinition';

const now = Date.UTC(2026, 10, 22);
const names = ['a', 'b', 'c', 'd', 'e', 'f'].map(
  name => `group:default/${name}`,
);
const [a, b, c, d] = names;

function group(ref: string, facts: Partial<ModelGroup> = {}): ModelGroup {
  return {
    ref,
    title: ref.slice(-1).toUpperCase(),
    parentRefs: [],
    memberIds: [],
    contacts: 1,
    paging: null,
    interactsWith: [],
    ...facts,
  };
}

function entity(ref: string, facts: Partial<ModelEntity> = {}): ModelEntity {
  return {
    ref,
    title: ref,
    kind: ref.split(':')[0],
    tier: null,
    ownerRef: null,
    systemRef: null,
    placeRefs: [],
    paging: null,
    verified: null,
    ...facts,
  };
}

function model(facts: Partial<OrganisationModel>): OrganisationModel {
  return {
    groups: [],
    entities: [],
    ownerPeople: new Set(),
    escalations: [],
    decisionRights: [],
    ...facts,
  };
}

/** Any organisation: with cycles, several parents, people in several groups, and owners that are not there. */
const anyModel: fc.Arbitrary<OrganisationModel> = fc
  .record({
    groups: fc.uniqueArray(
      fc.record({
        ref: fc.constantFrom(...names),
        parentRefs: fc.array(fc.constantFrom(...names, 'group:default/gone'), {
          maxLength: 2,
        }),
        memberIds: fc.uniqueArray(fc.constantFrom('p', 'q', 'r', 's', 't')),
        contacts: fc.nat(1),
        interactsWith: fc.array(fc.constantFrom(...names), { maxLength: 2 }),
      }),
      { selector: ({ ref }) => ref, minLength: 2 },
    ),
    entities: fc.uniqueArray(
      fc.record({
        ref: fc.nat(12).map(at => `component:default/c${at}`),
        tier: fc.constantFrom(null, '1', '2'),
        ownerRef: fc.constantFrom(null, ...names, 'group:default/gone'),
        systemRef: fc.constantFrom(
          null,
          'component:default/c0',
          'component:default/c1',
        ),
        verifiedAgo: fc.option(fc.nat(500)),
      }),
      { selector: ({ ref }) => ref, minLength: 1 },
    ),
  })
  .map(({ groups, entities }) =>
    model({
      groups: groups.map(({ ref, ...facts }) => group(ref, facts)),
      entities: entities.map(({ ref, verifiedAgo, ...facts }) =>
        entity(ref, {
          ...facts,
          verified:
            verifiedAgo === null || facts.ownerRef === null
              ? null
              : {
                  ownerRef: facts.ownerRef,
                  at: now - verifiedAgo * 86_400_000,
                },
        }),
      ),
    }),
  );

/** Any change that a model allows. */
function anyChangeOf({
  groups,
  entities,
}: OrganisationModel): fc.Arbitrary<PlanChange> {
  const refs = fc.shuffledSubarray(
    groups.map(({ ref }) => ref),
    { minLength: 2 },
  );
  const staffed = groups.filter(({ memberIds }) => memberIds.length > 0);
  return fc.oneof(
    refs.map(
      ([toRef, ...teamRefs]): PlanChange => ({
        type: 'merge_teams',
        teamRefs,
        toRef,
      }),
    ),
    refs.map(
      ([ref]): PlanChange => ({
        type: 'dissolve_team',
        teamRefs: [ref],
      }),
    ),
    fc
      .tuple(
        refs,
        fc.shuffledSubarray(
          entities.map(({ ref }) => ref),
          { minLength: 1 },
        ),
      )
      .map(
        ([[toRef], entityRefs]): PlanChange => ({
          type: 'move_systems',
          entityRefs,
          toRef,
        }),
      ),
    ...(staffed.length > 0
      ? [
          fc.constantFrom(...staffed).map(
            ({ ref }): PlanChange => ({
              type: 'people_leave',
              teamRefs: [ref],
              people: 1,
            }),
          ),
        ]
      : []),
  );
}

const anyPlan = anyModel.chain(of =>
  anyChangeOf(of).map(change => ({ of, change })),
);

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

describe('a plan', () => {
  const shop = model({
    groups: [
      group(a, { memberIds: ['p', 'q'], interactsWith: [c] }),
      group(b, { memberIds: ['q', 'r'], parentRefs: [a] }),
      group(c, { memberIds: ['s'], parentRefs: [b] }),
      group(d),
    ],
    entities: [
      entity('system:default/s', { ownerRef: b }),
      entity('component:default/own', {
        ownerRef: b,
        systemRef: 'system:default/s',
        verified: { ownerRef: b, at: now },
      }),
      entity('component:default/other', {
        ownerRef: c,
        systemRef: 'system:default/s',
      }),
    ],
  });
  const ownersOf = ({ entities }: OrganisationModel) =>
    entities.map(({ ownerRef }) => ownerRef);

  it('merges people once, with what the teams own and what is below them', () => {
    const merged = applyPlan(shop, [
      { type: 'merge_teams', teamRefs: [b], toRef: d },
    ]);
    expect(merged.groups.map(({ ref }) => ref)).toEqual([a, c, d]);
    expect(merged.groups[1].parentRefs).toEqual([d]);
    expect(new ModelledOrganisation(merged).countMembers(d)).toBe(3);
    expect(ownersOf(merged)).toEqual([d, d, c]);
  });

  it('puts a team that takes over the one above it into its place', () => {
    const merged = applyPlan(shop, [
      { type: 'merge_teams', teamRefs: [b], toRef: c },
    ]);
    expect(
      merged.groups.map(({ ref, parentRefs }) => [ref, parentRefs]),
    ).toEqual([
      [a, []],
      [c, [a]],
      [d, []],
    ]);
  });

  it('moves with a system what has the same owner, and forgets what the former owner confirmed', () => {
    const moved = applyPlan(shop, [
      { type: 'move_systems', entityRefs: ['system:default/s'], toRef: d },
    ]);
    expect(ownersOf(moved)).toEqual([d, d, c]);
    const facts = new ModelledOrganisation(moved).factsOf(moved.entities[1]);
    expect(facts.verifiedAt).toBeNull();
    const back = applyPlan(moved, [
      { type: 'move_systems', entityRefs: ['system:default/s'], toRef: b },
    ]);
    expect(back.entities).toEqual(shop.entities);
  });

  it('lets people leave a team whom no other team has, before any others', () => {
    const left = applyPlan(shop, [
      { type: 'people_leave', teamRefs: [a], people: 1 },
    ]);
    const organisation = new ModelledOrganisation(left);
    expect(organisation.countMembers(a)).toBe(3);
    expect(left.groups[0].memberIds).toEqual(['q']);
  });

  it('leaves what a dissolved team owned with a name that leads nowhere', () => {
    const after = applyPlan(shop, [{ type: 'dissolve_team', teamRefs: [b] }]);
    const { gaps, teams, warnings } = compareOrganisations(
      shop,
      after,
      definition,
      now,
    );
    expect(gaps).toContainEqual({ gap: 'dangling_owner', before: 0, after: 2 });
    expect(teams.find(({ ref }) => ref === b)).toMatchObject({
      ends: true,
      after: null,
    });
    expect(warnings).toEqual([
      { id: 'children_without_parent', values: { teamRef: c, parentRef: b } },
    ]);
  });

  it('takes its changes in their order', () => {
    const after = applyPlan(shop, [
      { type: 'dissolve_team', teamRefs: [b] },
      { type: 'move_systems', entityRefs: ['system:default/s'], toRef: d },
    ]);
    expect(ownersOf(after)).toEqual([d, d, c]);
  });

  it.each<[string, PlanChange[], string]>([
    [
      'a team that an earlier change ended',
      [
        { type: 'dissolve_team', teamRefs: [b] },
        { type: 'merge_teams', teamRefs: [c, b], toRef: d },
      ],
      'changes[1].teamRefs[1] must be a group that you may see and that no earlier change ends',
    ],
    [
      'an unknown team',
      [{ type: 'merge_teams', teamRefs: [b], toRef: 'group:default/no' }],
      'changes[0].toRef must be a group',
    ],
    [
      'itself',
      [{ type: 'merge_teams', teamRefs: [b], toRef: b }],
      'changes[0].toRef must be another team',
    ],
    [
      'a person as a team',
      [{ type: 'dissolve_team', teamRefs: ['user:default/ada'] }],
      'changes[0].teamRefs[0] must be the ref of a group',
    ],
    [
      'a person as a system',
      [{ type: 'move_systems', entityRefs: ['user:default/ada'], toRef: b }],
      'changes[0].entityRefs[0] must be the ref of something that is owned',
    ],
    [
      'what nobody owns',
      [{ type: 'move_systems', entityRefs: ['system:default/no'], toRef: b }],
      'changes[0].entityRefs[0] must be something that is to be owned',
    ],
    [
      'more people than there are',
      [{ type: 'people_leave', teamRefs: [c], people: 2 }],
      'changes[0].people must be at most 1',
    ],
    [
      'nobody',
      [{ type: 'people_leave', teamRefs: [c] }],
      'changes[0].people must say how many',
    ],
    [
      'one team twice',
      [{ type: 'dissolve_team', teamRefs: [b, 'Group:Default/B'] }],
      'changes[0].teamRefs[1] must be named once',
    ],
    [
      'no team',
      [{ type: 'dissolve_team' }],
      'changes[0].teamRefs must name at least one',
    ],
    [
      'a field of another change',
      [{ type: 'dissolve_team', teamRefs: [b], people: 3 }],
      'changes[0].people means nothing in a change of type dissolve_team',
    ],
  ])('refuses %s', (_, changes, message) => {
    expect(() => applyPlan(shop, changes)).toThrow(message);
  });

  it('never changes the model, and makes no difference where there is none', () => {
    fc.assert(
      fc.property(anyPlan, ({ of, change }) => {
        const after = applyPlan(freeze(of), [change]);
        expect(after.entities).toHaveLength(of.entities.length);
        const same = compareOrganisations(of, of, definition, now);
        expect(same).toMatchObject({
          entities: [],
          moreEntities: 0,
          teams: [],
          warnings: [],
        });
        expect(same.before).toEqual(same.after);
      }),
    );
  });

  it('leaves nothing dangling that was not when teams merge, and loses nobody', () => {
    const merges = anyPlan.filter(
      ({ change }) => change.type === 'merge_teams',
    );
    fc.assert(
      fc.property(merges, ({ of, change }) => {
        const after = applyPlan(of, [change]);
        const ended = change.teamRefs!;
        for (const { parentRefs, interactsWith } of after.groups) {
          expect(
            [...parentRefs, ...interactsWith].filter(ref =>
              ended.includes(ref),
            ),
          ).toEqual([]);
        }
        for (const { ownerRef } of after.entities) {
          expect(ended).not.toContain(ownerRef);
        }
        const peopleOf = ({ groups }: OrganisationModel) =>
          [...new Set(groups.flatMap(({ memberIds }) => memberIds))].sort();
        expect(peopleOf(after)).toEqual(peopleOf(of));
      }),
    );
  });

  it('tells exactly the entities whose ladder or owner differs, and counts that agree with them', () => {
    fc.assert(
      fc.property(anyPlan, ({ of, change }) => {
        const after = applyPlan(of, [change]);
        const answer = compareOrganisations(of, after, definition, now);
        for (const { gap, before, after: willBe } of answer.gaps) {
          const opened = answer.entities.filter(({ newGaps }) =>
            newGaps.includes(gap),
          ).length;
          const closed = answer.entities.filter(({ closedGaps }) =>
            closedGaps.includes(gap),
          ).length;
          expect(willBe - before).toBe(opened - closed);
        }
        const climbed = answer.entities.filter(
          ({ reachedBefore, reachedAfter }) =>
            reachedBefore < 7 && reachedAfter === 7,
        ).length;
        const fell = answer.entities.filter(
          ({ reachedBefore, reachedAfter }) =>
            reachedBefore === 7 && reachedAfter < 7,
        ).length;
        expect(answer.after.full - answer.before.full).toBe(climbed - fell);
        const weightOf = (side: 'before' | 'after') =>
          answer.teams.reduce(
            (sum, team) => sum + (team[side]?.entities ?? 0),
            0,
          );
        // Whatever leaves a team arrives at another one, is nobody's before, or keeps the name of a team that ended.
        expect(
          change.type !== 'merge_teams' ||
            weightOf('after') === weightOf('before'),
        ).toBe(true);
      }),
    );
  });
});
