import type { LoggerService } from '@backstage/backend-plugin-api';
import type { DebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import {
  DebtAcceptanceSettler,
  type DebtAcceptanceSettlerOptions,
} from './DebtAcceptanceSettler';

/** Opens accepted items again of which somebody made something that nobody has accepted. */
export class ChangedDebt {
  readonly #settler: Pick<DebtAcceptanceSettler, 'settle'>;
  readonly #logger: LoggerService;

  constructor(
    options: DebtAcceptanceSettlerOptions & { logger: LoggerService },
  ) {
    this.#settler = new DebtAcceptanceSettler(options);
    this.#logger = options.logger;
  }

  /** Call it once the item is what it is. Whatever fails is done later by the settler, so whoever changed the item is not refused. */
  async settle({ id }: Pick<DebtItem, 'id'>): Promise<void> {
    try {
      await this.#settler.settle(id, null);
    } catch (error) {
      this.#logger.warn(
        `Whether the debt item '${id}', which was changed, is accepted still could not be found out; it is tried again: ${error}`,
      );
    }
  }
}
