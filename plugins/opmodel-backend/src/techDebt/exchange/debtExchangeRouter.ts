import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type {
  DebtFileFormat,
  OpmodelApi,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request, Router } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { refuseUnknownFields } from '../../lib/refuseUnknownFields';
import { readDebtSelection } from '../items/debtItemQueries';
import type { AuthorizedDebtExchangeService } from './AuthorizedDebtExchangeService';

const mediaTypes: Record<DebtFileFormat, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  yaml: 'application/yaml; charset=utf-8',
};

/** Adds the routes of files and of changes to many items to a router that has validated the request against the API's description. */
export function addDebtExchangeRoutes(
  router: Router,
  {
    exchange,
    httpAuth,
  }: { exchange: AuthorizedDebtExchangeService; httpAuth: HttpAuthService },
): void {
  const contextOf = async (request: Request) => ({
    credentials: await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    }),
    request,
  });

  router.post('/tech-debt/imports/preview', async (request, response) => {
    const { credentials } = await contextOf(request);
    refuseUnknownFields(request.body, ['format', 'text', 'columns']);
    response.json(await exchange.preview(request.body, credentials));
  });

  router.post('/tech-debt/imports', async (request, response) => {
    const context = await contextOf(request);
    refuseUnknownFields(request.body, [
      'format',
      'text',
      'columns',
      'possibleDuplicates',
      'createRows',
      'versions',
    ]);
    response.json(await exchange.run(request.body, context));
  });

  router.get('/tech-debt/items/export', async (request, response) => {
    const { credentials } = await contextOf(request);
    const { format, ...query } = request.query as unknown as NonNullable<
      Parameters<OpmodelApi['exportDebtItems']>[0]
    >;
    const pieces = await exchange.export(
      format,
      readDebtSelection(query),
      credentials,
    );
    // What is refused is refused before anything of the file was sent.
    const first = await pieces.next();
    response.setHeader('content-type', mediaTypes[format]);
    response.setHeader(
      'content-disposition',
      `attachment; filename="tech-debt.${format}"`,
    );
    await pipeline(
      Readable.from(concat(first.done ? '' : first.value, pieces)),
      response,
    );
  });

  router.post('/tech-debt/items/bulk', async (request, response) => {
    const context = await contextOf(request);
    refuseUnknownFields(request.body, ['items', 'fields', 'status', 'note']);
    response.json(await exchange.change(request.body, context));
  });
}

async function* concat(
  first: string,
  rest: AsyncGenerator<string>,
): AsyncGenerator<string> {
  yield first;
  yield* rest;
}
