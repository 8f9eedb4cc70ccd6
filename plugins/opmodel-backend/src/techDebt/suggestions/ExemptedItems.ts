import {
  changeDebtStatus,
  type DebtItem,
  suggestionFingerprint,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { AcceptanceRecord } from '../../acceptances/Acceptances';
import { findDebtChanges } from '../items/findDebtChanges';
import type { DebtItemStore } from '../items/DebtItemStore';
import type { AcceptedStanding } from './AcceptedStanding';

/** Who is named where time brings something about. */
const ENGINE = 'opmodel';

/** Items that were promoted from exemptions follow them: accepted while one holds, open once it does not. */
export class ExemptedItems {
  readonly #options: {
    items: Pick<DebtItemStore, 'findByOrigin' | 'replace'>;
    accepted: AcceptedStanding;
    clock: () => number;
  };

  constructor(options: {
    items: Pick<DebtItemStore, 'findByOrigin' | 'replace'>;
    accepted: AcceptedStanding;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  /**
   * Takes in what became of an exemption. Twice comes to the same.
   *
   * @throws when somebody changes an item at this moment, so that it is told again
   */
  async follow(exemption: AcceptanceRecord): Promise<void> {
    const { subjectRef, entityRefs } = exemption;
    const items = await this.#options.items.findByOrigin(
      entityRefs.map(entityRef => ({
        type: 'suggestion' as const,
        ref: suggestionFingerprint('exemption', entityRef, [subjectRef ?? '']),
      })),
    );
    for (const item of items) {
      const after = this.#after(item, exemption);
      if (after) {
        await this.#keep(item, after);
      }
    }
  }

  #after(item: DebtItem, exemption: AcceptanceRecord): DebtItem | undefined {
    const { accepted, clock } = this.#options;
    const standing = accepted.standingBy(exemption, item.status);
    if (standing) {
      return { ...item, ...standing };
    }
    const { state, expiresOn, decidedBy } = exemption;
    // What holds by another acceptance, such as a later exemption, goes on holding.
    const isOver =
      (state === 'expired' || state === 'revoked') &&
      item.status === 'accepted' &&
      item.acceptedUntil === expiresOn;
    if (!isOver) {
      return undefined;
    }
    const outcome = changeDebtStatus(item, {
      deed: state === 'expired' ? 'expire_acceptance' : 'revoke_acceptance',
      at: clock(),
      acceptance: { state, approvedBy: decidedBy ?? ENGINE, expiresOn },
    });
    return outcome.done ? { ...item, ...outcome.standing } : undefined;
  }

  async #keep(before: DebtItem, changed: DebtItem): Promise<void> {
    const { items, clock } = this.#options;
    const at = clock();
    const after = { ...changed, version: before.version + 1, updatedAt: at };
    const kept = await items.replace(after, {
      at,
      by: ENGINE,
      note: null,
      changes: findDebtChanges(before, after),
    });
    if (!kept) {
      throw new Error(
        `Debt item '${before.id}' was changed while its exemption was followed`,
      );
    }
  }
}
