import { entityPath } from './entityPath';
import type { EngineRequests } from './EngineRequests';
import type {
  BuildReport,
  FlowApi,
  FlowExplanation,
  FlowFleetPage,
  FlowMetricId,
  FlowReport,
  Forecast,
  ForecastBackTestReport,
  ForecastPage,
  WorkItemPage,
} from './FlowApi';
import type { RequestOptions } from './RequestOptions';

/** The calls for flow metrics, forecasts and builds. */
export function flowCalls(engine: EngineRequests): FlowApi {
  return {
    getEntityFlow(
      entityRef: string,
      query: Parameters<FlowApi['getEntityFlow']>[1] = {},
      options: RequestOptions = {},
    ): Promise<FlowReport> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/flow', {
          params: { path: entityPath(entityRef), query },
          ...options,
        }),
      );
    },

    explainEntityFlow(
      entityRef: string,
      metric: FlowMetricId,
      query: Parameters<FlowApi['explainEntityFlow']>[2] = {},
      options: RequestOptions = {},
    ): Promise<FlowExplanation> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/flow/explain', {
          params: { path: entityPath(entityRef), query: { ...query, metric } },
          ...options,
        }),
      );
    },

    listEntityWorkItems(
      entityRef: string,
      query: Parameters<FlowApi['listEntityWorkItems']>[1] = {},
      options: RequestOptions = {},
    ): Promise<WorkItemPage> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/flow/items', {
          params: { path: entityPath(entityRef), query },
          ...options,
        }),
      );
    },

    getEntityForecast(
      entityRef: string,
      query: Parameters<FlowApi['getEntityForecast']>[1] = {},
      options: RequestOptions = {},
    ): Promise<Forecast> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/flow/forecast', {
          params: { path: entityPath(entityRef), query },
          ...options,
        }),
      );
    },

    listEntityForecasts(
      entityRef: string,
      query: Parameters<FlowApi['listEntityForecasts']>[1] = {},
      options: RequestOptions = {},
    ): Promise<ForecastPage> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/flow/forecasts', {
          params: { path: entityPath(entityRef), query },
          ...options,
        }),
      );
    },

    getEntityForecastBackTest(
      entityRef: string,
      options: RequestOptions = {},
    ): Promise<ForecastBackTestReport> {
      return engine.read(client =>
        client.GET(
          '/entities/{kind}/{namespace}/{name}/flow/forecasts/backtest',
          { params: { path: entityPath(entityRef) }, ...options },
        ),
      );
    },

    getEntityBuilds(
      entityRef: string,
      query: Parameters<FlowApi['getEntityBuilds']>[1] = {},
      options: RequestOptions = {},
    ): Promise<BuildReport> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/flow/builds', {
          params: { path: entityPath(entityRef), query },
          ...options,
        }),
      );
    },

    listFlow(
      query: Parameters<FlowApi['listFlow']>[0] = {},
      options: RequestOptions = {},
    ): Promise<FlowFleetPage> {
      return engine.read(client =>
        client.GET('/flow', { params: { query }, ...options }),
      );
    },

    getFlowSummary(
      query: Parameters<FlowApi['getFlowSummary']>[0] = {},
      options: RequestOptions = {},
    ): Promise<FlowReport> {
      return engine.read(client =>
        client.GET('/flow/summary', { params: { query }, ...options }),
      );
    },
  };
}
