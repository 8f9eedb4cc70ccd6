import type { CatalogEntity } from './CatalogStore';

/** Annotation by which an entity states its tier. */
export const tierAnnotation = 'opmodel.io/tier';

/**
 * The tier of an entity and where it was read: the annotation `opmodel.io/tier`, or else the label that the configuration
 * names in `opmodel.tier.label`.
 */
export function entityTier(
  entity: Pick<CatalogEntity, 'annotations' | 'labels'>,
  tierLabel: string | undefined,
): Pick<CatalogEntity, 'tier' | 'tierSource'> {
  const annotated = entity.annotations[tierAnnotation]?.trim();
  if (annotated) {
    return { tier: annotated, tierSource: 'annotation' };
  }
  const labelled = tierLabel ? entity.labels[tierLabel]?.trim() : undefined;
  return labelled ? { tier: labelled, tierSource: 'label' } : {};
}
