import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'yaml';
import { createFileDebtAction } from './createFileDebtAction';

interface Asked {
  method: string;
  path: string;
  token: string | undefined;
  body: any;
}

describe('opmodel:tech-debt:file', () => {
  let server: Server;
  let asked: Asked[];
  let standing: { id: string; title: string; entities: { ref: string }[] }[];
  let refusal: { status: number; message: string } | undefined;

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk);
      }
      const text = Buffer.concat(chunks).toString();
      const body = text ? JSON.parse(text) : undefined;
      asked.push({
        method: request.method!,
        path: new URL(request.url!, 'http://localhost').pathname,
        token: request.headers.authorization,
        body,
      });
      response.setHeader('content-type', 'application/json');
      if (request.method === 'GET') {
        response.end(JSON.stringify({ items: standing }));
      } else if (refusal) {
        response.statusCode = refusal.status;
        response.end(
          JSON.stringify({
            error: { name: 'InputError', message: refusal.message },
            response: { statusCode: refusal.status },
          }),
        );
      } else {
        const item = {
          id: `item-${standing.length + 1}`,
          title: body.title,
          entities: body.entityRefs.map((ref: string) => ({ ref })),
        };
        standing.push(item);
        response.statusCode = 201;
        response.end(JSON.stringify({ item, duplicates: [] }));
      }
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });

  beforeEach(() => {
    asked = [];
    standing = [];
    refusal = undefined;
  });

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  const input = {
    title: 'No load test',
    entityRefs: ['component:default/checkout'],
    severity: 'medium' as const,
    principalDays: 3,
  };

  function set(given: Partial<typeof input> = {}) {
    const { port } = server.address() as AddressInfo;
    const action = createFileDebtAction({
      auth: mockServices.auth({ pluginId: 'scaffolder' }),
      discovery: {
        getBaseUrl: async plugin => `http://127.0.0.1:${port}/api/${plugin}`,
        getExternalBaseUrl: async () => '',
      },
    });
    const output = jest.fn();
    const context = {
      ...createMockActionContext({ input: { ...input, ...given } }),
      output,
      getInitiatorCredentials: async () =>
        mockCredentials.user('user:default/ada'),
    } as any;
    return { action, context, output };
  }

  it('files the item in the name of whoever runs the template', async () => {
    const { action, context, output } = set();
    await action.handler(context);
    const [, posted] = asked;
    expect(posted).toMatchObject({
      method: 'POST',
      path: '/api/opmodel/tech-debt/items',
      body: {
        title: 'No load test',
        entityRefs: ['component:default/checkout'],
        severity: 'medium',
        estimate: { principalDays: 3 },
      },
    });
    expect(posted.token).toContain('user:default/ada');
    expect(output.mock.calls).toEqual([
      ['itemId', 'item-1'],
      ['isNew', true],
    ]);
  });

  it('files it once, also where the task is run again', async () => {
    const first = set();
    await first.action.handler(first.context);
    const second = set();
    await second.action.handler(second.context);
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(second.output.mock.calls).toEqual([
      ['itemId', 'item-1'],
      ['isNew', false],
    ]);
  });

  it('takes items of the same title on other entities for others', async () => {
    const [checkout, cart] = [
      'component:default/checkout',
      'component:default/cart',
    ];
    const keys: string[] = [];
    const file = async (entityRefs: string[]) => {
      const { action, context, output } = set({ entityRefs });
      await action.handler({
        ...context,
        async checkpoint({ key, fn }: { key: string; fn: () => unknown }) {
          keys.push(key);
          return fn();
        },
      });
      return output.mock.calls.map(([, value]) => value);
    };
    expect(await file([checkout])).toEqual(['item-1', true]);
    expect(await file([checkout, cart])).toEqual(['item-2', true]);
    expect(await file([cart])).toEqual(['item-3', true]);
    expect(await file([cart, 'Component:Checkout'])).toEqual(['item-2', false]);
    expect(await file([cart, cart])).toEqual(['item-3', false]);
    expect(new Set(keys).size).toBe(3);
    expect(keys[3]).toBe(keys[1]);
  });

  it('fails with the words of the register where it refuses', async () => {
    refusal = { status: 400, message: "'entityRefs[0]' names no entity" };
    const { action, context, output } = set();
    await expect(action.handler(context)).rejects.toThrow(/400/);
    expect(output).not.toHaveBeenCalled();
  });

  it('asks for nothing in a dry run', async () => {
    const { action, context, output } = set();
    await action.handler({ ...context, isDryRun: true });
    expect(asked).toEqual([]);
    expect(output).toHaveBeenCalledWith('isNew', true);
  });

  it('describes its input, and shows examples of itself', () => {
    const { action } = set();
    expect(action.id).toBe('opmodel:tech-debt:file');
    expect(action.schema?.input).toMatchObject({
      required: ['title', 'entityRefs'],
    });
    for (const { example } of action.examples!) {
      expect(parse(example).steps[0].action).toBe(action.id);
    }
  });
});
