import type {
  Observation,
  RecordKind,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  identifierSchema,
  instantSchema,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import {
  changeFields,
  deploymentFields,
  incidentFields,
  pipelineRunFields,
  targetOf,
  workItemFields,
} from './profileFields';

/** The kinds of fact that a sender may state in our own words. */
export type PlainFactKind = Exclude<RecordKind, 'environment'>;

const identity = {
  source: identifierSchema.optional(),
  id: identifierSchema,
  time: instantSchema.optional(),
};

const deployment = deploymentFields
  .extend({
    ...identity,
    environment: identifierSchema.optional(),
    artifactId: identifierSchema.optional(),
    deploymentType: z.enum(['deploy', 'rollback']).optional(),
  })
  .refine(fact => fact.withdrawn || fact.environment || fact.environmentTier, {
    path: ['environment'],
    message: 'required string (or environmentTier)',
  })
  .refine(fact => fact.withdrawn || fact.startedAt || fact.finishedAt, {
    path: ['finishedAt'],
    message: 'required date-time (or startedAt while it runs)',
  });

const pipelineRun = pipelineRunFields
  .extend(identity)
  .refine(fact => fact.withdrawn || fact.pipeline, {
    path: ['pipeline'],
    message: 'required string',
  })
  .refine(
    fact =>
      fact.withdrawn || fact.queuedAt || fact.startedAt || fact.finishedAt,
    {
      path: ['finishedAt'],
      message: 'required date-time (or startedAt or queuedAt before)',
    },
  );

/** What a fact of each kind must hold, as it is sent. */
export const factContracts = {
  deployment,
  change: changeFields.extend(identity),
  incident: incidentFields.extend({
    ...identity,
    environment: identifierSchema.optional(),
  }),
  work_item: workItemFields.extend({
    ...identity,
    createdAt: instantSchema.optional(),
  }),
  pipeline_run: pipelineRun,
} satisfies Record<PlainFactKind, z.ZodType>;

/** A fact that met its contract. */
export type PlainFact = {
  source?: string;
  id: string;
  time?: string;
} & Parameters<typeof targetOf>[0] & { outcome?: unknown };

/** What a fact says. */
export function observationOfFact(
  kind: PlainFactKind,
  fact: PlainFact,
): Observation {
  const { source, id, time, ...stated } = fact;
  const { entityRef, entityRefs, links, paths, outcome, ...fields } = stated;
  // The repository of a run only tells whom it concerns.
  const { repositoryUrl, ...ofRun } = fields;
  return {
    kind,
    ...(kind === 'pipeline_run' ? ofRun : fields),
    subject: id,
    target: targetOf(stated),
    ...(outcome === undefined ? {} : { result: outcome }),
  } as Observation;
}

const statedNames: Record<string, string> = {
  subject: 'id',
  result: 'outcome',
};

/**
 * The name by which a sender states a field of an observation.
 *
 * @param field - outside the target
 */
export function statedName(field: string): string {
  return statedNames[field] ?? field;
}
