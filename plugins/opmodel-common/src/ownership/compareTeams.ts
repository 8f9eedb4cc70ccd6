import type { TeamLoad, WhatIfTeam } from '../client/OwnershipApi';
import type { ModelledOrganisation } from './ModelledOrganisation';
import type { OrganisationModel } from './organisationModel';
import { type OwnershipDefinition, ofTier } from './ownershipDefinition';

/** A model with what can be asked of it. */
interface Organisation {
  organisation: ModelledOrganisation;
  model: OrganisationModel;
}

type OwnedLoads = ReadonlyMap<string, { entities: number; weighted: number }>;

/**
 * The teams that carry something else after than before, or end: those first whose load of one person grows most.
 *
 * The load of one person is the weight of the entities that the team itself owns, by people in it and in the groups below it; null
 * without people.
 */
export function compareTeams(
  before: Organisation,
  after: Organisation,
  definition: OwnershipDefinition,
): WhatIfTeam[] {
  const [ownedBefore, ownedAfter] = [before, after].map(({ model }) =>
    loadsOf(model, definition),
  );
  return before.model.groups
    .map(({ ref, title }): WhatIfTeam => {
      const was = loadOf(before, ownedBefore, ref)!;
      const willBe = loadOf(after, ownedAfter, ref);
      return {
        ref,
        title,
        ends: willBe === null,
        before: was,
        after: willBe,
        perMemberBefore: perMember(was),
        perMemberAfter: willBe && perMember(willBe),
      };
    })
    .filter(team => team.ends || differ(team.before, team.after!))
    .sort((a, b) => growthOf(b) - growthOf(a) || (a.ref < b.ref ? -1 : 1));
}

function loadsOf(
  { entities }: OrganisationModel,
  { tierWeights }: OwnershipDefinition,
): OwnedLoads {
  const loads = new Map<string, { entities: number; weighted: number }>();
  for (const { ownerRef, tier } of entities) {
    if (ownerRef !== null) {
      const known = loads.get(ownerRef);
      loads.set(ownerRef, {
        entities: (known?.entities ?? 0) + 1,
        weighted: (known?.weighted ?? 0) + ofTier(tierWeights, tier),
      });
    }
  }
  return loads;
}

function loadOf(
  { organisation }: Organisation,
  loads: OwnedLoads,
  ref: string,
): TeamLoad | null {
  const group = organisation.group(ref);
  return group
    ? {
        entities: loads.get(ref)?.entities ?? 0,
        weighted: loads.get(ref)?.weighted ?? 0,
        members: organisation.countMembers(ref),
        // That a group says nothing of it does not mean that nobody is on call.
        onCall: group.paging === null ? null : true,
        // What happened to the services of one team does not follow from who owns them tomorrow.
        openIncidents: null,
        deployments: null,
        interactions: group.interactsWith.length,
      }
    : null;
}

function perMember({ weighted, members }: TeamLoad): number | null {
  return members === null || members === 0 ? null : weighted / members;
}

function differ(a: TeamLoad, b: TeamLoad): boolean {
  return (
    a.entities !== b.entities ||
    a.weighted !== b.weighted ||
    a.members !== b.members ||
    a.interactions !== b.interactions
  );
}

/** Nobody left to carry something is the most; a team that ends carries nothing. */
function growthOf({
  ends,
  after,
  perMemberBefore,
  perMemberAfter,
}: WhatIfTeam): number {
  if (ends) {
    return Number.NEGATIVE_INFINITY;
  }
  if (perMemberAfter === null) {
    return after && after.weighted > 0 ? Number.MAX_VALUE : 0;
  }
  return perMemberAfter - (perMemberBefore ?? 0);
}
