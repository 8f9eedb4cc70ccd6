import type {
  DeploymentResult,
  IntakeEvent,
  PipelineRunObservation,
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
import { repositorySchema, sourceOf } from './repository';

const nameSchema = identifierSchema.nullish().catch(undefined);

const runBody = z.object({
  action: z.string(),
  workflow_run: z.object({
    id: z.int(),
    // GitHub leaves the name empty where the workflow's file gives none.
    name: nameSchema,
    path: z.string().nullish(),
    display_title: captionSchema,
    html_url: linkSchema,
    head_sha: z.string(),
    head_branch: nameSchema,
    // Absent in old versions of GitHub Enterprise Server, which run nothing again.
    run_attempt: z.int().nullish(),
    run_started_at: instantSchema.nullish(),
    conclusion: z.string().nullish(),
    created_at: instantSchema,
    updated_at: instantSchema,
  }),
  workflow: z.object({ name: nameSchema }).nullish(),
  repository: repositorySchema,
});

type RunBody = z.infer<typeof runBody>;

const results = new Map<string, DeploymentResult>([
  ['success', 'success'],
  ['neutral', 'success'],
  ['failure', 'failure'],
  ['timed_out', 'failure'],
  ['startup_failure', 'failure'],
  ['cancelled', 'cancelled'],
  // Nothing ran, so that it neither succeeded nor failed.
  ['skipped', 'cancelled'],
  ['stale', 'cancelled'],
]);

/** Where the run of a pull request from a fork lives, is not GitHub's to say; its file is the same for all runs. */
function pipelineOf({ workflow, workflow_run: run }: RunBody) {
  return (
    workflow?.name ?? run.name ?? run.path?.split('@')[0].split('/').at(-1)
  );
}

/** What an action says about the course of a run. */
function courseOf({
  action,
  workflow_run: run,
}: RunBody): Partial<PipelineRunObservation> | undefined {
  if (action === 'in_progress') {
    return { startedAt: run.updated_at };
  }
  const result = results.get(run.conclusion ?? '');
  return action === 'completed' && result
    ? { finishedAt: run.updated_at, result }
    : undefined;
}

/**
 * Reads `workflow_run`. Each attempt is a run of its own: one that failed did fail, also when it is run again.
 */
export function readWorkflowRun(delivery: WebhookDelivery): IntakeEvent[] {
  const body = readWebhookBody(runBody, delivery);
  const { action, workflow_run: run, repository } = body;
  const attempt = run.run_attempt ?? 1;
  const source = sourceOf(repository);
  const subject = `${run.id}/${attempt}`;
  const id = `workflow_run:${subject}`;
  const queuedAt = run.run_started_at ?? run.created_at;
  const about = {
    kind: 'pipeline_run' as const,
    subject,
    target: { links: repository.html_url.links },
  };
  const course = courseOf(body);
  return [
    {
      source,
      id,
      time: queuedAt,
      observation: {
        ...about,
        title: run.display_title,
        url: run.html_url,
        pipeline: pipelineOf(body),
        queuedAt,
        // Until GitHub says when a machine began, the run began when it was asked for.
        startedAt: queuedAt,
        commitSha: readCommitSha(run.head_sha),
        ref: run.head_branch ?? undefined,
      },
    },
    ...(course
      ? [
          {
            source,
            id: `${id}:${action}:${run.updated_at}`,
            time: run.updated_at,
            observation: { ...about, ...course },
          },
        ]
      : []),
  ];
}
