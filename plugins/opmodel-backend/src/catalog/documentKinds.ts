import type { Entity } from '@backstage/catalog-model';
import {
  openSloApiVersion,
  openSloSpecFields,
} from '@opmodel/backstage-plugin-opmodel-common';

/** Parts of the `spec` of the kinds that say how the organisation decides, escalates, treats its error budgets, what it asks of what it runs, and what it owes. */
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
    'tiers',
    'version',
  ],
  servicelevelagreement: [
    'appliesTo',
    'customer',
    'objectives',
    'owner',
    'url',
    'validFrom',
    'validUntil',
  ],
  scorecard: [
    'checks',
    'countsToOverall',
    'description',
    'emptyLevel',
    'filter',
    'levels',
    'owner',
    'requires',
    'scheme',
    'title',
  ],
  techdebtregister: ['appliesTo', 'items', 'owner'],
};

/** Kinds of documents of OpenSLO whose names nobody else uses for something that is built and run. */
const openSloKinds = [
  'alertcondition',
  'alertnotificationtarget',
  'alertpolicy',
  'datasource',
  'sli',
  'slo',
];

/** Kinds of documents, in lower case, for whoever only has the name of a kind. */
export const documentKindNames: readonly string[] = [
  ...Object.keys(operatingKinds),
  ...openSloKinds,
];

/** Parts of the `spec` of which a document consists. The catalog is asked for each by its name. */
export const documentParts: readonly string[] = [
  ...new Set([...Object.values(operatingKinds).flat(), ...openSloSpecFields]),
].sort();

/** Whether an entity is an OpenSLO document. The names of its kinds are common words, and may be kinds of others too. */
export function isOpenSlo({ apiVersion }: Entity): boolean {
  return apiVersion === openSloApiVersion;
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
