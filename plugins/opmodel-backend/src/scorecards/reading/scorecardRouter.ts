import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  type OrganisationCalendar,
  resolveWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Request, Router } from 'express';
import { entityRefOf } from '../../lib/entityRefOf';
import type { AuthorizedScorecardService } from './AuthorizedScorecardService';
import type { HeatMapBy } from './HeatMapReader';
import {
  lower,
  readEntities,
  readPage,
  readScorecard,
  readSelection,
} from './scorecardQueries';
import type { SeriesInterval } from './stepDays';

const ENTITY = '/entities/:kind/:namespace/:name/scorecards';

/** Entities of a matrix where nothing is said. */
const USUAL_MATRIX = 1_000;

/** Adds the routes by which people read scorecards to a router that has validated the request against the API's description. */
export function addScorecardRoutes(
  router: Router,
  options: {
    scorecards: AuthorizedScorecardService;
    httpAuth: HttpAuthService;
    calendar: OrganisationCalendar;
    clock: () => number;
  },
): void {
  const { scorecards, httpAuth, calendar, clock } = options;
  const credentialsOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });
  const readWindow = ({ query }: Request) =>
    resolveWindow(
      query as { window?: string; from?: string; to?: string },
      calendar,
      clock(),
    );

  router.get(ENTITY, async (request, response) => {
    response.json(
      await scorecards.getEntity(
        entityRefOf(request),
        await credentialsOf(request),
      ),
    );
  });

  router.post(`${ENTITY}/evaluate`, async (request, response) => {
    response.json(
      await scorecards.evaluate(entityRefOf(request), {
        request,
        credentials: await credentialsOf(request),
      }),
    );
  });

  router.get(`${ENTITY}/history`, async (request, response) => {
    const { scorecard } = request.query as { scorecard?: string };
    response.json(
      await scorecards.listChanges(
        {
          ...readPage(request.query),
          entityRef: entityRefOf(request),
          scorecardRef: scorecard && lower(scorecard),
        },
        await credentialsOf(request),
      ),
    );
  });

  router.get(`${ENTITY}/explain`, async (request, response) => {
    const { check } = request.query as { check: string };
    response.json(
      await scorecards.explain(
        {
          ...readScorecard(request.query),
          entityRef: entityRefOf(request),
          checkId: check,
        },
        await credentialsOf(request),
      ),
    );
  });

  router.get('/scorecards/summary', async (request, response) => {
    const { scorecard } = request.query as { scorecard?: string };
    response.json(
      await scorecards.getSummary(
        {
          ...readSelection(request.query),
          scorecardRef: scorecard && lower(scorecard),
        },
        await credentialsOf(request),
      ),
    );
  });

  router.get('/scorecards/entities', async (request, response) => {
    response.json(
      await scorecards.listEntities(
        readEntities(request.query),
        readSelection(request.query),
        await credentialsOf(request),
      ),
    );
  });

  router.get('/scorecards/matrix', async (request, response) => {
    response.json(
      await scorecards.getMatrix(
        {
          ...readScorecard(request.query),
          ...readPage(request.query, USUAL_MATRIX),
        },
        readSelection(request.query),
        await credentialsOf(request),
      ),
    );
  });

  router.get('/scorecards/heat-map', async (request, response) => {
    const { by } = request.query as { by?: HeatMapBy };
    response.json(
      await scorecards.getHeatMap(
        { ...readScorecard(request.query), by: by ?? 'owner' },
        readSelection(request.query),
        await credentialsOf(request),
      ),
    );
  });

  router.get('/scorecards/series', async (request, response) => {
    const { interval } = request.query as { interval?: SeriesInterval };
    response.json(
      await scorecards.getSeries(
        {
          ...readScorecard(request.query),
          window: readWindow(request),
          interval: interval ?? 'week',
        },
        readSelection(request.query),
        await credentialsOf(request),
      ),
    );
  });

  router.get('/scorecards/score-changes', async (request, response) => {
    response.json(
      await scorecards.getScoreChanges(
        {
          ...readScorecard(request.query),
          ...readPage(request.query),
          window: readWindow(request),
        },
        readSelection(request.query),
        await credentialsOf(request),
      ),
    );
  });
}
