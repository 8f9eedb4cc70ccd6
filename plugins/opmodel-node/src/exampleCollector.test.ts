import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { IntakeEvent } from '@opmodel/backstage-plugin-opmodel-common';
import { z } from 'zod';
import type { Collector } from './Collector';
import { collectorContract } from './collectorContract';
import { pagesByLink } from './http/pages';
import { SourceClient } from './http/SourceClient';
import { withOverlap } from './withOverlap';

// The collector of docs/extending-collectors.md.

const watermarkSchema = z.object({ until: z.number() });
const pageSchema = z.array(
  z.object({
    id: z.string(),
    project: z.string(),
    updatedAt: z.iso.datetime(),
  }),
);

function toEvent(item: z.infer<typeof pageSchema>[number]): IntakeEvent {
  return {
    source: `example:${item.project}`,
    id: item.id,
    time: item.updatedAt,
    observation: {
      kind: 'deployment',
      subject: item.id,
      target: { links: [{ system: 'example', externalId: item.project }] },
      finishedAt: item.updatedAt,
      result: 'success',
    },
  };
}

function createExampleCollector(settings: {
  baseUrl: string;
  token: string;
}): Collector {
  return {
    id: 'example',
    title: 'Example deployments',
    annotations: ['example.com/project'],
    schedule: { frequency: { minutes: 10 }, timeout: { minutes: 5 } },
    overlap: { minutes: 5 },
    watermark: watermarkSchema,
    compareWatermarks: (a, b) =>
      watermarkSchema.parse(a).until - watermarkSchema.parse(b).until,
    async collect(run) {
      const before = watermarkSchema.safeParse(run.since).data?.until;
      const from = withOverlap(before, run.overlapMs) ?? 0;
      const startedAt = Date.now();
      const client = new SourceClient({
        baseUrl: settings.baseUrl,
        headers: { authorization: `Bearer ${settings.token}` },
        run,
        // Not in a collector of your own: these repeated requests need not wait for their turn.
        random: () => 0,
      });
      let until = before ?? 0;
      for await (const page of pagesByLink({
        client,
        schema: pageSchema,
        // Oldest first, so that a run that ends on the way has read all that lies before its watermark.
        address: `deployments?sort=updated&updated_since=${new Date(
          from,
        ).toISOString()}`,
      })) {
        await run.emit(page.map(toEvent));
        until = Math.max(
          until,
          ...page.map(item => Date.parse(item.updatedAt)),
        );
        await run.saveWatermark({ until });
      }
      run.reportProgress({ completeUntil: startedAt - run.overlapMs });
    },
  };
}

describe('the collector of the documentation', () => {
  let server: Server;
  let refusals: number;
  const deployments = Array.from({ length: 11 }, (_, i) => ({
    id: `deployment-${i}`,
    project: 'shop',
    updatedAt: new Date(Date.UTC(2026, 2, 1, i)).toISOString(),
  }));

  beforeAll(async () => {
    server = createServer((request, response) => {
      const { searchParams } = new URL(request.url!, 'http://localhost');
      const offset = Number(searchParams.get('offset') ?? 0);
      // Every fourth request is one too many.
      refusals += 1;
      if (refusals % 4 === 0) {
        response.writeHead(429, { 'retry-after': '0' }).end();
        return;
      }
      const since = searchParams.get('updated_since')!;
      const found = deployments.filter(({ updatedAt }) => updatedAt >= since);
      searchParams.set('offset', `${offset + 3}`);
      const next = `<http://${request.headers.host}/v1/deployments?${searchParams}>; rel="next"`;
      response
        .writeHead(
          request.headers.authorization === 'Bearer token' ? 200 : 401,
          offset + 3 < found.length ? { link: next } : {},
        )
        .end(JSON.stringify(found.slice(offset, offset + 3)));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });

  beforeEach(() => {
    refusals = 0;
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  it.each(collectorContract)('$name', async ({ check }) => {
    const { port } = server.address() as AddressInfo;
    await expect(
      check({
        collector: createExampleCollector({
          baseUrl: `http://127.0.0.1:${port}/v1`,
          token: 'token',
        }),
        entities: [
          {
            entityRef: 'component:default/shop',
            kind: 'component',
            annotations: { 'example.com/project': 'shop' },
          },
        ],
      }),
    ).resolves.toBeUndefined();
  });
});
