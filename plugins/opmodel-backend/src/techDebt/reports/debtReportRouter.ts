import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import type { Request, Router } from 'express';
import type {
  AskedDebtReports,
  AuthorizedDebtReportService,
} from './AuthorizedDebtReportService';

type ListQuery = NonNullable<Parameters<OpmodelApi['listDebtReports']>[0]>;

/** Rows of a page where nothing is said. */
const USUAL_PAGE = 20;

/** Adds the routes of reports to a router that has validated the request against the API's description. */
export function addDebtReportRoutes(
  router: Router,
  {
    reports,
    httpAuth,
  }: { reports: AuthorizedDebtReportService; httpAuth: HttpAuthService },
): void {
  const contextOf = async (request: Request) => ({
    credentials: await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    }),
    request,
  });

  router.get('/tech-debt/reports', async (request, response) => {
    const { credentials } = await contextOf(request);
    const { limit = USUAL_PAGE, cursor } = request.query as ListQuery;
    response.json(
      await reports.list(
        readAsked(request.query),
        { limit, cursor },
        credentials,
      ),
    );
  });

  router.post('/tech-debt/reports', async (request, response) => {
    const context = await contextOf(request);
    response.status(201).json(await reports.create(request.body, context));
  });

  router.get('/tech-debt/reports/:reportId', async (request, response) => {
    const { credentials } = await contextOf(request);
    response.json(await reports.get(request.params.reportId, credentials));
  });

  router.patch('/tech-debt/reports/:reportId', async (request, response) => {
    const context = await contextOf(request);
    const { reportId } = request.params;
    response.json(await reports.change(reportId, request.body, context));
  });

  router.delete('/tech-debt/reports/:reportId', async (request, response) => {
    const { version } = request.query as unknown as { version: number };
    const context = await contextOf(request);
    await reports.remove(request.params.reportId, version, context);
    response.status(204).end();
  });
}

function readAsked(query: ListQuery): AskedDebtReports {
  return {
    scopeRef: query.scope?.toLocaleLowerCase('en-US'),
    entityRef: query.entity?.toLocaleLowerCase('en-US'),
    itemId: query.item,
    unlinked: query.unlinked,
  };
}
