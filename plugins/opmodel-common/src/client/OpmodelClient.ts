import { ResponseError } from '@backstage/errors';
import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './openapi.generated';
import type {
  AttentionList,
  CollectorRunReport,
  DeploymentPage,
  DeploymentsQuery,
  DoraExplanation,
  DoraFleetPage,
  DoraFleetQuery,
  DoraMetricId,
  DoraReport,
  DoraReportQuery,
  DoraSummaryQuery,
  EngineHealth,
  EngineStorage,
  OpmodelApi,
  Overview,
  RejectedEvents,
  RequestOptions,
  UnmappedEvents,
  UnmappedReplay,
  WebhookDeliveryPage,
} from './OpmodelApi';

/** Splits `kind:namespace/name`; the API names the three parts in its paths. */
function entityPath(entityRef: string) {
  const match = /^([^:/]+):([^:/]+)\/([^:/]+)$/.exec(entityRef);
  if (!match) {
    throw new TypeError(`Expected kind:namespace/name, got '${entityRef}'`);
  }
  return { kind: match[1], namespace: match[2], name: match[3] };
}

/** The API behind `fetch`; it works in browsers and in Node. */
export class OpmodelClient implements OpmodelApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetch: typeof fetch;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetch = options.fetchApi.fetch;
  }

  async getEntityDora(
    entityRef: string,
    query: DoraReportQuery = {},
    options: RequestOptions = {},
  ): Promise<DoraReport> {
    const client = await this.#client();
    const { data } = await client.GET(
      '/entities/{kind}/{namespace}/{name}/dora',
      { params: { path: entityPath(entityRef), query }, ...options },
    );
    return data!;
  }

  async explainEntityDora(
    entityRef: string,
    metric: DoraMetricId,
    query: DoraReportQuery = {},
    options: RequestOptions = {},
  ): Promise<DoraExplanation> {
    const client = await this.#client();
    const { data } = await client.GET(
      '/entities/{kind}/{namespace}/{name}/dora/explain',
      {
        params: { path: entityPath(entityRef), query: { ...query, metric } },
        ...options,
      },
    );
    return data!;
  }

  async listEntityDeployments(
    entityRef: string,
    query: DeploymentsQuery = {},
    options: RequestOptions = {},
  ): Promise<DeploymentPage> {
    const client = await this.#client();
    const { data } = await client.GET(
      '/entities/{kind}/{namespace}/{name}/dora/deployments',
      { params: { path: entityPath(entityRef), query }, ...options },
    );
    return data!;
  }

  async listDora(
    query: DoraFleetQuery = {},
    options: RequestOptions = {},
  ): Promise<DoraFleetPage> {
    const client = await this.#client();
    const { data } = await client.GET('/dora', {
      params: { query },
      ...options,
    });
    return data!;
  }

  async getDoraSummary(
    query: DoraSummaryQuery = {},
    options: RequestOptions = {},
  ): Promise<DoraReport> {
    const client = await this.#client();
    const { data } = await client.GET('/dora/summary', {
      params: { query },
      ...options,
    });
    return data!;
  }

  async getOverview(options: RequestOptions = {}): Promise<Overview> {
    const client = await this.#client();
    const { data } = await client.GET('/overview', { ...options });
    return data!;
  }

  async listAttention(
    query: Parameters<OpmodelApi['listAttention']>[0] = {},
    options: RequestOptions = {},
  ): Promise<AttentionList> {
    const client = await this.#client();
    const { data } = await client.GET('/attention', {
      params: { query },
      ...options,
    });
    return data!;
  }

  async getHealth(options: RequestOptions = {}): Promise<EngineHealth> {
    const client = await this.#client();
    const { data } = await client.GET('/health', { ...options });
    return data!;
  }

  async getStorage(options: RequestOptions = {}): Promise<EngineStorage> {
    const client = await this.#client();
    const { data } = await client.GET('/health/storage', { ...options });
    return data!;
  }

  async listCollectorRuns(
    collectorId: string,
    query: Parameters<OpmodelApi['listCollectorRuns']>[1] = {},
    options: RequestOptions = {},
  ): Promise<CollectorRunReport[]> {
    const client = await this.#client();
    const { data } = await client.GET('/health/collectors/{collectorId}/runs', {
      params: { path: { collectorId }, query },
      ...options,
    });
    return data!.items;
  }

  async listDeliveries(
    query: Parameters<OpmodelApi['listDeliveries']>[0] = {},
    options: RequestOptions = {},
  ): Promise<WebhookDeliveryPage> {
    const client = await this.#client();
    const { data } = await client.GET('/inbox', {
      params: { query },
      ...options,
    });
    return data!;
  }

  async replayDeliveries(
    selection: { ids?: string[]; source?: string },
    options: RequestOptions = {},
  ): Promise<number> {
    const client = await this.#client();
    const { data } = await client.POST('/inbox/replay', {
      body: selection,
      ...options,
    });
    return data!.replayed;
  }

  async listUnmappedEvents(
    query: Parameters<OpmodelApi['listUnmappedEvents']>[0] = {},
    options: RequestOptions = {},
  ): Promise<UnmappedEvents> {
    const client = await this.#client();
    const { data } = await client.GET('/events/unmapped', {
      params: { query },
      ...options,
    });
    return data!;
  }

  async replayUnmappedEvents(
    options: RequestOptions = {},
  ): Promise<UnmappedReplay> {
    const client = await this.#client();
    const { data } = await client.POST('/events/unmapped/replay', {
      ...options,
    });
    return data!;
  }

  async listRejectedEvents(
    query: Parameters<OpmodelApi['listRejectedEvents']>[0] = {},
    options: RequestOptions = {},
  ): Promise<RejectedEvents> {
    const client = await this.#client();
    const { data } = await client.GET('/events/rejected', {
      params: { query },
      ...options,
    });
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
