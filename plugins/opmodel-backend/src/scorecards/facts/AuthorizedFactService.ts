import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  type EntityFactReport,
  type FactProviderList,
  opmodelHealthReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { VisibilityResolver } from '../../catalog/VisibilityResolver';
import { resolveScorecardReads } from '../ScorecardCaller';
import type { FactReader } from './FactReader';

/** Facts for somebody: every call checks the permission. */
export class AuthorizedFactService {
  readonly #reader: FactReader;
  readonly #permissions: PermissionsService;
  readonly #visibility: VisibilityResolver;

  constructor(options: {
    reader: FactReader;
    permissions: PermissionsService;
    visibility: VisibilityResolver;
  }) {
    this.#reader = options.reader;
    this.#permissions = options.permissions;
    this.#visibility = options.visibility;
  }

  /**
   * Who tells which facts, and to operators how its runs went.
   *
   * @throws NotAllowedError when the caller may read no scorecards
   */
  async listProviders(
    credentials: BackstageCredentials,
  ): Promise<FactProviderList> {
    await this.#resolve(credentials);
    const [{ result }] = await this.#permissions.authorize(
      [{ permission: opmodelHealthReadPermission }],
      { credentials },
    );
    return this.#reader.listProviders({
      isOperator: result === AuthorizeResult.ALLOW,
    });
  }

  /**
   * What is told of an entity.
   *
   * @throws NotAllowedError when the caller may read no scorecards
   * @throws NotFoundError when there is no such entity, or it may not be seen
   */
  async getReport(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<EntityFactReport> {
    return this.#reader.getReport(entityRef, await this.#resolve(credentials));
  }

  #resolve(credentials: BackstageCredentials) {
    return resolveScorecardReads({ visibility: this.#visibility }, credentials);
  }
}
