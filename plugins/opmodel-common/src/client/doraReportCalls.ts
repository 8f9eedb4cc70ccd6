import { entityPath } from './entityPath';
import type { EngineRequests } from './EngineRequests';
import type {
  DeploymentPage,
  DeploymentsQuery,
  DoraExplanation,
  DoraFleetPage,
  DoraFleetQuery,
  DoraMetricId,
  DoraReport,
  DoraReportQuery,
  DoraSummaryQuery,
  OpmodelApi,
} from './OpmodelApi';
import type { RequestOptions } from './RequestOptions';

/** The calls for DORA reports, their explanations and the deployments behind them. */
export function doraReportCalls(engine: EngineRequests) {
  return {
    getEntityDora(
      entityRef: string,
      query: DoraReportQuery = {},
      options: RequestOptions = {},
    ): Promise<DoraReport> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/dora', {
          params: { path: entityPath(entityRef), query },
          ...options,
        }),
      );
    },

    explainEntityDora(
      entityRef: string,
      metric: DoraMetricId,
      query: DoraReportQuery = {},
      options: RequestOptions = {},
    ): Promise<DoraExplanation> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/dora/explain', {
          params: { path: entityPath(entityRef), query: { ...query, metric } },
          ...options,
        }),
      );
    },

    listEntityDeployments(
      entityRef: string,
      query: DeploymentsQuery = {},
      options: RequestOptions = {},
    ): Promise<DeploymentPage> {
      return engine.read(client =>
        client.GET('/entities/{kind}/{namespace}/{name}/dora/deployments', {
          params: { path: entityPath(entityRef), query },
          ...options,
        }),
      );
    },

    listDora(
      query: DoraFleetQuery = {},
      options: RequestOptions = {},
    ): Promise<DoraFleetPage> {
      return engine.read(client =>
        client.GET('/dora', {
          params: { query },
          ...options,
        }),
      );
    },

    getDoraSummary(
      query: DoraSummaryQuery = {},
      options: RequestOptions = {},
    ): Promise<DoraReport> {
      return engine.read(client =>
        client.GET('/dora/summary', {
          params: { query },
          ...options,
        }),
      );
    },
  } satisfies Partial<OpmodelApi>;
}
