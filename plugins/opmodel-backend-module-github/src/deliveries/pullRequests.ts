import type {
  ChangeObservation,
  IntakeEvent,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  captionSchema,
  findRevertedCommit,
  hasLabel,
  identifyByContent,
  instantSchema,
  isHotfixBranch,
  linkSchema,
  readCommitSha,
  readWebhookBody,
  type WebhookDelivery,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import { changedLabelSchema, labelsAfter, labelsSchema } from './labels';
import { repositorySchema, sourceOf } from './repository';

/** What all deliveries about a pull request hold. */
export const pullRequestBody = z.object({
  action: z.string(),
  pull_request: z.object({
    number: z.int(),
    html_url: linkSchema,
    created_at: instantSchema,
    updated_at: instantSchema,
    // Null when the account is gone.
    user: z.object({ id: z.int() }).nullish(),
  }),
  repository: repositorySchema,
});

/** A pull request as a delivery gives it. */
export type PullRequestBody = z.infer<typeof pullRequestBody>;

const stateBody = pullRequestBody.extend({
  pull_request: pullRequestBody.shape.pull_request.extend({
    title: captionSchema,
    body: z.string().nullish(),
    head: z.object({ ref: z.string() }),
    labels: labelsSchema,
    closed_at: instantSchema.nullish(),
    merged_at: instantSchema.nullish(),
    merge_commit_sha: z.string().nullish(),
  }),
  label: changedLabelSchema,
});

type StateBody = z.infer<typeof stateBody>;

/** Identity of a pull request within its repository's source, and whom it concerns. */
export function observePullRequest({
  pull_request,
  repository,
}: PullRequestBody): Pick<ChangeObservation, 'kind' | 'subject' | 'target'> {
  return {
    kind: 'change',
    subject: `${repository.full_name}#${pull_request.number}`,
    target: { links: repository.html_url.links },
  };
}

/**
 * What is fixed when a pull request is opened. Every delivery about it says this again, so that it is known of one that was opened before
 * the webhook was.
 */
export function observeOpening(body: PullRequestBody): IntakeEvent {
  const { pull_request, repository } = body;
  return {
    source: sourceOf(repository),
    id: `pull_request:${pull_request.number}`,
    time: pull_request.created_at,
    observation: {
      ...observePullRequest(body),
      url: pull_request.html_url,
      repositoryUrl: repository.html_url.url,
      openedAt: pull_request.created_at,
    },
  };
}

/** The step of the way that an action is. */
function stepOf({
  action,
  pull_request: pull,
}: StateBody): Partial<ChangeObservation> {
  switch (action) {
    case 'ready_for_review':
      // A draft waits for nobody.
      return { openedAt: pull.updated_at };
    case 'reopened':
      return { abandonedAt: null };
    case 'closed':
      return pull.merged_at
        ? {
            mergedAt: pull.merged_at,
            // Before the merge GitHub names a commit here that only tries it.
            commitSha: readCommitSha(pull.merge_commit_sha),
            abandonedAt: null,
          }
        : { abandonedAt: pull.closed_at ?? pull.updated_at };
    default:
      return {};
  }
}

/** Whether it is a hotfix; undefined where nothing says so and nothing ever did. */
function hotfixOf(
  { action, pull_request: pull, label }: StateBody,
  hotfixLabels: readonly string[],
): boolean | undefined {
  const labels = labelsAfter(action, pull.labels, label);
  if (isHotfixBranch(pull.head.ref) || hasLabel(labels, hotfixLabels)) {
    return true;
  }
  return action === 'unlabeled' ? false : undefined;
}

const readActions = [
  'opened',
  'edited',
  'ready_for_review',
  'reopened',
  'closed',
];

/** Reads `pull_request`. */
export function createPullRequestReader({
  hotfixLabels,
}: {
  hotfixLabels: readonly string[];
}): (delivery: WebhookDelivery) => IntakeEvent[] {
  return delivery => {
    const body = readWebhookBody(stateBody, delivery);
    const { action, pull_request: pull, label } = body;
    const isRead =
      readActions.includes(action) ||
      (['labeled', 'unlabeled'].includes(action) &&
        hasLabel(label ? [label.name] : [], hotfixLabels));
    if (!isRead) {
      return [];
    }
    const opening = observeOpening(body);
    return [
      opening,
      identifyByContent({
        source: opening.source,
        id: `pull_request:${pull.number}:${action}:${pull.updated_at}`,
        time: pull.updated_at,
        observation: {
          ...observePullRequest(body),
          title: pull.title,
          revertsCommitSha: findRevertedCommit(pull.body),
          hotfix: hotfixOf(body, hotfixLabels),
          ...stepOf(body),
        },
      }),
    ];
  };
}
