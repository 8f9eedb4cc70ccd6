import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { ConfigReader } from '@backstage/config';
import type { MetricSource } from '@opmodel/backstage-plugin-opmodel-common';
import type { SliRequest } from '@opmodel/backstage-plugin-opmodel-node';
import { PrometheusSliSource } from './PrometheusSliSource';
import { readPrometheusSettings } from './prometheusSettings';
import {
  bucketsOf,
  metricOf,
  problemOf,
  requestOf,
} from './testing/sliRequests';

/** Answers as a Prometheus does for a gauge that is always 1, and remembers who asked. */
class FakeServer {
  asked: { url: string; headers: IncomingMessage['headers']; body: string }[] =
    [];
  mostAtOnce = 0;
  answer: (
    body: URLSearchParams,
  ) => { status: number; body: string; location?: string } | 'hang up' =
    body => ({
      status: 200,
      body: JSON.stringify({
        status: 'success',
        data: {
          resultType: 'matrix',
          result: [{ metric: {}, values: [[Number(body.get('end')), '1']] }],
        },
      }),
    });
  #atOnce = 0;
  readonly #server: Server = createServer(async (request, response) => {
    this.#atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#atOnce);
    let body = '';
    for await (const part of request) {
      body += part;
    }
    this.asked.push({ url: request.url!, headers: request.headers, body });
    await delay(5);
    this.#atOnce -= 1;
    const answer = this.answer(new URLSearchParams(body));
    if (answer === 'hang up') {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      ...(answer.location ? { location: answer.location } : {}),
    });
    response.end(answer.body);
  });

  async start(): Promise<this> {
    await new Promise<void>(resolve => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }
}

