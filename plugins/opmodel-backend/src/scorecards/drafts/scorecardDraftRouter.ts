import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import { refuseUnknownFields } from '../../lib/refuseUnknownFields';
import type { AuthorizedScorecardDefinitionService } from '../definitions/AuthorizedScorecardDefinitionService';
import { scorecardRefOf } from '../definitions/scorecardDefinitionRouter';
import type { AuthorizedScorecardDraftService } from './AuthorizedScorecardDraftService';

const DRAFTS = '/scorecard-drafts';
const DRAFT = `${DRAFTS}/:draftId`;

/** Adds the routes of drafts to a router that has validated the request against the API's description. */
export function addScorecardDraftRoutes(
  router: Router,
  {
    definitions,
    drafts,
    httpAuth,
  }: {
    definitions: Pick<AuthorizedScorecardDefinitionService, 'get'>;
    drafts: AuthorizedScorecardDraftService;
    httpAuth: HttpAuthService;
  },
): void {
  // Services as well, so that they are told why they may not.
  const credentialsOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });
  const contextOf = async (request: Request) => ({
    credentials: await credentialsOf(request),
    request,
  });

  router.get(DRAFTS, async (request, response) => {
    response.json(await drafts.list(await credentialsOf(request)));
  });

  router.post(DRAFTS, async (request, response) => {
    refuseUnknownFields(request.body, ['name', 'spec', 'copyOf']);
    response
      .status(201)
      .json(await drafts.create(request.body, await contextOf(request)));
  });

  router.get(DRAFT, async (request, response) => {
    response.json(
      await drafts.get(request.params.draftId, await credentialsOf(request)),
    );
  });

  router.put(DRAFT, async (request, response) => {
    refuseUnknownFields(request.body, ['spec', 'revision']);
    response.json(
      await drafts.save(
        request.params.draftId,
        request.body,
        await contextOf(request),
      ),
    );
  });

  router.delete(DRAFT, async (request, response) => {
    await drafts.delete(request.params.draftId, await contextOf(request));
    response.status(204).end();
  });

  router.post(`${DRAFT}/publish`, async (request, response) => {
    refuseUnknownFields(request.body, ['revision', 'note']);
    const context = await contextOf(request);
    const ref = await drafts.publish(
      request.params.draftId,
      request.body,
      context,
    );
    response.json(await definitions.get(ref, context.credentials));
  });

  router.post(
    '/scorecards/:namespace/:name/retire',
    async (request, response) => {
      refuseUnknownFields(request.body, ['note']);
      await drafts.retire(
        scorecardRefOf(request),
        request.body,
        await contextOf(request),
      );
      response.status(204).end();
    },
  );
}
