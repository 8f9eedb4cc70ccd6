import { mockServices } from '@backstage/backend-test-utils';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpGuestPortal } from './HttpGuestPortal';

const { signal } = new AbortController();

describe('HttpGuestPortal', () => {
  const seen: Pick<IncomingMessage, 'url' | 'headers'>[] = [];
  let server: Server;
  let signIn: { status: number; body: object };

  beforeEach(async () => {
    seen.length = 0;
    server = createServer((request, response) => {
      seen.push({ url: request.url, headers: request.headers });
      const { status, body } = request.url?.startsWith('/api/auth/')
        ? signIn
        : { status: 200, body: { items: [] } };
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  function createPortal(): HttpGuestPortal {
    const { port } = server.address() as AddressInfo;
    return new HttpGuestPortal({
      discovery: mockServices.discovery.mock({
        getBaseUrl: async pluginId =>
          `http://127.0.0.1:${port}/api/${pluginId}`,
      }),
    });
  }

  it('enters as a browser does, and calls the API with what it was given', async () => {
    signIn = {
      status: 200,
      body: { backstageIdentity: { token: 'of-the-guest' } },
    };
    const api = await createPortal().enter(signal);
    await expect(api!.listDecisions({ text: 'basket' })).resolves.toEqual({
      items: [],
    });
    expect(seen).toMatchObject([
      {
        url: '/api/auth/guest/refresh',
        headers: { 'x-requested-with': 'XMLHttpRequest' },
      },
      {
        url: '/api/opmodel/decisions?text=basket',
        headers: { authorization: 'Bearer of-the-guest' },
      },
    ]);
  });

  it.each([401, 403, 404, 501])(
    'cannot enter where guests are answered with %d',
    async status => {
      signIn = { status, body: {} };
      await expect(createPortal().enter(signal)).resolves.toBeNull();
    },
  );

  it.each([500, 503])('fails where the door fails with %d', async status => {
    signIn = { status, body: {} };
    await expect(createPortal().enter(signal)).rejects.toThrow(
      `could not be entered as a guest: ${status}`,
    );
  });
});
