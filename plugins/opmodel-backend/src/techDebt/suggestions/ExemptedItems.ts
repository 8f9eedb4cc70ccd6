import { suggestionFingerprint } from '@opmodel/backstage-plugin-opmodel-common';
import type { AcceptanceRecord } from '../../acceptances/Acceptances';
import type { DebtAcceptanceSettler } from '../acceptances/DebtAcceptanceSettler';
import type { DebtItemStore } from '../items/DebtItemStore';

/** Items that were promoted from exemptions follow them at once: accepted while one holds, open once none does. */
export class ExemptedItems {
  readonly #options: {
    items: Pick<DebtItemStore, 'findByOrigin'>;
    settler: Pick<DebtAcceptanceSettler, 'settle'>;
  };

  constructor(options: {
    items: Pick<DebtItemStore, 'findByOrigin'>;
    settler: Pick<DebtAcceptanceSettler, 'settle'>;
  }) {
    this.#options = options;
  }

  /**
   * Takes in what became of an exemption. Twice comes to the same.
   *
   * @throws when somebody goes on changing an item, so that it is told again
   */
  async follow({
    subjectRef,
    entityRefs,
    decidedBy,
  }: AcceptanceRecord): Promise<void> {
    const { items, settler } = this.#options;
    const found = await items.findByOrigin(
      entityRefs.map(entityRef => ({
        type: 'suggestion' as const,
        ref: suggestionFingerprint('exemption', entityRef, [subjectRef ?? '']),
      })),
    );
    for (const { id } of found) {
      await settler.settle(id, decidedBy);
    }
  }
}
