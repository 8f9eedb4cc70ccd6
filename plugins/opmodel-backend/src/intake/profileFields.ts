import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  repositoryLinks,
  type ObservationTarget,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  commonFields,
  identifierSchema,
  observationFields,
  readSeverity,
  targetFields,
  textSchema,
} from '@opmodel/backstage-plugin-opmodel-node';
import omit from 'lodash/omit';
import { z } from 'zod';

/** The full form of an entity ref; undefined for a text that is none. */
export function readEntityRef(text: string): string | undefined {
  let parsed;
  try {
    parsed = parseEntityRef(text, {
      defaultKind: 'component',
      defaultNamespace: 'default',
    });
  } catch {
    return undefined;
  }
  // The parser takes what follows the first separators as it is.
  return Object.values(parsed).some(part => /[:/\s]/.test(part))
    ? undefined
    : stringifyEntityRef(parsed);
}

const entityRefSchema = identifierSchema.transform((text, context) => {
  const ref = readEntityRef(text);
  if (ref === undefined) {
    context.addIssue({
      code: 'custom',
      message: 'expected entity ref such as component:default/checkout',
    });
    return z.NEVER;
  }
  return ref;
});

/** Incident tools spell severities differently; what is none of their spellings is left for the contract to reject. */
export function normalizeSeverity(value: unknown): unknown {
  return readSeverity(value) ?? value;
}

/** The most entities that a sender names in one list; each has a record of its own, so that a small request could make many. */
const MAX_NAMED_ENTITIES = 100;

/** What all facts may say, whichever way they arrive. */
const common = {
  entityRef: entityRefSchema.optional(),
  entityRefs: z.array(entityRefSchema).max(MAX_NAMED_ENTITIES).optional(),
  links: targetFields.links,
  ...commonFields,
};

const { paths } = targetFields;

/** Fields of the profile for deployments. */
export const deploymentFields = z.object({
  ...common,
  paths,
  outcome: observationFields.deployment.result,
  ...omit(observationFields.deployment, [
    'environment',
    'artifactId',
    'deploymentType',
    'result',
  ]),
});

/** Fields of the profile for changes. */
export const changeFields = z.object({
  ...common,
  paths,
  ...observationFields.change,
});

/** Fields of the profile for incidents. */
export const incidentFields = z.object({
  ...common,
  ...omit(observationFields.incident, ['environment']),
  severity: z.preprocess(
    normalizeSeverity,
    observationFields.incident.severity,
  ),
});

/** Fields of the profile for work items. */
export const workItemFields = z.object({
  ...common,
  ...omit(observationFields.work_item, ['createdAt']),
});

/** Fields of the profile for runs of pipelines. */
export const pipelineRunFields = z.object({
  ...common,
  paths,
  repositoryUrl: textSchema.optional(),
  outcome: observationFields.pipeline_run.result,
  ...omit(observationFields.pipeline_run, ['result']),
});

/** Fields of the profile for environments. */
export const environmentFields = z.object({
  ...common,
  environmentTier: observationFields.environment.environmentTier,
});

/**
 * Null means "not known", which is what an absent field means; only what an item is committed to may be stated to be nothing.
 */
export function withoutNulls(fields: Record<string, unknown>): object {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => value !== null || name === 'committedPeriod',
    ),
  );
}

/** How the fields say whom a fact concerns. */
export function targetOf(
  fields: {
    entityRef?: string;
    entityRefs?: string[];
    links?: ObservationTarget['links'];
    repositoryUrl?: string;
    paths?: string[];
  },
  links: NonNullable<ObservationTarget['links']> = [],
): ObservationTarget {
  const entityRefs = [
    ...(fields.entityRef ? [fields.entityRef] : []),
    ...(fields.entityRefs ?? []),
  ];
  const allLinks = [
    ...links,
    ...(fields.links ?? []),
    ...(fields.repositoryUrl ? repositoryLinks(fields.repositoryUrl) : []),
  ];
  return {
    ...(entityRefs.length > 0 ? { entityRefs } : {}),
    ...(allLinks.length > 0 ? { links: allLinks } : {}),
    ...(fields.paths ? { paths: fields.paths } : {}),
  };
}

/** What the fields of a target were read from. */
interface StatedTarget {
  entityRef?: unknown;
  links?: unknown[];
}

/**
 * Where a sender wrote what {@link targetOf} put at a path.
 *
 * @param path - below the target: `entityRefs[1]`
 * @param stated - the fields that were given to `targetOf`
 * @param leading - how many links were given beside the fields, and where they come from
 */
export function statedTargetPath(
  path: string,
  stated: StatedTarget,
  leading: { count: number; path: string } = { count: 0, path: '' },
): string {
  const [, list, index, rest] = /^(\w+)\[(\d+)\](.*)$/.exec(path) ?? [];
  if (list === 'entityRefs' && stated.entityRef !== undefined) {
    return index === '0' ? 'entityRef' : `entityRefs[${Number(index) - 1}]`;
  }
  if (list === 'links') {
    const own = Number(index) - leading.count;
    if (own < 0) {
      return leading.path;
    }
    return own < (stated.links ?? []).length
      ? `links[${own}]${rest}`
      : 'repositoryUrl';
  }
  return path;
}
