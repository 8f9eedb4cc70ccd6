import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  type FlowMetricId,
  type OpmodelApi,
  type OrganisationCalendar,
  resolveWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request, Router } from 'express';
import type { ComponentFilter } from '../catalog/ComponentSelection';
import type { AuthorizedFlowService } from './AuthorizedFlowService';
import type { FlowRequest } from './flowRequests';
import type { FlowMemberOrder } from './FlowStore';

type Query<Call extends 'listFlow' | 'getFlowSummary'> = NonNullable<
  Parameters<OpmodelApi[Call]>[0]
>;
type EntityQuery<
  Call extends
    | 'getEntityFlow'
    | 'listEntityWorkItems'
    | 'getEntityForecast'
    | 'listEntityForecasts',
> = NonNullable<Parameters<OpmodelApi[Call]>[1]>;
type ReportQuery = EntityQuery<'getEntityFlow'>;

const ENTITY = '/entities/:kind/:namespace/:name/flow';

/** Adds the flow routes to a router that has validated the request against the API's description. */
export function addFlowRoutes(
  router: Router,
  options: {
    flow: AuthorizedFlowService;
    httpAuth: HttpAuthService;
    calendar: OrganisationCalendar;
    clock: () => number;
  },
): void {
  const { flow, httpAuth, calendar, clock } = options;
  const credentialsOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });
  const windowOf = (query: { window?: string; from?: string; to?: string }) =>
    resolveWindow(query, calendar, clock());
  const entityRequest = (request: Request): FlowRequest => {
    const query = request.query as ReportQuery;
    return {
      scopeRef: entityRefOf(request),
      window: windowOf(query),
      ownership: query.ownership ?? 'now',
    };
  };

  router.get(ENTITY, async (request, response) => {
    response.json(
      await flow.getReport(
        entityRequest(request),
        await credentialsOf(request),
      ),
    );
  });

  router.get(`${ENTITY}/explain`, async (request, response) => {
    const { metric } = request.query as { metric: FlowMetricId };
    response.json(
      await flow.explain(
        metric,
        entityRequest(request),
        await credentialsOf(request),
      ),
    );
  });

  router.get(`${ENTITY}/items`, async (request, response) => {
    const query = request.query as EntityQuery<'listEntityWorkItems'>;
    response.json(
      await flow.listItems(
        {
          ...entityRequest(request),
          state: query.state,
          category: query.category,
          period: query.period,
          limit: query.limit ?? 20,
          cursor: query.cursor,
        },
        await credentialsOf(request),
      ),
    );
  });

  router.get(`${ENTITY}/forecast`, async (request, response) => {
    const { items, by, seed } =
      request.query as EntityQuery<'getEntityForecast'>;
    response.json(
      await flow.forecast(
        { scopeRef: entityRefOf(request), items, by, seed },
        await credentialsOf(request),
      ),
    );
  });

  router.get(`${ENTITY}/forecasts`, async (request, response) => {
    const query = request.query as EntityQuery<'listEntityForecasts'>;
    response.json(
      await flow.listForecasts(
        {
          scopeRef: entityRefOf(request),
          limit: query.limit ?? 20,
          cursor: query.cursor,
        },
        await credentialsOf(request),
      ),
    );
  });

  router.get(`${ENTITY}/forecasts/backtest`, async (request, response) => {
    response.json(
      await flow.backTestForecasts(
        entityRefOf(request),
        await credentialsOf(request),
      ),
    );
  });

  router.get(`${ENTITY}/builds`, async (request, response) => {
    response.json(
      await flow.getBuilds(
        entityRequest(request),
        await credentialsOf(request),
      ),
    );
  });

  router.get('/flow', async (request, response) => {
    const query = request.query as Query<'listFlow'>;
    const sort = query.sort ?? 'name';
    response.json(
      await flow.listFleet(
        {
          window: windowOf(query),
          filter: filterOf(query),
          order: sort.replace('-', '') as FlowMemberOrder,
          descending: sort.startsWith('-'),
          limit: query.limit ?? 20,
          cursor: query.cursor,
        },
        await credentialsOf(request),
      ),
    );
  });

  router.get('/flow/summary', async (request, response) => {
    const query = request.query as Query<'getFlowSummary'>;
    response.json(
      await flow.getReport(
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

function filterOf(query: Query<'getFlowSummary'>): ComponentFilter {
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
