import type { Entity } from '@backstage/catalog-model';

/** Kinds that have the tab: what is to be owned, and what holds it. */
export const OWNERSHIP_KINDS = [
  'component',
  'api',
  'resource',
  'system',
  'domain',
  'group',
] as const;

/** The same as a predicate, so that an app can replace it in its configuration. */
export const ownershipEntityPredicate = {
  kind: { $in: [...OWNERSHIP_KINDS] },
};

/** Whether an entity has the tab. For `EntitySwitch` and `EntityLayout.Route` of the legacy frontend system. */
export function isOwnershipAvailable(entity: Entity): boolean {
  return OWNERSHIP_KINDS.some(kind => kind === entity.kind.toLowerCase());
}
