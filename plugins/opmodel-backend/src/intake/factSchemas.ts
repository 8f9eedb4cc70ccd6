import { z } from 'zod';
import { factContracts, type PlainFactKind } from './factContracts';
import { factDescriptions } from './factDescriptions';
import { typedEventTypes } from './typedEvents';

/** A JSON Schema of draft 2020-12. */
export type JsonSchema = Record<string, any>;

const withdrawn = {
  required: ['withdrawn'],
  properties: { withdrawn: { const: true } },
};

const anyOf = (...fields: string[]): JsonSchema => ({
  anyOf: [withdrawn, ...fields.map(field => ({ required: [field] }))],
});

/** What of a fact depends on the rest of it; the contracts check it after all fields. */
const conditions: Partial<Record<PlainFactKind, JsonSchema[]>> = {
  deployment: [
    anyOf('environment', 'environmentTier'),
    anyOf('startedAt', 'finishedAt'),
  ],
  pipeline_run: [
    anyOf('pipeline'),
    anyOf('queuedAt', 'startedAt', 'finishedAt'),
  ],
};

/** The name of a kind as paths, files and types of events spell it. */
export function spellKind(kind: PlainFactKind): string {
  return kind.replace('_', '-');
}

/** The kinds of fact that have a schema. */
export const factKinds = Object.keys(factContracts) as PlainFactKind[];

/**
 * The JSON Schema of one kind of fact: the data of our CloudEvents, and an item of the plain way in. It says how a fact is meant to be
 * written; intake also takes null for what is not known, and drops fields that it does not know.
 */
export function describeFactSchema(kind: PlainFactKind): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(factContracts[kind], {
    io: 'input',
    // Databases bound a text in bytes, which no schema can say.
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // The format says the same, and people can read it.
      if (jsonSchema.format === 'date-time') {
        delete jsonSchema.pattern;
      }
    },
  }) as JsonSchema;
  const texts = factDescriptions[kind];
  const properties = Object.fromEntries(
    Object.entries<JsonSchema>(schema.properties).map(([field, property]) => [
      field,
      { description: texts.fields[field], ...property },
    ]),
  );
  return {
    $schema,
    $id: `urn:opmodel:schema:${spellKind(kind)}:v1`,
    title: texts.title,
    description: `Data of a CloudEvent of the type ${typedEventTypes[kind]}, and one item of POST ${texts.path}`,
    ...schema,
    properties,
    ...(conditions[kind] ? { allOf: conditions[kind] } : {}),
  };
}
