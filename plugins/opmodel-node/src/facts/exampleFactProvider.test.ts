import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createScanFacts } from './__testUtils__/createScanFacts';
import type { FactEntity } from './FactProvider';
import { factProviderContract } from './factProviderContract';

const entity = (name: string): FactEntity => ({
  entityRef: `component:default/${name}`,
  kind: 'component',
  namespace: 'default',
  name,
  tags: [],
  annotations: { 'scans.example.com/project': name },
  labels: {},
});

const projects = [
  {
    key: 'checkout',
    critical: 2,
    scannedAt: '2026-03-01T12:00:00Z',
    languages: ['go', 'sql', 'go'],
  },
  { key: 'cart' },
  { key: 'broken', failure: 'The archive is empty' },
];

describe('the provider of facts of the documentation', () => {
  let server: Server;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const { searchParams } = new URL(request.url!, 'http://localhost');
      const keys = searchParams.get('keys')!.split(',');
      response
        .writeHead(request.headers.authorization === 'Bearer token' ? 200 : 401)
        .end(
          JSON.stringify({
            projects: projects.filter(({ key }) => keys.includes(key)),
          }),
        );
    });
    await new Promise<void>(started => {
      server.listen(0, '127.0.0.1', started);
    });
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(stopped => {
      server.close(stopped);
    });
  });

  const create = (token: string = 'token') =>
    createScanFacts({
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
      token,
    });
  const run = () => ({ now: 0, signal: new AbortController().signal });

  it.each(factProviderContract)('$name', async ({ check }) => {
    await expect(
      check({
        provider: create(),
        entities: [entity('checkout'), entity('cart')],
        unknownEntity: entity('unknown'),
        brokenEntity: entity('broken'),
      }),
    ).resolves.toBeUndefined();
  });

  it('tells what the scanner says, and of nothing else', async () => {
    const silent = { ...entity('silent'), annotations: {} };
    expect(
      await create().provide([entity('checkout'), silent, entity('x')], run()),
    ).toEqual([
      {
        entityRef: 'component:default/checkout',
        facts: {
          critical: 2,
          scannedAt: Date.parse('2026-03-01T12:00:00Z'),
          languages: ['go', 'sql'],
        },
      },
    ]);
    await expect(
      create('wrong').provide([entity('checkout')], run()),
    ).rejects.toThrow('401');
  });

  it('stands in the documentation as it is', () => {
    const body = (text: string) => text.slice(text.indexOf('const answer'));
    const page = readFileSync(
      resolve(__dirname, '../../../../docs/extending-facts.md'),
      'utf8',
    );
    const [, written] = /```ts\n([^]*?)```/.exec(page)!;
    const carriedOut = readFileSync(
      resolve(__dirname, '__testUtils__/createScanFacts.ts'),
      'utf8',
    );
    expect(body(written)).toBe(body(carriedOut));
  });
});
