import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import { entityRefOf } from '../../lib/entityRefOf';
import type { AuthorizedFactService } from './AuthorizedFactService';

/** Adds the routes by which facts are read to a router that has validated the request against the API's description. */
export function addFactRoutes(
  router: Router,
  options: { facts: AuthorizedFactService; httpAuth: HttpAuthService },
): void {
  const { facts, httpAuth } = options;
  const credentialsOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get('/facts', async (request, response) => {
    response.json(await facts.listProviders(await credentialsOf(request)));
  });

  router.get(
    '/entities/:kind/:namespace/:name/facts',
    async (request, response) => {
      response.json(
        await facts.getReport(
          entityRefOf(request),
          await credentialsOf(request),
        ),
      );
    },
  );
}
