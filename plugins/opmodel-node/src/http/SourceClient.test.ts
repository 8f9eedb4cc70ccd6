import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { CollectorProgress } from '../Collector';
import {
  pagesByAddress,
  pagesByHeader,
  pagesByLink,
  pagesByNumber,
  pagesByOffset,
  pagesByToken,
} from './pages';
import { SourceClient, type SourceClientOptions } from './SourceClient';

type Handler = (
  request: IncomingMessage & { text: string; query: URLSearchParams },
  response: ServerResponse,
) => void;

/** An outside system on this machine, and a client whose time is made. */
class Outside {
  handler: Handler = (_request, response) => response.end('{}');
  asked: string[] = [];
  waits: number[] = [];
  now = Date.UTC(2026, 2, 2, 10);
  progress: CollectorProgress = {};
  readonly controller = new AbortController();
  readonly #server: Server;

  constructor() {
    this.#server = createServer(async (request, response) => {
      let text = '';
      for await (const part of request) {
        text += part;
      }
      this.asked.push(`${request.method} ${request.url}`);
      const { searchParams } = new URL(request.url!, 'http://localhost');
      response.sendDate = false;
      this.handler(
        Object.assign(request, { text, query: searchParams }),
        response,
      );
    });
  }

  async start(): Promise<void> {
    await new Promise<void>(resolve => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  get address(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  client(options: Partial<SourceClientOptions> & { share?: number } = {}) {
    const { share = 1, ...rest } = options;
    return new SourceClient({
      baseUrl: `${this.address}/api/`,
      run: {
        signal: this.controller.signal,
        budgetShare: share,
        reportProgress: progress => {
          this.progress = { ...this.progress, ...progress };
        },
      },
      clock: () => this.now,
      random: () => 0.5,
      sleep: async milliseconds => {
        this.waits.push(milliseconds);
        this.now += milliseconds;
      },
      ...rest,
    });
  }
}

const list = z.object({ items: z.array(z.number()) });

async function collect(pages: AsyncIterable<{ items: number[] }>) {
  const items: number[] = [];
  for await (const page of pages) {
    items.push(...page.items);
  }
  return items;
}

describe('SourceClient', () => {
  let outside: Outside;
  const answer =
    (
      status: number,
      headers: Record<string, string> = {},
      body: string = '{"items":[]}',
    ): Handler =>
    (_request, response) =>
      response.writeHead(status, headers).end(body);
  /** Answers one after the other; the last one for ever. */
  const inTurn = (...handlers: Handler[]) => {
    outside.handler = (request, response) =>
      (handlers.length > 1 ? handlers.shift()! : handlers[0])(
        request,
        response,
      );
  };

  beforeEach(async () => {
    outside = new Outside();
    await outside.start();
  });

  afterEach(() => outside.stop());

  it('asks below the configured address, with its headers, and holds the answer against a contract', async () => {
    const seen: unknown[] = [];
    outside.handler = (request, response) => {
      seen.push(request.method, request.headers.authorization, request.text);
      response.end('\uFEFF{"items":[1]}');
    };
    const client = outside.client({
      headers: async () => ({ authorization: 'Bearer token' }),
    });
    const told = await client.request('/things?page=1', {
      method: 'POST',
      body: 'query',
    });
    expect(told.json(list)).toEqual({ items: [1] });
    expect(outside.asked).toEqual(['POST /api/things?page=1']);
    expect(seen).toEqual(['POST', 'Bearer token', 'query']);
    expect(outside.progress).toEqual({ requests: 1, budget: undefined });

    inTurn(answer(200, {}, '{"items":["x"]}'), answer(200, {}, '<html>'));
    expect(() => told.json(z.object({ items: z.string() }))).toThrow(
      `POST ${outside.address}/api/things answered something else than expected: items: expected string, got array`,
    );
    await client.request('things');
    const html = await client.request('things?token=secret');
    expect(() => html.json(list)).toThrow(
      `GET ${outside.address}/api/things did not answer with JSON`,
    );
  });

  it.each([
    'https://example.com/things',
    '//example.com/things',
    '\\\\example.com\\things',
    'http://user:password@127.0.0.1/things',
    'http://127.0.0.1:1/things',
    'file:///etc/passwd',
    'http://',
    '../admin',
    '/../admin',
    'things/../../admin',
    'things/%2e%2E/%2e%2e/admin',
    '..\\admin',
    '/\t/admin',
    '/\n\\admin',
  ])('does not ask %j', async address => {
    await expect(outside.client().request(address)).rejects.toThrow(
      /may be asked|valid address/,
    );
    expect(outside.asked).toEqual([]);
  });

  it.each([
    'ftp://example.com',
    'https://user:secret@example.com',
    'https://example.com/?token=secret',
  ])('refuses %s as the address of an outside system', baseUrl => {
    expect(() => outside.client({ baseUrl })).toThrow(
      'Expected a http or https address',
    );
  });

  it('gives back refusals whose bodies tell, and no others', async () => {
    outside.handler = answer(400, {}, '{"items":[9]}');
    const client = outside.client();
    const told = await client.request('things', { telling: [400, 422] });
    expect([told.status, told.json(list)]).toEqual([400, { items: [9] }]);
    await expect(client.request('things')).rejects.toMatchObject({
      status: 400,
    });
    outside.handler = answer(404);
    await expect(
      client.request('things', { telling: [400, 422] }),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('makes requests by what it is given', async () => {
    const seen: unknown[] = [];
    const client = outside.client({
      fetch: async (url, { method, redirect }) => {
        seen.push(url.pathname, method, redirect);
        return new Response('{"items":[3]}');
      },
    });
    expect((await client.request('things')).json(list)).toEqual({ items: [3] });
    expect(seen).toEqual(['/api/things', 'GET', 'manual']);
    expect(outside.asked).toEqual([]);
    expect(outside.progress).toMatchObject({ requests: 1 });
  });

  it('asks below the configured address, however the way there is written', async () => {
    outside.handler = answer(200);
    const client = outside.client();
    await client.request('things/../others');
    await client.request('');
    await client.request('?page=2');
    expect(outside.asked).toEqual([
      'GET /api/others',
      'GET /api/',
      'GET /api/?page=2',
    ]);
  });

  it('follows redirections on the host, and none to another', async () => {
    inTurn(
      answer(302, { location: '/api/moved' }),
      answer(200, {}, '{"items":[2]}'),
    );
    const client = outside.client();
    expect((await client.request('things')).json(list)).toEqual({ items: [2] });
    expect(outside.asked).toEqual(['GET /api/things', 'GET /api/moved']);

    inTurn(answer(302, { location: 'http://169.254.169.254/latest' }));
    await expect(client.request('things')).rejects.toThrow(
      'named an address of 169.254.169.254, and only 127.0.0.1',
    );
    inTurn(answer(302, { location: '/api/things' }));
    await expect(client.request('things')).rejects.toThrow('too often');
    inTurn(answer(307, { location: '/api/things' }));
    await expect(client.request('things', { method: 'POST' })).rejects.toThrow(
      'cannot be repeated',
    );
  });

  it('tries again after errors that pass, longer and longer', async () => {
    inTurn(
      answer(503),
      (request, _response) => request.socket.destroy(),
      answer(500),
      answer(200),
    );
    await outside.client().request('things');
    expect(outside.waits).toEqual([500, 1000, 2000]);
    expect(outside.progress.requests).toBe(4);
  });

  it('gives up after some attempts, and tells when to come back', async () => {
    inTurn(answer(503, { 'retry-after': '7' }));
    const { now } = outside;
    await expect(
      outside.client().request('things?key=1'),
    ).rejects.toMatchObject({
      name: 'SourceRequestError',
      status: 503,
      message: `GET ${outside.address}/api/things answered 503`,
      retryAt: now + 28_000,
    });
    expect(outside.waits).toEqual([7_000, 7_000, 7_000]);

    outside.waits = [];
    inTurn(answer(503, { 'retry-after': '3600' }));
    await expect(outside.client().request('things')).rejects.toMatchObject({
      retryAt: outside.now + 3_600_000,
    });
    expect(outside.waits).toEqual([]);
  });

  it('does not try again what will not change', async () => {
    for (const status of [400, 401, 403, 404, 410, 304]) {
      inTurn(answer(status));
      await expect(outside.client().request('things')).rejects.toMatchObject({
        status,
      });
    }
    expect(outside.asked).toHaveLength(6);
  });

  it('gives up an answer that takes too long or is too large', async () => {
    outside.handler = () => {};
    await expect(
      outside.client({ timeoutMs: 50, maxAttempts: 2 }).request('things'),
    ).rejects.toThrow('/api/things was not answered within 0.05 s');
    expect(outside.asked).toHaveLength(2);
    outside.handler = answer(200, {}, 'x'.repeat(2_000));
    await expect(
      outside.client({ maxBodyBytes: 1_000 }).request('things'),
    ).rejects.toThrow('larger than 1000 bytes');
  });

  it('stops when the run stops', async () => {
    outside.handler = () => outside.controller.abort(new Error('stopped'));
    await expect(outside.client().request('things')).rejects.toThrow('stopped');
    await expect(outside.client().request('things')).rejects.toThrow('stopped');
    expect(outside.asked).toHaveLength(1);
  });

  describe('budget', () => {
    /** An outside system that allows ten requests in each half hour, to all who ask. */
    const tenPerHalfHour =
      (used: { requests: number }): Handler =>
      (_request, response) => {
        const reset = outside.now + 1_800_000;
        used.requests += 1;
        response
          .writeHead(used.requests > 10 ? 429 : 200, {
            'x-ratelimit-limit': '10',
            'x-ratelimit-remaining': `${Math.max(0, 10 - used.requests)}`,
            'x-ratelimit-reset': `${reset / 1000}`,
          })
          .end('{}');
      };

    it('leaves others their share, and ends the run until the next window', async () => {
      const used = { requests: 0 };
      outside.handler = tenPerHalfHour(used);
      const client = outside.client({ share: 0.5 });
      for (let i = 0; i < 5; i++) {
        await client.request('things');
      }
      const retryAt = outside.now + 1_800_000;
      await expect(client.request('things')).rejects.toMatchObject({
        name: 'BudgetExhaustedError',
        retryAt,
        message:
          'Held back until 2026-03-02T10:30:00.000Z, to keep within what the outside system allows',
      });
      expect(used.requests).toBe(5);
      expect(outside.progress).toEqual({
        requests: 5,
        budget: { limit: 10, remaining: 5, resetAt: retryAt },
      });
      outside.now = retryAt;
      used.requests = 0;
      await client.request('things');
      expect(used.requests).toBe(1);
    });

    it('counts what others use, and what is under way', async () => {
      const used = { requests: 4 };
      outside.handler = tenPerHalfHour(used);
      const client = outside.client({ share: 0.5 });
      await client.request('things');
      await expect(client.request('things')).rejects.toThrow('Held back');

      const other = outside.client();
      used.requests = 6;
      await other.request('things');
      const asked = await Promise.allSettled(
        Array.from({ length: 6 }, () => other.request('things')),
      );
      expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(
        3,
      );
      expect(used.requests).toBe(10);
    });

    it('waits within the run where the next window is near', async () => {
      inTurn(
        answer(200, {
          'ratelimit-limit': '960',
          'ratelimit-remaining': '480',
          'ratelimit-reset': '20',
        }),
        answer(200),
      );
      const client = outside.client({ share: 0.5 });
      await client.request('things');
      await client.request('things');
      expect(outside.waits).toEqual([20_000]);
    });

    it('waits as long as a refusal asks, and goes on', async () => {
      inTurn(answer(429, { 'retry-after': '3' }), answer(200));
      await outside.client().request('things');
      expect(outside.waits).toEqual([3_000]);
    });

    it.each([
      ['a long wait', { 'retry-after': '3600' }, 429, 3_600_000],
      [
        'a secondary limit of GitHub',
        {
          'retry-after': '120',
          'x-ratelimit-limit': '5000',
          'x-ratelimit-remaining': '4000',
        },
        403,
        120_000,
      ],
    ])('is held back by %s', async (_, headers, status, wait) => {
      inTurn(answer(status, headers));
      await expect(outside.client().request('things')).rejects.toMatchObject({
        name: 'BudgetExhaustedError',
        retryAt: outside.now + wait,
      });
      expect(outside.asked).toHaveLength(1);
    });

    it('is held back after refusals that do not end', async () => {
      inTurn(answer(429));
      await expect(outside.client().request('things')).rejects.toMatchObject({
        name: 'BudgetExhaustedError',
      });
      expect(outside.asked).toHaveLength(4);
      expect(outside.waits).toEqual([60_000, 60_000, 60_000]);
    });

    it('pauses where an answer asks for it before it refuses', async () => {
      inTurn(answer(200, { 'x-ratelimit-delay': '4' }), answer(200));
      const client = outside.client();
      await client.request('things');
      await client.request('things');
      expect(outside.waits).toEqual([4_000]);
    });

    it('keeps to a documented limit that no answer tells', async () => {
      const client = outside.client({ requestsPerMinute: 6, share: 0.5 });
      for (let i = 0; i < 7; i++) {
        await client.request('things');
        outside.now += 1_000;
      }
      expect(outside.waits).toEqual([57_000, 57_000]);
    });
  });

  describe('pages', () => {
    const numbers = [1, 2, 3, 4, 5];
    const body = (offset: number, more: object = {}) =>
      JSON.stringify({ items: numbers.slice(offset, offset + 2), ...more });

    it.each<
      [
        string,
        (client: SourceClient) => AsyncIterable<{ items: number[] }>,
        Handler,
      ]
    >([
      [
        'the Link header',
        client => pagesByLink({ client, schema: list, address: 'things' }),
        ({ query }, response) => {
          const offset = Number(query.get('from') ?? 0);
          const link =
            offset < 4
              ? `<${outside.address}/api/things?from=0>; rel="prev first", <${
                  outside.address
                }/api/things?from=${offset + 2}>; title="a, b"; rel="next"`
              : `<${outside.address}/api/things?from=0>; rel="nextish"`;
          response.writeHead(200, { link }).end(body(offset));
        },
      ],
      [
        'an address in the body',
        client =>
          pagesByAddress({
            client,
            schema: list.extend({ next: z.string().nullish() }),
            address: 'things',
            nextOf: page => (page as { next?: string }).next,
          }),
        ({ query }, response) => {
          const offset = Number(query.get('from') ?? 0);
          const next =
            offset < 4
              ? `${outside.address}/api/things?from=${offset + 2}`
              : null;
          response.end(body(offset, { next }));
        },
      ],
      [
        'a token in the body',
        client =>
          pagesByToken({
            client,
            schema: list.extend({ token: z.string().optional() }),
            requestOf: token => ({
              address: 'things',
              method: 'POST',
              body: JSON.stringify({ token }),
            }),
            tokenOf: page => (page as { token?: string }).token,
          }),
        ({ text }, response) => {
          const offset = Number(JSON.parse(text).token ?? 0);
          const token = offset < 4 ? `${offset + 2}` : undefined;
          response.end(body(offset, { token }));
        },
      ],
      [
        'a token in a header',
        client =>
          pagesByHeader({
            client,
            schema: list,
            header: 'x-ms-continuationtoken',
            requestOf: token => ({
              address: token ? `things?from=${token}` : 'things',
            }),
          }),
        ({ query }, response) => {
          const offset = Number(query.get('from') ?? 0);
          response
            .writeHead(
              200,
              offset < 4 ? { 'x-ms-continuationtoken': `${offset + 2}` } : {},
            )
            .end(body(offset));
        },
      ],
      [
        'an offset',
        client =>
          pagesByOffset({
            client,
            schema: list.extend({ more: z.boolean() }),
            requestOf: offset => ({ address: `things?from=${offset}` }),
            readPage: page => ({
              items: page.items.length,
              more: (page as { more?: boolean }).more === true,
            }),
          }),
        ({ query }, response) => {
          const offset = Number(query.get('from'));
          response.end(body(offset, { more: offset < 4 }));
        },
      ],
      [
        'the number of the page',
        client =>
          pagesByNumber({
            client,
            schema: list,
            first: 1,
            requestOf: page => ({ address: `things?p=${page}` }),
            hasMore: page => page.items.length === 2,
          }),
        ({ query }, response) =>
          response.end(body((Number(query.get('p')) - 1) * 2)),
      ],
    ])('follows %s to the last page', async (_, pagesOf, handler) => {
      outside.handler = handler;
      expect(await collect(pagesOf(outside.client()))).toEqual(numbers);
      expect(outside.asked).toHaveLength(3);
    });

    it('sees a list that leads back to itself, and an offset that does not move', async () => {
      const client = outside.client();
      outside.handler = (_request, response) =>
        response
          .writeHead(200, { link: `<${outside.address}/api/a>; rel=next` })
          .end(body(0));
      await expect(
        collect(
          pagesByLink({
            client,
            schema: list,
            address: `${outside.address}/api/a`,
          }),
        ),
      ).rejects.toThrow('has no end: after 1 pages it leads back');
      outside.handler = (_request, response) => response.end(body(9));
      expect(
        await collect(
          pagesByOffset({
            client,
            schema: list,
            requestOf: offset => ({ address: `things?from=${offset}` }),
            readPage: page => ({ items: page.items.length, more: true }),
          }),
        ),
      ).toEqual([]);
    });

    it('asks for no page that nobody wants, and follows no list to another host', async () => {
      const client = outside.client();
      outside.handler = (_request, response) =>
        response
          .writeHead(200, { link: '<https://example.com/api/b>; rel="next"' })
          .end(body(0));
      const pages = pagesByLink({ client, schema: list, address: 'a' });
      expect(await pages.next()).toMatchObject({ value: { items: [1, 2] } });
      expect(outside.asked).toHaveLength(1);
      await expect(pages.next()).rejects.toThrow(
        'named an address of example.com',
      );
    });
  });
});
