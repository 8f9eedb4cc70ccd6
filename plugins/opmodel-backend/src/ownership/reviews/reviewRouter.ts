import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import type { Request, Router } from 'express';
import { entityRefOf } from '../../lib/entityRefOf';
import { refuseUnknownFields } from '../../lib/refuseUnknownFields';
import type { AuthorizedReviewService } from './AuthorizedReviewService';

type ReviewsQuery = NonNullable<
  Parameters<OpmodelApi['listOwnershipReviews']>[0]
>;
type EventsQuery = NonNullable<
  Parameters<OpmodelApi['listEntityOwnershipReviews']>[1]
>;

/** Adds the routes of reviews to a router that has validated the request against the API's description. */
export function addReviewRoutes(
  router: Router,
  options: { reviews: AuthorizedReviewService; httpAuth: HttpAuthService },
): void {
  const { reviews, httpAuth } = options;
  const contextOf = async (request: Request) => ({
    // Services as well, so that they are told why they may not.
    credentials: await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    }),
    request,
  });

  router.get('/ownership/reviews', async (request, response) => {
    const { state, owner, descendants, limit, cursor } =
      request.query as ReviewsQuery;
    const { credentials } = await contextOf(request);
    response.json(
      await reviews.list(
        {
          state,
          owners: owner?.map(ref => ref.toLocaleLowerCase('en-US')),
          descendants: descendants ?? true,
          limit: limit ?? 20,
          cursor,
        },
        credentials,
      ),
    );
  });

  router.get(
    '/entities/:kind/:namespace/:name/ownership/reviews',
    async (request, response) => {
      const { limit, cursor } = request.query as EventsQuery;
      const { credentials } = await contextOf(request);
      response.json(
        await reviews.listEvents(
          entityRefOf(request),
          { limit: limit ?? 20, cursor },
          credentials,
        ),
      );
    },
  );

  router.post(
    '/entities/:kind/:namespace/:name/ownership/reviews',
    async (request, response) => {
      const context = await contextOf(request);
      refuseUnknownFields(request.body, ['note']);
      response
        .status(201)
        .json(
          await reviews.confirm(entityRefOf(request), request.body, context),
        );
    },
  );

  router.post(
    '/entities/:kind/:namespace/:name/ownership/hand-overs',
    async (request, response) => {
      const context = await contextOf(request);
      refuseUnknownFields(request.body, ['toRef', 'reason']);
      response
        .status(201)
        .json(
          await reviews.requestHandOver(
            entityRefOf(request),
            request.body,
            context,
          ),
        );
    },
  );
}
