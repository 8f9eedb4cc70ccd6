import { z } from 'zod';
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
  workItemStateSchema,
} from './valueSchemas';

/** The most entities that one observation names: all components of a large repository. */
export const MAX_ENTITY_REFS = 10_000;

/** The most commits that are kept of one change; what a larger one consists of tells nothing more. */
export const MAX_COMMITS = 250;

/** Contracts on how an observation says whom it concerns. */
export const targetFields = {
  entityRefs: z.array(identifierSchema).max(MAX_ENTITY_REFS).optional(),
  links: linksSchema.optional(),
  paths: z.array(identifierSchema).max(100_000).optional(),
};

/** Contracts on the fields that any observation may have, beside whom it concerns. */
export const commonFields = {
  withdrawn: z.boolean().optional(),
  title: textSchema.optional(),
  url: urlSchema.optional(),
};

/**
 * Contracts on the fields that only observations of one kind have. Whatever reads observations from outside takes its limits
 * from here.
 */
export const observationFields = {
  deployment: {
    environment: identifierSchema.optional(),
    environmentTier: environmentTierSchema.optional(),
    startedAt: instantSchema.optional(),
    finishedAt: instantSchema.nullish(),
    result: deploymentResultSchema.nullish(),
    deploymentType: z.enum(['deploy', 'rollback']).optional(),
    commitSha: identifierSchema.optional(),
    version: identifierSchema.optional(),
    artifactId: textSchema.optional(),
    repositoryUrl: textSchema.optional(),
    changes: z.array(identifierSchema).max(100_000).optional(),
    baseline: z.boolean().optional(),
    planned: z.boolean().optional(),
    hotfix: z.boolean().optional(),
  },
  change: {
    repositoryUrl: textSchema.optional(),
    commitSha: identifierSchema.optional(),
    firstCommitAt: instantSchema.optional(),
    openedAt: instantSchema.optional(),
    firstReviewAt: instantSchema.optional(),
    approvedAt: instantSchema.optional(),
    mergedAt: instantSchema.optional(),
    abandonedAt: instantSchema.nullish(),
    approvedByOther: z.boolean().optional(),
    contributors: z.int().min(0).max(100_000).optional(),
    revertsCommitSha: identifierSchema.optional(),
    commits: z
      .array(
        z.object({
          sha: identifierSchema,
          authoredAt: instantSchema.optional(),
          committedAt: instantSchema.optional(),
        }),
      )
      .max(MAX_COMMITS)
      .optional(),
    hotfix: z.boolean().optional(),
  },
  incident: {
    environment: identifierSchema.optional(),
    severity: severitySchema.optional(),
    startedAt: instantSchema.optional(),
    detectedAt: instantSchema.optional(),
    acknowledgedAt: instantSchema.optional(),
    mitigatedAt: instantSchema.nullish(),
    resolvedAt: instantSchema.nullish(),
    causeClass: causeClassSchema.optional(),
    recurrenceOf: identifierSchema.optional(),
    customerImpactMinutes: z.number().min(0).optional(),
    deployment: identifierSchema.optional(),
  },
  work_item: {
    category: workItemCategorySchema.optional(),
    severity: identifierSchema.optional(),
    foundIn: environmentTierSchema.optional(),
    objective: textSchema.optional(),
    committedPeriod: identifierSchema.nullish(),
    state: workItemStateSchema.optional(),
    effortDays: z.number().min(0).max(100_000).optional(),
    createdAt: instantSchema.optional(),
    startedAt: instantSchema.optional(),
    completedAt: instantSchema.nullish(),
    cancelledAt: instantSchema.nullish(),
  },
  pipeline_run: {
    pipeline: identifierSchema.optional(),
    queuedAt: instantSchema.optional(),
    startedAt: instantSchema.optional(),
    finishedAt: instantSchema.nullish(),
    result: deploymentResultSchema.nullish(),
    commitSha: identifierSchema.optional(),
    ref: identifierSchema.optional(),
  },
  environment: {
    name: textSchema.optional(),
    environmentTier: environmentTierSchema.optional(),
    deleted: z.boolean().optional(),
  },
};
