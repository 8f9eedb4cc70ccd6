import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { defaultEnvironmentRules } from '@opmodel/backstage-plugin-opmodel-common';
import { CloudEvent, HTTP } from 'cloudevents';
import express, { type Router } from 'express';
import type { Knex } from 'knex';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import request from 'supertest';
import { DatabaseCatalogStore } from '../catalog/DatabaseCatalogStore';
import { DatabaseSnapshotStore } from '../catalog/DatabaseSnapshotStore';
import { createProducerGrants } from '../producers/createProducerGrants';
import { openApiDocument } from '../schema/openapi.generated';
import { entityOf, scanEntities } from '../testing/catalog';
import { createResponseValidator } from '../testing/createResponseValidator';
import { eachDatabase } from '../testing/databases';
import { AuthorizedIntakeService } from './AuthorizedIntakeService';
import { DatabaseIntakeStore } from './DatabaseIntakeStore';
import { intakeBodyParsers } from './intakeBodyParsers';
import { addIntakeRoutes } from './intakeRouter';
import { IntakeService } from './IntakeService';

const examples = resolve(__dirname, '../../../../examples/events');
const now = Date.UTC(2026, 2, 10);

// A busy machine takes its time for 1,000 events.
jest.setTimeout(60_000);
const validateAnswer = createResponseValidator();

function exampleOf(file: string) {
  return JSON.parse(readFileSync(resolve(examples, file), 'utf8'));
}

