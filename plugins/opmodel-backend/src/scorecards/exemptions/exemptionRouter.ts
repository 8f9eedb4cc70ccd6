import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import { entityRefOf } from '../../lib/entityRefOf';
import { refuseUnknownFields } from '../../lib/refuseUnknownFields';
import type { AuthorizedExemptionService } from './AuthorizedExemptionService';

/** Adds the route of exemptions to a router that has validated the request against the API's description. */
export function addExemptionRoutes(
  router: Router,
  {
    exemptions,
    httpAuth,
  }: { exemptions: AuthorizedExemptionService; httpAuth: HttpAuthService },
): void {
  router.post(
    '/entities/:kind/:namespace/:name/scorecards/exemptions',
    async (request, response) => {
      refuseUnknownFields(request.body, [
        'scorecard',
        'check',
        'reason',
        'riskLevel',
        'compensatingControl',
        'expiresOn',
      ]);
      // Services as well, so that they are told why they may not.
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      response.status(201).json(
        await exemptions.request(entityRefOf(request), request.body, {
          credentials,
          request,
        }),
      );
    },
  );
}
