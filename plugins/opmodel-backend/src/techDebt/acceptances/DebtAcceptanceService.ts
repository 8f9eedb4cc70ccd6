import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  type Acceptance,
  isEndedDebt,
  type NewDebtAcceptance,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Acceptances } from '../../acceptances/Acceptances';
import type { Visibility } from '../../catalog/Visibility';
import { requireDebtItem } from '../items/requireDebtItem';
import type { DebtItemStore } from '../items/DebtItemStore';

/** Asks for items to stay unpaid until a day. Somebody else approves that, and when it ends the item is to be paid again. */
export class DebtAcceptanceService {
  readonly #options: {
    acceptances: Pick<Acceptances, 'request'>;
    store: Pick<DebtItemStore, 'get'>;
  };

  constructor(options: {
    acceptances: Pick<Acceptances, 'request'>;
    store: Pick<DebtItemStore, 'get'>;
  }) {
    this.#options = options;
  }

  /**
   * Asks in the name of the caller. One that holds does not stand in the way of asking for the next one.
   *
   * @param reads - entities whose debt the caller may read
   * @throws NotFoundError when there is no such item, or it may not be seen
   * @throws ConflictError when it has ended, or the same is asked for already
   * @throws InputError that names the field
   * @throws NotAllowedError for a service, and without the permission to ask for acceptances
   */
  async request(
    itemId: string,
    body: NewDebtAcceptance,
    credentials: BackstageCredentials,
    reads: Visibility,
  ): Promise<Acceptance> {
    const { acceptances, store } = this.#options;
    const { id, title, entityRefs, status } = await requireDebtItem(
      store,
      itemId,
      reads,
    );
    if (isEndedDebt(status)) {
      throw new ConflictError(
        `Debt item '${id}' is '${status}': there is nothing left to accept`,
      );
    }
    return acceptances.request(
      {
        subject: 'debt',
        subjectRef: id,
        title,
        entityRefs: [...entityRefs],
        riskLevel: body.riskLevel,
        reason: body.reason,
        compensatingControl: body.compensatingControl,
        expiresOn: body.expiresOn,
        details: { item: id },
      },
      credentials,
    );
  }
}
