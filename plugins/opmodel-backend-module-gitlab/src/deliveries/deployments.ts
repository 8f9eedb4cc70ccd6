import type {
  DeploymentObservation,
  DeploymentResult,
  IntakeEvent,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  captionSchema,
  environmentTierSchema,
  identifierSchema,
  linkSchema,
  readCommitSha,
  readWebhookBody,
  type WebhookDelivery,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import { gitlabInstantSchema } from './gitlabInstant';
import { projectSchema, sourceOf } from './project';

const deploymentBody = z.object({
  deployment_id: z.int(),
  status: z.string(),
  status_changed_at: gitlabInstantSchema,
  environment: identifierSchema,
  // GitLab's tiers are ours; one that it adds is left to the environment's name.
  environment_tier: environmentTierSchema.optional().catch(undefined),
  deployable_url: linkSchema,
  commit_url: z.string().nullish(),
  commit_title: captionSchema,
  project: projectSchema,
});

const results = new Map<string, DeploymentResult>([
  ['success', 'success'],
  ['failed', 'failure'],
  ['canceled', 'cancelled'],
]);

/** What a status says about the course of a deployment; undefined for one that says nothing. */
function courseOf(
  status: string,
  at: string,
):
  | Pick<DeploymentObservation, 'startedAt' | 'finishedAt' | 'result'>
  | undefined {
  if (status === 'running') {
    return { startedAt: at };
  }
  const result = results.get(status);
  return result && { finishedAt: at, result };
}

/** Reads deployment events. */
export function readDeployment(delivery: WebhookDelivery): IntakeEvent[] {
  const body = readWebhookBody(deploymentBody, delivery);
  const { deployment_id: id, status, status_changed_at: at, project } = body;
  const course = courseOf(status, at);
  // What is created, blocked, approved or skipped has not begun.
  if (!course) {
    return [];
  }
  return [
    {
      source: sourceOf(project),
      id: `deployment:${id}:${status}:${at}`,
      time: at,
      observation: {
        kind: 'deployment',
        subject: String(id),
        target: { links: project.web_url.links },
        title: body.commit_title,
        url: body.deployable_url,
        environment: body.environment,
        environmentTier: body.environment_tier,
        // The commit stands in full in its address alone.
        commitSha: readCommitSha(body.commit_url?.split('/').at(-1)),
        repositoryUrl: project.web_url.url,
        ...course,
      },
    },
  ];
}
