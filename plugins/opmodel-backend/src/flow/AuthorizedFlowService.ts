import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  type BuildReport,
  type FlowExplanation,
  type FlowFleetPage,
  type FlowMetricId,
  type FlowReport,
  type Forecast,
  type ForecastBackTestReport,
  type ForecastPage,
  opmodelFlowReadPermission,
  type WorkItemPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../catalog/Visibility';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';
import type {
  FlowFleetRequest,
  FlowRequest,
  WorkItemsRequest,
} from './flowRequests';
import type { FlowService } from './FlowService';
import type {
  ForecastPageRequest,
  ForecastRequest,
} from './forecasts/ForecastService';

/**
 * The flow service for somebody: every call resolves what the caller may see and answers from that alone.
 *
 * Each method throws NotAllowedError when the caller may see nothing of flow at all.
 */
export class AuthorizedFlowService {
  readonly #service: FlowService;
  readonly #visibility: VisibilityResolver;

  constructor(options: {
    service: FlowService;
    visibility: VisibilityResolver;
  }) {
    this.#service = options.service;
    this.#visibility = options.visibility;
  }

  async getReport(
    request: FlowRequest,
    credentials: BackstageCredentials,
  ): Promise<FlowReport> {
    return this.#service.getReport(request, await this.#resolve(credentials));
  }

  async explain(
    metric: FlowMetricId,
    request: FlowRequest,
    credentials: BackstageCredentials,
  ): Promise<FlowExplanation> {
    return this.#service.explain(
      metric,
      request,
      await this.#resolve(credentials),
    );
  }

  async listItems(
    request: WorkItemsRequest,
    credentials: BackstageCredentials,
  ): Promise<WorkItemPage> {
    return this.#service.listItems(request, await this.#resolve(credentials));
  }

  async listFleet(
    request: FlowFleetRequest,
    credentials: BackstageCredentials,
  ): Promise<FlowFleetPage> {
    return this.#service.listFleet(request, await this.#resolve(credentials));
  }

  async forecast(
    request: ForecastRequest,
    credentials: BackstageCredentials,
  ): Promise<Forecast> {
    return this.#service.forecast(request, await this.#resolve(credentials));
  }

  async listForecasts(
    request: ForecastPageRequest,
    credentials: BackstageCredentials,
  ): Promise<ForecastPage> {
    return this.#service.listForecasts(
      request,
      await this.#resolve(credentials),
    );
  }

  async backTestForecasts(
    scopeRef: string,
    credentials: BackstageCredentials,
  ): Promise<ForecastBackTestReport> {
    return this.#service.backTestForecasts(
      scopeRef,
      await this.#resolve(credentials),
    );
  }

  async getBuilds(
    request: FlowRequest,
    credentials: BackstageCredentials,
  ): Promise<BuildReport> {
    return this.#service.getBuilds(request, await this.#resolve(credentials));
  }

  async #resolve(credentials: BackstageCredentials): Promise<Visibility> {
    const visibility = await this.#visibility.resolve(
      credentials,
      opmodelFlowReadPermission,
    );
    if (visibility.type === 'none') {
      throw new NotAllowedError('Reading flow metrics is not allowed');
    }
    return visibility;
  }
}
