import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  type DeploymentPage,
  type DoraExplanation,
  type DoraFleetPage,
  type DoraMetricId,
  type DoraReport,
  opmodelDoraReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Visibility } from '../catalog/Visibility';
import type { VisibilityResolver } from '../catalog/VisibilityResolver';
import type {
  DeploymentsRequest,
  DoraRequest,
  DoraService,
  FleetRequest,
} from './DoraService';

/**
 * The DORA service for somebody: every call resolves what the caller may see and answers from that alone.
 *
 * Each method throws NotAllowedError when the caller may see nothing of DORA at all.
 */
export class AuthorizedDoraService {
  readonly #service: DoraService;
  readonly #visibility: VisibilityResolver;

  constructor(options: {
    service: DoraService;
    visibility: VisibilityResolver;
  }) {
    this.#service = options.service;
    this.#visibility = options.visibility;
  }

  async getReport(
    request: DoraRequest,
    credentials: BackstageCredentials,
  ): Promise<DoraReport> {
    return this.#service.getReport(request, await this.#resolve(credentials));
  }

  async explain(
    metric: DoraMetricId,
    request: DoraRequest,
    credentials: BackstageCredentials,
  ): Promise<DoraExplanation> {
    return this.#service.explain(
      metric,
      request,
      await this.#resolve(credentials),
    );
  }

  async listDeployments(
    request: DeploymentsRequest,
    credentials: BackstageCredentials,
  ): Promise<DeploymentPage> {
    return this.#service.listDeployments(
      request,
      await this.#resolve(credentials),
    );
  }

  async listFleet(
    request: FleetRequest,
    credentials: BackstageCredentials,
  ): Promise<DoraFleetPage> {
    return this.#service.listFleet(request, await this.#resolve(credentials));
  }

  async #resolve(credentials: BackstageCredentials): Promise<Visibility> {
    const visibility = await this.#visibility.resolve(
      credentials,
      opmodelDoraReadPermission,
    );
    if (visibility.type === 'none') {
      throw new NotAllowedError('Reading DORA metrics is not allowed');
    }
    return visibility;
  }
}
