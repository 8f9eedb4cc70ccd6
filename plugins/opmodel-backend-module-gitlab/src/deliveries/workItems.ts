import type {
  IntakeEvent,
  WorkItemObservation,
  WorkItemState,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  captionSchema,
  identifyByContent,
  linkSchema,
  meaningOf,
  periodOfLabels,
  readWebhookBody,
  type IssueSettings,
  type WebhookDelivery,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import { gitlabInstantSchema } from './gitlabInstant';
import { projectSchema, sourceOf } from './project';

const typeBody = z.object({
  object_attributes: z.object({ type: z.string().nullish() }),
  // Whatever else stands here is no reason to lose a delivery.
  changes: z
    .object({ type: z.object({ previous: z.string() }).optional() })
    .optional()
    .catch(undefined),
});

/** Seconds; what exceeds a century is no span of anything. */
const secondsSchema = z.number().min(0).max(3_155_760_000).nullish();

const issueBody = z.object({
  project: projectSchema,
  object_attributes: z.object({
    iid: z.int(),
    // Absent when the webhook is tested from its settings.
    action: z.string().nullish(),
    title: captionSchema,
    url: linkSchema,
    state: z.string(),
    confidential: z.boolean().nullish(),
    severity: z.string().nullish(),
    labels: z.array(z.object({ title: z.string() })).nullish(),
    time_estimate: secondsSchema,
    total_time_spent: secondsSchema,
    moved_to_id: z.int().nullish(),
    duplicated_to_id: z.int().nullish(),
    created_at: gitlabInstantSchema,
    updated_at: gitlabInstantSchema,
    closed_at: gitlabInstantSchema.nullish(),
  }),
});

type Issue = z.infer<typeof issueBody>['object_attributes'];

/** Tasks are parts of issues, and what stands above them is made of them; counted as well, work would count twice. */
function isIssueType(type: string | null | undefined): boolean {
  return type === undefined || type === null || type.toLowerCase() === 'issue';
}

/** A day of GitLab's time tracking has eight hours. Seconds. */
const WORKING_DAY = 8 * 60 * 60;

function effortOf(issue: Issue): number | undefined {
  const seconds = issue.total_time_spent || issue.time_estimate;
  return seconds ? Math.round((seconds / WORKING_DAY) * 100) / 100 : undefined;
}

/** A reopened issue may keep the time of its last closing. */
function courseOf(
  issue: Issue,
  labels: string[],
  { words }: IssueSettings,
): Pick<WorkItemObservation, 'state' | 'completedAt' | 'cancelledAt'> {
  const isClosed = issue.state === 'closed';
  const isDuplicate = !!issue.duplicated_to_id;
  const closed: WorkItemState = isDuplicate ? 'cancelled' : 'done';
  const state = isClosed
    ? closed
    : meaningOf(words.states, labels) ?? ('todo' as const);
  const at = issue.closed_at ?? issue.updated_at;
  return {
    state,
    completedAt: state === 'done' ? at : null,
    cancelledAt: state === 'cancelled' ? at : null,
  };
}

/** Reads issues as work items. */
export function createWorkItemReader(
  settings: IssueSettings,
): (delivery: WebhookDelivery) => IntakeEvent[] {
  return delivery => {
    const { object_attributes, changes } = readWebhookBody(typeBody, delivery);
    const isIssue = isIssueType(object_attributes.type);
    const previous = changes?.type?.previous;
    if (!isIssue && !(previous && isIssueType(previous))) {
      return [];
    }
    const { project, object_attributes: issue } = readWebhookBody(
      issueBody,
      delivery,
    );
    if (!issue.action) {
      return [];
    }
    const labels = (issue.labels ?? []).map(({ title }) => title);
    return [
      identifyByContent({
        source: sourceOf(project),
        id: `work_item:${issue.iid}:${issue.action}:${issue.updated_at}`,
        time: issue.updated_at,
        observation: {
          kind: 'work_item',
          subject: `${project.path_with_namespace}#${issue.iid}`,
          target: { links: project.web_url.links },
          // It goes on under another number, or as something else.
          withdrawn: !isIssue || !!issue.moved_to_id,
          // Fewer people may read a confidential issue than the entity.
          title: issue.confidential ? undefined : issue.title,
          url: issue.url,
          category: meaningOf(settings.words.categories, labels),
          foundIn: meaningOf(settings.words.foundIn, labels),
          committedPeriod: periodOfLabels(labels, settings) ?? null,
          effortDays: effortOf(issue),
          createdAt: issue.created_at,
          ...courseOf(issue, labels, settings),
        },
      }),
    ];
  };
}
