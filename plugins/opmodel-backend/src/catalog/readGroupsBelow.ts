import { OrganisationTree } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from './CatalogStore';
import { seesAll } from './Visibility';

/**
 * The groups below some, with one question a level. Like `readGroupsAbove` it is for the engine's own work, and says nothing of who
 * may see them.
 *
 * @param refs - of groups, lower case; others have nothing below them
 * @returns a tree of these and of everything below them
 */
export async function readGroupsBelow(
  catalog: Pick<CatalogStore, 'listRelations'>,
  refs: Iterable<string>,
): Promise<OrganisationTree> {
  const parents = new Map<string, string[]>();
  let level = [...new Set(refs)];
  level.forEach(ref => parents.set(ref, []));
  while (level.length > 0) {
    const relations = await catalog.listRelations(
      { types: ['childOf'], targetRefs: level },
      seesAll,
    );
    const next = new Set<string>();
    for (const { entityRef, targetRef } of relations) {
      if (!parents.has(entityRef)) {
        parents.set(entityRef, []);
        next.add(entityRef);
      }
      parents.get(entityRef)!.push(targetRef);
    }
    level = [...next];
  }
  return new OrganisationTree(
    [...parents].map(([ref, parentRefs]) => ({ ref, parentRefs })),
  );
}
