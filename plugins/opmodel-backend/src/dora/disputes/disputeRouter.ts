import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { DisputeState } from '@opmodel/backstage-plugin-opmodel-common';
import type { Request, Router } from 'express';
import { entityRefOf } from '../../lib/entityRefOf';
import type { AuthorizedDisputeService } from './AuthorizedDisputeService';

interface DisputesQuery {
  state?: DisputeState;
  owner?: string[];
  limit?: number;
  cursor?: string;
}

/** Adds the routes of disputes to a router that has validated the request against the API's description. */
export function addDisputeRoutes(
  router: Router,
  options: {
    disputes: AuthorizedDisputeService;
    httpAuth: HttpAuthService;
  },
): void {
  const { disputes, httpAuth } = options;
  const contextOf = async (request: Request) => ({
    // Services as well, so that they are told why they may not.
    credentials: await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    }),
    request,
  });
  const keyOf = (request: Request) => ({
    scopeRef: entityRefOf(request),
    id: request.params.disputeId,
  });

  router.get(
    '/entities/:kind/:namespace/:name/dora/disputes',
    async (request, response) => {
      const { state, limit, cursor } = request.query as DisputesQuery;
      const { credentials } = await contextOf(request);
      response.json(
        await disputes.listOf(
          entityRefOf(request),
          { state, limit: limit ?? 20, cursor },
          credentials,
        ),
      );
    },
  );

  router.post(
    '/entities/:kind/:namespace/:name/dora/disputes',
    async (request, response) => {
      const context = await contextOf(request);
      response
        .status(201)
        .json(await disputes.open(entityRefOf(request), request.body, context));
    },
  );

  router.post(
    '/entities/:kind/:namespace/:name/dora/disputes/:disputeId/answer',
    async (request, response) => {
      const context = await contextOf(request);
      response.json(
        await disputes.answer(keyOf(request), request.body, context),
      );
    },
  );

  router.post(
    '/entities/:kind/:namespace/:name/dora/disputes/:disputeId/withdraw',
    async (request, response) => {
      response.json(
        await disputes.withdraw(keyOf(request), await contextOf(request)),
      );
    },
  );

  router.get('/dora/disputes', async (request, response) => {
    const { state, owner, limit, cursor } = request.query as DisputesQuery;
    const { credentials } = await contextOf(request);
    response.json(
      await disputes.list(
        {
          state,
          owners: owner?.map(ref => ref.toLocaleLowerCase('en-US')),
          limit: limit ?? 20,
          cursor,
        },
        credentials,
      ),
    );
  });
}
