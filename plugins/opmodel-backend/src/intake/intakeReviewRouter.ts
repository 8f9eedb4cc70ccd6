import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import { toInstant } from '../lib/instants';
import type { AuthorizedIntakeReview } from './AuthorizedIntakeReview';

/** Groups of rejected events that are shown when the request does not say how many. */
const DEFAULT_GROUPS = 20;

/**
 * Adds what operators see and do about events that were rejected or wait for an entity, to a router that has validated the
 * request against the API's description.
 */
export function addIntakeReviewRoutes(
  router: Router,
  options: { review: AuthorizedIntakeReview; httpAuth: HttpAuthService },
): void {
  const { review, httpAuth } = options;
  const credentialsOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get('/events/rejected', async (request, response) => {
    const { totalEvents, since, groups } = await review.summarizeRejected({
      credentials: await credentialsOf(request),
      limit: Number(request.query.limit ?? DEFAULT_GROUPS),
    });
    response.json({
      totalEvents,
      since: toInstant(since),
      items: groups.map(group => ({
        ...group,
        lastRejectedAt: toInstant(group.lastRejectedAt),
      })),
    });
  });

  router.post('/events/unmapped/replay', async (request, response) => {
    response.json(
      await review.replayUnmapped({
        credentials: await credentialsOf(request),
        request,
      }),
    );
  });
}
