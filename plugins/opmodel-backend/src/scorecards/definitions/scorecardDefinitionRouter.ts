import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import { refuseUnknownFields } from '../../lib/refuseUnknownFields';
import type { AuthorizedScorecardDefinitionService } from './AuthorizedScorecardDefinitionService';

const SCORECARD = '/scorecards/:namespace/:name';

/** Versions of a page, unless the caller says otherwise. */
const defaultLimit = 20;

/** Adds the routes of what scorecards ask to a router that has validated the request against the API's description. */
export function addScorecardDefinitionRoutes(
  router: Router,
  {
    definitions,
    httpAuth,
  }: {
    definitions: AuthorizedScorecardDefinitionService;
    httpAuth: HttpAuthService;
  },
): void {
  const credentialsOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get('/scorecards', async (request, response) => {
    response.json(await definitions.list(await credentialsOf(request)));
  });

  router.post('/scorecards/check', async (request, response) => {
    refuseUnknownFields(request.body, ['name', 'spec']);
    response.json(
      await definitions.check(request.body, await credentialsOf(request)),
    );
  });

  router.get(SCORECARD, async (request, response) => {
    response.json(
      await definitions.get(
        scorecardRefOf(request),
        await credentialsOf(request),
      ),
    );
  });

  router.get(`${SCORECARD}/versions`, async (request, response) => {
    const { limit, cursor } = request.query as unknown as {
      limit?: number;
      cursor?: string;
    };
    response.json(
      await definitions.listVersions(
        scorecardRefOf(request),
        { limit: limit ?? defaultLimit, cursor },
        await credentialsOf(request),
      ),
    );
  });

  router.get(`${SCORECARD}/document`, async (request, response) => {
    const { version } = request.query as unknown as { version?: number };
    response.json(
      await definitions.getDocument(
        scorecardRefOf(request),
        version,
        await credentialsOf(request),
      ),
    );
  });
}

/** The ref of the scorecard that the path of a request names, in lower case as it is kept. */
export function scorecardRefOf(request: Request): string {
  const { namespace, name } = request.params;
  return `scorecard:${namespace}/${name}`.toLocaleLowerCase('en-US');
}
