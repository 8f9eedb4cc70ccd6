import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { AcceptanceEngine } from './acceptances/createAcceptances';
import type { AttentionService } from './attention/AttentionService';
import type { Collectors } from './collect/createCollectors';
import { entityBodyParsers } from './entityBodyParsers';
import type { AuthorizedHealthService } from './health/AuthorizedHealthService';
import type { Inbox } from './inbox/createInbox';
import type { Intake } from './intake/createIntake';
import { intakeBodyParsers } from './intake/intakeBodyParsers';
import { answerDatabaseErrors } from './lib/answerDatabaseErrors';
import { refuseInfinite } from './lib/refuseInfinite';
import { refuseNul } from './lib/refuseNul';
import type { OverviewService } from './overview/OverviewService';
import { createRequestValidation } from './schema/createRequestValidation';
import { openApiDocument } from './schema/openapi.generated';
import type { Subject } from './subjects';

/**
 * The HTTP API of the engine. Requests are validated against `openapi.yaml`; a path of a subject that is switched off is not
 * there.
 *
 * @param options - `validateResponses`: also validate what is answered; for tests
 */
export function createRouter(options: {
  intake: Intake;
  inbox: Inbox;
  collectors: Collectors;
  overview: OverviewService;
  acceptances: Pick<AcceptanceEngine, 'addRoutes'>;
  attention: AttentionService;
  health: AuthorizedHealthService;
  subjects: Subject[];
  httpAuth: HttpAuthService;
  logger: LoggerService;
  validateResponses?: boolean;
}): Router {
  const { overview, attention, health, httpAuth } = options;
  const credentialsOf = (request: Request) =>
    httpAuth.credentials(request, { allow: ['user', 'service'] });

  const router = PromiseRouter();
  router.get('/openapi.json', async (request, response) => {
    await credentialsOf(request);
    response.json(openApiDocument);
  });
  router.use(refuseNul);
  router.use(options.inbox.webhooks);
  router.use(...intakeBodyParsers());
  router.use(entityBodyParsers());

  const validated = PromiseRouter();
  validated.use(createRequestValidation(openApiDocument as any, options));
  validated.use(refuseInfinite);
  options.intake.addRoutes(validated);
  options.inbox.addRoutes(validated);
  options.collectors.addRoutes(validated);
  validated.get('/overview', async (request, response) => {
    response.json(await overview.describe(await credentialsOf(request)));
  });
  validated.get('/attention', async (request, response) => {
    const { owner, limit } = request.query as {
      owner?: string[];
      limit?: number;
    };
    response.json(
      await attention.list(
        { owners: owner, limit: limit ?? 20 },
        await credentialsOf(request),
      ),
    );
  });
  validated.get('/health', async (request, response) => {
    response.json(await health.describe(await credentialsOf(request)));
  });
  validated.get('/health/storage', async (request, response) => {
    response.json(await health.describeStorage(await credentialsOf(request)));
  });
  options.acceptances.addRoutes(validated);
  for (const subject of options.subjects) {
    subject.addRoutes(validated);
  }
  router.use(validated);
  router.use(answerDatabaseErrors(options.logger));
  return router;
}
