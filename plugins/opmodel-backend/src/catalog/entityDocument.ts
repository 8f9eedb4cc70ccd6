import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { openSloMetadataFields } from '@opmodel/backstage-plugin-opmodel-common';
import { cleanText } from './cleanText';
import { documentParts, isOpenSlo, operatingPartsOf } from './documentKinds';

/** The `fields` of a catalog request that bring what {@link entityDocument} reads, beside what the snapshot reads anyway. */
export const documentFields: string[] = [
  'apiVersion',
  'metadata.description',
  'metadata.links',
  ...openSloMetadataFields.map(part => `metadata.${part}`),
  'spec.profile',
  'spec.teamApi',
  ...documentParts.map(part => `spec.${part}`),
];

/**
 * What an entity says of itself beyond what lists and conditions ask for: links and description; of a group its profile and
 * Team API; of the kinds of the operating model the parts of their `spec`; of an OpenSLO document all
 * that `openSloDocumentOf` takes. Nothing of people.
 *
 * @returns undefined where there is nothing
 */
export function entityDocument(entity: Entity): JsonObject | undefined {
  const kind = entity.kind.toLowerCase();
  const { metadata, spec = {} } = entity;
  const parts: Record<string, unknown> = {};
  if (kind !== 'user' && kind !== 'location') {
    parts.description = metadata.description;
    parts.links = metadata.links?.length ? metadata.links : undefined;
  }
  if (kind === 'group') {
    parts.profile = spec.profile;
    parts.teamApi = spec.teamApi;
  }
  for (const part of operatingPartsOf(entity) ?? []) {
    parts[part] = spec[part] ?? parts[part];
  }
  if (isOpenSlo(entity)) {
    Object.assign(parts, openSloParts(entity));
  }
  const known = Object.entries(parts).filter(([, part]) => part !== undefined);
  return known.length === 0
    ? undefined
    : (clean(Object.fromEntries(known)) as JsonObject);
}

function openSloParts({
  apiVersion,
  kind,
  metadata: { opensloAnnotations, opensloFields, opensloLabels },
  spec,
}: Entity): Record<string, unknown> {
  return {
    apiVersion,
    kind,
    opensloAnnotations,
    opensloLabels,
    spec: { ...spec, ...(opensloFields as JsonObject | undefined) },
  };
}

/** The same without what a database cannot hold. */
function clean(value: unknown): unknown {
  if (typeof value === 'string') {
    return cleanText(value);
  }
  if (Array.isArray(value)) {
    return value.map(clean);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [cleanText(key), clean(part)]),
    );
  }
  return value;
}