/** The routes of intake behind what stands before them in the engine. */
function startApi(knex: Knex) {
  let time = now;
  const permissions = mockServices.permissions.mock({
    authorize: async questions =>
      questions.map(() => ({ result: AuthorizeResult.ALLOW })),
  });
  const audited = {
    success: jest.fn(async () => {}),
    fail: jest.fn(async () => {}),
  };
  const auditor = mockServices.auditor.mock({
    createEvent: jest.fn(async () => audited),
  });
  const store = new DatabaseIntakeStore(knex, ['dora']);
  const service = new IntakeService({
    store,
    environmentRules: defaultEnvironmentRules,
  });
  const router = createValidatedOpenApiRouter(openApiDocument as any, {
    middleware: [(_request, _response, next) => next()],
  }) as unknown as Router;
  addIntakeRoutes(router, {
    httpAuth: mockServices.httpAuth(),
    intake: new AuthorizedIntakeService({
      service,
      outcomes: { record: async () => {} },
      producers: createProducerGrants({
        config: mockServices.rootConfig(),
        logger: mockServices.logger.mock(),
        stores: {
          catalog: new DatabaseCatalogStore(knex),
          records: store.records,
        },
      }),
      permissions,
      auditor,
      collectorIds: ['git'],
      webhookTypes: ['github'],
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
  return { app, permissions, auditor, audited };
}

let sequence = 0;
function deployed(
  override: { id?: string; timestamp?: string; custom?: object } = {},
) {
  sequence += 1;
  return {
    context: {
      specversion: '0.5.1',
      id: override.id ?? `e-${sequence}`,
      source: 'https://cd.example.com/pipelines',
      type: 'dev.cdevents.service.deployed.0.3.0',
      timestamp: override.timestamp ?? '2026-03-01T10:00:00Z',
    },
    subject: {
      id: 'checkout',
      content: {
        environment: { id: 'production' },
        artifactId: 'pkg:oci/checkout@sha256:0b31',
      },
    },
    customData: { ...override.custom },
  };
}

function envelopeOf(cdevent: ReturnType<typeof deployed>) {
  const { id, source, type, timestamp } = cdevent.context;
  return new CloudEvent({ id, source, type, time: timestamp, data: cdevent });
}

eachDatabase('intake API', createDatabase => {
  let knex: Knex;
  let api: ReturnType<typeof startApi>;

  const deploymentRows = () =>
    knex('deployments')
      .where({ superseded_at: null })
      .orderBy('subject')
      .select(
        'subject',
        'entity_ref',
        'environment_tier',
        'result',
        'version',
        'commit_sha',
        'finished_at',
        'withdrawn',
      );

  async function post(
    path: string,
    body: unknown,
    headers: Record<string, unknown> = {},
  ) {
    const response = await request(api.app)
      .post(path)
      .set({ 'content-type': 'application/json', ...headers } as any)
      .send(typeof body === 'string' ? body : JSON.stringify(body));
    validateAnswer('post', path, response);
    return response;
  }

  beforeEach(async () => {
    knex = await createDatabase();
    await scanEntities(new DatabaseSnapshotStore(knex), [
      entityOf('component:default/checkout', {
        annotations: {
          'github.com/project-slug': 'acme/shop',
          'opmodel.io/path': 'services/checkout',
        },
      }),
      entityOf('component:default/search', {
        annotations: {
          'github.com/project-slug': 'acme/shop',
          'opmodel.io/path': 'services/search',
        },
      }),
    ]);
    api = startApi(knex);
  });

  it('takes what the official SDK sends, in structured, binary and batched mode', async () => {
    const structured = HTTP.structured(envelopeOf(deployed({ id: 's' })));
    const binary = HTTP.binary(envelopeOf(deployed({ id: 'b' })));
    const batch = [deployed({ id: 'n1' }), deployed({ id: 'n2' })].map(one =>
      envelopeOf(one).toJSON(),
    );
    const answers = [
      await post('/events', structured.body, structured.headers),
      await post('/events', binary.body, binary.headers),
      await post('/events', batch, {
        'content-type': 'application/cloudevents-batch+json; charset=utf-8',
      }),
      await post('/events', deployed({ id: 'bare' })),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.flatMap(({ body }) => body.items)).toEqual(
      ['s', 'b', 'n1', 'n2', 'bare'].map(id => ({
        source: 'https://cd.example.com/pipelines',
        id,
        status: 'accepted',
      })),
    );
    expect((await deploymentRows()).map(row => row.subject)).toEqual([
      'b',
      'bare',
      'n1',
      'n2',
      's',
    ]);
  });

  it('decodes the headers of binary mode', async () => {
    const event = deployed();
    const { items } = (
      await post('/events', event, {
        'ce-specversion': '1.0',
        'ce-id': '"a%20%C3%A4 100%"',
        'ce-source': 'https://cd.example.com/%E2%82%AC',
        'ce-type': event.context.type,
      })
    ).body;
    expect(items).toEqual([
      {
        source: 'https://cd.example.com/€',
        id: 'a ä 100%',
        status: 'accepted',
      },
    ]);
  });

  it('says which header of binary mode is missing', async () => {
    const answer = await post('/events', deployed(), { 'ce-id': '1' });
    expect([answer.status, answer.body.error.message]).toEqual([
      400,
      'specversion: required 1.0; source: required string; type: required string',
    ]);
  });

  it('reads data that is base64', async () => {
    const { data, ...attributes } = envelopeOf(deployed()).toJSON();
    const encoded = Buffer.from(JSON.stringify(data)).toString('base64');
    const answer = await post(
      '/events',
      { ...attributes, data_base64: encoded },
      { 'content-type': 'application/cloudevents+json' },
    );
    expect(answer.body.items).toMatchObject([{ status: 'accepted' }]);
  });

  it('comes to one row from one event sent twice', async () => {
    const event = deployed();
    const first = await post('/events', event);
    const before = await deploymentRows();
    const second = await post('/events', event);
    expect(first.body.items[0].status).toBe('accepted');
    expect(second.body.items[0].status).toBe('duplicate');
    expect(before).toHaveLength(1);
    expect(await deploymentRows()).toEqual(before);
    expect(await knex('deployments')).toHaveLength(1);
    expect(await knex('events')).toHaveLength(1);
  });

  it('comes to one state from two events in both orders', async () => {
    const history = (deploymentId: string) => [
      deployed({
        timestamp: '2026-03-01T10:00:00Z',
        custom: { deploymentId, version: '1.0', commitSha: 'c0ffee' },
      }),
      deployed({
        timestamp: '2026-03-01T10:30:00Z',
        custom: {
          deploymentId,
          version: '1.1',
          outcome: 'failure',
          finishedAt: '2026-03-01T10:20:00Z',
        },
      }),
    ];
    for (const event of [
      ...history('straight'),
      ...history('reversed').reverse(),
    ]) {
      await post('/events', event);
    }
    const [reversed, straight] = await deploymentRows();
    expect(straight).toMatchObject({
      version: '1.1',
      commit_sha: 'c0ffee',
      result: 'failure',
    });
    expect({ ...reversed, subject: 'straight' }).toEqual(straight);
  });

  it('answers for each event of a batch, and loses none of the good ones', async () => {
    const wrong = envelopeOf(deployed()).toJSON() as any;
    wrong.data.subject.content.environment = {};
    const build = {
      ...envelopeOf(deployed()).toJSON(),
      type: 'dev.cdevents.build.finished.0.3.0',
      data: {},
    };
    const lost = envelopeOf(deployed()).toJSON() as any;
    lost.data.subject.id = 'unheard-of';
    const good = envelopeOf(deployed({ id: 'good' })).toJSON();
    const { status, body } = await post(
      '/events',
      [wrong, build, lost, good, good, {}],
      { 'content-type': 'application/cloudevents-batch+json' },
    );
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      {
        status: 'rejected',
        errors: [
          {
            path: 'data.subject.content.environment.id',
            message: 'required string',
          },
        ],
      },
      {
        status: 'rejected',
        reason: expect.stringContaining('build.finished.0.3.0 is not one'),
      },
      { status: 'unmapped', reason: 'no entity declares name:unheard-of' },
      { id: 'good', status: 'accepted' },
      { id: 'good', status: 'duplicate' },
      {
        id: null,
        status: 'rejected',
        errors: [
          { path: 'specversion', message: 'required 1.0' },
          { path: 'source', message: 'required string' },
          { path: 'id', message: 'required string' },
          { path: 'type', message: 'required string' },
        ],
      },
    ]);
  });

  it('tells the sender of a single event what is wrong with it', async () => {
    const wrong = deployed();
    wrong.subject.content.environment = {} as any;
    const answer = await post('/events', wrong);
    expect([answer.status, answer.body.error]).toMatchObject([
      400,
      {
        name: 'InputError',
        message: 'subject.content.environment.id: required string',
      },
    ]);
    const other = await post('/events', {
      ...deployed(),
      context: {
        ...deployed().context,
        type: 'dev.cdevents.build.queued.0.3.0',
      },
    });
    expect([other.status, other.body.error.message]).toEqual([
      400,
      expect.stringContaining('it keeps dev.cdevents.change.created'),
    ]);
    const untyped = await post('/events', { hello: 'world' });
    expect(untyped.status).toBe(400);
    expect(await knex('events')).toEqual([]);
  });

  it('keeps the sources of collectors for them', async () => {
    const message =
      'expected a source that does not start with git:, which is reserved for the collector git';
    const source = 'git:github.com/acme/shop';
    const fact = { id: '7', entityRef: 'checkout' };
    expect(
      (
        await post('/changes', {
          items: [
            { ...fact, source },
            { ...fact, source: 'git' },
          ],
        })
      ).body.items,
    ).toEqual([
      {
        source,
        id: '7',
        status: 'rejected',
        reason: 'the event does not meet its contract',
        errors: [{ path: 'source', message }],
      },
      { source: 'git', id: '7', status: 'accepted' },
    ]);
    const bare = deployed();
    bare.context.source = source;
    const envelope = { ...envelopeOf(deployed()).toJSON(), source };
    const answers = [
      await post('/events', bare),
      await post('/events', envelope, {
        'content-type': 'application/cloudevents+json',
      }),
    ];
    expect(
      answers.map(({ status, body }) => [status, body.error.message]),
    ).toEqual([
      [400, `context.source: ${message}`],
      [400, `source: ${message}`],
    ]);
    expect(await knex('events').pluck('source')).toEqual(['git']);
  });

  it('keeps the sources of webhooks for them', async () => {
    const answer = await post('/changes', {
      id: '7',
      entityRef: 'checkout',
      source: 'github:github.com',
    });
    expect([answer.status, answer.body.error.message]).toEqual([
      400,
      'source: expected a source that does not start with github:, which is reserved for webhooks of github',
    ]);
    expect(await knex('events')).toEqual([]);
  });

  it('names an instant that cannot be where the sender wrote it', async () => {
    const future = 'expected an instant that is not in the future';
    const late = '2126-03-01T10:00:00Z';
    const fact = { id: 'd1', entityRef: 'checkout', environment: 'production' };
    expect(
      (await post('/deployments', { items: [{ ...fact, finishedAt: late }] }))
        .body.items,
    ).toEqual([
      {
        source: 'user:default/mock',
        id: 'd1',
        status: 'rejected',
        reason: 'the event does not meet its contract',
        errors: [{ path: 'finishedAt', message: future }],
      },
    ]);
    const answers = [
      await post('/deployments', {
        ...fact,
        finishedAt: '2026-03-01T10:00:00Z',
        time: late,
      }),
      await post('/events', deployed({ timestamp: late })),
      await post('/events', deployed({ custom: { startedAt: late } })),
    ];
    expect(
      answers.map(({ status, body }) => [status, body.error.message]),
    ).toEqual([
      [400, `time: ${future}`],
      [400, `context.timestamp: ${future}`],
      [400, `customData.startedAt: ${future}`],
    ]);
    expect(await knex('events')).toEqual([]);
  });

  it('tells size, type and syntax of a body apart', async () => {
    const bodies: [string, string, string, number, string][] = [
      [
        '/events',
        `{"a":"${'x'.repeat(5_300_000)}"}`,
        'application/json',
        413,
        'expected at most 5mb',
      ],
      [
        '/events',
        'a: b',
        'application/yaml',
        415,
        'expected Content-Type application/cloudevents+json',
      ],
      [
        '/deployments',
        '{}',
        'application/cloudevents+json',
        415,
        'expected Content-Type application/json',
      ],
      [
        '/events',
        '{}',
        'application/json; charset=latin1',
        415,
        'unsupported charset',
      ],
      ['/changes', '{"id":', 'application/json', 400, 'expected JSON: '],
      ['/incidents', '', 'application/json', 400, 'id: required string'],
      ['/events', '{}', 'application/cloudevents-batch+json', 400, 'array'],
      ['/events', '[]', 'application/json', 400, 'object'],
    ];
    for (const [path, body, type, status, message] of bodies) {
      const answer = await post(path, body, { 'content-type': type });
      expect([answer.status, answer.body.error.message]).toEqual([
        status,
        expect.stringContaining(message),
      ]);
    }
  });

  it('takes batches of 1,000 events, and no more', async () => {
    const batch = Array.from({ length: 1000 }, (_, i) =>
      envelopeOf(deployed({ id: `many-${i}` })).toJSON(),
    );
    const headers = { 'content-type': 'application/cloudevents-batch+json' };
    const { body } = await post('/events', batch, headers);
    expect(body.items).toHaveLength(1000);
    expect(await knex('deployments').count({ n: '*' })).toEqual([
      { n: expect.anything() },
    ]);
    expect(await deploymentRows()).toHaveLength(1000);
    const more = await post('/events', [...batch, {}], headers);
    expect([more.status, more.body.error.message]).toEqual([
      400,
      expect.stringContaining('1000'),
    ]);
  });

  it('takes plain JSON that goes back to what was stated before', async () => {
    const resultOf = async () => (await deploymentRows())[0].result;
    const state = (outcome: string, time?: string) => ({
      id: 'd1',
      entityRef: 'checkout',
      environment: 'production',
      finishedAt: '2026-03-01T10:00:00Z',
      outcome,
      time,
    });
    const send = async (...items: object[]) =>
      (await post('/deployments', { items })).body.items.map(
        ({ status }: { status: string }) => status,
      );
    const [success, failure] = [state('success'), state('failure')];
    expect(await send(success)).toEqual(['accepted']);
    expect(await send(failure)).toEqual(['accepted']);
    expect(await send(success, success)).toEqual(['accepted', 'duplicate']);
    expect(await resultOf()).toBe('success');
    expect(await send(success)).toEqual(['duplicate']);

    const there = [failure, success, failure];
    expect(await send(...there)).toEqual(there.map(() => 'accepted'));
    expect(await resultOf()).toBe('failure');
    // The same batch once more, because its answer was lost.
    expect(await send(...there)).toEqual(there.map(() => 'duplicate'));
    expect(await resultOf()).toBe('failure');

    // What states its time is known by it, and belongs where it was.
    const dated = state('success', '2026-03-01T10:00:00Z');
    expect(await send(dated)).toEqual(['accepted']);
    expect(await send(failure)).toEqual(['duplicate']);
    expect(await send(dated)).toEqual(['duplicate']);
    expect(await resultOf()).toBe('failure');
  });

  it('takes the same facts as plain JSON', async () => {
    const deployment = {
      id: 'd1',
      entityRef: 'checkout',
      environment: 'production',
      finishedAt: '2026-03-01T10:00:00Z',
    };
    expect((await post('/deployments', deployment)).body).toEqual({
      items: [{ source: 'user:default/mock', id: 'd1', status: 'accepted' }],
    });
    expect((await post('/deployments', deployment)).body.items).toMatchObject([
      { id: 'd1', status: 'duplicate' },
    ]);
    expect(
      (
        await post('/deployments', {
          items: [{ ...deployment, outcome: 'failure' }, { id: 'd2' }],
        })
      ).body.items,
    ).toMatchObject([
      { id: 'd1', status: 'accepted' },
      { id: 'd2', status: 'rejected' },
    ]);
    expect(await deploymentRows()).toMatchObject([
      { subject: 'd1', result: 'failure' },
    ]);
    const wrong = await post('/changes', { ...deployment, id: undefined });
    expect([wrong.status, wrong.body.error.message]).toEqual([
      400,
      'id: required string',
    ]);
  });

  it('maps a monorepo by path, and says what it lacks', async () => {
    const change = { id: '7', repositoryUrl: 'git@github.com:acme/shop.git' };
    expect((await post('/changes', change)).body.items).toEqual([
      {
        source: 'user:default/mock',
        id: '7',
        status: 'unmapped',
        reason:
          '2 entities share git:github.com/acme/shop; send paths or entityRef',
      },
    ]);
    const waiting = await request(api.app).get('/events/unmapped?limit=5');
    validateAnswer('get', '/events/unmapped', waiting);
    expect(waiting.body).toEqual({
      totalEvents: 1,
      totalSubjects: 1,
      items: [
        {
          kind: 'change',
          source: 'user:default/mock',
          reason:
            '2 entities share git:github.com/acme/shop; send paths or entityRef',
          events: 1,
          subjects: 1,
          oldestReceivedAt: '2026-03-10T00:00:00.010Z',
          newestReceivedAt: '2026-03-10T00:00:00.010Z',
        },
      ],
    });
    await post('/changes', {
      ...change,
      paths: ['services/checkout/index.ts', 'services/search/index.ts'],
    });
    expect(
      await knex('changes')
        .where({ superseded_at: null })
        .orderBy('entity_ref')
        .pluck('entity_ref'),
    ).toEqual(['component:default/checkout', 'component:default/search']);
    expect(
      (await request(api.app).get('/events/unmapped')).body.totalEvents,
    ).toBe(0);
  });

  it('names the service that delivers as the source of plain facts', async () => {
    const answer = await post(
      '/incidents',
      { id: 'i1', entityRef: 'checkout', severity: 'sev2' },
      {
        authorization: mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('external:ci'),
          targetPluginId: 'test',
        }),
      },
    );
    expect(answer.body.items).toEqual([
      { source: 'external:ci', id: 'i1', status: 'accepted' },
    ]);
    expect(await knex('events').first('producer')).toEqual({
      producer: 'external:ci',
    });
  });

  it('refuses nobody and whoever lacks the permission, and reads nothing of theirs', async () => {
    const anonymous = await post('/events', deployed(), {
      authorization: mockCredentials.none.header(),
    });
    expect(anonymous.status).toBe(401);

    api.permissions.authorize.mockImplementation(async questions =>
      questions.map(() => ({ result: AuthorizeResult.DENY })),
    );
    const denied = await post('/events', { not: 'an event' });
    expect([denied.status, denied.body.error.message]).toEqual([
      403,
      'This takes the permission opmodel.event.create',
    ]);
    const reading = await request(api.app).get('/events/unmapped');
    expect([reading.status, reading.body.error.message]).toEqual([
      403,
      'This takes the permission opmodel.health.read',
    ]);
    expect(await knex('events')).toEqual([]);
    expect(api.audited.fail).toHaveBeenCalledWith({
      error: expect.objectContaining({ name: 'NotAllowedError' }),
    });
  });

  it('tells of a run that is nobody’s, until it names somebody', async () => {
    const run = {
      id: '4711',
      pipeline: 'build',
      finishedAt: '2026-03-09T10:00:00Z',
      outcome: 'failure',
    };
    await post('/builds', run);
    const waiting = await request(api.app).get('/events/unmapped');
    validateAnswer('get', '/events/unmapped', waiting);
    expect(waiting.body.items).toMatchObject([
      { kind: 'pipeline_run', subjects: 1 },
    ]);
    await post('/builds', { ...run, entityRef: 'checkout' });
    expect(
      await knex('pipeline_runs')
        .where({ superseded_at: null })
        .select('entity_ref', 'subject', 'pipeline', 'result'),
    ).toEqual([
      {
        entity_ref: 'component:default/checkout',
        subject: '4711',
        pipeline: 'build',
        result: 'failure',
      },
    ]);
  });

  it('leaves an audit trail', async () => {
    await post('/events', deployed());
    expect(api.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'event-create',
        meta: { producer: 'user:default/mock' },
      }),
    );
    expect(api.audited.success).toHaveBeenCalledWith({
      meta: { outcomes: { accepted: 1 } },
    });
  });

  it('accepts the lines of the documentation', async () => {
    const text = readFileSync(
      resolve(__dirname, '../../../../docs/intake.md'),
      'utf8',
    );
    const lines = text.matchAll(
      /^curl .*\/api\/opmodel(\/[\w-]+) .*'Content-Type: ([^']+)' -d (?:'(.+)'|@examples\/events\/(\S+))$/gm,
    );
    const paths: string[] = [];
    for (const [, path, type, body, file] of lines) {
      paths.push(path);
      const answer = await post(path, body ?? exampleOf(file), {
        'content-type': type,
      });
      expect([path, answer.body.items]).toMatchObject([
        path,
        [{ status: 'accepted' }],
      ]);
    }
    expect(paths).toEqual([
      '/deployments',
      '/changes',
      '/incidents',
      '/events',
      '/events',
      '/work-items',
      '/builds',
    ]);
  });

  it('accepts the examples that readers copy', async () => {
    const cloudEvents = { 'content-type': 'application/cloudevents+json' };
    const answers = [
      await post('/events', exampleOf('deployed.cloudevent.json'), cloudEvents),
      await post('/events', exampleOf('incident.batch.json'), {
        'content-type': 'application/cloudevents-batch+json',
      }),
      await post('/events', exampleOf('change-merged.cdevent.json')),
      await post('/events', exampleOf('environment-0.4.cdevent.json')),
      await post('/deployments', exampleOf('deployment.json')),
      await post('/deployments', exampleOf('deployments.json')),
      await post('/changes', exampleOf('change.json')),
      await post('/incidents', exampleOf('incident.json')),
      await post('/work-items', exampleOf('work-item.json')),
      await post('/builds', exampleOf('build.json')),
      await post(
        '/events',
        exampleOf('work-item.cloudevent.json'),
        cloudEvents,
      ),
      await post(
        '/events',
        exampleOf('pipeline-run.cloudevent.json'),
        cloudEvents,
      ),
    ];
    for (const { status, body } of answers) {
      expect([status, body.error]).toEqual([200, undefined]);
      for (const item of body.items) {
        expect(item).toEqual({ ...item, status: 'accepted' });
      }
    }
  });
});
