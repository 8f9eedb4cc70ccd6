import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  type CollectorRunReport,
  opmodelHealthReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import { requirePermission } from '../lib/requirePermission';
import type { CollectorService } from './CollectorService';

/** Lets only those see the runs of collectors who may read the state of the engine. */
export class AuthorizedCollectorService {
  readonly #service: CollectorService;
  readonly #permissions: PermissionsService;

  constructor(options: {
    service: CollectorService;
    permissions: PermissionsService;
  }) {
    this.#service = options.service;
    this.#permissions = options.permissions;
  }

  /**
   * The newest runs of one collector, newest first.
   *
   * @throws NotAllowedError without `opmodel.health.read`; NotFoundError for a collector that is not registered or switched off
   */
  async listRuns(
    collectorId: string,
    options: { limit: number },
    credentials: BackstageCredentials,
  ): Promise<CollectorRunReport[]> {
    await requirePermission(
      this.#permissions,
      opmodelHealthReadPermission,
      credentials,
    );
    return this.#service.listRuns(collectorId, options);
  }
}
