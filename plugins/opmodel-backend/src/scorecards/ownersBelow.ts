import type { CatalogStore } from '../catalog/CatalogStore';
import { readGroupsBelow } from '../catalog/readGroupsBelow';
import type { Visibility } from '../catalog/Visibility';

/** Some owners, and the groups below those of them that may be seen; undefined where none are asked for. */
export async function readOwnersBelow(
  catalog: Pick<CatalogStore, 'existingRefs' | 'listRelations'>,
  owners: readonly string[] | undefined,
  visibility: Visibility,
): Promise<ReadonlySet<string> | undefined> {
  if (!owners) {
    return undefined;
  }
  const visible = await catalog.existingRefs(owners, visibility);
  const tree = await readGroupsBelow(catalog, visible);
  return new Set([
    ...owners,
    ...[...visible].flatMap(ref => [...tree.below(ref)]),
  ]);
}
