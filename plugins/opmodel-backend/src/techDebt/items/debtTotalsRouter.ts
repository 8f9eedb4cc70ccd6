import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { OrganisationCalendar } from '@opmodel/backstage-plugin-opmodel-common';
import type { Request, Router } from 'express';
import { entityRefOf } from '../../lib/entityRefOf';
import type { AuthorizedDebtTotalsService } from './AuthorizedDebtTotalsService';
import {
  readDebtFlow,
  readDebtPage,
  readDebtPlaceKind,
  readDebtSelection,
  readDebtTop,
} from './debtItemQueries';

/** Adds the routes of what items come to together to a router that has validated the request against the API's description. */
export function addDebtTotalsRoutes(
  router: Router,
  {
    totals,
    httpAuth,
    calendar,
    clock,
  }: {
    totals: AuthorizedDebtTotalsService;
    httpAuth: HttpAuthService;
    calendar: OrganisationCalendar;
    clock: () => number;
  },
): void {
  const credentialsOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get('/tech-debt/summary', async (request, response) => {
    response.json(
      await totals.summarise(
        readDebtSelection(request.query),
        await credentialsOf(request),
      ),
    );
  });

  router.get('/tech-debt/matrix', async (request, response) => {
    response.json(
      await totals.layOut(
        readDebtSelection(request.query),
        await credentialsOf(request),
      ),
    );
  });

  router.get('/tech-debt/places', async (request, response) => {
    response.json(
      await totals.locate(
        readDebtSelection(request.query),
        readDebtPlaceKind(request.query),
        await credentialsOf(request),
      ),
    );
  });

  router.get('/tech-debt/flow', async (request, response) => {
    response.json(
      await totals.getFlow(
        readDebtSelection(request.query),
        readDebtFlow(request.query, calendar, clock()),
        await credentialsOf(request),
      ),
    );
  });

  router.get('/tech-debt/top-ten', async (request, response) => {
    response.json(
      await totals.getTopTen(
        readDebtSelection(request.query),
        readDebtTop(request.query),
        await credentialsOf(request),
      ),
    );
  });

  router.get('/tech-debt/templates', async (request, response) => {
    response.json(await totals.listTemplates(await credentialsOf(request)));
  });

  router.get(
    '/entities/:kind/:namespace/:name/tech-debt',
    async (request, response) => {
      response.json(
        await totals.getEntityDebt(
          entityRefOf(request),
          readDebtSelection(request.query),
          readDebtPage(request.query),
          await credentialsOf(request),
        ),
      );
    },
  );
}