describe('the servers of PrometheusSliSource', () => {
  let main: FakeServer;
  let other: FakeServer;
  let requests: number;

  beforeEach(async () => {
    [main, other] = [
      await new FakeServer().start(),
      await new FakeServer().start(),
    ];
    requests = 0;
  });

  afterEach(async () => {
    await main.stop();
    await other.stop();
  });

  const sourceOf = (prometheus: object) =>
    new PrometheusSliSource(
      readPrometheusSettings(
        new ConfigReader({ opmodel: { prometheus: prometheus as any } }),
      ),
    );
  const request = (
    overrides: Partial<MetricSource> = {},
    id: string = 'checkout',
  ): SliRequest =>
    requestOf(
      { type: 'threshold', metric: metricOf(`up{id="${id}"}`, overrides) },
      { id, comparison: { operator: 'gte', value: 1 } },
    );
  const measure = (source: PrometheusSliSource, ...asked: SliRequest[]) =>
    source.measure(asked, {
      signal: new AbortController().signal,
      budgetShare: 1,
      reportProgress: progress => {
        requests = progress.requests ?? requests;
      },
    });

  it('asks the one that the document names, each as who it is told to be', async () => {
    const source = sourceOf({
      servers: [
        {
          name: 'main',
          url: `${main.url}/prometheus`,
          default: true,
          auth: { basic: { username: 'opmodel', password: 'häuschen' } },
        },
        {
          name: 'other',
          url: other.url,
          auth: { bearer: { token: 'secret' } },
          headers: { 'X-Scope-OrgID': 'shop' },
        },
      ],
    });
    const answers = await measure(
      source,
      request(),
      request({ dataSource: 'other' }, 'a'),
      request({ dataSource: 'any', connection: { server: 'other' } }, 'b'),
      request({ dataSource: 'any', connection: { url: `${other.url}/` } }, 'c'),
    );
    expect(answers.map(answer => bucketsOf([answer]).length)).toEqual([
      1, 1, 1, 1,
    ]);
    expect(main.asked).toHaveLength(1);
    expect(main.asked[0]).toMatchObject({
      url: '/prometheus/api/v1/query_range',
      headers: {
        authorization: `Basic ${Buffer.from('opmodel:häuschen').toString(
          'base64',
        )}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
    });
    expect(Object.fromEntries(new URLSearchParams(main.asked[0].body))).toEqual(
      {
        query: 'up{id="checkout"}',
        start: '60',
        end: '3600',
        step: '60',
        timeout: '20s',
        partial_response: 'false',
      },
    );
    expect(other.asked).toHaveLength(3);
    for (const { headers } of other.asked) {
      expect(headers).toMatchObject({
        authorization: 'Bearer secret',
        'x-scope-orgid': 'shop',
      });
    }
    expect(requests).toBe(4);
  });

  it('asks an address that is allowed, and tells it no secrets', async () => {
    const source = sourceOf({
      servers: [
        { name: 'main', url: main.url, auth: { bearer: { token: 'secret' } } },
      ],
      allowedUrls: [`${other.url}/tenant`],
    });
    const connection = {
      url: `${other.url}/tenant/`,
      username: 'from',
      password: 'the catalog',
      headers: { authorization: 'Bearer own' },
    };
    expect(
      bucketsOf(await measure(source, request({ connection }))),
    ).toHaveLength(1);
    expect(other.asked).toHaveLength(1);
    expect(other.asked[0].url).toBe('/tenant/api/v1/query_range');
    expect(other.asked[0].headers.authorization).toBeUndefined();
    expect(main.asked).toEqual([]);
  });

  it('asks nobody whom configuration neither names nor allows', async () => {
    const source = sourceOf({
      servers: [{ name: 'main', url: `${main.url}/prometheus` }],
      allowedUrls: [`${other.url}/tenant`],
    });
    const refused = [
      main.url,
      other.url,
      `${other.url}/tenant/other`,
      `${other.url}/tenant/../admin`,
      'http://169.254.169.254/latest',
      `${main.url.replace('127.0.0.1', 'localhost')}/prometheus`,
    ];
    for (const url of refused) {
      expect(
        problemOf(await measure(source, request({ connection: { url } }))),
      ).toContain('neither names it as a server nor allows it');
    }
    for (const url of [
      'file:///etc/passwd',
      'prometheus',
      `${main.url}/prometheus?x=1`,
      main.url.replace('http://', 'http://me:secret@'),
    ]) {
      expect(
        problemOf(await measure(source, request({ connection: { url } }))),
      ).toContain('is no http or https address without credentials and query');
    }
    for (const overrides of [
      { dataSource: 'unknown' },
      { connection: { server: 'unknown' } },
      { dataSource: 'unknown', connection: { accessKey: 'x' } },
    ]) {
      expect(problemOf(await measure(source, request(overrides)))).toBe(
        'No Prometheus server "unknown" is configured',
      );
    }
    expect([main.asked, other.asked]).toEqual([[], []]);
  });

  it('does not choose between tenants of one address', async () => {
    const source = sourceOf({
      servers: ['shop', 'bank'].map(tenant => ({
        name: tenant,
        url: main.url,
        headers: { 'X-Scope-OrgID': tenant },
      })),
    });
    const connection = { url: main.url };
    expect(problemOf(await measure(source, request({ connection })))).toContain(
      'Several Prometheus servers are configured at',
    );
    expect(main.asked).toEqual([]);
    const named = { connection: { ...connection, server: 'bank' } };
    expect(bucketsOf(await measure(source, request(named)))).toHaveLength(1);
    expect(main.asked[0].headers['x-scope-orgid']).toBe('bank');
  });

  it('does not follow where an answer leads', async () => {
    main.answer = () => ({
      status: 302,
      location: `${other.url}/api/v1/query_range`,
      body: '',
    });
    const source = sourceOf({ servers: [{ name: 'main', url: main.url }] });
    await expect(measure(source, request())).rejects.toThrow(
      'Prometheus main could not be asked',
    );
    expect(other.asked).toEqual([]);
  });

  it('says that nothing is configured, or no default', async () => {
    expect(problemOf(await measure(sourceOf({}), request()))).toBe(
      'No Prometheus server is configured',
    );
    const servers = [
      { name: 'main', url: main.url },
      { name: 'other', url: other.url },
    ];
    expect(problemOf(await measure(sourceOf({ servers }), request()))).toBe(
      'No Prometheus server is configured as the default; name a DataSource',
    );
  });

  it('asks two servers for one ratio where the document says so', async () => {
    const source = sourceOf({
      servers: [
        { name: 'main', url: main.url },
        { name: 'other', url: other.url },
      ],
    });
    const answers = await measure(
      source,
      requestOf({
        type: 'ratio',
        counter: true,
        good: metricOf('good_total', { dataSource: 'main' }),
        total: metricOf('all_total', { dataSource: 'other' }),
      }),
    );
    expect(bucketsOf(answers)).toEqual([
      { start: 3_300_000, good: 1, total: 1 },
    ]);
    expect([main.asked.length, other.asked.length]).toEqual([1, 1]);
  });

  it('asks as many at a time as configured, one query an objective', async () => {
    const source = sourceOf({
      servers: [{ name: 'main', url: main.url }],
      maxConcurrentQueries: 3,
    });
    const asked = Array.from({ length: 100 }, (_, index) =>
      request({}, `slo-${index}`),
    );
    // Two calls at once, as from two cycles that overlap.
    await Promise.all([
      measure(source, ...asked.slice(0, 50)),
      measure(source, ...asked.slice(50)),
    ]);
    expect(main.asked).toHaveLength(100);
    expect(main.mostAtOnce).toBe(3);
  });

  it('throws when no server answers, and says so of one among several', async () => {
    main.answer = () => ({ status: 401, body: 'who are you?' });
    const source = sourceOf({
      servers: [
        { name: 'main', url: main.url, default: true },
        { name: 'other', url: other.url },
      ],
    });
    await expect(measure(source, request())).rejects.toThrow(
      `Prometheus main could not be asked: POST ${main.url}/api/v1/query_range answered 401`,
    );
    const answers = await measure(
      source,
      request(),
      request({ dataSource: 'other' }, 'b'),
    );
    expect(problemOf(answers)).toContain('Prometheus main could not be asked');
    expect(bucketsOf(answers.slice(1))).toHaveLength(1);
  });

  it('does not ask a hundred times who does not answer', async () => {
    main.answer = () => ({ status: 403, body: '' });
    const source = sourceOf({
      servers: [{ name: 'main', url: main.url }],
      maxConcurrentQueries: 2,
    });
    const asked = Array.from({ length: 100 }, (_, index) =>
      request({}, `slo-${index}`),
    );
    await expect(measure(source, ...asked)).rejects.toThrow('answered 403');
    expect(main.asked.length).toBeLessThanOrEqual(4);
  });

  it('tries again after a server that hung up', async () => {
    const { answer } = main;
    main.answer = body => (main.asked.length === 1 ? 'hang up' : answer(body));
    const source = sourceOf({ servers: [{ name: 'main', url: main.url }] });
    expect(bucketsOf(await measure(source, request()))).toHaveLength(1);
    expect(main.asked).toHaveLength(2);
  });

  it.each([
    ['<html>', 'did not answer with JSON'],
    ['{"status":"success"}', 'answered something else than expected: data'],
    [
      '{"data":{"result":[{"metric":{},"histograms":[]}]}}',
      'take histogram_count()',
    ],
  ])('says what is wrong with the answer %s', async (body, problem) => {
    main.answer = () => ({ status: 200, body });
    const source = sourceOf({ servers: [{ name: 'main', url: main.url }] });
    expect(problemOf(await measure(source, request()))).toContain(problem);
  });

  it('passes on why a query is refused, without the position in what it was made to', async () => {
    main.answer = () => ({
      status: 400,
      body: JSON.stringify({
        status: 'error',
        errorType: 'bad_data',
        error:
          'invalid parameter "query": 1:24: parse error: unclosed left brace',
      }),
    });
    const source = sourceOf({ servers: [{ name: 'main', url: main.url }] });
    expect(problemOf(await measure(source, request()))).toBe(
      'Prometheus refuses the query: parse error: unclosed left brace',
    );
  });

  it('leads people to the public address', () => {
    const source = sourceOf({
      servers: [
        {
          name: 'main',
          url: main.url,
          publicUrl: 'https://prometheus.example.com/shop',
        },
      ],
    });
    expect(source.link(request())).toBe(
      'https://prometheus.example.com/shop/graph?g0.expr=%28up%7Bid%3D%22checkout%22%7D%29+%3E%3D+bool+1&g0.tab=0&g0.range_input=1d',
    );
    expect(source.link(request({ dataSource: 'unknown' }))).toBeNull();
  });
});
