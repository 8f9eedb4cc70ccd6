import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  type DebtCapacity,
  opmodelFlowReadPermission,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { organisationScope } from '../../catalog/scopesOf';
import type { Visibility } from '../../catalog/Visibility';
import { titleOf } from '../../decisions/NamedEntities';
import type { DebtCallers } from '../items/DebtCaller';
import type {
  AskedDebtCapacity,
  DebtCapacityReader,
} from './DebtCapacityReader';

/**
 * How much capacity goes to debt, for somebody: of the work that they may see the flow of.
 */
export class AuthorizedDebtCapacityService {
  readonly #options: {
    callers: DebtCallers;
    catalog: Pick<CatalogStore, 'getEntity'>;
    reader: DebtCapacityReader;
    zone: string;
  };

  constructor(options: {
    callers: DebtCallers;
    catalog: Pick<CatalogStore, 'getEntity'>;
    reader: DebtCapacityReader;
    /** IANA zone of the days. */
    zone: string;
  }) {
    this.#options = options;
  }

  /**
   * @throws NotAllowedError when the caller may read no technical debt, or no flow
   * @throws NotFoundError when there is no such scope, or it may not be seen
   */
  async get(
    asked: AskedDebtCapacity,
    credentials: BackstageCredentials,
  ): Promise<DebtCapacity> {
    const { callers, reader, zone } = this.#options;
    const caller = await callers.resolve(credentials);
    const flows = await caller.seeing(opmodelFlowReadPermission);
    if (flows.type === 'none') {
      throw new NotAllowedError('Reading flow metrics is not allowed');
    }
    const scope = await this.#findScope(asked.scopeRef, caller.reads, flows);
    const { window, ownership } = asked;
    return {
      scope,
      window: { ...window, zone },
      ownership,
      ...(await reader.read(asked, flows)),
    };
  }

  /** It takes both permissions for the scope itself. */
  async #findScope(
    scopeRef: string,
    reads: Visibility,
    flows: Visibility,
  ): Promise<DebtCapacity['scope']> {
    if (scopeRef === organisationScope) {
      return null;
    }
    const { catalog } = this.#options;
    const [entity, ofFlow] = await Promise.all([
      catalog.getEntity(scopeRef, reads),
      catalog.getEntity(scopeRef, flows),
    ]);
    if (!entity || !ofFlow) {
      throw new NotFoundError(`No entity '${scopeRef}' in the catalog`);
    }
    return { ref: entity.ref, title: titleOf(entity) };
  }
}
