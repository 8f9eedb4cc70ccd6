import { mockServices } from '@backstage/backend-test-utils';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { strangers } from '../events/strangers';
import { HttpIntake } from './HttpIntake';

interface Seen {
  method?: string;
  url?: string;
  authorization?: string;
  contentType?: string;
  body: unknown;
}

type Answer = { status: number; body?: unknown };

/** An intake of which the test says what it answers, request by request; the last answer repeats. */
class TestServer {
  readonly seen: Seen[] = [];
  readonly #server: Server;
  answers: Answer[] = [];

  constructor() {
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk);
      }
      const text = Buffer.concat(chunks).toString('utf8');
      this.seen.push({
        method: request.method,
        url: request.url,
        authorization: request.headers.authorization,
        contentType: request.headers['content-type'],
        body: text ? JSON.parse(text) : undefined,
      });
      const { status, body } =
        this.answers.length > 1 ? this.answers.shift()! : this.answers[0];
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body ?? {}));
    });
  }

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/api/opmodel`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

const { signal } = new AbortController();
const bodies = strangers(Date.parse('2026-10-15')).slice(0, 2);
const outcomes = bodies.map(({ source, id }) => ({
  source,
  id,
  status: 'unmapped',
  reason: 'nothing of that name',
}));
const health = (entities: number) => ({
  status: 200,
  body: { snapshot: { lastCompleteAt: '2026-10-15T11:00:00Z', entities } },
});

describe('HttpIntake', () => {
  let server: TestServer;
  let baseUrl: string;

  beforeEach(async () => {
    server = new TestServer();
    baseUrl = await server.start();
  });
  afterEach(() => server.stop());

  function createIntake(patience = {}, url = baseUrl) {
    const logger = mockServices.logger.mock();
    const intake = new HttpIntake({
      auth: mockServices.auth({ pluginId: 'demo' }),
      discovery: mockServices.discovery.mock({ getBaseUrl: async () => url }),
      logger,
      patience: {
        poll: 5,
        answer: 5_000,
        snapshot: 5_000,
        retries: [1, 1],
        ...patience,
      },
    });
    return { intake, logger };
  }

  it('posts a batch of CloudEvents with a token for the opmodel plugin', async () => {
    server.answers = [{ status: 200, body: { items: outcomes } }];
    const { intake } = createIntake();
    await expect(intake.post('events', bodies, signal)).resolves.toEqual(
      outcomes,
    );
    expect(server.seen).toEqual([
      {
        method: 'POST',
        url: '/api/opmodel/events',
        authorization: expect.stringMatching(/^Bearer mock-service-token:/),
        contentType: 'application/cloudevents-batch+json',
        body: bodies,
      },
    ]);
    expect(server.seen[0].authorization).toContain('"target":"opmodel"');
  });

  it('posts incidents as plain items', async () => {
    server.answers = [{ status: 200, body: { items: [] } }];
    const item = { source: 's', id: 'i', time: '2026-10-15T11:00:00Z' };
    await createIntake().intake.post('incidents', [item], signal);
    expect(server.seen[0]).toMatchObject({
      url: '/api/opmodel/incidents',
      contentType: 'application/json',
      body: { items: [item] },
    });
  });

  it('tries again when the intake stumbles, and gives up when it stays down', async () => {
    const ok = { status: 200, body: { items: outcomes } };
    server.answers = [{ status: 503 }, { status: 500 }, ok];
    const { intake, logger } = createIntake();
    await expect(intake.post('events', bodies, signal)).resolves.toEqual(
      outcomes,
    );
    expect(logger.warn).toHaveBeenCalledTimes(2);

    server.answers = [{ status: 503 }];
    await expect(intake.post('events', bodies, signal)).rejects.toThrow(/503/);
    expect(server.seen).toHaveLength(6);
  });

  it('does not insist when the intake refuses', async () => {
    server.answers = [{ status: 403 }];
    const { intake } = createIntake();
    await expect(intake.post('events', bodies, signal)).rejects.toThrow(/403/);
    expect(server.seen).toHaveLength(1);
  });

  it('waits until the snapshot shows enough entities', async () => {
    server.answers = [
      { status: 503 },
      {
        status: 200,
        body: { snapshot: { lastCompleteAt: null, entities: 0 } },
      },
      health(2),
      health(135),
    ];
    await createIntake().intake.waitUntilReady(135, signal);
    expect(server.seen.map(({ url }) => url)).toEqual(
      Array(4).fill('/api/opmodel/health'),
    );
  });

  it('does not wait for the snapshot for ever', async () => {
    server.answers = [health(2)];
    const { intake, logger } = createIntake({ snapshot: 20 });
    await intake.waitUntilReady(135, signal);
    expect(server.seen.length).toBeGreaterThan(1);
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringContaining('does not show the demo organisation yet'),
    );
  });

  it('fails when nothing answers, and stops when it is told to', async () => {
    const nobody = 'http://127.0.0.1:1/api/opmodel';
    await expect(
      createIntake({ answer: 20 }, nobody).intake.waitUntilReady(1, signal),
    ).rejects.toThrow('did not answer within 0.02 s');

    const controller = new AbortController();
    const waiting = createIntake({}, nobody).intake.waitUntilReady(
      1,
      controller.signal,
    );
    controller.abort();
    await expect(waiting).rejects.toThrow(/abort/i);
  });
});
