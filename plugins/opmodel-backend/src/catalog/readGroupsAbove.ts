import { OrganisationTree } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from './CatalogStore';
import { seesAll } from './Visibility';

/**
 * The groups above some, with one question a level. It is for the engine's own work, such as finding out in which groups
 * somebody is, and says nothing of who may see them.
 *
 * @param refs - of groups, lower case; others have nothing above them
 * @returns a tree of these and of everything above them
 */
export async function readGroupsAbove(
  catalog: Pick<CatalogStore, 'listRelations'>,
  refs: Iterable<string>,
): Promise<OrganisationTree> {
  const parents = new Map<string, string[]>();
  let level = [...new Set(refs)];
  while (level.length > 0) {
    level.forEach(ref => parents.set(ref, []));
    const relations = await catalog.listRelations(
      { types: ['childOf'], entityRefs: level },
      seesAll,
    );
    for (const { entityRef, targetRef } of relations) {
      parents.get(entityRef)!.push(targetRef);
    }
    level = [...new Set(relations.map(({ targetRef }) => targetRef))].filter(
      ref => !parents.has(ref),
    );
  }
  return new OrganisationTree(
    [...parents].map(([ref, parentRefs]) => ({ ref, parentRefs })),
  );
}
