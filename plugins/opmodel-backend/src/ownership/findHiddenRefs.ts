import type { CatalogStore } from '../catalog/CatalogStore';
import { seesAll, type Visibility } from '../catalog/Visibility';

/**
 * Those of some refs that the caller may not see, though they exist or did once. Records of the past name them, and it is not told
 * on. What never was in the catalog hides nothing.
 */
export async function findHiddenRefs(
  catalog: Pick<CatalogStore, 'getEntities'>,
  refs: readonly string[],
  visibility: Visibility,
): Promise<ReadonlySet<string>> {
  if (visibility.type === 'all' || refs.length === 0) {
    return new Set();
  }
  const [known, seen] = await Promise.all(
    [seesAll, visibility].map(one =>
      catalog.getEntities(refs, one, { includeRemoved: true }),
    ),
  );
  const seenRefs = new Set(seen.map(({ ref }) => ref));
  return new Set(known.map(({ ref }) => ref).filter(ref => !seenRefs.has(ref)));
}
