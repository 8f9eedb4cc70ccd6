import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import { entityRefOf } from '../entityRefOf';
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
  // Services as well, so that they are told why they may not.
  const allow = { allow: ['user', 'service'] } as const;

  router.get(
    '/entities/:kind/:namespace/:name/dora/corrections',
    async (request, response) => {
      const { limit, cursor } = request.query as {
        limit?: number;
        cursor?: string;
      };
      response.json(
        await corrections.list(
          { entityRef: entityRefOf(request), limit: limit ?? 20, cursor },
          await httpAuth.credentials(request, { ...allow }),
        ),
      );
    },
  );

  router.post(
    '/entities/:kind/:namespace/:name/dora/corrections',
    async (request, response) => {
      response.status(201).json(
        await corrections.correct(entityRefOf(request), request.body, {
          credentials: await httpAuth.credentials(request, { ...allow }),
          request,
        }),
      );
    },
  );

  router.post(
    '/entities/:kind/:namespace/:name/dora/corrections/:correctionId/undo',
    async (request, response) => {
      response.json(
        await corrections.undo(
          {
            entityRef: entityRefOf(request),
            id: request.params.correctionId,
          },
          request.body,
          {
            credentials: await httpAuth.credentials(request, { ...allow }),
            request,
          },
        ),
      );
    },
  );
}
