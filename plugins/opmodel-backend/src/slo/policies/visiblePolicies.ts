import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type { KnownPolicy, PolicyDocuments } from './PolicyDocuments';

/** Where policies are found. */
export interface PolicySources {
  documents: Pick<PolicyDocuments, 'read'>;
  catalog: Pick<CatalogStore, 'existingRefs'>;
}

/** Policies that may be seen, by title. */
export async function listVisiblePolicies(
  { documents, catalog }: PolicySources,
  visibility: Visibility,
): Promise<KnownPolicy[]> {
  const { policies } = await documents.read();
  const seen = await catalog.existingRefs(
    policies.map(({ ref }) => ref),
    visibility,
  );
  return policies.filter(({ ref }) => seen.has(ref)).sort(byTitle);
}

/** The order of lists of policies. */
export function byTitle(
  a: { title: string; ref: string },
  b: { title: string; ref: string },
): number {
  if (a.title !== b.title) {
    return a.title < b.title ? -1 : 1;
  }
  if (a.ref === b.ref) {
    return 0;
  }
  return a.ref < b.ref ? -1 : 1;
}
