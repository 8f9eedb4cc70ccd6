import type { Entity } from '@backstage/catalog-model';

/** Kinds without the tab, which the engine does not score: nobody scores people, a location is only an address, documents are about others. */
const UNSCORED_KINDS = [
  'user',
  'location',
  'decisionrights',
  'decisionforum',
  'escalationpath',
  'errorbudgetpolicy',
  'servicelevelagreement',
  'scorecard',
  'alertcondition',
  'alertnotificationtarget',
  'alertpolicy',
  'datasource',
  'sli',
  'slo',
] as const;

/** The same as a predicate, so that an app can replace it in its configuration. */
export const scorecardEntityPredicate = {
  $not: { kind: { $in: [...UNSCORED_KINDS] } },
};

/** Whether an entity has the tab. For `EntitySwitch` and `EntityLayout.Route` of the legacy frontend system. */
export function isScorecardAvailable(entity: Entity): boolean {
  return !UNSCORED_KINDS.some(kind => kind === entity.kind.toLowerCase());
}
