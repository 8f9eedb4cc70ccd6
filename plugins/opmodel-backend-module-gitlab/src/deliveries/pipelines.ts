import type {
  DeploymentResult,
  IntakeEvent,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  identifierSchema,
  linkSchema,
  readCommitSha,
  readWebhookBody,
  type WebhookDelivery,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import { gitlabInstantSchema } from './gitlabInstant';
import { projectSchema, sourceOf } from './project';

/** Seconds; what exceeds a century is no span of anything. */
const secondsSchema = z.number().min(0).max(3_155_760_000).nullish();

const pipelineBody = z.object({
  project: projectSchema,
  object_attributes: z.object({
    id: z.int(),
    // Null where the project's file gives its pipelines no names.
    name: identifierSchema.nullish().catch(undefined),
    ref: identifierSchema.nullish().catch(undefined),
    sha: z.string(),
    status: z.string(),
    created_at: gitlabInstantSchema,
    finished_at: gitlabInstantSchema.nullish(),
    queued_duration: secondsSchema,
    url: linkSchema,
  }),
});

const results = new Map<string, DeploymentResult>([
  ['success', 'success'],
  ['failed', 'failure'],
  ['canceled', 'cancelled'],
  // Nothing ran, so that it neither succeeded nor failed.
  ['skipped', 'cancelled'],
]);

/** Statuses of a pipeline that has not begun. */
const waiting = [
  'created',
  'waiting_for_resource',
  'preparing',
  'pending',
  'scheduled',
];

function secondsAfter(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}

/** Reads pipeline events. */
export function readPipeline(delivery: WebhookDelivery): IntakeEvent[] {
  const { project, object_attributes: pipeline } = readWebhookBody(
    pipelineBody,
    delivery,
  );
  const source = sourceOf(project);
  const subject = String(pipeline.id);
  const id = `pipeline:${subject}`;
  const about = {
    kind: 'pipeline_run' as const,
    subject,
    target: { links: project.web_url.links },
  };
  const events: IntakeEvent[] = [
    {
      source,
      id,
      time: pipeline.created_at,
      observation: {
        ...about,
        url: pipeline.url,
        // A project has one file of pipelines, and its runs one name unless it says otherwise.
        pipeline: pipeline.name ?? '.gitlab-ci.yml',
        queuedAt: pipeline.created_at,
        commitSha: readCommitSha(pipeline.sha),
        ref: pipeline.ref ?? undefined,
      },
    },
  ];
  const { status, finished_at: finishedAt, queued_duration: queued } = pipeline;
  if (!waiting.includes(status) && typeof queued === 'number') {
    const startedAt = secondsAfter(pipeline.created_at, queued);
    events.push({
      source,
      id: `${id}:started:${startedAt}`,
      time: startedAt,
      observation: { ...about, startedAt },
    });
  }
  const result = results.get(status);
  if (result && finishedAt) {
    events.push({
      source,
      id: `${id}:${status}:${finishedAt}`,
      time: finishedAt,
      observation: { ...about, finishedAt, result },
    });
  }
  return events;
}
