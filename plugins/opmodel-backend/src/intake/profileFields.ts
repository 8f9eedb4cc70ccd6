import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  repositoryLinks,
  type ObservationTarget,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  causeClassSchema,
  deploymentResultSchema,
  environmentTierSchema,
  identifierSchema,
  instantSchema,
  linksSchema,
  severitySchema,
  textSchema,
  urlSchema,
  workItemCategorySchema,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';

function readEntityRef(text: string): string | undefined {
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

const severityWords: Record<string, string> = {
  critical: 'sev1',
  high: 'sev2',
  major: 'sev2',
  medium: 'sev3',
  moderate: 'sev3',
  low: 'sev4',
  minor: 'sev4',
  info: 'sev5',
  informational: 'sev5',
};

/** Incident tools spell severities differently; all of these spellings mean one of five. */
function normalizeSeverity(value: unknown): unknown {
  if (typeof value !== 'string' && typeof value !== 'number') {
    return value;
  }
  const text = String(value).trim().toLowerCase();
  const level = /^(?:severity|sev|s|priority|p)?[-_ ]?([1-5])$/.exec(text);
  return level ? `sev${level[1]}` : severityWords[text] ?? value;
}

/** What all facts may say, whichever way they arrive. */
const common = {
  entityRef: entityRefSchema.optional(),
  entityRefs: z.array(entityRefSchema).max(100).optional(),
  links: linksSchema.optional(),
  title: textSchema.optional(),
  url: urlSchema.optional(),
  withdrawn: z.boolean().optional(),
};

const repository = {
  repositoryUrl: textSchema.optional(),
  paths: z.array(identifierSchema).max(100_000).optional(),
  commitSha: identifierSchema.optional(),
};

/** Fields of the profile for deployments. */
export const deploymentFields = z.object({
  ...common,
  ...repository,
  version: identifierSchema.optional(),
  startedAt: instantSchema.optional(),
  finishedAt: instantSchema.optional(),
  outcome: deploymentResultSchema.optional(),
  environmentTier: environmentTierSchema.optional(),
  changes: z.array(identifierSchema).max(100_000).optional(),
  baseline: z.boolean().optional(),
  planned: z.boolean().optional(),
  hotfix: z.boolean().optional(),
});

/** Fields of the profile for changes. */
export const changeFields = z.object({
  ...common,
  ...repository,
  firstCommitAt: instantSchema.optional(),
  openedAt: instantSchema.optional(),
  firstReviewAt: instantSchema.optional(),
  approvedAt: instantSchema.optional(),
  mergedAt: instantSchema.optional(),
  abandonedAt: instantSchema.optional(),
  approvedByOther: z.boolean().optional(),
  contributors: z.int().min(0).max(100_000).optional(),
  revertsCommitSha: identifierSchema.optional(),
  hotfix: z.boolean().optional(),
});

/** Fields of the profile for incidents. */
export const incidentFields = z.object({
  ...common,
  severity: z.preprocess(normalizeSeverity, severitySchema.optional()),
  startedAt: instantSchema.optional(),
  detectedAt: instantSchema.optional(),
  acknowledgedAt: instantSchema.optional(),
  mitigatedAt: instantSchema.optional(),
  resolvedAt: instantSchema.optional(),
  causeClass: causeClassSchema.optional(),
  recurrenceOf: identifierSchema.optional(),
  customerImpactMinutes: z.number().min(0).optional(),
  deployment: identifierSchema.optional(),
});

/** Fields of the profile for work items. */
export const workItemFields = z.object({
  ...common,
  category: workItemCategorySchema.optional(),
  severity: identifierSchema.optional(),
  foundIn: environmentTierSchema.optional(),
  objective: textSchema.optional(),
  committedPeriod: identifierSchema.optional(),
  startedAt: instantSchema.optional(),
  completedAt: instantSchema.optional(),
  cancelledAt: instantSchema.optional(),
});

/** Fields of the profile for environments. */
export const environmentFields = z.object({
  ...common,
  environmentTier: environmentTierSchema.optional(),
});

/** Null means "not known", which is what an absent field means. */
export function withoutNulls(fields: Record<string, unknown>): object {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null),
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
