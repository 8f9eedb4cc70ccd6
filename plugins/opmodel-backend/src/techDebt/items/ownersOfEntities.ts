import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';

/** Who owns entities, as far as somebody may see them and their owners. */
export interface EntityOwners {
  /** Whether an entity exists and may be seen. */
  has(ref: string): boolean;
  /** Null: nobody, or somebody who may not be seen. */
  ownerOf(ref: string): string | null;
}

/** Reads who owns entities, with two questions. */
export async function ownersOfEntities(
  catalog: Pick<CatalogStore, 'getEntities' | 'existingRefs'>,
  refs: readonly string[],
  reads: Visibility,
): Promise<EntityOwners> {
  const entities = await catalog.getEntities(refs, reads);
  const owners = new Map(
    entities.map(({ ref, ownerRef }) => [ref, ownerRef ?? null]),
  );
  const visible = await catalog.existingRefs(
    entities.flatMap(({ ownerRef }) => ownerRef ?? []),
    reads,
  );
  return {
    has: ref => owners.has(ref),
    ownerOf: ref => {
      const owner = owners.get(ref) ?? null;
      return owner !== null && visible.has(owner) ? owner : null;
    },
  };
}
