import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';
import { openSloVersionAnnotation } from '@opmodel/backstage-plugin-opmodel-common';
import { convertToV1, documentOf } from '@opmodel/openslo';
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
 * The entity keeps its name, as the catalog has it that way: of several SLOs that one SLO becomes, it is the first.
 *
 * @param entity - a valid document
 */
export function convertEntity(entity: Entity): ConvertedEntity {
  const { kind, metadata, apiVersion } = entity;
  const documents = convertToV1([
    documentOf(writtenDocument(entity)),
  ]).documents.map(({ value }) => value as unknown as Entity);
  const ofItsKind = documents.filter(document => document.kind === kind);
  const main =
    ofItsKind.find(document => document.metadata.name === metadata.name) ??
    ofItsKind[0];
  const converted = (document: Entity, own: object): Entity => ({
    ...document,
    metadata: {
      ...document.metadata,
      ...own,
      annotations: {
        ...document.metadata.annotations,
        [openSloVersionAnnotation]: apiVersion,
      },
    },
  });
  const { annotations, ...further } = metadata;
  const itself = converted(main, { name: metadata.name });
  return {
    entity: {
      ...itself,
      metadata: {
        ...further,
        ...itself.metadata,
        annotations: { ...annotations, ...itself.metadata.annotations },
      },
    },
    others: documents
      .filter(document => document !== main)
      .map(other =>
        converted(other, {
          namespace: metadata.namespace ?? DEFAULT_NAMESPACE,
        }),
      ),
  };
}
