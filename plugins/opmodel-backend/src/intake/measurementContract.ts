import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  type PushedLength,
  pushedLengths,
  SLI_BUCKET_SECONDS,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  checkContract,
  type ContractResult,
  identifierSchema,
  instantSchema,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import type { JsonSchema } from './factSchemas';
import type { Measurement } from './MeasurementPort';

/** The type of our CloudEvents that say what was counted of an objective. */
export const measurementEventType = 'io.opmodel.sli.measured.v1';

/** Most objectives of one SLO. */
const MOST_OBJECTIVES = 1_000;

/** More than can be counted in a bucket; what is larger is a mistake, and sums of it would not be exact. */
const LARGEST_COUNT = 1e15;

const count = z.number().min(0).max(LARGEST_COUNT);

const fields = z.object({
  slo: identifierSchema.describe(
    'Name of the SLO, or its entity ref such as slo:default/checkout-availability',
  ),
  objective: z
    .int()
    .min(0)
    .max(MOST_OBJECTIVES)
    .optional()
    .describe('Place of the objective in the document, from 0. Absent: 0'),
  start: instantSchema.describe(
    'First instant of the bucket, on a multiple of its length in UTC',
  ),
  seconds: z
    .literal([...pushedLengths])
    .optional()
    .describe('Length of the bucket: 60, 300, 3600 or 86400. Absent: 300'),
  good: count.describe('Events in the bucket that were good, at most total'),
  total: count.describe('Events in the bucket; 0 says that there were none'),
});

const contract = fields
  .refine(({ slo }) => refOf(slo) !== undefined, {
    path: ['slo'],
    message: 'expected the name or entity ref of an SLO',
  })
  .refine(({ good, total }) => good <= total, {
    path: ['good'],
    message: 'expected at most total',
  })
  // Of what is no instant, nothing more is said: it compares with no number.
  .refine(
    ({ start, seconds = SLI_BUCKET_SECONDS }) =>
      !(Math.abs(Date.parse(start) % (seconds * 1_000)) > 0),
    {
      path: ['start'],
      message: 'expected a multiple of the length of the bucket',
    },
  )
  .refine(({ start }) => !(Date.parse(start) < 0), {
    path: ['start'],
    message: 'expected an instant since 1970-01-01',
  });

/** Undefined where it cannot be the ref of an SLO. */
function refOf(slo: string): string | undefined {
  try {
    const ref = parseEntityRef(slo, {
      defaultKind: 'slo',
      defaultNamespace: 'default',
    });
    return ref.kind.toLowerCase() === 'slo'
      ? stringifyEntityRef(ref)
      : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Checks what somebody states of a bucket.
 *
 * @param path - where it stands in what was sent; absent: it is all of it
 */
export function checkMeasurement(
  stated: unknown,
  path?: string,
): ContractResult<Measurement> {
  const read = checkContract<z.infer<typeof fields>>(contract, stated, path);
  if (!read.success) {
    return read;
  }
  const { slo, objective = 0, start, seconds, good, total } = read.value;
  return {
    success: true,
    value: {
      sloRef: refOf(slo)!,
      objective,
      start: Date.parse(start),
      seconds: (seconds ?? SLI_BUCKET_SECONDS) as PushedLength,
      good,
      total,
    },
  };
}

/** The JSON Schema of a measurement: the data of our CloudEvents, and an item of the plain way in. */
export function describeMeasurementSchema(): JsonSchema {
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
    $id: 'urn:opmodel:schema:sli-measurement:v1',
    title: 'What was counted of an objective in a bucket of time',
    description: `Data of a CloudEvent of the type ${measurementEventType}, and one item of POST /sli-measurements`,
    ...schema,
  };
}
