import { type Entity, makeValidator } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { openSloSpecFields } from '@opmodel/backstage-plugin-opmodel-common';

const { isValidAnnotationKey, isValidLabelKey, isValidLabelValue } =
  makeValidator();

const knownFields: readonly string[] = openSloSpecFields;

/**
 * Makes an OpenSLO document an entity that the catalog accepts. Its `spec` stays as it is written. What the catalog refuses in the metadata
 * (labels that are lists or have spaces, annotations whose names have two slashes) moves to fields of our own, and the names by which
 * people know the document stand where the catalog looks for them.
 *
 * `openSloDocumentOf` is the way back.
 */
export function acceptDocument(entity: Entity): Entity {
  const { displayName, labels, annotations, ...metadata } =
    entity.metadata as JsonObject;
  const spec = isMap(entity.spec) ? entity.spec : undefined;
  const unknown = Object.entries(spec ?? {}).filter(
    ([field]) => !knownFields.includes(field),
  );
  const accepted = {
    ...metadata,
    ...nameOf(displayName, metadata),
    ...describe(spec, metadata),
    ...split(
      ['labels', 'opensloLabels'],
      labels,
      (key, value) =>
        typeof value === 'string' &&
        isValidLabelKey(key) &&
        isValidLabelValue(value),
    ),
    ...split(
      ['annotations', 'opensloAnnotations'],
      annotations,
      (key, value) => typeof value === 'string' && isValidAnnotationKey(key),
    ),
    ...(unknown.length > 0 && { opensloFields: Object.fromEntries(unknown) }),
  };
  const { spec: written, ...rest } = entity;
  return {
    ...rest,
    metadata: accepted as unknown as Entity['metadata'],
    // An empty `spec:` is nothing in YAML, and the catalog wants an object or none.
    ...(written !== null && written !== undefined && { spec: written }),
  };
}

function nameOf(displayName: unknown, { title }: JsonObject): JsonObject {
  if (displayName === undefined || displayName === null) {
    return {};
  }
  const isName = typeof displayName === 'string' && displayName.trim() !== '';
  return isName && title === undefined
    ? { title: displayName }
    : { displayName: displayName as JsonObject };
}

function describe(
  spec: JsonObject | undefined,
  { description }: JsonObject,
): JsonObject {
  return description === undefined && typeof spec?.description === 'string'
    ? { description: spec.description }
    : {};
}

/** What the catalog takes under the first name, and the rest under the second. What is no map stays, for the catalog to refuse. */
function split(
  [name, otherName]: readonly [string, string],
  written: unknown,
  isAccepted: (key: string, value: unknown) => boolean,
): JsonObject {
  if (written === undefined || written === null) {
    return {};
  }
  if (!isMap(written)) {
    return { [name]: written as JsonObject };
  }
  const entries = Object.entries(written);
  const accepted = entries.filter(([key, value]) => isAccepted(key, value));
  const others = entries.filter(([key, value]) => !isAccepted(key, value));
  return {
    ...(accepted.length > 0 && { [name]: Object.fromEntries(accepted) }),
    ...(others.length > 0 && { [otherName]: Object.fromEntries(others) }),
  };
}

function isMap(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
