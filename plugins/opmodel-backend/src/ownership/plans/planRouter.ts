import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import type { AuthorizedPlanService } from './AuthorizedPlanService';

/** Adds the routes of what-if and plans to a router that has validated the request against the API's description. */
export function addPlanRoutes(
  router: Router,
  {
    plans,
    httpAuth,
  }: { plans: AuthorizedPlanService; httpAuth: HttpAuthService },
): void {
  const contextOf = async (request: Request) => ({
    // Services as well, so that they are told why they may not.
    credentials: await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    }),
    request,
  });

  router.post('/ownership/what-if', async (request, response) => {
    const { credentials } = await contextOf(request);
    response.json(await plans.ask(request.body, credentials));
  });

  router.get('/ownership/plans', async (request, response) => {
    const { limit, cursor } = request.query as {
      limit?: number;
      cursor?: string;
    };
    response.json(
      await plans.list(
        { limit: limit ?? 20, cursor },
        await contextOf(request),
      ),
    );
  });

  router.post('/ownership/plans', async (request, response) => {
    const context = await contextOf(request);
    response.status(201).json(await plans.create(request.body, context));
  });

  router.get('/ownership/plans/:planId', async (request, response) => {
    const context = await contextOf(request);
    response.json(await plans.get(request.params.planId, context));
  });

  router.put('/ownership/plans/:planId', async (request, response) => {
    const context = await contextOf(request);
    response.json(
      await plans.update(request.params.planId, request.body, context),
    );
  });

  router.delete('/ownership/plans/:planId', async (request, response) => {
    await plans.delete(request.params.planId, await contextOf(request));
    response.status(204).end();
  });
}
