import { ResponseError } from '@backstage/errors';
import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './openapi.generated';

/** Finds the engine, through Backstage's own APIs. */
export interface EngineAccess {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/** Sends requests to the engine with the caller's identity, and turns what it refuses into an error. */
export class EngineRequests {
  readonly #discoveryApi: EngineAccess['discoveryApi'];
  readonly #fetch: typeof fetch;

  constructor(access: EngineAccess) {
    this.#discoveryApi = access.discoveryApi;
    this.#fetch = access.fetchApi.fetch;
  }

  /**
   * What one request answers.
   *
   * @throws ResponseError when the answer is not a success
   */
  async read<T>(
    request: (client: Client<paths>) => Promise<{ data?: T }>,
  ): Promise<T> {
    const { data } = await request(await this.#client());
    return data!;
  }

  async #client(): Promise<Client<paths>> {
    const client = createClient<paths>({
      baseUrl: await this.#discoveryApi.getBaseUrl('opmodel'),
      fetch: request => this.#send(request),
    });
    client.use({
      async onResponse({ response }) {
        if (!response.ok) {
          throw await ResponseError.fromResponse(response);
        }
      },
    });
    return client;
  }

  /**
   * Hands a request on as its parts: Backstage's `fetchApi` looks at a request by copying it, which a request with a body bears
   * only once.
   */
  async #send(request: Request): Promise<Response> {
    const { url, method, headers, signal } = request;
    const body = await request.text();
    return this.#fetch(url, {
      method,
      headers,
      signal,
      ...(body ? { body } : {}),
    });
  }
}
