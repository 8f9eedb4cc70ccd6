import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  type OpmodelApi,
  type OrganisationCalendar,
  resolveWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Router } from 'express';
import { organisationScope } from '../../catalog/scopesOf';
import type { AuthorizedDebtCapacityService } from './AuthorizedDebtCapacityService';

type Query = NonNullable<Parameters<OpmodelApi['getDebtCapacity']>[0]>;

/** Adds the route of the capacity for debt to a router that has validated the request against the API's description. */
export function addDebtCapacityRoutes(
  router: Router,
  {
    capacity,
    httpAuth,
    calendar,
    clock,
  }: {
    capacity: AuthorizedDebtCapacityService;
    httpAuth: HttpAuthService;
    calendar: OrganisationCalendar;
    clock: () => number;
  },
): void {
  router.get('/tech-debt/capacity', async (request, response) => {
    const query = request.query as Query;
    response.json(
      await capacity.get(
        {
          scopeRef:
            query.scope?.toLocaleLowerCase('en-US') ?? organisationScope,
          window: resolveWindow(query, calendar, clock()),
          ownership: query.ownership ?? 'then',
        },
        await httpAuth.credentials(request, { allow: ['user', 'service'] }),
      ),
    );
  });
}
