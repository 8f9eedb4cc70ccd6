/** `apiVersion` of OpenSLO documents in the catalog, whichever version they are written in. */
export const openSloApiVersion = 'openslo/v1';

/** Fields of `spec` that the kinds of OpenSLO know. */
export const openSloSpecFields = [
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
] as const;

/**
 * Fields of `metadata` that hold what the catalog does not accept where an OpenSLO document has it: annotations whose names have two
 * slashes, labels that are lists, and what stands in `spec` beside {@link openSloSpecFields}.
 */
export const openSloMetadataFields = [
  'opensloAnnotations',
  'opensloFields',
  'opensloLabels',
] as const;

/** An entity of the catalog that is an OpenSLO document, as far as the document goes. */
export interface OpenSloEntity {
  apiVersion: string;
  /** As OpenSLO writes it: `SLO`. */
  kind: string;
  name: string;
  title?: string;
  annotations?: Readonly<Record<string, unknown>>;
  labels?: Readonly<Record<string, unknown>>;
  opensloAnnotations?: unknown;
  opensloLabels?: unknown;
  /** With the fields that OpenSLO does not know. */
  spec: unknown;
}

/** Annotations of the catalog's own, which no document was written with. */
const catalogPrefix = 'backstage.io/';

/**
 * The OpenSLO document that an entity is: what the catalog had to put elsewhere stands where it was written, and what the catalog added is
 * left out. It is never the source text: comments and order are those of the file alone.
 */
export function openSloDocumentOf(
  entity: OpenSloEntity,
): Record<string, unknown> {
  const { apiVersion, kind, name, title, spec } = entity;
  const annotations = Object.entries({
    ...entity.annotations,
    ...(entity.opensloAnnotations as object | undefined),
  }).filter(([key]) => !key.startsWith(catalogPrefix));
  const labels = Object.entries({
    ...entity.labels,
    ...(entity.opensloLabels as object | undefined),
  });
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      ...(title !== undefined && { displayName: title }),
      ...(labels.length > 0 && { labels: Object.fromEntries(labels) }),
      ...(annotations.length > 0 && {
        annotations: Object.fromEntries(annotations),
      }),
    },
    spec,
  };
}
