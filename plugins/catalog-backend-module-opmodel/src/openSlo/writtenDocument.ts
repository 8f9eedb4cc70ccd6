import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import {
  openSloDocumentOf,
  openSloMetadataFields,
} from '@opmodel/backstage-plugin-opmodel-common';

/** Fields of metadata that an OpenSLO document of any version may have because it is an entity of the catalog. */
export const catalogMetadataFields = [
  'annotations',
  'description',
  'etag',
  'labels',
  'links',
  'namespace',
  'tags',
  'title',
  'uid',
];

const moved: readonly string[] = ['displayName', ...openSloMetadataFields];

/** The document that an entity was written as, before the catalog put anything to it or elsewhere. */
export function writtenDocument(entity: Entity): object {
  const { apiVersion, kind, metadata, spec } = entity;
  const { name, title, annotations, labels, ...others } = metadata;
  const {
    displayName = title,
    opensloAnnotations,
    opensloLabels,
  } = others as JsonObject;
  const document = openSloDocumentOf({
    apiVersion,
    kind,
    name,
    title: displayName as string | undefined,
    annotations,
    labels,
    opensloAnnotations,
    opensloLabels,
    spec,
  });
  const further = Object.entries(others).filter(
    ([field]) => !moved.includes(field),
  );
  return {
    ...document,
    metadata: {
      ...Object.fromEntries(further),
      ...(document.metadata as JsonObject),
    },
  };
}
