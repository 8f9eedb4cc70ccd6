import type { CodeownersComparison } from '@opmodel/backstage-plugin-opmodel-common';
import {
  concealCodeowner,
  type RepositoryOwnership,
} from '@opmodel/backstage-plugin-opmodel-node';
import { toInstant } from '../../lib/instants';
import type { TeamNames } from './TeamNames';

/** What the comparison is made of. */
export interface CodeownersFacts {
  told: RepositoryOwnership;
  names: TeamNames;
  /** Refs of all owners in the catalog. */
  ownerRefs: ReadonlySet<string>;
}

/** Compares all owners of a folder in CODEOWNERS with those of the entity in the catalog. */
export function compareWithCatalog({
  told,
  names,
  ownerRefs,
}: CodeownersFacts): CodeownersComparison {
  const { codeowners, folder, to } = told;
  // What was kept before handles of people were left out is not shown either.
  const rules = (codeowners?.rules ?? []).map(rule => ({
    ...rule,
    owners: [...new Set(rule.owners.map(concealCodeowner))],
  }));
  const owners = [...new Set(rules.flatMap(rule => rule.owners))].map(name => {
    const group = names.find(name);
    return {
      name,
      ref: group?.ref ?? null,
      title: group ? group.title ?? group.name : null,
      isCatalogOwner: group !== undefined && ownerRefs.has(group.ref),
    };
  });
  return {
    state: codeowners ? stateOf(owners, ownerRefs) : 'no_file',
    path: codeowners?.path ?? null,
    folder,
    owners,
    rules,
    asOf: toInstant(to),
  };
}

function stateOf(
  owners: CodeownersComparison['owners'],
  ownerRefs: ReadonlySet<string>,
): CodeownersComparison['state'] {
  const shared = owners.filter(({ isCatalogOwner }) => isCatalogOwner);
  if (shared.length > 0) {
    return shared.length === owners.length && shared.length === ownerRefs.size
      ? 'agrees'
      : 'partly';
  }
  // A name that no group has may be that of the owner.
  return owners.length > 0 && owners.every(({ ref }) => ref !== null)
    ? 'differs'
    : 'not_resolved';
}
