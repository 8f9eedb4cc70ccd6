import type { Entity } from '@backstage/catalog-model';

/** Kinds that have the tab: what an SLO may measure, and what holds it. */
export const SLO_KINDS = [
  'component',
  'api',
  'resource',
  'system',
  'domain',
  'group',
] as const;

/** The same as a predicate, so that an app can replace it in its configuration. */
export const sloEntityPredicate = { kind: { $in: [...SLO_KINDS] } };

/** Whether an entity has the tab. For `EntitySwitch` and `EntityLayout.Route` of the legacy frontend system. */
export function isSloAvailable(entity: Entity): boolean {
  return SLO_KINDS.some(kind => kind === entity.kind.toLowerCase());
}
