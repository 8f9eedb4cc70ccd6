import { ResponseError } from '@backstage/errors';
import createClient, { type Client } from 'openapi-fetch';
import type {
  Dispute,
  DisputeAnswer,
  DisputePage,
  DoraCorrection,
  DoraCorrectionPage,
  DoraDefinitions,
  DoraSeries,
  IncidentPage,
  NewDispute,
  NewDoraCorrection,
} from './DoraInsightApi';
import type {
  BuildReport,
  FlowExplanation,
  FlowFleetPage,
  FlowMetricId,
  FlowReport,
  Forecast,
  ForecastPage,
  WorkItemPage,
} from './FlowApi';
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
  UnmappedEvents,
  UnmappedReplay,
  WebhookDeliveryPage,
} from './OpmodelApi';
import type { RequestOptions } from './RequestOptions';

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

  getEntityDora(
    entityRef: string,
    query: DoraReportQuery = {},
    options: RequestOptions = {},
  ): Promise<DoraReport> {
    return this.#read(client =>
      client.GET('/entities/{kind}/{namespace}/{name}/dora', {
        params: { path: entityPath(entityRef), query },
        ...options,
      }),
    );
  }

  explainEntityDora(
    entityRef: string,
    metric: DoraMetricId,
    query: DoraReportQuery = {},
    options: RequestOptions = {},
  ): Promise<DoraExplanation> {
    return this.#read(client =>
      client.GET('/entities/{kind}/{namespace}/{name}/dora/explain', {
        params: { path: entityPath(entityRef), query: { ...query, metric } },
        ...options,
      }),
    );
  }

  listEntityDeployments(
    entityRef: string,
    query: DeploymentsQuery = {},
    options: RequestOptions = {},
  ): Promise<DeploymentPage> {
    return this.#read(client =>
      client.GET('/entities/{kind}/{namespace}/{name}/dora/deployments', {
        params: { path: entityPath(entityRef), query },
        ...options,
      }),
    );
  }

  listDora(
    query: DoraFleetQuery = {},
    options: RequestOptions = {},
  ): Promise<DoraFleetPage> {
    return this.#read(client =>
      client.GET('/dora', {
        params: { query },
        ...options,
      }),
    );
  }

  getDoraSummary(
    query: DoraSummaryQuery = {},
    options: RequestOptions = {},
  ): Promise<DoraReport> {
    return this.#read(client =>
      client.GET('/dora/summary', {
        params: { query },
        ...options,
      }),
    );
  }

  getOverview(options: RequestOptions = {}): Promise<Overview> {
    return this.#read(client => client.GET('/overview', { ...options }));
  }

  listAttention(
    query: Parameters<OpmodelApi['listAttention']>[0] = {},
    options: RequestOptions = {},
  ): Promise<AttentionList> {
    return this.#read(client =>
      client.GET('/attention', {
        params: { query },
        ...options,
      }),
    );
  }

  getHealth(options: RequestOptions = {}): Promise<EngineHealth> {
    return this.#read(client => client.GET('/health', { ...options }));
  }

  getStorage(options: RequestOptions = {}): Promise<EngineStorage> {
    return this.#read(client => client.GET('/health/storage', { ...options }));
  }

  async listCollectorRuns(
    collectorId: string,
    query: Parameters<OpmodelApi['listCollectorRuns']>[1] = {},
    options: RequestOptions = {},
  ): Promise<CollectorRunReport[]> {
    const { items } = await this.#read(client =>
      client.GET('/health/collectors/{collectorId}/runs', {
        params: { path: { collectorId }, query },
        ...options,
      }),
    );
    return items;
  }

  listDeliveries(
    query: Parameters<OpmodelApi['listDeliveries']>[0] = {},
    options: RequestOptions = {},
  ): Promise<WebhookDeliveryPage> {
    return this.#read(client =>
      client.GET('/inbox', {
        params: { query },
        ...options,
      }),
    );
  }

  async replayDeliveries(
    selection: { ids?: string[]; source?: string },
    options: RequestOptions = {},
  ): Promise<number> {
    const { replayed } = await this.#read(client =>
      client.POST('/inbox/replay', {
        body: selection,
        ...options,
      }),
    );
    return replayed;
  }

  listUnmappedEvents(
    query: Parameters<OpmodelApi['listUnmappedEvents']>[0] = {},
    options: RequestOptions = {},
  ): Promise<UnmappedEvents> {
    return this.#read(client =>
      client.GET('/events/unmapped', {
        params: { query },
        ...options,
      }),
    );
  }

  replayUnmappedEvents(options: RequestOptions = {}): Promise<UnmappedReplay> {
    return this.#read(client =>
      client.POST('/events/unmapped/replay', {
        ...options,
      }),
    );
  }

  listRejectedEvents(
    query: Parameters<OpmodelApi['listRejectedEvents']>[0] = {},
    options: RequestOptions = {},
  ): Promise<RejectedEvents> {
    return this.#read(client =>
      client.GET('/events/rejected', {
        params: { query },
        ...options,
      }),
    );
  }

  getEntityDoraSeries(
    entityRef: string,
    metric: DoraMetricId,
    query: Parameters<OpmodelApi['getEntityDoraSeries']>[2] = {},
    options: RequestOptions = {},
  ): Promise<DoraSeries> {
    return this.#read(client =>
      client.GET('/entities/{kind}/{namespace}/{name}/dora/series', {
        params: { path: entityPath(entityRef), query: { ...query, metric } },
        ...options,
      }),
    );
  }

  explainDoraSummary(
    metric: DoraMetricId,
    query: Parameters<OpmodelApi['explainDoraSummary']>[1] = {},
    options: RequestOptions = {},
  ): Promise<DoraExplanation> {
    return this.#read(client =>
      client.GET('/dora/explain', {
        params: { query: { ...query, metric } },
        ...options,
      }),
    );
  }

  listEntityIncidents(
    entityRef: string,
    query: Parameters<OpmodelApi['listEntityIncidents']>[1] = {},
    options: RequestOptions = {},
  ): Promise<IncidentPage> {
    return this.#read(client =>
      client.GET('/entities/{kind}/{namespace}/{name}/dora/incidents', {
        params: { path: entityPath(entityRef), query },
        ...options,
      }),
    );
  }

  listDoraCorrections(
    entityRef: string,
    query: Parameters<OpmodelApi['listDoraCorrections']>[1] = {},
    options: RequestOptions = {},
  ): Promise<DoraCorrectionPage> {
    return this.#read(client =>
      client.GET('/entities/{kind}/{namespace}/{name}/dora/corrections', {
        params: { path: entityPath(entityRef), query },
        ...options,
      }),
    );
  }

  createDoraCorrection(
    entityRef: string,
    correction: NewDoraCorrection,
    options: RequestOptions = {},
  ): Promise<DoraCorrection> {
    return this.#read(client =>
      client.POST('/entities/{kind}/{namespace}/{name}/dora/corrections', {
        params: { path: entityPath(entityRef) },
        body: correction,
        ...options,
      }),
    );
  }

  undoDoraCorrection(
    entityRef: string,
    correctionId: string,
    body: { reason: string },
    options: RequestOptions = {},
  ): Promise<DoraCorrection> {
    return this.#read(client =>
      client.POST(
        '/entities/{kind}/{namespace}/{name}/dora/corrections/{correctionId}/undo',
        {
          params: { path: { ...entityPath(entityRef), correctionId } },
          body,
          ...options,
        },
      ),
    );
  }

  listEntityDisputes(
    entityRef: string,
    query: Parameters<OpmodelApi['listEntityDisputes']>[1] = {},
    options: RequestOptions = {},
  ): Promise<DisputePage> {
    return this.#read(client =>
      client.GET('/entities/{kind}/{namespace}/{name}/dora/disputes', {
        params: { path: entityPath(entityRef), query },
        ...options,
      }),
    );
  }

  openDispute(
    entityRef: string,
    dispute: NewDispute,
    options: RequestOptions = {},
  ): Promise<Dispute> {
    return this.#read(client =>
      client.POST('/entities/{kind}/{namespace}/{name}/dora/disputes', {
        params: { path: entityPath(entityRef) },
        body: dispute,
        ...options,
      }),
    );
  }

  answerDispute(
    entityRef: string,
    disputeId: string,
    answer: DisputeAnswer,
    options: RequestOptions = {},
  ): Promise<Dispute> {
    return this.#read(client =>
      client.POST(
        '/entities/{kind}/{namespace}/{name}/dora/disputes/{disputeId}/answer',
        {
          params: { path: { ...entityPath(entityRef), disputeId } },
          body: answer,
          ...options,
        },
      ),
    );
  }

  withdrawDispute(
    entityRef: string,
    disputeId: string,
    options: RequestOptions = {},
  ): Promise<Dispute> {
    return this.#read(client =>
      client.POST(
        '/entities/{kind}/{namespace}/{name}/dora/disputes/{disputeId}/withdraw',
        {
          params: { path: { ...entityPath(entityRef), disputeId } },
          ...options,
        },
      ),
    );
  }

  listDisputes(
    query: Parameters<OpmodelApi['listDisputes']>[0] = {},
    options: RequestOptions = {},
  ): Promise<DisputePage> {
    return this.#read(client =>
      client.GET('/dora/disputes', { params: { query }, ...options }),
    );
  }

  getDoraDefinitions(options: RequestOptions = {}): Promise<DoraDefinitions> {
    return this.#read(client =>
      client.GET('/dora/definitions', { ...options }),
    );
  }

  getEntityFlow(
    entityRef: string,
    query: Parameters<OpmodelApi['getEntityFlow']>[1] = {},
    options: RequestOptions = {},
  ): Promise<FlowReport> {
    return this.#read(client =>
      client.GET('/entities/{kind}/{namespace}/{name}/flow', {
        params: { path: entityPath(entityRef), query },
        ...options,
      }),
    );
  }

  explainEntityFlow(
    entityRef: string,
    metric: FlowMetricId,
    query: Parameters<OpmodelApi['explainEntityFlow']>[2] = {},
    options: RequestOptions = {},
  ): Promise<FlowExplanation> {
    return this.#read(client =>
      client.GET('/entities/{kind}/{namespace}/{name}/flow/explain', {
        params: { path: entityPath(entityRef), query: { ...query, metric } },
        ...options,
      }),
    );
  }

  listEntityWorkItems(
    entityRef: string,
    query: Parameters<OpmodelApi['listEntityWorkItems']>[1] = {},
    options: RequestOptions = {},
  ): Promise<WorkItemPage> {
    return this.#read(client =>
      client.GET('/entities/{kind}/{namespace}/{name}/flow/items', {
        params: { path: entityPath(entityRef), query },
        ...options,
      }),
    );
  }

  getEntityForecast(
    entityRef: string,
    query: Parameters<OpmodelApi['getEntityForecast']>[1] = {},
    options: RequestOptions = {},
  ): Promise<Forecast> {
    return this.#read(client =>
      client.GET('/entities/{kind}/{namespace}/{name}/flow/forecast', {
        params: { path: entityPath(entityRef), query },
        ...options,
      }),
    );
  }

  listEntityForecasts(
    entityRef: string,
    query: Parameters<OpmodelApi['listEntityForecasts']>[1] = {},
    options: RequestOptions = {},
  ): Promise<ForecastPage> {
    return this.#read(client =>
      client.GET('/entities/{kind}/{namespace}/{name}/flow/forecasts', {
        params: { path: entityPath(entityRef), query },
        ...options,
      }),
    );
  }

  getEntityBuilds(
    entityRef: string,
    query: Parameters<OpmodelApi['getEntityBuilds']>[1] = {},
    options: RequestOptions = {},
  ): Promise<BuildReport> {
    return this.#read(client =>
      client.GET('/entities/{kind}/{namespace}/{name}/flow/builds', {
        params: { path: entityPath(entityRef), query },
        ...options,
      }),
    );
  }

  listFlow(
    query: Parameters<OpmodelApi['listFlow']>[0] = {},
    options: RequestOptions = {},
  ): Promise<FlowFleetPage> {
    return this.#read(client =>
      client.GET('/flow', { params: { query }, ...options }),
    );
  }

  getFlowSummary(
    query: Parameters<OpmodelApi['getFlowSummary']>[0] = {},
    options: RequestOptions = {},
  ): Promise<FlowReport> {
    return this.#read(client =>
      client.GET('/flow/summary', { params: { query }, ...options }),
    );
  }

  /** What one request answers; a failed one throws before. */
  async #read<T>(
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
