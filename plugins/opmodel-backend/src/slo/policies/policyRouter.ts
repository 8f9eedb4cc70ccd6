import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  type OpmodelApi,
  type OrganisationCalendar,
  resolveWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request, Router } from 'express';
import { refuseUnknownFields } from '../../lib/refuseUnknownFields';
import type { AuthorizedPolicyService } from './AuthorizedPolicyService';

type ListQuery = NonNullable<
  Parameters<OpmodelApi['listErrorBudgetPolicies']>[0]
>;

const POLICY = '/slo-policies/:namespace/:name';

/** Adds the routes of error budget policies to a router that has validated the request against the API's description. */
export function addPolicyRoutes(
  router: Router,
  options: {
    policies: AuthorizedPolicyService;
    httpAuth: HttpAuthService;
    calendar: OrganisationCalendar;
    clock: () => number;
  },
): void {
  const { policies, httpAuth, calendar, clock } = options;
  const credentialsOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  router.get('/slo-policies', async (request, response) => {
    const { owner, descendants, limit, cursor } = request.query as ListQuery;
    response.json(
      await policies.list(
        {
          owners: owner?.map(ref => ref.toLocaleLowerCase('en-US')),
          descendants: descendants ?? true,
          limit: limit ?? 20,
          cursor,
        },
        await credentialsOf(request),
      ),
    );
  });

  router.get(POLICY, async (request, response) => {
    response.json(
      await policies.getReport(
        policyRefOf(request),
        resolveWindow(
          request.query as { window?: string; from?: string; to?: string },
          calendar,
          clock(),
        ),
        await credentialsOf(request),
      ),
    );
  });

  router.post(`${POLICY}/exceptions`, async (request, response) => {
    refuseUnknownFields(request.body, [
      'entityRef',
      'reason',
      'riskLevel',
      'expiresOn',
      'compensatingControl',
    ]);
    response.status(201).json(
      await policies.requestException(policyRefOf(request), request.body, {
        credentials: await credentialsOf(request),
        request,
      }),
    );
  });
}

function policyRefOf({ params: { namespace, name } }: Request): string {
  return `errorbudgetpolicy:${namespace}/${name}`.toLocaleLowerCase('en-US');
}
