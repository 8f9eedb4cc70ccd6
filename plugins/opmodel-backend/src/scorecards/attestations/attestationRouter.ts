import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import { entityRefOf } from '../../lib/entityRefOf';
import { refuseUnknownFields } from '../../lib/refuseUnknownFields';
import type { AuthorizedAttestationService } from './AuthorizedAttestationService';

const ATTESTATIONS = '/entities/:kind/:namespace/:name/attestations';

/** Adds the routes of attestations to a router that has validated the request against the API's description. */
export function addAttestationRoutes(
  router: Router,
  {
    attestations,
    httpAuth,
  }: { attestations: AuthorizedAttestationService; httpAuth: HttpAuthService },
): void {
  const credentialsOf = (request: Request) =>
    // Services as well, so that they are told why they may not.
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get(ATTESTATIONS, async (request, response) => {
    response.json(
      await attestations.list(
        entityRefOf(request),
        await credentialsOf(request),
      ),
    );
  });

  router.post(ATTESTATIONS, async (request, response) => {
    refuseUnknownFields(request.body, [
      'name',
      'holds',
      'comment',
      'expiresOn',
    ]);
    response.status(201).json(
      await attestations.attest(entityRefOf(request), request.body, {
        credentials: await credentialsOf(request),
        request,
      }),
    );
  });
}
