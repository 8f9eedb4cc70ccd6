import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import type { Request, Router } from 'express';
import type { AuthorizedOwnershipMap } from './AuthorizedOwnershipMap';
import { readMapRef } from './mapRequests';

type MapQuery = NonNullable<Parameters<OpmodelApi['getOwnershipMap']>[0]>;
type SearchQuery = NonNullable<Parameters<OpmodelApi['searchOwnershipMap']>[0]>;

/** Adds the routes of the map to a router that has validated the request against the API's description. */
export function addMapRoutes(
  router: Router,
  { map, httpAuth }: { map: AuthorizedOwnershipMap; httpAuth: HttpAuthService },
): void {
  const credentialsOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get('/ownership/map', async (request, response) => {
    const query = request.query as MapQuery;
    response.json(
      await map.getMap(
        {
          view: query.view ?? 'organisation',
          rootRef: readMapRef('rootRef', query.rootRef),
          focusRef: readMapRef('focusRef', query.focusRef),
          depth: query.depth ?? 2,
          limit: query.limit ?? 120,
        },
        await credentialsOf(request),
      ),
    );
  });

  router.get('/ownership/map/search', async (request, response) => {
    const { text, limit } = request.query as unknown as SearchQuery;
    response.json(
      await map.search(
        { text, limit: limit ?? 20 },
        await credentialsOf(request),
      ),
    );
  });
}
