import type { Entity } from '@backstage/catalog-model';

/** Kinds that have DORA metrics: components of their own, the others as a roll-up. */
export const DORA_KINDS = ['component', 'system', 'domain', 'group'] as const;

/** The same as a predicate, so that an app can replace it in its configuration. */
export const doraEntityPredicate = {
  kind: { $in: [...DORA_KINDS] },
};

/** Whether an entity has DORA metrics. For `EntitySwitch` and `EntityLayout.Route` of the legacy frontend system. */
export function isDoraAvailable(entity: Entity): boolean {
  return DORA_KINDS.some(kind => kind === entity.kind.toLowerCase());
}
