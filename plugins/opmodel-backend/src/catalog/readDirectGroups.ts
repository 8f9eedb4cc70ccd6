import type { CatalogStore } from './CatalogStore';
import { readGroupsAbove } from './readGroupsAbove';
import { seesAll } from './Visibility';

/**
 * The groups that a person is directly in. Some sign-ins claim for a person all groups above his own as well. So a claimed group
 * that is above another claimed one counts only where the catalog itself has the person in it.
 *
 * @param person - entity ref of the user, lower case
 * @param claimedRefs - what the sign-in says the person owns by, lower case
 */
export async function readDirectGroups(
  catalog: Pick<CatalogStore, 'listRelations'>,
  person: string,
  claimedRefs: readonly string[],
): Promise<string[]> {
  const [tree, memberships] = await Promise.all([
    readGroupsAbove(catalog, claimedRefs),
    catalog.listRelations(
      { types: ['memberOf'], entityRefs: [person] },
      seesAll,
    ),
  ]);
  const stated = new Set(memberships.map(({ targetRef }) => targetRef));
  const inherited = new Set(
    claimedRefs.flatMap(ref =>
      [...tree.above(ref)].filter(above => above !== ref),
    ),
  );
  return claimedRefs.filter(ref => stated.has(ref) || !inherited.has(ref));
}
