import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type {
  FactDefinition,
  FactValue,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  FactEntity,
  FactProvider,
} from '@opmodel/backstage-plugin-opmodel-node';
import { DateTime } from 'luxon';
import { readFactDefinition, readFactName } from './factConfig';

/** Name in expressions: `properties.dataClass`. */
export const propertiesProviderId = 'properties';

const ROOT = 'opmodel.scorecards.properties';

const expected: Record<FactDefinition['type'], string> = {
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  datetime: 'an ISO 8601 instant or day',
  string: 'a text',
  set: 'texts, separated by commas',
};

/** A property that an organisation keeps in its catalog. */
export interface PropertyDefinition extends FactDefinition {
  name: string;
  /** Where it is written. */
  place: { in: 'annotations' | 'labels'; key: string };
}

/**
 * The properties of `opmodel.scorecards.properties`.
 *
 * @throws InputError naming the key that cannot be used
 */
export function readProperties(config: Config): PropertyDefinition[] {
  const properties = (config.getOptionalConfigArray(ROOT) ?? []).map(
    (item, index): PropertyDefinition => {
      const key = `${ROOT}[${index}]`;
      return {
        name: readFactName(item.getString('name'), `${key}.name`),
        place: readPlace(item, key),
        ...readFactDefinition(item, key),
      };
    },
  );
  properties.forEach(({ name }, index) => {
    if (properties.findIndex(other => other.name === name) < index) {
      throw new InputError(
        `${ROOT}[${index}].name: expected a name that no other property has, got '${name}'`,
      );
    }
  });
  return properties;
}

function readPlace(item: Config, key: string): PropertyDefinition['place'] {
  const annotation = item.getOptionalString('annotation');
  const label = item.getOptionalString('label');
  if ((annotation === undefined) === (label === undefined)) {
    throw new InputError(
      `${key}: expected either 'annotation' or 'label', where the property is written`,
    );
  }
  return annotation === undefined
    ? { in: 'labels', key: label! }
    : { in: 'annotations', key: annotation };
}

/**
 * Tells the properties that an organisation keeps in annotations and labels of its catalog.
 *
 * @param properties - without any there is nothing to tell
 * @returns at most one provider
 */
export function createPropertyFacts(
  properties: readonly PropertyDefinition[],
): FactProvider[] {
  if (properties.length === 0) {
    return [];
  }
  return [
    {
      id: propertiesProviderId,
      title: 'Properties in the catalog',
      schema: Object.fromEntries(
        properties.map(({ name, place, ...definition }) => [name, definition]),
      ),
      cadence: { hours: 1 },
      freshness: { days: 1 },
      followsCatalog: true,
      async provide(entities) {
        return entities.map(entity => tellProperties(entity, properties));
      },
    },
  ];
}

function tellProperties(
  entity: FactEntity,
  properties: readonly PropertyDefinition[],
) {
  const { entityRef } = entity;
  const facts: Record<string, FactValue> = {};
  const problems: string[] = [];
  for (const { name, type, place } of properties) {
    const values = entity[place.in];
    const text = Object.hasOwn(values, place.key)
      ? values[place.key].trim()
      : '';
    const value = text === '' ? null : parseProperty(text, type);
    if (value === undefined) {
      problems.push(
        `${place.in === 'labels' ? 'label' : 'annotation'} ${
          place.key
        }: expected ${expected[type]}`,
      );
    } else {
      facts[name] = value;
    }
  }
  return problems.length > 0
    ? { entityRef, problem: problems.join('; ') }
    : { entityRef, facts };
}

/** @returns undefined for a text that is none of the type */
function parseProperty(
  text: string,
  type: FactDefinition['type'],
): FactValue | undefined {
  switch (type) {
    case 'boolean':
      return { true: true, false: false }[text.toLowerCase()];
    case 'integer':
      return /^[+-]?\d{1,15}$/.test(text) ? Number(text) : undefined;
    case 'number':
      return /^[+-]?\d+(\.\d+)?$/.test(text) && Number.isFinite(Number(text))
        ? Number(text)
        : undefined;
    case 'datetime': {
      const instant = DateTime.fromISO(text, { zone: 'utc' });
      return instant.isValid ? instant.toMillis() : undefined;
    }
    case 'set':
      return [
        ...new Set(
          text
            .split(',')
            .map(part => part.trim())
            .filter(part => part !== ''),
        ),
      ];
    default:
      return text;
  }
}
