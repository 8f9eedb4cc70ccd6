import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import { refuseUnknownFields } from '../../lib/refuseUnknownFields';
import type { AuthorizedDebtItemService } from './AuthorizedDebtItemService';
import {
  readDebtPage,
  readDebtSelection,
  readPageBeside,
} from './debtItemQueries';
import { readDuplicateQuestion } from './readDebtBodies';

/** Adds the routes of the register's items to a router that has validated the request against the API's description. */
export function addDebtItemRoutes(
  router: Router,
  {
    debt,
    httpAuth,
    clock,
  }: {
    debt: AuthorizedDebtItemService;
    httpAuth: HttpAuthService;
    clock: () => number;
  },
): void {
  const contextOf = async (request: Request) => ({
    credentials: await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    }),
    request,
  });

  router.get('/tech-debt/items', async (request, response) => {
    const { credentials } = await contextOf(request);
    response.json(
      await debt.list(
        readDebtSelection(request.query),
        readDebtPage(request.query),
        credentials,
      ),
    );
  });

  router.post('/tech-debt/items', async (request, response) => {
    const context = await contextOf(request);
    response.status(201).json(await debt.create(request.body, context));
  });

  router.post('/tech-debt/items/duplicates', async (request, response) => {
    const { credentials } = await contextOf(request);
    refuseUnknownFields(request.body, ['title', 'entityRefs', 'links']);
    response.json(
      await debt.findDuplicates(
        readDuplicateQuestion(request.body, clock()),
        credentials,
      ),
    );
  });

  router.get('/tech-debt/items/:itemId', async (request, response) => {
    const { credentials } = await contextOf(request);
    response.json(await debt.get(request.params.itemId, credentials));
  });

  router.patch('/tech-debt/items/:itemId', async (request, response) => {
    const context = await contextOf(request);
    const { itemId } = request.params;
    response.json(await debt.change(itemId, request.body, context));
  });

  router.delete('/tech-debt/items/:itemId', async (request, response) => {
    const { version } = request.query as unknown as { version: number };
    const context = await contextOf(request);
    await debt.remove(request.params.itemId, version, context);
    response.status(204).end();
  });

  router.post('/tech-debt/items/:itemId/status', async (request, response) => {
    const context = await contextOf(request);
    refuseUnknownFields(request.body, [
      'version',
      'deed',
      'resolution',
      'note',
    ]);
    const { itemId } = request.params;
    response.json(await debt.changeStatus(itemId, request.body, context));
  });

  router.get('/tech-debt/items/:itemId/versions', async (request, response) => {
    const { credentials } = await contextOf(request);
    response.json(
      await debt.listVersions(
        request.params.itemId,
        readPageBeside(request.query),
        credentials,
      ),
    );
  });

  router.get('/tech-debt/items/:itemId/comments', async (request, response) => {
    const { credentials } = await contextOf(request);
    response.json(
      await debt.listComments(
        request.params.itemId,
        readPageBeside(request.query),
        credentials,
      ),
    );
  });

  router.post(
    '/tech-debt/items/:itemId/comments',
    async (request, response) => {
      const context = await contextOf(request);
      refuseUnknownFields(request.body, ['text']);
      const { itemId } = request.params;
      response
        .status(201)
        .json(await debt.comment(itemId, request.body, context));
    },
  );
}
