import type { OwnershipReport } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../catalog/CatalogStore';
import type { Visibility } from '../catalog/Visibility';
import { toInstant } from '../lib/instants';
import type { AssessedState } from './AssessmentStore';
import { findHiddenRefs } from './findHiddenRefs';
import { nameOfRef } from './teamProfile';

/**
 * All owners that the catalog names; the ladder follows the first.
 *
 * @param state - the ladder of the entity: it says of the first whether he exists, also to those who may not see him
 */
export async function readOwners(
  entity: CatalogEntity,
  state: AssessedState | undefined,
  catalog: CatalogStore,
  visibility: Visibility,
): Promise<OwnershipReport['owners']> {
  const relations = await catalog.listRelations(
    { types: ['ownedBy'], entityRefs: [entity.ref] },
    visibility,
  );
  const refs = new Set([
    ...(entity.ownerRef ? [entity.ownerRef] : []),
    ...relations.map(({ targetRef }) => targetRef),
  ]);
  const titles = await readTitles(catalog, refs, visibility);
  const resolves = (ref: string) =>
    state?.ownerRef === ref && !state.gaps.includes('dangling_owner');
  return [...refs].map(ref => ({
    ref,
    title: titles.get(ref) ?? nameOfRef(ref),
    exists: titles.has(ref) || resolves(ref),
    primary: ref === entity.ownerRef,
  }));
}

/** Who owned an entity and when, newest first. Former owners whom the caller may not see are not named. */
export async function readOwnerHistory(
  entity: CatalogEntity,
  catalog: CatalogStore,
  visibility: Visibility,
): Promise<OwnershipReport['history']> {
  const spans = await catalog.listOwnership(entity.ref, visibility);
  const refs = spans.flatMap(({ ownerRef }) => ownerRef ?? []);
  const [titles, hidden] = await Promise.all([
    readTitles(catalog, refs, visibility),
    findHiddenRefs(catalog, refs, visibility),
  ]);
  // The present owner is what the entity says of itself.
  const isNamed = (ref: string) => ref === entity.ownerRef || !hidden.has(ref);
  return spans
    .map(({ ownerRef, fromAt, toAt }) => ({
      ownerRef: ownerRef !== undefined && isNamed(ownerRef) ? ownerRef : null,
      ownerTitle: (ownerRef && titles.get(ownerRef)) ?? null,
      from: fromAt === 0 ? null : toInstant(fromAt),
      to: toInstant(toAt ?? null),
    }))
    .reverse();
}

/** The titles of those that exist and may be seen. */
export async function readTitles(
  catalog: Pick<CatalogStore, 'getEntities'>,
  refs: Iterable<string>,
  visibility: Visibility,
): Promise<ReadonlyMap<string, string>> {
  const entities = await catalog.getEntities(refs, visibility);
  return new Map(entities.map(({ ref, title, name }) => [ref, title ?? name]));
}
