import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import { refuseUnknownFields } from '../../lib/refuseUnknownFields';
import type { AuthorizedSuggestionService } from './AuthorizedSuggestionService';
import {
  readSuggestionPage,
  readSuggestionSelection,
} from './suggestionQueries';

/** Adds the routes of suggestions to a router that has validated the request against the API's description. */
export function addSuggestionRoutes(
  router: Router,
  {
    suggestions,
    httpAuth,
  }: { suggestions: AuthorizedSuggestionService; httpAuth: HttpAuthService },
): void {
  const contextOf = async (request: Request) => ({
    credentials: await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    }),
    request,
  });

  router.get('/tech-debt/suggestions', async (request, response) => {
    const { credentials } = await contextOf(request);
    response.json(
      await suggestions.list(
        readSuggestionSelection(request.query),
        readSuggestionPage(request.query),
        credentials,
      ),
    );
  });

  router.post('/tech-debt/suggestions/bulk', async (request, response) => {
    const context = await contextOf(request);
    refuseUnknownFields(request.body, ['deed', 'ids', 'reason']);
    response.json(await suggestions.decide(request.body, context));
  });

  router.get(
    '/tech-debt/suggestions/:suggestionId',
    async (request, response) => {
      const { credentials } = await contextOf(request);
      const { suggestionId } = request.params;
      response.json(await suggestions.get(suggestionId, credentials));
    },
  );

  router.post(
    '/tech-debt/suggestions/:suggestionId/promotion',
    async (request, response) => {
      const context = await contextOf(request);
      refuseUnknownFields(request.body, ['item', 'itemId']);
      const { suggestionId } = request.params;
      response.json(
        await suggestions.promote(suggestionId, request.body, context),
      );
    },
  );

  router.post(
    '/tech-debt/suggestions/:suggestionId/dismissal',
    async (request, response) => {
      const context = await contextOf(request);
      refuseUnknownFields(request.body, ['reason']);
      const { suggestionId } = request.params;
      response.json(
        await suggestions.dismiss(suggestionId, request.body, context),
      );
    },
  );

  router.delete(
    '/tech-debt/suggestions/:suggestionId/dismissal',
    async (request, response) => {
      const context = await contextOf(request);
      response.json(
        await suggestions.putBack(request.params.suggestionId, context),
      );
    },
  );

  router.get('/tech-debt/suggestion-sources', async (request, response) => {
    const { credentials } = await contextOf(request);
    response.json(await suggestions.listSources(credentials));
  });
}
