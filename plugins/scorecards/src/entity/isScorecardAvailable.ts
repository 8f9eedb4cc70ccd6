import type { Entity } from '@backstage/catalog-model';

/** Kinds without the tab: nobody scores people, and places and documents are nothing to be scored. */
const UNSCORED_KINDS = [
  'user',
  'location',
  'template',
  'scorecard',
  'slo',
  'decision',
  'forum',
] as const;

/** The same as a predicate, so that an app can replace it in its configuration. */
export const scorecardEntityPredicate = {
  $not: { kind: { $in: [...UNSCORED_KINDS] } },
};

/** Whether an entity has the tab. For `EntitySwitch` and `EntityLayout.Route` of the legacy frontend system. */
export function isScorecardAvailable(entity: Entity): boolean {
  return !UNSCORED_KINDS.some(kind => kind === entity.kind.toLowerCase());
}
