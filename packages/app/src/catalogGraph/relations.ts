import {
  ALL_RELATION_PAIRS,
  ALL_RELATIONS,
  type RelationPairs,
} from '@backstage/plugin-catalog-graph';
import {
  operatingRelations,
  sloRelations,
} from '@opmodel/backstage-plugin-opmodel-common';

const pairs: RelationPairs = [
  ...Object.values(operatingRelations),
  ...Object.values(sloRelations),
].map(([type, reverse]) => [type, reverse]);

/** Relations that the graph draws, in both directions. It leaves out whatever is not listed. */
export const knownRelations: string[] = [
  ...new Set([...ALL_RELATIONS, ...pairs.flat()]),
];

/** The same with the one that leads back, so that two entities are joined by one line. */
export const knownRelationPairs: RelationPairs = [
  ...ALL_RELATION_PAIRS,
  ...pairs,
];
