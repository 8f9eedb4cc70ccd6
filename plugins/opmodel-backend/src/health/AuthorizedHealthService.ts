import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  type EngineHealth,
  type EngineStorage,
  opmodelHealthReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import { requirePermission } from '../lib/requirePermission';
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
    await requirePermission(
      this.#permissions,
      opmodelHealthReadPermission,
      credentials,
    );
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
    await requirePermission(
      this.#permissions,
      opmodelHealthReadPermission,
      credentials,
    );
    return this.#service.describeStorage();
  }
}
