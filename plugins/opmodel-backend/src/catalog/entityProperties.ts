import type { Entity } from '@backstage/catalog-model';
import { cleanText } from './cleanText';

/** A property of an entity by which permission conditions may ask for it. Both parts in lower case. */
export interface EntityProperty {
  key: string;
  /** Null: the entity has the property, but without a value that can be compared. */
  value: string | null;
}

/** The parts of `metadata` and `spec` that the snapshot reads, and with them everything below. */
const projectedParts = {
  metadata: ['name', 'namespace', 'title', 'tags', 'annotations', 'labels'],
  spec: [
    'type',
    'lifecycle',
    'owner',
    'system',
    'domain',
    'parent',
    'subdomainOf',
    'subcomponentOf',
  ],
} as const;

/** The `fields` of a catalog request that bring everything the snapshot reads. */
export const snapshotFields: string[] = [
  'kind',
  ...projectedParts.metadata.map(field => `metadata.${field}`),
  'metadata.etag',
  ...projectedParts.spec.map(field => `spec.${field}`),
  'relations',
];

const projectedKeys = (['metadata', 'spec'] as const).flatMap(part =>
  projectedParts[part].map(field => `${part}.${field}`.toLowerCase()),
);

/**
 * Whether the snapshot holds every property of that key.
 *
 * @param key - such as `spec.type`, in any case
 */
export function isProjectedProperty(key: string): boolean {
  const wanted = key.toLowerCase();
  return projectedKeys.some(
    projected => wanted === projected || wanted.startsWith(`${projected}.`),
  );
}

// The catalog leaves longer keys out of its search table and keeps longer values without their text.
const maxKeyLength = 200;
const maxValueLength = 200;

function collect(
  key: string,
  value: unknown,
  found: { key: string; value: unknown }[],
): void {
  if (Array.isArray(value)) {
    for (const item of value) {
      collect(key, item, found);
      if (typeof item === 'string') {
        found.push({ key: `${key}.${item}`, value: true });
      }
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) {
      collect(`${key}.${name}`, part, found);
    }
  } else {
    found.push({ key, value });
  }
}

/**
 * The properties of an entity as the catalog's search table holds them, of the fields that the snapshot reads: a list
 * gives one property an item and one `key.item` = `true`, and relations give `relations.ownedby` only, because no other
 * relation can be asked for by a condition.
 *
 * The catalog evaluates conditional permission decisions on that table. Keeping the same rows is what makes the engine
 * and the catalog decide alike.
 */
export function entityProperties(entity: Entity): EntityProperty[] {
  const found: { key: string; value: unknown }[] = [
    { key: 'kind', value: entity.kind },
    {
      key: 'metadata.namespace',
      value: entity.metadata.namespace ?? 'default',
    },
    { key: 'metadata.name', value: entity.metadata.name },
  ];
  for (const part of ['metadata', 'spec'] as const) {
    const fields: Record<string, unknown> = entity[part] ?? {};
    for (const field of projectedParts[part]) {
      const isSpecial =
        part === 'metadata' && (field === 'name' || field === 'namespace');
      if (field in fields && !isSpecial) {
        collect(`${part}.${field}`, fields[field], found);
      }
    }
  }
  for (const relation of entity.relations ?? []) {
    if (relation.type === 'ownedBy') {
      found.push({ key: 'relations.ownedBy', value: relation.targetRef });
    }
  }

  const properties = new Map<string, EntityProperty>();
  for (const { key, value } of found) {
    const property: EntityProperty = {
      key: cleanText(key).toLowerCase(),
      value:
        value === undefined || value === null
          ? null
          : cleanText(String(value)).toLowerCase(),
    };
    if (property.key.length > maxKeyLength) {
      continue;
    }
    if (property.value !== null && property.value.length > maxValueLength) {
      property.value = null;
    }
    properties.set(JSON.stringify([property.key, property.value]), property);
  }
  return [...properties.values()];
}
