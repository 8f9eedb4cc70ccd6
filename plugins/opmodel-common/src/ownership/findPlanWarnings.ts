import type { WhatIfAnswer } from '../client/OwnershipApi';
import { deciderRoles } from '../operatingModel/readOperatingDocuments';
import type { OrganisationModel } from './organisationModel';

type Warning = WhatIfAnswer['warnings'][number];

/** What a re-organisation would leave hanging: what names a team that ends, and teams with nothing above them any more. */
export function findPlanWarnings(
  before: OrganisationModel,
  after: OrganisationModel,
): Warning[] {
  const remaining = new Set(after.groups.map(({ ref }) => ref));
  const ended = new Set(
    before.groups.flatMap(({ ref }) => (remaining.has(ref) ? [] : ref)),
  );
  if (ended.size === 0) {
    return [];
  }
  return [
    ...endedInteractions(before, ended),
    ...orphanedGroups(before, after),
    ...before.decisionRights.flatMap(({ ref, spec }) =>
      namedIn(
        'decision_rights_end',
        ref,
        [
          ...spec.appliesTo,
          ...spec.rights.flatMap(({ deciders, peers, executives }) =>
            [...deciders, ...peers, ...executives].filter(
              decider => !deciderRoles.includes(decider),
            ),
          ),
        ],
        ended,
      ),
    ),
    ...before.escalations.flatMap(({ ref, spec }) =>
      namedIn(
        'escalation_ends',
        ref,
        [
          ...spec.appliesTo,
          ...spec.paths.flatMap(({ steps }) =>
            steps.flatMap(({ targets }) => targets),
          ),
        ],
        ended,
      ),
    ),
  ];
}

/** One for each team that ends, with how many interactions it or others say it has. */
function endedInteractions(
  { groups }: OrganisationModel,
  ended: ReadonlySet<string>,
): Warning[] {
  const counts = new Map<string, number>();
  const count = (ref: string) => counts.set(ref, (counts.get(ref) ?? 0) + 1);
  for (const { ref, interactsWith } of groups) {
    for (const other of interactsWith) {
      if (ended.has(ref)) {
        count(ref);
      } else if (ended.has(other)) {
        count(other);
      }
    }
  }
  return [...counts].sort().map(([teamRef, interactions]) => ({
    id: 'interactions_end',
    values: { teamRef, interactions },
  }));
}

/** Groups that had something above them and have nothing any more. */
function orphanedGroups(
  before: OrganisationModel,
  after: OrganisationModel,
): Warning[] {
  const parentsOf = ({ groups }: OrganisationModel) => {
    const known = new Set(groups.map(({ ref }) => ref));
    return new Map(
      groups.map(({ ref, parentRefs }) => [
        ref,
        parentRefs.filter(parent => parent !== ref && known.has(parent)),
      ]),
    );
  };
  const was = parentsOf(before);
  return [...parentsOf(after)]
    .filter(([ref, parents]) => parents.length === 0 && was.get(ref)?.length)
    .sort()
    .map(([teamRef]) => ({
      id: 'children_without_parent',
      values: { teamRef, parentRef: was.get(teamRef)![0] },
    }));
}

function namedIn(
  id: 'decision_rights_end' | 'escalation_ends',
  documentRef: string,
  refs: readonly string[],
  ended: ReadonlySet<string>,
): Warning[] {
  return [...new Set(refs)]
    .filter(ref => ended.has(ref))
    .sort()
    .map(teamRef => ({ id, values: { teamRef, documentRef } }));
}
