import { OpmodelClient } from './OpmodelClient';

const discoveryApi = {
  getBaseUrl: async () => 'https://portal.example.com/api/opmodel',
};

const ref = 'component:default/payments-api';

function setUp(answer: unknown) {
  const requests: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    // As the middlewares of Backstage do: each copies the request to look at it.
    expect(new Request(input, init).url).toMatch(/^https:/);
    requests.push(new Request(input, init));
    return new Response(JSON.stringify(answer), {
      headers: { 'Content-Type': 'application/json' },
    });
  };
  return {
    requests,
    client: new OpmodelClient({ discoveryApi, fetchApi: { fetch } }),
  };
}

describe('OpmodelClient', () => {
  it('sends a body through a fetch that looks at requests by copying them', async () => {
    const { client, requests } = setUp({ replayed: 2 });

    expect(await client.replayDeliveries({ ids: ['1', '2'] })).toBe(2);

    expect(requests[0].method).toBe('POST');
    expect(requests[0].url).toBe(
      'https://portal.example.com/api/opmodel/inbox/replay',
    );
    expect(requests[0].headers.get('Content-Type')).toBe('application/json');
    expect(await requests[0].json()).toEqual({ ids: ['1', '2'] });
  });

  it('sends no body where there is none', async () => {
    const { client, requests } = setUp({ applied: 1, unmapped: 0 });

    expect(await client.replayUnmappedEvents()).toEqual({
      applied: 1,
      unmapped: 0,
    });

    expect(requests[0].body).toBeNull();
  });

  it('sends the filter of a list, and ends with its caller', async () => {
    const { client, requests } = setUp({
      totalItems: 0,
      items: [],
      nextCursor: null,
    });
    const controller = new AbortController();

    await client.listDeliveries(
      { source: 'github', limit: 10 },
      { signal: controller.signal },
    );
    controller.abort();

    expect(requests[0].url).toBe(
      'https://portal.example.com/api/opmodel/inbox?source=github&limit=10',
    );
    expect(requests[0].signal.aborted).toBe(true);
  });

  it.each([
    [
      'reports',
      (client: OpmodelClient) =>
        client.explainEntityDora(ref, 'change-lead-time', { window: 'P30D' }),
      '/entities/component/default/payments-api/dora/explain?window=P30D&metric=change-lead-time',
    ],
    [
      'incidents',
      (client: OpmodelClient) =>
        client.listEntityIncidents(ref, { state: 'open' }),
      '/entities/component/default/payments-api/dora/incidents?state=open',
    ],
    [
      'work items',
      (client: OpmodelClient) =>
        client.listEntityWorkItems(ref, { state: 'blocked' }),
      '/entities/component/default/payments-api/flow/items?state=blocked',
    ],
  ])('names the entity of %s by its three parts', async (_, call, address) => {
    const { client, requests } = setUp({});

    await call(client);

    expect(requests[0].url).toBe(
      `https://portal.example.com/api/opmodel${address}`,
    );
  });

  it('refuses what names no entity', async () => {
    const { client, requests } = setUp({});

    await expect(client.getEntityFlow('payments-api')).rejects.toThrow(
      "Expected kind:namespace/name, got 'payments-api'",
    );
    expect(requests).toEqual([]);
  });

  it('throws what the engine answers as an error', async () => {
    const client = new OpmodelClient({
      discoveryApi,
      fetchApi: {
        fetch: async () => new Response('{}', { status: 403 }),
      },
    });

    await expect(client.getHealth()).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 403,
    });
  });
});
