import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';

/** Who owns entities, as far as somebody may see them and their owners. */
export interface EntityOwners {
  /** Whether an entity exists and may be seen. */
  has(ref: string): boolean;
  /** A group that nobody owns answers for itself. Null: nobody, or somebody who may not be seen. */
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
    entities.map(({ ref, kind, ownerRef }) => [
      ref,
      ownerRef ?? (kind === 'group' ? ref : null),
    ]),
  );
  const visible = await catalog.existingRefs(
    [...owners.values()].flatMap(owner => owner ?? []),
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
