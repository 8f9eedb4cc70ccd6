import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { cleanText } from './cleanText';

/** Kinds that say how the organisation decides and escalates: all of their `spec` is kept. */
const operatingKinds = ['decisionrights', 'decisionforum', 'escalationpath'];

/** Parts of the `spec` of those kinds. The catalog is asked for each by its name. */
const operatingParts = [
  'appliesTo',
  'cadence',
  'chair',
  'decides',
  'members',
  'paths',
  'purpose',
  'rights',
  'scope',
  'url',
];

/** The `fields` of a catalog request that bring what {@link entityDocument} reads, beside what the snapshot reads anyway. */
export const documentFields: string[] = [
  'metadata.description',
  'metadata.links',
  'spec.profile',
  'spec.teamApi',
  ...operatingParts.map(part => `spec.${part}`),
];

/**
 * What an entity says of itself beyond what lists and conditions ask for: links and description; of a group its profile and
 * Team API; of the kinds of the operating model their `spec`. Nothing of people.
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
  if (operatingKinds.includes(kind)) {
    for (const part of operatingParts) {
      parts[part] = spec[part];
    }
  }
  const known = Object.entries(parts).filter(([, part]) => part !== undefined);
  return known.length === 0
    ? undefined
    : (clean(Object.fromEntries(known)) as JsonObject);
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
