import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import { z } from 'zod';
import {
  commonFields,
  observationFields,
  targetFields,
} from './observationFields';
import { identifierSchema, instantSchema } from './valueSchemas';

const base = {
  subject: identifierSchema,
  target: z.object(targetFields),
  ...commonFields,
};

const observationSchema = z.discriminatedUnion(
  'kind',
  [
    z.object({
      kind: z.literal('deployment'),
      ...base,
      ...observationFields.deployment,
    }),
    z.object({
      kind: z.literal('change'),
      ...base,
      ...observationFields.change,
    }),
    z.object({
      kind: z.literal('incident'),
      ...base,
      ...observationFields.incident,
    }),
    z.object({
      kind: z.literal('work_item'),
      ...base,
      ...observationFields.work_item,
    }),
    z.object({
      kind: z.literal('pipeline_run'),
      ...base,
      ...observationFields.pipeline_run,
    }),
    z.object({
      kind: z.literal('environment'),
      ...base,
      ...observationFields.environment,
    }),
  ],
  {
    error: issue =>
      issue.input === undefined
        ? 'required object'
        : 'expected one of deployment, change, incident, work_item, pipeline_run, environment',
  },
);

/**
 * What intake takes. Fields that it does not know are dropped, instants come back in UTC.
 *
 * Collectors need not call it: intake does, and rejects the events that do not meet it.
 */
export const intakeEventSchema: z.ZodType<IntakeEvent> = z.object({
  source: identifierSchema,
  id: identifierSchema,
  time: instantSchema,
  observation: observationSchema,
});
