import type { Entity } from '@backstage/catalog-model';

/** Kinds without the tab: people owe nothing, a location is only an address, documents are about others. */
const KINDS_WITHOUT_DEBT = [
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
export const techDebtEntityPredicate = {
  $not: { kind: { $in: [...KINDS_WITHOUT_DEBT] } },
};

/** Whether an entity has the tab. For `EntitySwitch` and `EntityLayout.Route` of the legacy frontend system. */
export function isTechDebtAvailable(entity: Entity): boolean {
  return !KINDS_WITHOUT_DEBT.some(kind => kind === entity.kind.toLowerCase());
}
