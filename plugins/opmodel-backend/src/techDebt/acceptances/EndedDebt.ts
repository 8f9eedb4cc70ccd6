import type { LoggerService } from '@backstage/backend-plugin-api';
import type { DebtStatus } from '@opmodel/backstage-plugin-opmodel-common';
import type { Acceptances } from '../../acceptances/Acceptances';
import { noteOfEnd } from './DebtAcceptanceSettler';

/** Ends what is accepted or asked for of items that were paid, given up or deleted. */
export class EndedDebt {
  readonly #acceptances: Pick<Acceptances, 'end'>;
  readonly #logger: LoggerService;

  constructor(options: {
    acceptances: Pick<Acceptances, 'end'>;
    logger: LoggerService;
  }) {
    this.#acceptances = options.acceptances;
    this.#logger = options.logger;
  }

  /**
   * Call it once the item is what it is. Whatever fails is done later by the settler, so whoever paid the item is not refused.
   *
   * @param status - undefined: the item is no more
   * @param by - who ended it
   */
  async settle(
    itemId: string,
    status: DebtStatus | undefined,
    by: string,
  ): Promise<void> {
    try {
      await this.#acceptances.end({
        subject: 'debt',
        subjectRef: itemId,
        by,
        note: noteOfEnd(status),
      });
    } catch (error) {
      this.#logger.warn(
        `What is accepted of the debt item '${itemId}', which has ended, could not be ended; it is tried again: ${error}`,
      );
    }
  }
}
