import {
  checkContract,
  type ContractResult,
  identifierSchema,
  instantSchema,
} from '@opmodel/backstage-plugin-opmodel-node';
import {
  maximumSetSize,
  maximumTextLength,
} from '@opmodel/backstage-plugin-opmodel-common';
import { z } from 'zod';
import type { StatedEntityFacts } from './EntityFactPort';
import type { JsonSchema } from './factSchemas';
import { readEntityRef } from './profileFields';

/** The type of our CloudEvents that tell facts of an entity. */
export const entityFactEventType = 'io.opmodel.entity-facts.v1';

/** Most facts that one statement tells. */
const MOST_FACTS = 200;

const text = z
  .string()
  .max(maximumTextLength)
  .refine(
    value => !/\0|\p{Surrogate}/u.test(value),
    'expected well-formed Unicode text without NUL characters',
  );

const value = z.union([
  z.boolean(),
  z.number(),
  text,
  z.array(text).max(maximumSetSize),
  z.null(),
]);

const fields = z.object({
  provider: identifierSchema.describe(
    'Under whose name the facts are told, a key of opmodel.scorecards.pushedFacts',
  ),
  entityRef: identifierSchema.describe(
    'Catalog entity that they are about, such as component:default/checkout',
  ),
  facts: z
    .record(z.string(), value)
    .describe(
      'Values by the names of the provider; instants in ISO 8601, null where there is none to tell. What is not among them stays as it is',
    ),
  toldAt: instantSchema
    .optional()
    .describe(
      'When they were so; of two statements the later counts. Absent: in a CloudEvent its time, else now',
    ),
});

const contract = fields
  .refine(({ entityRef }) => readEntityRef(entityRef) !== undefined, {
    path: ['entityRef'],
    message: 'expected entity ref such as component:default/checkout',
  })
  .refine(
    ({ facts }) => {
      const count = Object.keys(facts).length;
      return count > 0 && count <= MOST_FACTS;
    },
    { path: ['facts'], message: `expected from 1 to ${MOST_FACTS} facts` },
  )
  // Of what is no instant, nothing more is said.
  .refine(({ toldAt }) => toldAt === undefined || !(Date.parse(toldAt) < 0), {
    path: ['toldAt'],
    message: 'expected an instant since 1970-01-01',
  });

/**
 * Checks what somebody states of an entity.
 *
 * @param options - `now`: of what states no instant, epoch milliseconds; `path`: where it stands in what was sent; absent: it is all of it
 */
export function checkEntityFacts(
  stated: unknown,
  { now, path }: { now: number; path?: string },
): ContractResult<StatedEntityFacts> {
  const read = checkContract<z.infer<typeof fields>>(contract, stated, path);
  if (!read.success) {
    return read;
  }
  const { provider, entityRef, facts, toldAt } = read.value;
  return {
    success: true,
    value: {
      provider,
      entityRef: readEntityRef(entityRef)!,
      facts,
      toldAt: toldAt === undefined ? now : Date.parse(toldAt),
    },
  };
}

/** The JSON Schema of facts of an entity: the data of our CloudEvents, and an item of the plain way in. */
export function describeEntityFactSchema(): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(fields, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === 'date-time') {
        delete jsonSchema.pattern;
      }
    },
  }) as JsonSchema;
  return {
    $schema,
    $id: 'urn:opmodel:schema:entity-facts:v1',
    title: 'Facts of a catalog entity, which checks of scorecards are made of',
    description: `Data of a CloudEvent of the type ${entityFactEventType}, and one item of POST /facts`,
    ...schema,
  };
}
