import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { defaultEnvironmentRules } from '@opmodel/backstage-plugin-opmodel-common';
import type { JsonObject } from '@backstage/types';
import express, { type Router } from 'express';
import type { Knex } from 'knex';
import request from 'supertest';
import { DatabaseCatalogStore } from '../catalog/DatabaseCatalogStore';
import { AuthorizedIntakeService } from '../intake/AuthorizedIntakeService';
import { DatabaseIntakeStore } from '../intake/DatabaseIntakeStore';
import type { DebtScanPort } from '../intake/DebtScanPort';
import { intakeBodyParsers } from '../intake/intakeBodyParsers';
import { addIntakeRoutes } from '../intake/intakeRouter';
import { IntakeService } from '../intake/IntakeService';
import type { MeasurementPort } from '../intake/MeasurementPort';
import { createProducerGrants } from '../producers/createProducerGrants';
import { openApiDocument } from '../schema/openapi.generated';
import { createResponseValidator } from './createResponseValidator';

/** Says who calls: a user's entity ref, or the subject of a service. Without it, a user does. */
export const callerHeader = 'x-caller';

function credentialsOf(caller: string | undefined) {
  return caller === undefined || caller.startsWith('user:')
    ? mockCredentials.user(caller)
    : mockCredentials.service(caller);
}

const validateAnswer = createResponseValidator();

/**
 * The routes of intake behind what stands before them in the engine; whoever calls may do everything, until the permission is
 * taken away.
 *
 * @param options - `now` in epoch milliseconds; each request is 10 ms later than the one before. `config` of the portal; `measurements`
 *   takes what is counted of objectives, `debtScans` files of tools
 */
export function startIntakeApi(
  knex: Knex,
  options: {
    now: number;
    config?: JsonObject;
    measurements?: MeasurementPort;
    debtScans?: DebtScanPort;
  },
) {
  let time = options.now;
  let result: AuthorizeResult.ALLOW | AuthorizeResult.DENY =
    AuthorizeResult.ALLOW;
  const permissions = mockServices.permissions.mock({
    authorize: async questions => questions.map(() => ({ result })),
  });
  const audited = {
    success: jest.fn(async (_options?: object) => {}),
    fail: jest.fn(async (_options: object) => {}),
  };
  const store = new DatabaseIntakeStore(knex, ['dora']);
  const service = new IntakeService({
    store,
    environmentRules: defaultEnvironmentRules,
  });
  const router = createValidatedOpenApiRouter(openApiDocument as any, {
    middleware: [(_request, _response, next) => next()],
  }) as unknown as Router;
  addIntakeRoutes(router, {
    httpAuth: mockServices.httpAuth.mock({
      credentials: async incoming =>
        credentialsOf(incoming.header(callerHeader)) as any,
    }),
    intake: new AuthorizedIntakeService({
      service,
      measurements: options.measurements,
      debtScans: options.debtScans,
      outcomes: { record: async () => {} },
      producers: createProducerGrants({
        config: mockServices.rootConfig({ data: options.config ?? {} }),
        logger: mockServices.logger.mock(),
        stores: {
          catalog: new DatabaseCatalogStore(knex),
          records: store.records,
        },
      }),
      permissions,
      auditor: mockServices.auditor.mock({ createEvent: async () => audited }),
      collectorIds: [],
      webhookTypes: [],
      clock: () => {
        time += 10;
        return time;
      },
    }),
  });
  const app = express();
  app.use(...intakeBodyParsers(), router);
  app.use(
    MiddlewareFactory.create({
      config: mockServices.rootConfig(),
      logger: mockServices.logger.mock(),
    }).error(),
  );
  return {
    app,
    service,
    audited,
    denyEverything: () => {
      result = AuthorizeResult.DENY;
    },
    /** Posts and holds the answer against the API's description, unless the path is a spelling that is not described. */
    async post(
      path: string,
      body: unknown,
      headers: Record<string, string> = { 'content-type': 'application/json' },
    ) {
      const response = await request(app)
        .post(path)
        .set(headers)
        .send(
          typeof body === 'string' || body === undefined
            ? body
            : JSON.stringify(body),
        );
      validateAnswer(
        'post',
        path.replace(
          /^\/devlake.*?\/webhook\/(?:connections\/by-name\/|connections\/|projects\/|)/,
          '/devlake/plugins/webhook/connections/',
        ),
        response,
      );
      return response;
    },
  };
}
