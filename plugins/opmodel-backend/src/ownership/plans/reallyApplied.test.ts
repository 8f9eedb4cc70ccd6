import type { Entity } from '@backstage/catalog-model';
import {
  applyPlan,
  compareOrganisations,
  computeCoverage,
  type OrganisationModel,
  ownership2026Definition as definition,
  type OwnershipGap,
  ownershipGaps,
  type PlanChange,
} from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import { seesAll } from '../../catalog/Visibility';
import { OperatingDocuments } from '../../decisions/OperatingDocuments';
import { entityOf, scanEntities } from '../../testing/catalog';
import { toAssessedState } from '../OwnershipAssessor';
import { OwnershipWorldReader } from '../OwnershipWorldReader';
import { OrganisationModelReader } from './OrganisationModelReader';

const now = Date.UTC(2026, 10, 22);
const DAY = 86_400_000;

const groupRefs = ['a', 'b', 'c', 'd', 'e'].map(
  name => `group:default/${name}`,
);
const people = ['p', 'q', 'r', 's'].map(name => `user:default/${name}`);
const system = 'system:default/sys';

/** What an organisation says of itself, as catalog entities would. */
interface Described {
  groups: {
    ref: string;
    parents: string[];
    members: string[];
    email: boolean;
    paged: 'annotation' | 'team_api' | null;
  }[];
  entities: {
    ref: string;
    owner: string | null;
    inSystem: boolean;
    tier: string | null;
    paged: boolean;
    confirmedAgo: number | null;
  }[];
  /** Where escalation paths are attached. */
  paths: string[];
}

const described: fc.Arbitrary<Described> = fc.record({
  groups: fc.uniqueArray(
    fc.record({
      ref: fc.constantFrom(...groupRefs),
      parents: fc.uniqueArray(
        fc.constantFrom(...groupRefs, 'group:default/gone'),
        { maxLength: 2 },
      ),
      members: fc.uniqueArray(fc.constantFrom(...people)),
      email: fc.boolean(),
      paged: fc.constantFrom('annotation' as const, 'team_api' as const, null),
    }),
    { selector: ({ ref }) => ref, minLength: 2 },
  ),
  entities: fc.uniqueArray(
    fc.record({
      ref: fc.oneof(
        fc.constant(system),
        fc.nat(8).map(at => `component:default/c${at}`),
      ),
      owner: fc.constantFrom(
        null,
        ...groupRefs,
        people[0],
        'user:default/gone',
      ),
      inSystem: fc.boolean(),
      tier: fc.constantFrom(null, '1', '2'),
      paged: fc.boolean(),
      confirmedAgo: fc.option(fc.nat(400)),
    }),
    { selector: ({ ref }) => ref, minLength: 1 },
  ),
  paths: fc.uniqueArray(fc.constantFrom(...groupRefs, system), {
    maxLength: 2,
  }),
});

function anyChangeOf({
  groups,
  entities,
}: Described): fc.Arbitrary<PlanChange> {
  const refs = fc.shuffledSubarray(
    groups.map(({ ref }) => ref),
    { minLength: 2 },
  );
  const staffed = groups.filter(({ members }) => members.length > 0);
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
    refs.chain(([toRef]) =>
      fc
        .shuffledSubarray(
          entities.map(({ ref }) => ref),
          { minLength: 1 },
        )
        .map(
          (entityRefs): PlanChange => ({
            type: 'move_systems',
            entityRefs,
            toRef,
          }),
        ),
    ),
    ...(staffed.length === 0
      ? []
      : [
          fc.constantFrom(...staffed).chain(({ ref, members }) =>
            fc.integer({ min: 1, max: members.length }).map(
              (leaving): PlanChange => ({
                type: 'people_leave',
                teamRefs: [ref],
                people: leaving,
              }),
            ),
          ),
        ]),
  );
}

/** The organisation as the catalog would hold it, with groups, people and owners as they are given. */
function catalogOf(
  { groups, entities, paths }: Described,
  {
    parentsOf,
    memberships,
    ownerOf,
  }: {
    parentsOf: ReadonlyMap<string, readonly string[]>;
    memberships: ReadonlyMap<string, readonly string[]>;
    ownerOf: ReadonlyMap<string, string | null>;
  },
): Entity[] {
  return [
    ...groups.flatMap(({ ref, email, paged }) =>
      parentsOf.has(ref)
        ? entityOf(ref, {
            childOf: [...parentsOf.get(ref)!],
            annotations:
              paged === 'annotation' ? { 'pagerduty.com/service-id': 'X' } : {},
            spec: {
              ...(email && { profile: { email: 'team@example.com' } }),
              ...(paged === 'team_api' && {
                teamApi: { channels: [{ type: 'pager', name: 'Team' }] },
              }),
            } as Entity['spec'],
          })
        : [],
    ),
    ...[...memberships].map(([ref, memberOf]) =>
      entityOf(ref, { memberOf: [...memberOf] }),
    ),
    ...entities.map(({ ref, inSystem, tier, paged }) => {
      const owner = ownerOf.get(ref);
      return entityOf(ref, {
        ownedBy: owner ? [owner] : [],
        partOf: inSystem && ref !== system ? system : [],
        annotations: {
          ...(tier && { 'opmodel.io/tier': tier }),
          ...(paged && { 'pagerduty.com/service-id': 'Y' }),
        },
      });
    }),
    ...paths.map((appliesTo, index) => ({
      ...entityOf(`escalationpath:default/path${index}`, {
        spec: {
          appliesTo: [appliesTo],
          paths: [{ about: 'incident', steps: [{ targets: ['on-call'] }] }],
        } as unknown as Entity['spec'],
      }),
      apiVersion: 'opmodel.io/v1alpha1',
    })),
  ];
}

