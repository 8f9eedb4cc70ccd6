import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import type { AuthorizedCollectorService } from './AuthorizedCollectorService';

/** Runs that are told where nobody says how many. */
const DEFAULT_RUNS = 20;

/** Adds the routes that tell operators of collectors. */
export function addCollectorRoutes(
  router: Router,
  options: {
    collectors: AuthorizedCollectorService;
    httpAuth: HttpAuthService;
  },
): void {
  const { collectors, httpAuth } = options;
  router.get(
    '/health/collectors/:collectorId/runs',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const { limit } = request.query as { limit?: number };
      response.json({
        items: await collectors.listRuns(
          request.params.collectorId,
          { limit: limit ?? DEFAULT_RUNS },
          credentials,
        ),
      });
    },
  );
}
