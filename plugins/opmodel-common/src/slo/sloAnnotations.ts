/** Annotation of a component, system or other entity: the files, addresses or text of the OpenSLO documents that are about it. */
export const openSloAnnotation = 'opmodel.io/openslo';

/** Annotation of an OpenSLO document of kind `SLO`: the ref of the entity that it measures. */
export const measuresAnnotation = 'opmodel.io/measures';

/** Annotation of an OpenSLO document: the ref of the group that answers for it. */
export const sloOwnerAnnotation = 'opmodel.io/owner';

/** Annotation of an OpenSLO document of kind `SLO`: the ISO day on which somebody is to look at it again. */
export const reviewOnAnnotation = 'opmodel.io/review-on';

/** Annotation that the catalog gives to a document of an older version of OpenSLO: the version in which it is written. */
export const openSloVersionAnnotation = 'opmodel.io/openslo-version';

/** Relations that OpenSLO documents add to the catalog, each with the one that leads back. */
export const sloRelations = {
  /** From an SLO to the entity that it measures. */
  measures: ['measures', 'measuredBy'],
  /** From a document to others that it names: an SLO to its indicator, its service and its alert policies. */
  references: ['references', 'referencedBy'],
} as const satisfies Record<string, readonly [string, string]>;
