import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type CollectorRunReport,
  opmodelHealthReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
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
    const [decision] = await this.#permissions.authorize(
      [{ permission: opmodelHealthReadPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        'Reading the state of the engine is not allowed',
      );
    }
    return this.#service.listRuns(collectorId, options);
  }
}
