import type { AuditorService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type {
  Acceptance,
  NewDebtAcceptance,
} from '@opmodel/backstage-plugin-opmodel-common';
import { audited } from '../../lib/audited';
import type { DebtContext } from '../items/AuthorizedDebtItemService';
import type { DebtCallers } from '../items/DebtCaller';
import type { DebtAcceptanceService } from './DebtAcceptanceService';

/** Accepting debt for somebody: only people ask, about what they may see, and every request is an auditor event. */
export class AuthorizedDebtAcceptanceService {
  readonly #options: {
    callers: Pick<DebtCallers, 'resolve'>;
    service: DebtAcceptanceService;
    auditor: AuditorService;
  };

  constructor(options: {
    callers: Pick<DebtCallers, 'resolve'>;
    service: DebtAcceptanceService;
    auditor: AuditorService;
  }) {
    this.#options = options;
  }

  /** @throws NotAllowedError for a service, and when the caller may read no technical debt at all */
  async request(
    itemId: string,
    body: NewDebtAcceptance,
    { credentials, request }: DebtContext,
  ): Promise<Acceptance> {
    const { auditor, callers, service } = this.#options;
    return audited(
      auditor,
      { eventId: 'debt-item-acceptance', request, meta: { itemId } },
      async () => {
        const { isPerson, reads } = await callers.resolve(credentials);
        if (!isPerson) {
          throw new NotAllowedError(
            'Only people ask for debt to be accepted, so that somebody answers for it; a service cannot',
          );
        }
        const result = await service.request(itemId, body, credentials, reads);
        return { result, meta: { acceptanceId: result.id } };
      },
    );
  }
}
