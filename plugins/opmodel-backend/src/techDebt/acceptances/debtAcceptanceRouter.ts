import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import { refuseUnknownFields } from '../../lib/refuseUnknownFields';
import type { AuthorizedDebtAcceptanceService } from './AuthorizedDebtAcceptanceService';

/** Adds the route of accepting debt to a router that has validated the request against the API's description. */
export function addDebtAcceptanceRoutes(
  router: Router,
  {
    acceptances,
    httpAuth,
  }: {
    acceptances: AuthorizedDebtAcceptanceService;
    httpAuth: HttpAuthService;
  },
): void {
  router.post(
    '/tech-debt/items/:itemId/acceptance',
    async (request, response) => {
      refuseUnknownFields(request.body, [
        'reason',
        'riskLevel',
        'compensatingControl',
        'expiresOn',
      ]);
      // Services as well, so that they are told why they may not.
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const { itemId } = request.params;
      response.status(201).json(
        await acceptances.request(itemId, request.body, {
          credentials,
          request,
        }),
      );
    },
  );
}
