import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type EngineHealth,
  type EngineStorage,
  opmodelHealthReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { HealthService } from './HealthService';

/** The state of the engine for somebody: every call checks the permission. */
export class AuthorizedHealthService {
  readonly #service: Pick<HealthService, 'describe' | 'describeStorage'>;
  readonly #permissions: PermissionsService;

  constructor(options: {
    service: Pick<HealthService, 'describe' | 'describeStorage'>;
    permissions: PermissionsService;
  }) {
    this.#service = options.service;
    this.#permissions = options.permissions;
  }

  /**
   * The state of every part, and what needs somebody.
   *
   * @throws NotAllowedError without `opmodel.health.read`
   */
  async describe(credentials: BackstageCredentials): Promise<EngineHealth> {
    await this.#authorize(credentials);
    return this.#service.describe();
  }

  /**
   * What each table holds, and how long rows are kept.
   *
   * @throws NotAllowedError without `opmodel.health.read`
   */
  async describeStorage(
    credentials: BackstageCredentials,
  ): Promise<EngineStorage> {
    await this.#authorize(credentials);
    return this.#service.describeStorage();
  }

  async #authorize(credentials: BackstageCredentials): Promise<void> {
    const [{ result }] = await this.#permissions.authorize(
      [{ permission: opmodelHealthReadPermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        'Reading the state of the engine is not allowed',
      );
    }
  }
}
