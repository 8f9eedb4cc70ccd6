import type { HttpAuthService } from '@backstage/backend-plugin-api';
import type {
  DeploymentsQuery,
  DoraFleetQuery,
  DoraMetricId,
  DoraReportQuery,
  DoraSelectionQuery,
  DoraSeriesQuery,
  DoraSummaryQuery,
  IncidentsQuery,
  OrganisationCalendar,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request, Router } from 'express';
import type { AuthorizedDoraService } from './AuthorizedDoraService';
import { createQueryReader } from './doraQueries';
import type { MemberOrder } from './doraMembers';

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
  const read = createQueryReader({ calendar, clock });
  const entity = '/entities/:kind/:namespace/:name/dora';

  router.get(entity, async (request, response) => {
    const query = request.query as DoraReportQuery;
    response.json(
      await dora.getReport(
        { ...read.entity(request, query), edition: query.edition },
        await credentialsOf(request),
      ),
    );
  });

  router.get(`${entity}/explain`, async (request, response) => {
    const query = request.query as DoraReportQuery & { metric: DoraMetricId };
    response.json(
      await dora.explain(
        query.metric,
        { ...read.entity(request, query), edition: query.edition },
        await credentialsOf(request),
      ),
    );
  });

  router.get(`${entity}/series`, async (request, response) => {
    const query = request.query as DoraSeriesQuery;
    response.json(
      await dora.getSeries(
        {
          ...read.entity(request, query),
          metric: query.metric,
          interval: query.interval ?? 'week',
        },
        await credentialsOf(request),
      ),
    );
  });

  router.get(`${entity}/deployments`, async (request, response) => {
    const query = request.query as DeploymentsQuery;
    response.json(
      await dora.listDeployments(
        {
          ...read.entity(request, query),
          exclusion: query.exclusion,
          failed: query.failed,
          rework: query.rework,
          limit: query.limit ?? 20,
          cursor: query.cursor,
        },
        await credentialsOf(request),
      ),
    );
  });

  router.get(`${entity}/incidents`, async (request, response) => {
    const query = request.query as IncidentsQuery;
    response.json(
      await dora.listIncidents(
        {
          ...read.entity(request, query),
          exclusion: query.exclusion,
          state: query.state,
          limit: query.limit ?? 20,
          cursor: query.cursor,
        },
        await credentialsOf(request),
      ),
    );
  });

  router.get('/dora', async (request, response) => {
    const query = request.query as DoraFleetQuery;
    const sort = query.sort ?? 'name';
    response.json(
      await dora.listFleet(
        {
          window: read.window(query),
          filter: read.filter(query),
          profile: query.profile,
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
    response.json(
      await dora.getReport(
        read.selection(request.query as DoraSummaryQuery),
        await credentialsOf(request),
      ),
    );
  });

  router.get('/dora/explain', async (request, response) => {
    const query = request.query as Partial<DoraSelectionQuery>;
    response.json(
      await dora.explain(
        query.metric!,
        read.selection(query),
        await credentialsOf(request),
      ),
    );
  });

  router.get('/dora/definitions', async (request, response) => {
    response.json(await dora.getDefinitions(await credentialsOf(request)));
  });
}
