import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import { refuseUnknownFields } from '../../lib/refuseUnknownFields';
import type { AuthorizedSloCorrectionService } from './AuthorizedSloCorrectionService';

const CORRECTIONS = '/slos/:namespace/:name/corrections';

/** Adds the routes of corrections to a router that has validated the request against the API's description. */
export function addCorrectionRoutes(
  router: Router,
  options: {
    corrections: AuthorizedSloCorrectionService;
    httpAuth: HttpAuthService;
  },
): void {
  const { corrections, httpAuth } = options;
  const credentialsOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get(CORRECTIONS, async (request, response) => {
    const { limit, cursor } = request.query as unknown as {
      limit?: number;
      cursor?: string;
    };
    response.json(
      await corrections.list(
        sloRefOf(request),
        { limit: limit ?? 20, cursor },
        await credentialsOf(request),
      ),
    );
  });

  router.post(CORRECTIONS, async (request, response) => {
    refuseUnknownFields(request.body, ['from', 'to', 'reason', 'riskLevel']);
    response.status(201).json(
      await corrections.request(sloRefOf(request), request.body, {
        credentials: await credentialsOf(request),
        request,
      }),
    );
  });
}

function sloRefOf({ params: { namespace, name } }: Request): string {
  return `slo:${namespace}/${name}`.toLocaleLowerCase('en-US');
}
