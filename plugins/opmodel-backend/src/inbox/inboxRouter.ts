import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import type { AuthorizedInboxService } from './AuthorizedInboxService';
import type { DeliveryState } from './InboxStore';

/** Adds the operators' routes of the inbox to a router that has validated the request against the API's description. */
export function addInboxRoutes(
  router: Router,
  options: { inbox: AuthorizedInboxService; httpAuth: HttpAuthService },
): void {
  const { inbox, httpAuth } = options;
  const credentialsOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get('/inbox', async (request, response) => {
    const { state, source, cursor, limit } = request.query as {
      state?: DeliveryState;
      source?: string;
      cursor?: string;
      limit?: string;
    };
    response.json(
      await inbox.list(
        {
          state: state ?? 'set_aside',
          source,
          cursor,
          limit: Number(limit ?? 20),
        },
        await credentialsOf(request),
      ),
    );
  });

  router.post('/inbox/replay', async (request, response) => {
    response.json(
      await inbox.replay(request.body, {
        credentials: await credentialsOf(request),
        request,
      }),
    );
  });
}