/** Keeps to the rule of the store: what an owner confirmed holds while he owns it. */
const confirmationsOf = (
  { entities }: Described,
  ownerOf: ReadonlyMap<string, string | null>,
) => ({
  listConfirmations: async () =>
    new Map(
      entities.flatMap(({ ref, owner, confirmedAgo }): [string, number][] =>
        confirmedAgo === null || owner === null || ownerOf.get(ref) !== owner
          ? []
          : [[ref, now - confirmedAgo * DAY]],
      ),
    ),
});

/** How well everything is owned in a catalog that was really scanned, by the engine's own assessment. */
async function assessReally(
  catalog: FakeCatalogStore,
  confirmations: ReturnType<typeof confirmationsOf>,
) {
  const world = await new OwnershipWorldReader({
    catalog,
    store: confirmations,
    definition,
    escalations: new OperatingDocuments({ catalog }),
  }).read();
  const states = world.entities.map(entity =>
    toAssessedState(world.factsOf(entity), definition, now),
  );
  return {
    coverage: computeCoverage(
      states.map(({ tier, reached }) => ({ tier, reached, entities: 1 })),
      definition,
    ),
    gaps: (gap: OwnershipGap) =>
      states.filter(({ gaps }) => gaps.includes(gap)).length,
    owners: new Map(
      states.map(({ entityRef, ownerRef, reached }) => [
        entityRef,
        [ownerRef, reached],
      ]),
    ),
  };
}

function asWritten({ groups, entities }: Described) {
  const memberships = new Map<string, string[]>(
    people.map(ref => [
      ref,
      groups.flatMap(group => (group.members.includes(ref) ? group.ref : [])),
    ]),
  );
  return {
    parentsOf: new Map(groups.map(({ ref, parents }) => [ref, parents])),
    memberships,
    ownerOf: new Map(entities.map(({ ref, owner }) => [ref, owner])),
  };
}

/** The same after a plan. People have other names, which nothing follows from. */
function asPlanned({ groups, entities, ownerPeople }: OrganisationModel) {
  const memberships = new Map<string, string[]>(
    [...ownerPeople].map(ref => [ref, []]),
  );
  for (const { ref, memberIds } of groups) {
    for (const id of memberIds) {
      const person = `user:default/number-${id}`;
      memberships.set(person, [...(memberships.get(person) ?? []), ref]);
    }
  }
  return {
    parentsOf: new Map(groups.map(({ ref, parentRefs }) => [ref, parentRefs])),
    memberships,
    ownerOf: new Map(entities.map(({ ref, ownerRef }) => [ref, ownerRef])),
  };
}

describe('what a plan would do', () => {
  it('is what the ladder says once the plan is carried out', async () => {
    await fc.assert(
      fc.asyncProperty(
        described.chain(organisation =>
          fc.record({
            organisation: fc.constant(organisation),
            change: anyChangeOf(organisation),
          }),
        ),
        async ({ organisation, change }) => {
          const written = asWritten(organisation);
          const catalog = new FakeCatalogStore();
          await scanEntities(catalog, catalogOf(organisation, written));
          const confirmations = confirmationsOf(organisation, written.ownerOf);
          const before = await new OrganisationModelReader({
            catalog,
            confirmations,
            definition,
            documents: new OperatingDocuments({ catalog }),
          }).read(seesAll);
          const after = applyPlan(before, [change]);
          const said = compareOrganisations(before, after, definition, now);

          const planned = asPlanned(after);
          const changed = new FakeCatalogStore();
          await scanEntities(changed, catalogOf(organisation, planned));
          const real = {
            before: await assessReally(catalog, confirmations),
            after: await assessReally(
              changed,
              confirmationsOf(organisation, planned.ownerOf),
            ),
          };
          expect(said.before).toEqual(real.before.coverage);
          expect(said.after).toEqual(real.after.coverage);
          expect(said.gaps).toEqual(
            ownershipGaps
              .map(gap => ({
                gap,
                before: real.before.gaps(gap),
                after: real.after.gaps(gap),
              }))
              .filter(counts => counts.before > 0 || counts.after > 0),
          );
          for (const entity of said.entities) {
            expect([
              [entity.ownerBefore, entity.reachedBefore],
              [entity.ownerAfter, entity.reachedAfter],
            ]).toEqual([
              real.before.owners.get(entity.ref),
              real.after.owners.get(entity.ref),
            ]);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
