import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  type DoraFleetQuery,
  type DoraMetricId,
  type DoraReportQuery,
  type DoraSummaryQuery,
  type DeploymentsQuery,
  type OrganisationCalendar,
  resolveWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request, Router } from 'express';
import type { AuthorizedDoraService } from './AuthorizedDoraService';
import type { DoraRequest } from './DoraService';
import type { ComponentFilter, MemberOrder } from './DoraStore';

/** Adds the DORA routes to a router that has validated the request against the API's description. */
export function addDoraRoutes(
  router: Router,
  options: {
    dora: AuthorizedDoraService;
    httpAuth: HttpAuthService;
    calendar: OrganisationCalendar;
    clock: () => number;
  },
): void {
  const { dora, httpAuth, calendar, clock } = options;
  const credentialsOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });
  const windowOf = (query: DoraReportQuery) =>
    resolveWindow(query, calendar, clock());
  const entityRequest = (
    request: Request,
    query: DoraReportQuery,
  ): DoraRequest => ({
    scopeRef: entityRefOf(request),
    window: windowOf(query),
    ownership: query.ownership ?? 'now',
  });

  router.get(
    '/entities/:kind/:namespace/:name/dora',
    async (request, response) => {
      const query = request.query as DoraReportQuery;
      response.json(
        await dora.getReport(
          entityRequest(request, query),
          await credentialsOf(request),
        ),
      );
    },
  );

  router.get(
    '/entities/:kind/:namespace/:name/dora/explain',
    async (request, response) => {
      const query = request.query as DoraReportQuery & {
        metric: DoraMetricId;
      };
      response.json(
        await dora.explain(
          query.metric,
          entityRequest(request, query),
          await credentialsOf(request),
        ),
      );
    },
  );

  router.get(
    '/entities/:kind/:namespace/:name/dora/deployments',
    async (request, response) => {
      const query = request.query as DeploymentsQuery;
      response.json(
        await dora.listDeployments(
          {
            ...entityRequest(request, query),
            exclusion: query.exclusion,
            limit: query.limit ?? 20,
            cursor: query.cursor,
          },
          await credentialsOf(request),
        ),
      );
    },
  );

  router.get('/dora', async (request, response) => {
    const query = request.query as DoraFleetQuery;
    const sort = query.sort ?? 'name';
    response.json(
      await dora.listFleet(
        {
          window: windowOf(query),
          filter: filterOf(query),
          state: query.state,
          order: sort.replace('-', '') as MemberOrder,
          descending: sort.startsWith('-'),
          limit: query.limit ?? 20,
          cursor: query.cursor,
        },
        await credentialsOf(request),
      ),
    );
  });

  router.get('/dora/summary', async (request, response) => {
    const query = request.query as DoraSummaryQuery;
    response.json(
      await dora.getReport(
        {
          scopeRef: 'org',
          window: windowOf(query),
          ownership: 'now',
          filter: filterOf(query),
        },
        await credentialsOf(request),
      ),
    );
  });
}

function entityRefOf(request: Request): string {
  const { kind, namespace, name } = request.params;
  return `${kind}:${namespace}/${name}`.toLocaleLowerCase('en-US');
}

function filterOf(query: DoraSummaryQuery): ComponentFilter {
  const lower = (ref: string | undefined) => ref?.toLocaleLowerCase('en-US');
  return {
    ownerRefs: query.owner?.map(ref => ref.toLocaleLowerCase('en-US')),
    descendants:
      query.owner === undefined ? undefined : query.descendants ?? true,
    systemRef: lower(query.system),
    domainRef: lower(query.domain),
    type: query.type,
    tier: query.tier,
    lifecycle: query.lifecycle,
    text: query.text,
  };
}
