import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import { entityRefOf } from '../../lib/entityRefOf';
import type { AuthorizedCorrectionService } from './AuthorizedCorrectionService';

/** Adds the routes of corrections to a router that has validated the request against the API's description. */
export function addCorrectionRoutes(
  router: Router,
  options: {
    corrections: AuthorizedCorrectionService;
    httpAuth: HttpAuthService;
  },
): void {
  const { corrections, httpAuth } = options;
  const contextOf = async (request: Request) => ({
    // Services as well, so that they are told why they may not.
    credentials: await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    }),
    request,
  });

  router.get(
    '/entities/:kind/:namespace/:name/dora/corrections',
    async (request, response) => {
      const { limit, cursor } = request.query as {
        limit?: number;
        cursor?: string;
      };
      const { credentials } = await contextOf(request);
      response.json(
        await corrections.list(
          { entityRef: entityRefOf(request), limit: limit ?? 20, cursor },
          credentials,
        ),
      );
    },
  );

  router.post(
    '/entities/:kind/:namespace/:name/dora/corrections',
    async (request, response) => {
      const context = await contextOf(request);
      response
        .status(201)
        .json(
          await corrections.correct(
            entityRefOf(request),
            request.body,
            context,
          ),
        );
    },
  );

  router.post(
    '/entities/:kind/:namespace/:name/dora/corrections/:correctionId/undo',
    async (request, response) => {
      const key = {
        entityRef: entityRefOf(request),
        id: request.params.correctionId,
      };
      response.json(
        await corrections.undo(key, request.body, await contextOf(request)),
      );
    },
  );
}
