import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type {
  DeploymentPage,
  DoraDefinitions,
  DoraExplanation,
  DoraFleetPage,
  DoraMetricId,
  DoraReport,
  DoraSeries,
  IncidentPage,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../catalog/Visibility';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';
import {
  type DoraCaller,
  resolveDoraCaller,
  resolveDoraReads,
} from './DoraCaller';
import type {
  DeploymentsRequest,
  FleetRequest,
  IncidentsRequest,
  ReportRequest,
  SeriesRequest,
} from './doraRequests';
import type { DoraService } from './DoraService';

/**
 * The DORA service for somebody: every call resolves what the caller may see and answers from that alone.
 *
 * Each method throws NotAllowedError when the caller may see nothing of DORA at all.
 */
export class AuthorizedDoraService {
  readonly #options: {
    service: DoraService;
    auth: AuthService;
    visibility: VisibilityResolver;
  };

  constructor(options: {
    service: DoraService;
    auth: AuthService;
    visibility: VisibilityResolver;
  }) {
    this.#options = options;
  }

  async getReport(
    request: ReportRequest,
    credentials: BackstageCredentials,
  ): Promise<DoraReport> {
    const reads = await this.#reads(credentials);
    return this.#options.service.getReport(request, reads);
  }

  async explain(
    metric: DoraMetricId,
    request: ReportRequest,
    credentials: BackstageCredentials,
  ): Promise<DoraExplanation> {
    const reads = await this.#reads(credentials);
    return this.#options.service.explain(metric, request, reads);
  }

  async getSeries(
    request: SeriesRequest,
    credentials: BackstageCredentials,
  ): Promise<DoraSeries> {
    const reads = await this.#reads(credentials);
    return this.#options.service.getSeries(request, reads);
  }

  async getDefinitions(
    credentials: BackstageCredentials,
  ): Promise<DoraDefinitions> {
    await this.#reads(credentials);
    return this.#options.service.getDefinitions();
  }

  async listDeployments(
    request: DeploymentsRequest,
    credentials: BackstageCredentials,
  ): Promise<DeploymentPage> {
    return this.#options.service.listDeployments(
      request,
      await this.#resolve(credentials),
    );
  }

  async listIncidents(
    request: IncidentsRequest,
    credentials: BackstageCredentials,
  ): Promise<IncidentPage> {
    return this.#options.service.listIncidents(
      request,
      await this.#resolve(credentials),
    );
  }

  async listFleet(
    request: FleetRequest,
    credentials: BackstageCredentials,
  ): Promise<DoraFleetPage> {
    const reads = await this.#reads(credentials);
    return this.#options.service.listFleet(request, reads);
  }

  /** All that numbers take; one call to the permission backend. */
  #reads(credentials: BackstageCredentials): Promise<Visibility> {
    return resolveDoraReads(this.#options, credentials);
  }

  #resolve(credentials: BackstageCredentials): Promise<DoraCaller> {
    return resolveDoraCaller(this.#options, credentials);
  }
}
