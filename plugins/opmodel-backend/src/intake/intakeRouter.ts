import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { IntakeOutcome } from '@opmodel/backstage-plugin-opmodel-common';
import type { Request, Router } from 'express';
import { toInstant } from '../lib/instants';
import type { AuthorizedIntakeService } from './AuthorizedIntakeService';
import {
  BATCH_MEDIA_TYPE,
  readEvents,
  STRUCTURED_MEDIA_TYPE,
} from './cloudEvents';
import { addDebtScanRoutes } from './debtScanRouter';
import { addDevlakeRoutes } from './devlakeRouter';
import { describeRejections } from './intakeAnswer';
import type { PlainFactKind } from './factContracts';
import { readPlainFacts } from './plainFacts';
import { readPlainEntityFacts } from './readEntityFacts';
import type { ReadItem } from './ReadItem';
import { readPlainMeasurements } from './readMeasurements';

/** Groups of unmapped events that are shown when the request does not say how many. */
const DEFAULT_GROUPS = 20;

const plainPaths: Record<string, PlainFactKind> = {
  '/deployments': 'deployment',
  '/changes': 'change',
  '/incidents': 'incident',
  '/work-items': 'work_item',
  '/builds': 'pipeline_run',
};

/** The sender of a single event learns by the status that it was rejected; a batch answers for each. */
function answer(outcomes: IntakeOutcome[], batch: boolean) {
  const rejection = batch ? undefined : describeRejections(outcomes);
  if (rejection !== undefined) {
    throw new InputError(rejection);
  }
  return { items: outcomes };
}

/**
 * Adds the routes of intake to a router that has validated the request against the API's description, behind the parser of
 * `intakeBodyParsers`.
 */
export function addIntakeRoutes(
  router: Router,
  options: {
    intake: AuthorizedIntakeService;
    httpAuth: HttpAuthService;
  },
): void {
  const { intake, httpAuth } = options;
  const credentialsOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  const take = async (
    request: Request,
    read: (defaults: { source: string; now: number }) => {
      events: ReadItem[];
      batch: boolean;
    },
  ) => {
    let batch = false;
    const outcomes = await intake.submit(
      defaults => {
        const body = read(defaults);
        batch = body.batch;
        return body.events;
      },
      { credentials: await credentialsOf(request), request },
    );
    return answer(outcomes, batch);
  };

  router.post('/events', async (request, response) => {
    const mediaType = request.is([STRUCTURED_MEDIA_TYPE, BATCH_MEDIA_TYPE]);
    response.json(
      await take(request, () =>
        readEvents(
          mediaType || 'application/json',
          request.headers,
          request.body,
        ),
      ),
    );
  });

  for (const [path, kind] of Object.entries(plainPaths)) {
    router.post(path, async (request, response) => {
      response.json(
        await take(request, defaults =>
          readPlainFacts(kind, request.body, defaults),
        ),
      );
    });
  }

  router.post('/sli-measurements', async (request, response) => {
    response.json(
      await take(request, defaults =>
        readPlainMeasurements(request.body, defaults),
      ),
    );
  });

  router.post('/facts', async (request, response) => {
    response.json(
      await take(request, defaults =>
        readPlainEntityFacts(request.body, defaults),
      ),
    );
  });

  addDebtScanRoutes(router, options);
  addDevlakeRoutes(router, options);

  router.get('/events/unmapped', async (request, response) => {
    const summary = await intake.summarizeUnmapped({
      credentials: await credentialsOf(request),
      limit: Number(request.query.limit ?? DEFAULT_GROUPS),
    });
    response.json({
      totalEvents: summary.totalEvents,
      totalSubjects: summary.totalSubjects,
      items: summary.groups.map(group => ({
        ...group,
        oldestReceivedAt: toInstant(group.oldestReceivedAt),
        newestReceivedAt: toInstant(group.newestReceivedAt),
      })),
    });
  });
}
