import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import {
  readWebhookBody,
  type WebhookDelivery,
  type WebhookReader,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import { readDeployment } from './deliveries/deployments';
import { readIncident } from './deliveries/incidents';
import { createMergeRequestReader } from './deliveries/mergeRequests';
import { readPipeline } from './deliveries/pipelines';
import { createWorkItemReader } from './deliveries/workItems';
import type { GitlabSettings } from './gitlabSettings';

type Read = (delivery: WebhookDelivery) => IntakeEvent[];

const kindSchema = z.object({ object_kind: z.string().nullish() });

/** Reads GitLab's webhooks: gitlab.com and instances of one's own, of projects, groups and the system. */
export function createGitlabReader(settings: GitlabSettings): WebhookReader {
  // Incidents are among the issues, and among the work items since GitLab calls them so.
  const ofIssues: Read[] = [
    readIncident,
    ...(settings.workItems ? [createWorkItemReader(settings.workItems)] : []),
  ];
  const readIssue: Read = delivery => ofIssues.flatMap(read => read(delivery));
  const reads = new Map<string, Read>([
    ['deployment', readDeployment],
    ['merge_request', createMergeRequestReader(settings)],
    ['pipeline', readPipeline],
    ['issue', readIssue],
    ['work_item', readIssue],
  ]);
  return {
    type: 'gitlab',
    title:
      'GitLab: deployments, merge requests, pipelines, incidents and issues',
    topics: [...reads.keys()].map(kind => `gitlab.${kind}`),
    read(delivery) {
      // The body says what it is, whatever the way by which it came calls it.
      const { object_kind: kind } = readWebhookBody(kindSchema, delivery);
      return reads.get(kind ?? '')?.(delivery) ?? [];
    },
  };
}
