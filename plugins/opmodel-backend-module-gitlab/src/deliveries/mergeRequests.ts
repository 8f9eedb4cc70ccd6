import type {
  ChangeObservation,
  IntakeEvent,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  captionSchema,
  findRevertedCommit,
  hasLabel,
  identifyByContent,
  isHotfixBranch,
  linkSchema,
  readCommitSha,
  readWebhookBody,
  type WebhookDelivery,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import { gitlabInstantSchema } from './gitlabInstant';
import { projectSchema, sourceOf } from './project';

const labelsSchema = z.array(z.object({ title: z.string() })).nullish();

const mergeRequestBody = z.object({
  user: z.object({ id: z.int() }).nullish(),
  project: projectSchema,
  object_attributes: z.object({
    iid: z.int(),
    // Absent when the webhook is tested from its settings.
    action: z.string().nullish(),
    title: captionSchema,
    description: z.string().nullish(),
    url: linkSchema,
    source_branch: z.string().nullish(),
    author_id: z.int().nullish(),
    merge_commit_sha: z.string().nullish(),
    labels: labelsSchema,
    created_at: gitlabInstantSchema,
    updated_at: gitlabInstantSchema,
  }),
  changes: z
    .object({
      title: z.unknown().optional(),
      description: z.unknown().optional(),
      draft: z
        .object({ previous: z.boolean().nullish(), current: z.boolean() })
        .nullish(),
      labels: z.object({ previous: labelsSchema }).nullish(),
    })
    .nullish(),
});

type MergeRequestBody = z.infer<typeof mergeRequestBody>;

function observe({
  project,
  object_attributes: { iid },
}: MergeRequestBody): Pick<ChangeObservation, 'kind' | 'subject' | 'target'> {
  return {
    kind: 'change',
    subject: `${project.path_with_namespace}!${iid}`,
    target: { links: project.web_url.links },
  };
}

/** What is fixed when a merge request is opened; said again with every step, so that it is known of one that is older than the webhook. */
function observeOpening(body: MergeRequestBody): IntakeEvent {
  const { project, object_attributes: request } = body;
  return {
    source: sourceOf(project),
    id: `merge_request:${request.iid}`,
    time: request.created_at,
    observation: {
      ...observe(body),
      url: request.url,
      repositoryUrl: project.web_url.url,
      openedAt: request.created_at,
    },
  };
}

/** The step of the way that an action is; undefined for one that says nothing. */
function stepOf({
  user,
  object_attributes: request,
  changes,
}: MergeRequestBody): Partial<ChangeObservation> | undefined {
  const at = request.updated_at;
  switch (request.action) {
    case 'open':
      return {};
    case 'reopen':
      return { abandonedAt: null };
    case 'close':
      return { abandonedAt: at };
    case 'merge':
      return {
        mergedAt: at,
        commitSha: readCommitSha(request.merge_commit_sha),
        abandonedAt: null,
      };
    case 'approval':
    case 'approved':
      return user && request.author_id && user.id !== request.author_id
        ? { firstReviewAt: at, approvedAt: at, approvedByOther: true }
        : undefined;
    case 'update':
      if (changes?.draft?.previous && !changes.draft.current) {
        // A draft waits for nobody.
        return { openedAt: at };
      }
      return changes?.title || changes?.description || changes?.labels
        ? {}
        : undefined;
    default:
      return undefined;
  }
}

/** Whether it is a hotfix; undefined where nothing says so and nothing ever did. */
function hotfixOf(
  { object_attributes: request, changes }: MergeRequestBody,
  hotfixLabels: readonly string[],
): boolean | undefined {
  const isLabeled = (labels: z.infer<typeof labelsSchema>) =>
    hasLabel(
      (labels ?? []).map(({ title }) => title),
      hotfixLabels,
    );
  if (isHotfixBranch(request.source_branch) || isLabeled(request.labels)) {
    return true;
  }
  return isLabeled(changes?.labels?.previous) ? false : undefined;
}

/** Reads merge request events. */
export function createMergeRequestReader({
  hotfixLabels,
}: {
  hotfixLabels: readonly string[];
}): (delivery: WebhookDelivery) => IntakeEvent[] {
  return delivery => {
    const body = readWebhookBody(mergeRequestBody, delivery);
    const { object_attributes: request } = body;
    const step = stepOf(body);
    if (!step) {
      return [];
    }
    const opening = observeOpening(body);
    return [
      opening,
      identifyByContent({
        source: opening.source,
        id: `merge_request:${request.iid}:${request.action}:${request.updated_at}`,
        time: request.updated_at,
        observation: {
          ...observe(body),
          title: request.title,
          revertsCommitSha: findRevertedCommit(request.description),
          hotfix: hotfixOf(body, hotfixLabels),
          ...step,
        },
      }),
    ];
  };
}
