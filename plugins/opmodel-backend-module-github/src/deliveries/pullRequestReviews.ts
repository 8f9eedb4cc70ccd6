import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import {
  instantSchema,
  readWebhookBody,
  type WebhookDelivery,
} from '@opmodel/backstage-plugin-opmodel-node';
import { z } from 'zod';
import {
  observeOpening,
  observePullRequest,
  pullRequestBody,
} from './pullRequests';

const reviewBody = pullRequestBody.extend({
  review: z.object({
    id: z.int(),
    state: z.string(),
    submitted_at: instantSchema.nullish(),
    user: z.object({ id: z.int(), type: z.string().nullish() }).nullish(),
  }),
});

/** A person other than the author. What a program says within seconds ends nobody's waiting, and of a deleted account nothing is known. */
function isByOther({
  review,
  pull_request,
}: z.infer<typeof reviewBody>): boolean {
  return (
    !!review.user &&
    !!pull_request.user &&
    review.user.type !== 'Bot' &&
    review.user.id !== pull_request.user.id
  );
}

/** Reads `pull_request_review`. */
export function readReview(delivery: WebhookDelivery): IntakeEvent[] {
  const body = readWebhookBody(reviewBody, delivery);
  const { action, review } = body;
  if (action !== 'submitted' || !review.submitted_at || !isByOther(body)) {
    return [];
  }
  const opening = observeOpening(body);
  return [
    opening,
    {
      source: opening.source,
      id: `pull_request_review:${review.id}`,
      time: review.submitted_at,
      observation: {
        ...observePullRequest(body),
        firstReviewAt: review.submitted_at,
        ...(review.state.toLowerCase() === 'approved'
          ? { approvedAt: review.submitted_at, approvedByOther: true }
          : {}),
      },
    },
  ];
}
