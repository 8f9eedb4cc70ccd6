import type { Entity } from '@backstage/catalog-model';

/** Beginning of the `apiVersion` of OpenSLO documents, which are entities of kinds such as `SLO` and `Service`. */
const openSloPrefix = 'openslo/';

/** Parts of the `spec` of the kinds that say how the organisation decides, escalates and treats its error budgets. */
const operatingKinds: Readonly<Record<string, readonly string[]>> = {
  decisionrights: ['appliesTo', 'rights'],
  decisionforum: [
    'cadence',
    'chair',
    'decides',
    'members',
    'purpose',
    'scope',
    'url',
  ],
  escalationpath: ['appliesTo', 'paths', 'url'],
  errorbudgetpolicy: [
    'appliesTo',
    'approvals',
    'closedWhenUnknown',
    'mode',
    'owner',
    'thresholds',
    'version',
  ],
  servicelevelagreement: [
    'appliesTo',
    'consequences',
    'objectives',
    'owner',
    'parties',
    'url',
    'validFrom',
    'validUntil',
  ],
};

/** Parts of the `spec` of the seven kinds of OpenSLO. */
const openSloParts = [
  'alertPolicies',
  'alertWhenBreaching',
  'alertWhenNoData',
  'alertWhenResolved',
  'budgetingMethod',
  'condition',
  'conditions',
  'connectionDetails',
  'description',
  'indicator',
  'indicatorRef',
  'notificationTargets',
  'objectives',
  'ratioMetric',
  'service',
  'severity',
  'target',
  'thresholdMetric',
  'timeWindow',
  'type',
];

/** Parts of the `spec` of which a document consists. The catalog is asked for each by its name. */
export const documentParts: readonly string[] = [
  ...new Set([...Object.values(operatingKinds).flat(), ...openSloParts]),
].sort();

/** Whether an entity is an OpenSLO document. The names of its kinds are common words, and may be kinds of others too. */
export function isOpenSlo({ apiVersion }: Entity): boolean {
  return apiVersion?.startsWith(openSloPrefix) ?? false;
}

/** The parts of the `spec` of a kind of the operating model; undefined for any other kind. */
export function operatingPartsOf({
  kind,
}: Entity): readonly string[] | undefined {
  const name = kind.toLowerCase();
  return Object.hasOwn(operatingKinds, name) ? operatingKinds[name] : undefined;
}

/** Whether an entity is a text about other entities, so that what happens in the repository it lies in does not happen to it. */
export function isDocument(entity: Entity): boolean {
  return isOpenSlo(entity) || operatingPartsOf(entity) !== undefined;
}
