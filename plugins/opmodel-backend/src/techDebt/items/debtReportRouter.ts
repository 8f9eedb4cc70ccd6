import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { OrganisationCalendar } from '@opmodel/backstage-plugin-opmodel-common';
import type { Request, Router } from 'express';
import { entityRefOf } from '../../lib/entityRefOf';
import type { AuthorizedDebtReportService } from './AuthorizedDebtReportService';
import {
  readDebtFlow,
  readDebtPage,
  readDebtSelection,
  readDebtTop,
} from './debtItemQueries';

/** Adds the routes of what items come to together to a router that has validated the request against the API's description. */
export function addDebtReportRoutes(
  router: Router,
  {
    reports,
    httpAuth,
    calendar,
    clock,
  }: {
    reports: AuthorizedDebtReportService;
    httpAuth: HttpAuthService;
    calendar: OrganisationCalendar;
    clock: () => number;
  },
): void {
  const credentialsOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get('/tech-debt/summary', async (request, response) => {
    response.json(
      await reports.summarise(
        readDebtSelection(request.query),
        await credentialsOf(request),
      ),
    );
  });

  router.get('/tech-debt/matrix', async (request, response) => {
    response.json(
      await reports.layOut(
        readDebtSelection(request.query),
        await credentialsOf(request),
      ),
    );
  });

  router.get('/tech-debt/flow', async (request, response) => {
    response.json(
      await reports.getFlow(
        readDebtSelection(request.query),
        readDebtFlow(request.query, calendar, clock()),
        await credentialsOf(request),
      ),
    );
  });

  router.get('/tech-debt/top-ten', async (request, response) => {
    response.json(
      await reports.getTopTen(
        readDebtSelection(request.query),
        readDebtTop(request.query),
        await credentialsOf(request),
      ),
    );
  });

  router.get('/tech-debt/templates', async (request, response) => {
    response.json(await reports.listTemplates(await credentialsOf(request)));
  });

  router.get(
    '/entities/:kind/:namespace/:name/tech-debt',
    async (request, response) => {
      response.json(
        await reports.getEntityDebt(
          entityRefOf(request),
          readDebtSelection(request.query),
          readDebtPage(request.query),
          await credentialsOf(request),
        ),
      );
    },
  );
}
