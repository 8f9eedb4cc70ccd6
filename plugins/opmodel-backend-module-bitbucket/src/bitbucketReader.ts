import type {
  ChangeObservation,
  IntakeEvent,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  captionSchema,
  findRevertedCommit,
  identifyByContent,
  identifierSchema,
  instantSchema,
  isHotfixBranch,
  linkSchema,
  readCommitSha,
  readWebhookBody,
  repositoryAddressSchema,
  WebhookContractError,
  type WebhookDelivery,
  type WebhookReader,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';

const accountSchema = z
  .object({ uuid: z.string().nullish(), type: z.string().nullish() })
  .nullish();

const reviewSchema = z.object({ date: instantSchema, user: accountSchema });

const pullRequestBody = z.object({
  repository: z.object({
    full_name: identifierSchema,
    links: z.object({ html: z.object({ href: repositoryAddressSchema }) }),
  }),
  pullrequest: z.object({
    id: z.int(),
    title: captionSchema,
    description: z.string().nullish(),
    author: accountSchema,
    source: z
      .object({ branch: z.object({ name: z.string() }).nullish() })
      .nullish(),
    merge_commit: z.object({ hash: z.string().nullish() }).nullish(),
    links: z.object({ html: z.object({ href: linkSchema }) }),
    created_on: instantSchema,
    updated_on: instantSchema,
  }),
  approval: reviewSchema.optional(),
  changes_request: reviewSchema.optional(),
});

type PullRequestBody = z.infer<typeof pullRequestBody>;

/** One step of a pull request's way, and when it was taken. */
interface Step {
  at: string;
  fields: Partial<ChangeObservation>;
}

/** What a review says that is a person's other than the author; what a program says ends nobody's waiting. */
function reviewStep(
  { pullrequest: { author } }: PullRequestBody,
  review: z.infer<typeof reviewSchema> | undefined,
  fieldsOf: (at: string) => Partial<ChangeObservation>,
): Step | undefined {
  const reviewer = review?.user;
  return review &&
    reviewer?.type === 'user' &&
    reviewer.uuid &&
    author?.uuid &&
    reviewer.uuid !== author.uuid
    ? {
        at: review.date,
        fields: { firstReviewAt: review.date, ...fieldsOf(review.date) },
      }
    : undefined;
}

type StepOf = (body: PullRequestBody) => Step | undefined;

const steps = new Map<string, StepOf>([
  [
    'pullrequest:created',
    ({ pullrequest: pull }) => ({ at: pull.updated_on, fields: {} }),
  ],
  [
    'pullrequest:fulfilled',
    ({ pullrequest: pull }) => ({
      at: pull.updated_on,
      fields: {
        mergedAt: pull.updated_on,
        commitSha: readCommitSha(pull.merge_commit?.hash),
      },
    }),
  ],
  [
    'pullrequest:rejected',
    ({ pullrequest: pull }) => ({
      at: pull.updated_on,
      fields: { abandonedAt: pull.updated_on },
    }),
  ],
  [
    'pullrequest:approved',
    body =>
      reviewStep(body, body.approval, at => ({
        approvedAt: at,
        approvedByOther: true,
      })),
  ],
  [
    'pullrequest:changes_request_created',
    body => reviewStep(body, body.changes_request, () => ({})),
  ],
]);

function readStep(
  type: string,
  stepOf: StepOf,
  delivery: WebhookDelivery,
): IntakeEvent[] {
  const body = readWebhookBody(pullRequestBody, delivery);
  const step = stepOf(body);
  if (!step) {
    return [];
  }
  const { repository, pullrequest: pull } = body;
  const address = repository.links.html.href;
  const source = `bitbucket:${address.identity}`;
  const id = `pull_request:${pull.id}`;
  const observed = {
    kind: 'change' as const,
    subject: `${repository.full_name}#${pull.id}`,
    target: { links: address.links },
  };
  return [
    // What is fixed when it is opened; said again with every step, so that it is known of one that is older than the webhook.
    {
      source,
      id,
      time: pull.created_on,
      observation: {
        ...observed,
        url: pull.links.html.href,
        repositoryUrl: address.url,
        openedAt: pull.created_on,
      },
    },
    identifyByContent({
      source,
      id: `${id}:${type.replace('pullrequest:', '')}:${step.at}`,
      time: step.at,
      observation: {
        ...observed,
        title: pull.title,
        revertsCommitSha: findRevertedCommit(pull.description),
        hotfix: isHotfixBranch(pull.source?.branch?.name) ? true : undefined,
        ...step.fields,
      },
    }),
  ];
}

/** Reads Bitbucket Cloud's webhooks. */
export const bitbucketReader: WebhookReader = {
  type: 'bitbucket',
  title: 'Bitbucket Cloud: pull requests',
  topics: [...steps.keys()].map(type => `bitbucketCloud.${type}`),
  read(delivery) {
    const { type } = delivery;
    if (type === undefined) {
      // The body alone does not tell, and what is dropped in silence is lost.
      throw new WebhookContractError(undefined, [
        { path: '', message: 'required header X-Event-Key' },
      ]);
    }
    const stepOf = steps.get(type);
    return stepOf ? readStep(type, stepOf, delivery) : [];
  },
};
