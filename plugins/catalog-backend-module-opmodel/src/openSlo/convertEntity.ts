import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';
import { openSloVersionAnnotation } from '@opmodel/backstage-plugin-opmodel-common';
import {
  convertToV1,
  documentOf,
  type OpenSloV1Document,
} from '@opmodel/openslo';
import { writtenDocument } from './writtenDocument';

/** An entity in the present version of OpenSLO. */
export interface ConvertedEntity {
  entity: Entity;
  /** What stood inside it and is a document of its own in this version. */
  others: Entity[];
}

/**
 * Converts an entity in an older version of OpenSLO to `openslo/v1`; an annotation says what it was.
 *
 * @param entity - a valid document
 */
export function convertEntity(entity: Entity): ConvertedEntity {
  const { kind, metadata } = entity;
  const { documents } = convertToV1([documentOf(writtenDocument(entity))]);
  const isItself = (document: OpenSloV1Document) =>
    document.kind === kind && document.name === metadata.name;
  const value = documents.find(isItself)?.value as Entity | undefined;
  return {
    entity: {
      ...entity,
      ...value,
      metadata: {
        ...metadata,
        ...value?.metadata,
        annotations: {
          ...metadata.annotations,
          ...value?.metadata.annotations,
          [openSloVersionAnnotation]: entity.apiVersion,
        },
      },
    },
    others: documents
      .filter(document => !isItself(document))
      .map(other => {
        const { metadata: own, ...rest } = other.value as unknown as Entity;
        const namespace = metadata.namespace ?? DEFAULT_NAMESPACE;
        return { ...rest, metadata: { ...own, namespace } };
      }),
  };
}
