import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type { OpmodelApi } from '@opmodel/backstage-plugin-opmodel-common';
import type { Request, Router } from 'express';
import { entityRefOf } from '../../lib/entityRefOf';
import { readText } from '../../lib/readText';
import { refuseUnknownFields } from '../../lib/refuseUnknownFields';
import type { AuthorizedReleaseGateService } from './AuthorizedReleaseGateService';

type GateQuery = NonNullable<Parameters<OpmodelApi['getReleaseGate']>[1]>;
type DecisionsQuery = NonNullable<
  Parameters<OpmodelApi['listReleaseGateDecisions']>[1]
>;

const GATE = '/entities/:kind/:namespace/:name/release-gate';

/** Adds the routes of the release gate to a router that has validated the request against the API's description. */
export function addGateRoutes(
  router: Router,
  options: { gate: AuthorizedReleaseGateService; httpAuth: HttpAuthService },
): void {
  const { gate, httpAuth } = options;
  const credentialsOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get(GATE, async (request, response) => {
    const { environment, risk, reference } = request.query as GateQuery;
    response.json(
      await gate.getGate(
        {
          entityRef: entityRefOf(request),
          environment: readOptional('environment', environment),
          risk: risk ?? 'high',
          reference: readOptional('reference', reference),
          keep: true,
        },
        await credentialsOf(request),
      ),
    );
  });

  router.get(`${GATE}/decisions`, async (request, response) => {
    const { decision, limit, cursor } = request.query as DecisionsQuery;
    response.json(
      await gate.listDecisions(
        {
          entityRef: entityRefOf(request),
          decision,
          limit: limit ?? 20,
          cursor,
        },
        await credentialsOf(request),
      ),
    );
  });

  router.post(`${GATE}/break-glass`, async (request, response) => {
    refuseUnknownFields(request.body, ['reason', 'reference']);
    response.status(201).json(
      await gate.breakGlass(entityRefOf(request), request.body, {
        credentials: await credentialsOf(request),
        request,
      }),
    );
  });
}

function readOptional(
  field: string,
  value: string | undefined,
): string | undefined {
  return value === undefined ? undefined : readText(field, value);
}
