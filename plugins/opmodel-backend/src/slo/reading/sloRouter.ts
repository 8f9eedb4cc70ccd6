import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  type OpmodelApi,
  type OrganisationCalendar,
  resolveWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request, Router } from 'express';
import { entityRefOf } from '../../lib/entityRefOf';
import type { AuthorizedSloService } from './AuthorizedSloService';
import {
  readBuckets,
  readFilter,
  readList,
  readObjective,
  readPage,
  readProblems,
  readSloRef,
} from './sloQueries';

type RuleQuery = NonNullable<Parameters<OpmodelApi['writeSloRules']>[0]>;

const ENTITY = '/entities/:kind/:namespace/:name';
const SLO = '/slos/:namespace/:name';

/** Adds the routes by which people read objectives to a router that has validated the request against the API's description. */
export function addSloRoutes(
  router: Router,
  options: {
    slos: AuthorizedSloService;
    httpAuth: HttpAuthService;
    calendar: OrganisationCalendar;
    clock: () => number;
  },
): void {
  const { slos, httpAuth, calendar, clock } = options;
  const credentialsOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });
  const readWindow = ({ query }: Request) =>
    resolveWindow(
      query as { window?: string; from?: string; to?: string },
      calendar,
      clock(),
    );

  router.get(`${ENTITY}/slos`, async (request, response) => {
    response.json(
      await slos.getReport(
        { entityRef: entityRefOf(request), ...readPage(request.query) },
        await credentialsOf(request),
      ),
    );
  });

  router.get(`${ENTITY}/slo-proposals`, async (request, response) => {
    response.json(
      await slos.listProposals(
        entityRefOf(request),
        await credentialsOf(request),
      ),
    );
  });

  router.get('/slos', async (request, response) => {
    response.json(
      await slos.list(readList(request.query), await credentialsOf(request)),
    );
  });

  router.get('/slos/summary', async (request, response) => {
    response.json(
      await slos.getSummary(
        readFilter(request.query),
        await credentialsOf(request),
      ),
    );
  });

  router.get('/slos/uncovered', async (request, response) => {
    response.json(
      await slos.listUncovered(
        { ...readPage(request.query), filter: readFilter(request.query) },
        await credentialsOf(request),
      ),
    );
  });

  router.get('/slos/problems', async (request, response) => {
    response.json(
      await slos.listProblems(
        readProblems(request.query),
        await credentialsOf(request),
      ),
    );
  });

  router.get('/slos/rules', async (request, response) => {
    const query = request.query as RuleQuery;
    response.json(
      await slos.writeRules(
        { filter: readFilter(query), format: query.format ?? 'prometheus' },
        await credentialsOf(request),
      ),
    );
  });

  router.get(SLO, async (request, response) => {
    response.json(
      await slos.getDetail(readSloRef(request), await credentialsOf(request)),
    );
  });

  router.get(`${SLO}/series`, async (request, response) => {
    response.json(
      await slos.getSeries(
        { ...readObjective(request), window: readWindow(request) },
        await credentialsOf(request),
      ),
    );
  });

  router.get(`${SLO}/days`, async (request, response) => {
    response.json(
      await slos.listDays(
        { ...readObjective(request), window: readWindow(request) },
        await credentialsOf(request),
      ),
    );
  });

  router.get(`${SLO}/windows`, async (request, response) => {
    response.json(
      await slos.listWindows(
        { ...readObjective(request), ...readPage(request.query) },
        await credentialsOf(request),
      ),
    );
  });

  router.get(`${SLO}/explain`, async (request, response) => {
    response.json(
      await slos.explain(readObjective(request), await credentialsOf(request)),
    );
  });

  router.get(`${SLO}/buckets`, async (request, response) => {
    response.json(
      await slos.listBuckets(
        { ...readObjective(request), ...readBuckets(request.query, calendar) },
        await credentialsOf(request),
      ),
    );
  });
}
