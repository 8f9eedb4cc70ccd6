import type { DebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { DebtCaller } from './DebtCaller';
import { DebtConflictError } from './DebtConflictError';
import type { DebtDescriber } from './DebtDescriber';
import type { DebtHistoryReader } from './DebtHistoryReader';
import { refusalOfDocument } from './KeepingDocument';

/** Refuses what cannot be done to an item as it is now, and tells what that is. */
export class DebtConflicts {
  readonly #options: {
    catalog: Pick<CatalogStore, 'existingRefs'>;
    describer: DebtDescriber;
    histories: DebtHistoryReader;
  };

  constructor(options: {
    catalog: Pick<CatalogStore, 'existingRefs'>;
    describer: DebtDescriber;
    histories: DebtHistoryReader;
  }) {
    this.#options = options;
  }

  /**
   * What a document of the catalog keeps would be as it was again with the next scan.
   *
   * @throws DebtConflictError
   */
  async refuseKept(
    item: DebtItem,
    what: 'content' | 'standing',
    caller: DebtCaller,
  ): Promise<void> {
    const { catalog } = this.#options;
    const why = await refusalOfDocument(item, what, catalog, caller.reads);
    if (why !== undefined) {
      throw await this.describe(why, item, item.version, caller);
    }
  }

  /** @throws DebtConflictError where an item has another version than the one that was read */
  async refuseChanged(
    current: DebtItem,
    version: number,
    caller: DebtCaller,
  ): Promise<void> {
    if (current.version !== version) {
      throw await this.describe(
        `Debt item '${current.id}' was changed in the meantime: 'version' is ${current.version}, not ${version}`,
        current,
        version,
        caller,
      );
    }
  }

  /** @param version - that was read; what was changed since is told */
  async describe(
    message: string,
    item: DebtItem,
    version: number,
    caller: DebtCaller,
  ): Promise<DebtConflictError> {
    const { describer, histories } = this.#options;
    const [current, changes] = await Promise.all([
      describer.describe(item, caller),
      histories.listSince(item, version, caller),
    ]);
    return new DebtConflictError(message, { current, changes });
  }
}
