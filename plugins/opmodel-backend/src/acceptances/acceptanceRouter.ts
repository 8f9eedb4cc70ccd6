import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type {
  AcceptanceState,
  AcceptanceSubject,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request, Router } from 'express';
import { refuseUnknownFields } from '../lib/refuseUnknownFields';
import type { AuthorizedAcceptanceService } from './AuthorizedAcceptanceService';
import { refuseDebtItem, refusePartOfDocument } from './subjectDocument';

interface AcceptancesQuery {
  box?: 'to_decide' | 'requested' | 'all';
  state?: AcceptanceState;
  subject?: AcceptanceSubject;
  entityRef?: string;
  owner?: string[];
  limit?: number;
  cursor?: string;
}

const requestFields = [
  'subject',
  'subjectRef',
  'title',
  'entityRefs',
  'riskLevel',
  'reason',
  'compensatingControl',
  'expiresOn',
];

const lower = (ref: string) => ref.toLocaleLowerCase('en-US');

/** Adds the routes of acceptances to a router that has validated the request against the API's description. */
export function addAcceptanceRoutes(
  router: Router,
  options: {
    acceptances: AuthorizedAcceptanceService;
    httpAuth: HttpAuthService;
  },
): void {
  const { acceptances, httpAuth } = options;
  const contextOf = async (request: Request) => ({
    // Services as well, so that they are told why they may not.
    credentials: await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    }),
    request,
  });
  const verdictOf = async (request: Request) => {
    const context = await contextOf(request);
    refuseUnknownFields(request.body, ['note']);
    return context;
  };

  router.get('/acceptances', async (request, response) => {
    const { box, state, subject, entityRef, owner, limit, cursor } =
      request.query as AcceptancesQuery;
    const { credentials } = await contextOf(request);
    response.json(
      await acceptances.list(
        {
          box: box ?? 'all',
          state,
          subject,
          entityRef: entityRef && lower(entityRef),
          owners: owner?.map(lower),
          limit: limit ?? 20,
          cursor,
        },
        credentials,
      ),
    );
  });

  router.post('/acceptances', async (request, response) => {
    const context = await contextOf(request);
    refuseUnknownFields(request.body, requestFields);
    refusePartOfDocument(request.body.subjectRef);
    refuseDebtItem(request.body);
    response.status(201).json(await acceptances.request(request.body, context));
  });

  router.get('/acceptances/:acceptanceId', async (request, response) => {
    const { credentials } = await contextOf(request);
    response.json(
      await acceptances.get(request.params.acceptanceId, credentials),
    );
  });

  router.post(
    '/acceptances/:acceptanceId/approve',
    async (request, response) => {
      const { acceptanceId } = request.params;
      const context = await verdictOf(request);
      response.json(
        await acceptances.decide(
          acceptanceId,
          'approve',
          request.body,
          context,
        ),
      );
    },
  );

  router.post('/acceptances/:acceptanceId/deny', async (request, response) => {
    const { acceptanceId } = request.params;
    const context = await verdictOf(request);
    response.json(
      await acceptances.decide(acceptanceId, 'deny', request.body, context),
    );
  });

  router.post(
    '/acceptances/:acceptanceId/withdraw',
    async (request, response) => {
      const { acceptanceId } = request.params;
      const context = await verdictOf(request);
      response.json(
        await acceptances.end(acceptanceId, 'withdraw', request.body, context),
      );
    },
  );

  router.post(
    '/acceptances/:acceptanceId/revoke',
    async (request, response) => {
      const { acceptanceId } = request.params;
      const context = await verdictOf(request);
      response.json(
        await acceptances.end(acceptanceId, 'revoke', request.body, context),
      );
    },
  );
}
