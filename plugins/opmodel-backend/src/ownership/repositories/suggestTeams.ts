import type { OwnerSuggestions } from '@opmodel/backstage-plugin-opmodel-common';
import type { RepositoryOwnership } from '@opmodel/backstage-plugin-opmodel-node';
import type { CatalogEntity } from '../../catalog/CatalogStore';
import { toInstant } from '../../lib/instants';

/** Commits below which a share says little. */
export const thinBelowCommits = 20;

/** Teams that are suggested, and the smallest share with which one is. */
const mostTeams = 5;
const smallestShare = 0.1;

/**
 * Suggests the teams that wrote most of the commits of the window, with the change by which one becomes the owner.
 *
 * @param groups - those of the teams that may be seen
 */
export function suggestTeams(
  entity: Pick<CatalogEntity, 'kind' | 'name' | 'namespace' | 'ownerRef'>,
  told: RepositoryOwnership,
  groups: readonly CatalogEntity[],
): OwnerSuggestions {
  const { commits, unassignedCommits, from, to, teams } = told;
  const byRef = new Map(groups.map(group => [group.ref, group]));
  const items = teams
    .flatMap(team => {
      const group = byRef.get(team.teamRef);
      const share = team.commits / commits;
      return group && share >= smallestShare
        ? {
            ownerRef: group.ref,
            ownerTitle: group.title ?? group.name,
            commits: team.commits,
            share,
            contributors: team.contributors,
            change: describeChange(entity, group.ref),
          }
        : [];
    })
    .sort((a, b) => b.commits - a.commits || (a.ownerRef < b.ownerRef ? -1 : 1))
    .slice(0, mostTeams);
  return {
    state: stateOf(items.length, commits),
    items,
    unassignedShare: commits === 0 ? null : unassignedCommits / commits,
    from: toInstant(from),
    to: toInstant(to),
    asOf: toInstant(to),
  };
}

function stateOf(teams: number, commits: number): OwnerSuggestions['state'] {
  if (teams === 0) {
    return 'none';
  }
  return commits < thinBelowCommits ? 'thin' : 'known';
}

/** What to write into the catalog-info.yaml of the entity; only the owner differs. */
function describeChange(
  entity: Pick<CatalogEntity, 'kind' | 'name' | 'namespace' | 'ownerRef'>,
  ownerRef: string,
): string {
  const { kind, name, namespace, ownerRef: before } = entity;
  const was = before && before !== ownerRef ? ` # was ${before}` : '';
  return [
    `# catalog-info.yaml of ${kind}:${namespace}/${name}`,
    'spec:',
    `  owner: ${ownerRef}${was}`,
    '',
  ].join('\n');
}
