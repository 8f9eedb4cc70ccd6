import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type {
  DecisionStatus,
  EscalationKind,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request, Router } from 'express';
import { entityRefOf } from '../lib/entityRefOf';
import type { AuthorizedOperatingService } from './AuthorizedOperatingService';
import type { AuthorizedDecisionService } from './log/AuthorizedDecisionService';

const lower = (ref: string) => ref.toLocaleLowerCase('en-US');

/** Adds the routes of decisions to a router that has validated the request against the API's description. */
export function addDecisionRoutes(
  router: Router,
  options: {
    operating: AuthorizedOperatingService;
    decisions: AuthorizedDecisionService;
    httpAuth: HttpAuthService;
  },
): void {
  const { operating, decisions, httpAuth } = options;
  const contextOf = async (request: Request) => ({
    // Services as well, so that they are told why they may not.
    credentials: await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    }),
    request,
  });

  router.get(
    '/entities/:kind/:namespace/:name/escalation',
    async (request, response) => {
      const { about = 'incident', severity } = request.query as {
        about?: EscalationKind;
        severity?: string;
      };
      const { credentials } = await contextOf(request);
      response.json(
        await operating.getEscalation(
          { entityRef: entityRefOf(request), about, severity },
          credentials,
        ),
      );
    },
  );

  router.get(
    '/entities/:kind/:namespace/:name/decision-rights',
    async (request, response) => {
      const { credentials } = await contextOf(request);
      response.json(
        await operating.getRights(entityRefOf(request), credentials),
      );
    },
  );

  router.get('/decision-forums', async (request, response) => {
    const { entityRef, limit, cursor } = request.query as {
      entityRef?: string;
      limit?: number;
      cursor?: string;
    };
    const { credentials } = await contextOf(request);
    response.json(
      await operating.listForums(
        {
          entityRef: entityRef === undefined ? undefined : lower(entityRef),
          limit: limit ?? 20,
          cursor,
        },
        credentials,
      ),
    );
  });

  router.get('/decisions', async (request, response) => {
    const { entityRef, owner, limit, ...query } = request.query as {
      text?: string;
      entityRef?: string;
      owner?: string[];
      status?: DecisionStatus;
      reviewDue?: boolean;
      limit?: number;
      cursor?: string;
    };
    const { credentials } = await contextOf(request);
    response.json(
      await decisions.list(
        {
          ...query,
          entityRef: entityRef === undefined ? undefined : lower(entityRef),
          owners: owner?.map(lower),
          limit: limit ?? 20,
        },
        credentials,
      ),
    );
  });

  router.post('/decisions', async (request, response) => {
    const context = await contextOf(request);
    response.status(201).json(await decisions.create(request.body, context));
  });

  router.get('/decisions/:decisionId', async (request, response) => {
    const { credentials } = await contextOf(request);
    response.json(await decisions.get(request.params.decisionId, credentials));
  });

  router.put('/decisions/:decisionId', async (request, response) => {
    const context = await contextOf(request);
    response.json(
      await decisions.update(request.params.decisionId, request.body, context),
    );
  });
}
