import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
  createServiceFactory,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  DefaultEventsService,
  type EventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  opmodelWebhookReadersExtensionPoint,
  type WebhookReader,
} from '@opmodel/backstage-plugin-opmodel-node';
import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { opmodelPlugin } from '../plugin';
import { createResponseValidator } from '../testing/createResponseValidator';

jest.setTimeout(60_000);

const validate = createResponseValidator();
const secret = 'a-secret-that-is-long-enough';

/** Reads one change a delivery, named by the body. */
const reader: WebhookReader = {
  type: 'github',
  title: 'GitHub',
  topics: ['github.pull_request', 'github.push'],
  read: ({ type, body }) => [
    {
      source: 'github:github.example.com',
      id: `${type}-${(body as { id: string }).id}`,
      time: '2026-03-01T10:00:00Z',
      observation: {
        kind: 'change',
        subject: (body as { id: string }).id,
        target: { entityRefs: ['component:default/shop'] },
        mergedAt: '2026-03-01T10:00:00Z',
      },
    },
  ],
};

const readerModule = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'test-reader',
  register(env) {
    env.registerInit({
      deps: { readers: opmodelWebhookReadersExtensionPoint },
      async init({ readers }) {
        readers.addWebhookReader(reader);
      },
    });
  },
});

/** The engine in a backend whose other plugins publish to the same events service. */
async function startBackend(options: { withReader: boolean }) {
  let published: EventsService | undefined;
  let denied: string[] = [];
  const auditor = mockServices.auditor.mock({
    createEvent: async () => ({
      success: async () => {},
      fail: async () => {},
    }),
  });
  const scheduler = mockServices.scheduler() as SchedulerService & {
    factory(settings: object): ReturnType<typeof createServiceFactory>;
  };
  const backend = await startTestBackend({
    features: [
      opmodelPlugin,
      auditor.factory,
      ...(options.withReader ? [readerModule] : []),
      catalogServiceMock.factory(),
      scheduler.factory({ skipTaskRunOnStartup: true }),
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      mockServices.permissions.mock({
        authorize: async questions =>
          questions.map(({ permission }) => ({
            result: denied.includes(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          opmodel: {
            intake: {
              sources: {
                hub: { type: 'github', secrets: [secret], events: true },
                alerts: { type: 'alertmanager', secrets: [secret] },
              },
            },
          },
        },
      }),
      createServiceFactory({
        service: eventsServiceRef,
        deps: {
          plugin: coreServices.pluginMetadata,
          rootLogger: coreServices.rootLogger,
        },
        createRootContext: ({ rootLogger }) =>
          DefaultEventsService.create({ logger: rootLogger }),
        factory: ({ plugin }, root) => root.forPlugin(plugin.getId()),
      }),
      createBackendPlugin({
        pluginId: 'publisher',
        register(env) {
          env.registerInit({
            deps: { events: eventsServiceRef },
            async init({ events }) {
              published = events;
            },
          });
        },
      }),
    ],
  });
  const url = '/api/opmodel';
  const get = async (path: string) => {
    const answer = await request(backend.server)
      .get(`${url}${path}`)
      .set('authorization', mockCredentials.user.header());
    validate('get', path, answer);
    return answer;
  };
  return {
    get,
    auditor,
    stop: () => backend.stop(),
    publish: (event: Parameters<EventsService['publish']>[0]) =>
      published!.publish(event),
    deny: (...names: string[]) => {
      denied = names;
    },
    runTask: () => scheduler.triggerTask('opmodel-inbox'),
    async deliver(id: string, body: string, type: string = 'push') {
      const signature = createHmac('sha256', secret).update(body).digest('hex');
      const answer = await request(backend.server)
        .post(`${url}/intake/hub`)
        .set({
          'content-type': 'application/json',
          'x-github-delivery': id,
          'x-github-event': type,
          'x-hub-signature-256': `sha256=${signature}`,
        })
        .send(body);
      validate('post', '/intake/hub', answer);
      return answer;
    },
    post: (path: string) => request(backend.server).post(`${url}${path}`),
    /** Until nothing waits any more. */
    async settled() {
      for (;;) {
        const { body } = await get('/inbox?state=waiting');
        if (body.totalItems === 0) {
          return;
        }
        await sleep(20);
      }
    },
    async replay(body: object) {
      const answer = await request(backend.server)
        .post(`${url}/inbox/replay`)
        .set('authorization', mockCredentials.user.header())
        .send(body);
      validate('post', '/inbox/replay', answer);
      return answer;
    },
  };
}

describe('webhooks in a backend', () => {
  let backend: Awaited<ReturnType<typeof startBackend>>;

  afterEach(async () => {
    await backend.stop();
  });

  it('takes signed deliveries from callers without a token, and nothing else from them', async () => {
    backend = await startBackend({ withReader: true });
    const answer = await backend.deliver('d1', '{"id":"1"}');
    expect([answer.status, answer.body]).toEqual([202, { status: 'received' }]);
    const unsigned = await backend.post('/intake/hub').send({ id: '2' });
    expect(unsigned.status).toBe(401);
    const bearer = await backend
      .post('/intake/alerts')
      .set('authorization', `Bearer ${secret}`)
      .send({ status: 'firing' });
    expect(bearer.status).toBe(202);
    for (const path of ['/deployments', '/inbox/replay', '/intakes/hub']) {
      const refused = await backend.post(path).send({});
      expect([path, refused.status]).toEqual([path, 401]);
    }
    const page = await backend.get('/inbox');
    expect(page.status).toBe(200);
  });

  it('tells the auditor of the last refusals when it stops', async () => {
    backend = await startBackend({ withReader: false });
    for (let count = 0; count < 3; count += 1) {
      await backend.post('/intake/hub').send({});
    }
    await backend.stop();
    expect(
      backend.auditor.createEvent.mock.calls.map(([{ meta }]) => meta),
    ).toEqual([
      { source: 'hub', refusals: { 'signature-missing': 1 } },
      { source: 'hub', refusals: { 'signature-missing': 2 } },
    ]);
  });

  it('processes what has arrived without waiting for the next turn', async () => {
    backend = await startBackend({ withReader: true });
    await backend.deliver('d1', '{"id":"1"}');
    await backend.settled();
    const { body } = await backend.get('/inbox?state=processed');
    expect(body).toMatchObject({
      totalItems: 1,
      items: [{ source: 'hub', type: 'push', events: 1, reason: null }],
      nextCursor: null,
    });
    const health = await backend.get('/health');
    expect(health.body.inbox).toMatchObject({
      waiting: 0,
      setAside: 0,
      processedLastDay: 1,
      oldestWaitingAt: null,
      lastReceivedAt: expect.any(String),
      sources: [
        {
          id: 'hub',
          type: 'github',
          readable: true,
          topics: ['github.pull_request', 'github.push'],
          waiting: 0,
          setAside: 0,
          lastReceivedAt: expect.any(String),
        },
        { id: 'alerts', readable: false, topics: [], lastReceivedAt: null },
      ],
    });
  });

  it('takes what is fed to the events topics, once with or without headers', async () => {
    backend = await startBackend({ withReader: true });
    const event = (id: string, metadata?: Record<string, string>) => ({
      topic: 'github.pull_request',
      eventPayload: { id, nested: { b: 1, a: 2 } },
      ...(metadata && { metadata }),
    });
    await backend.publish(event('1', { 'X-GitHub-Delivery': 'd1' }));
    await backend.publish(event('1', { 'X-GitHub-Delivery': 'd1' }));
    // Nothing proves an id in a header, so it keeps nothing else out.
    await backend.publish(event('other', { 'X-GitHub-Delivery': 'd1' }));
    await backend.publish(event('2'));
    await backend.publish({
      topic: 'github.pull_request',
      eventPayload: { nested: { a: 2, b: 1 }, id: '2' },
    });
    await backend.publish({ topic: 'github.pull_request', eventPayload: 'no' });
    await backend.publish({ topic: 'github.release', eventPayload: {} });
    // The same delivery, by webhook.
    const answer = await backend.deliver(
      'd1',
      '{ "nested": { "b": 1, "a": 2 }, "id": "1" }',
      'pull_request',
    );
    expect(answer.body).toEqual({ status: 'duplicate' });
    await backend.settled();
    const { body } = await backend.get('/inbox?state=processed');
    expect(body.items).toMatchObject([
      { source: 'hub', type: 'pull_request', events: 1 },
      { source: 'hub', type: 'pull_request', events: 1 },
      { source: 'hub', type: 'pull_request', events: 1 },
    ]);
  });

  it('shows what was set aside to operators, page by page, and replays it for those who may', async () => {
    backend = await startBackend({ withReader: false });
    for (const id of ['1', '2', '3']) {
      await backend.deliver(id, `{"id":"${id}"}`);
    }
    await backend.settled();
    const first = await backend.get('/inbox?limit=2&source=hub');
    expect(first.body).toMatchObject({
      totalItems: 3,
      items: [
        {
          state: 'set_aside',
          reason: expect.stringContaining(
            'No installed module reads deliveries of the type github',
          ),
        },
        {},
      ],
    });
    const { nextCursor } = first.body;
    const second = await backend.get(`/inbox?limit=2&cursor=${nextCursor}`);
    expect(second.body).toMatchObject({ items: [{}], nextCursor: null });
    expect(JSON.stringify([first.body, second.body])).not.toContain(
      '"id":"1"}',
    );
    const [{ id }] = second.body.items;

    expect((await backend.replay({ ids: [id] })).body).toEqual({ replayed: 1 });
    await backend.runTask();
    await backend.settled();
    expect((await backend.replay({ source: 'lab' })).body).toEqual({
      replayed: 0,
    });
    expect((await backend.replay({})).body).toEqual({ replayed: 3 });
    await backend.runTask();
    await backend.settled();
    expect((await backend.get('/inbox')).body.totalItems).toBe(3);

    for (const [path, status] of [
      ['/inbox?cursor=nonsense', 400],
      ['/inbox?state=gone', 400],
      ['/inbox?limit=101', 400],
    ] as const) {
      expect([path, (await backend.get(path)).status]).toEqual([path, status]);
    }
    for (const body of [{ ids: [] }, { ids: ['1; drop'] }, { other: 1 }, []]) {
      expect((await backend.replay(body)).status).toBe(400);
    }
    backend.deny('opmodel.event.replay');
    expect((await backend.replay({})).status).toBe(403);
    backend.deny('opmodel.health.read');
    expect((await backend.get('/inbox')).status).toBe(403);
  });
});
