import type { Entity } from '@backstage/catalog-model';

/** Kinds that have flow metrics: components of their own, the others as a roll-up. */
export const FLOW_KINDS = ['component', 'system', 'domain', 'group'] as const;

/** The same as a predicate, so that an app can replace it in its configuration. */
export const flowEntityPredicate = {
  kind: { $in: [...FLOW_KINDS] },
};

/** Whether an entity has flow metrics. For `EntitySwitch` and `EntityLayout.Route` of the legacy frontend system. */
export function isFlowAvailable(entity: Entity): boolean {
  return FLOW_KINDS.some(kind => kind === entity.kind.toLowerCase());
}
