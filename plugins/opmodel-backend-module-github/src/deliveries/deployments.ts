import type {
  DeploymentObservation,
  EnvironmentTier,
  IntakeEvent,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  captionSchema,
  identifierSchema,
  instantSchema,
  linkSchema,
  readCommitSha,
  readWebhookBody,
  type WebhookDelivery,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import { readDeployedPaths } from './deployedPaths';
import { repositorySchema, sourceOf } from './repository';

/** GitHub sends an empty text where a status does not change the environment. */
const environmentSchema = identifierSchema.or(z.literal('')).nullish();

const deploymentBody = z.object({
  deployment: z.object({
    id: z.int(),
    sha: z.string(),
    task: z.string().nullish(),
    environment: identifierSchema,
    original_environment: environmentSchema,
    description: captionSchema,
    payload: z.unknown().optional(),
    production_environment: z.boolean().nullish(),
    transient_environment: z.boolean().nullish(),
    created_at: instantSchema,
  }),
  repository: repositorySchema,
});

const statusBody = deploymentBody.extend({
  deployment_status: z.object({
    id: z.int(),
    state: z.string(),
    environment: environmentSchema,
    log_url: linkSchema,
    target_url: linkSchema,
    created_at: instantSchema,
  }),
  check_run: z.object({ conclusion: z.string().nullish() }).nullish(),
});

type DeploymentBody = z.infer<typeof deploymentBody>;
type StatusBody = z.infer<typeof statusBody>;

/**
 * The tier that the creator of a deployment stated. Unset, GitHub marks an environment as production's exactly when it is called
 * `production`; so only the mark says something, and its absence leaves the question to the environment's name.
 */
function tierOf({
  production_environment,
  transient_environment,
}: DeploymentBody['deployment']): EnvironmentTier | undefined {
  if (production_environment) {
    return 'production';
  }
  // What is thrown away with its branch is a preview.
  return transient_environment ? 'development' : undefined;
}

function observe(
  body: DeploymentBody,
): Pick<DeploymentObservation, 'kind' | 'subject' | 'target'> {
  const { deployment, repository } = body;
  const paths = readDeployedPaths(deployment.payload);
  return {
    kind: 'deployment',
    subject: String(deployment.id),
    target: {
      links: repository.html_url.links,
      ...(paths ? { paths } : {}),
    },
  };
}

/**
 * What is fixed when a deployment is created. Every delivery about it says this again, so that it is known even where only the statuses
 * are sent.
 */
function observeCreation(body: DeploymentBody): IntakeEvent {
  const { deployment, repository } = body;
  return {
    source: sourceOf(repository),
    id: `deployment:${deployment.id}`,
    time: deployment.created_at,
    observation: {
      ...observe(body),
      title: deployment.description,
      // A status may move the deployment to another environment; this is the one that it was created for.
      environment: deployment.original_environment || deployment.environment,
      environmentTier: tierOf(deployment),
      startedAt: deployment.created_at,
      deploymentType: /(?:^|:)rollback$/.test(deployment.task ?? '')
        ? 'rollback'
        : undefined,
      commitSha: readCommitSha(deployment.sha),
      repositoryUrl: repository.html_url.url,
    },
  };
}

/** What a state says about the course of a deployment; undefined for one that says nothing. */
function courseOf({
  deployment_status: { state, created_at },
  check_run,
}: StatusBody):
  | Pick<DeploymentObservation, 'startedAt' | 'finishedAt' | 'result'>
  | undefined {
  switch (state) {
    case 'in_progress':
      // After an end it is the same deployment that a job runs again: how it ended before says nothing of how it goes now.
      return { startedAt: created_at, finishedAt: null, result: null };
    case 'success':
      return { finishedAt: created_at, result: 'success' };
    case 'failure':
    case 'error':
      return {
        finishedAt: created_at,
        result: check_run?.conclusion === 'cancelled' ? 'cancelled' : 'failure',
      };
    default:
      // Queued, pending and waiting have not begun. Inactive means that a later deployment took its place: how it ended was said before.
      return undefined;
  }
}

/** Reads `deployment`. */
export function readDeployment(delivery: WebhookDelivery): IntakeEvent[] {
  return [observeCreation(readWebhookBody(deploymentBody, delivery))];
}

/** Reads `deployment_status`. */
export function readDeploymentStatus(delivery: WebhookDelivery): IntakeEvent[] {
  const body = readWebhookBody(statusBody, delivery);
  const creation = observeCreation(body);
  const course = courseOf(body);
  if (!course) {
    return [creation];
  }
  const { deployment_status: status, deployment } = body;
  return [
    creation,
    {
      source: creation.source,
      // Of equal length, because several statuses of one second are ordered by it.
      id: `deployment_status:${String(status.id).padStart(15, '0')}`,
      time: status.created_at,
      observation: {
        ...observe(body),
        environment: status.environment || deployment.environment,
        url: status.log_url ?? status.target_url,
        ...course,
      },
    },
  ];
}
