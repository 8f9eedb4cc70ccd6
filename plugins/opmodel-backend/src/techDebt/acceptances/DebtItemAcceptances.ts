import {
  type DebtItem,
  type DebtItemAcceptance,
  isEndedDebt,
  opmodelAcceptanceReadPermission,
  opmodelAcceptanceRequestPermission,
  type PricedDebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  AcceptanceRecord,
  Acceptances,
} from '../../acceptances/Acceptances';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { toInstant } from '../../lib/instants';
import type { DebtCaller } from '../items/DebtCaller';
import { isOfDebtItem } from './isOfDebtItem';

/** What of an item tells of its acceptances. */
export type AcceptancesOfItem = Pick<
  PricedDebtItem,
  'acceptances' | 'mayAskAcceptance'
>;

/** Tells of items which acceptances of them hold or are asked for, and whether somebody may ask for one. */
export class DebtItemAcceptances {
  readonly #acceptances: Pick<Acceptances, 'listOpen'>;
  readonly #catalog: Pick<CatalogStore, 'existingRefs'>;

  constructor(options: {
    acceptances: Pick<Acceptances, 'listOpen'>;
    catalog: Pick<CatalogStore, 'existingRefs'>;
  }) {
    this.#acceptances = options.acceptances;
    this.#catalog = options.catalog;
  }

  /** @param item - that the caller may see */
  async read(item: DebtItem, caller: DebtCaller): Promise<AcceptancesOfItem> {
    const reads = await caller.seeing(opmodelAcceptanceReadPermission);
    if (reads.type === 'none') {
      return { acceptances: null, mayAskAcceptance: false };
    }
    const open = (
      await this.#acceptances.listOpen(
        { subject: 'debt', subjectRefs: [item.id] },
        reads,
      )
    ).filter(isOfDebtItem);
    const isAsked = open.some(({ state }) => state === 'requested');
    return {
      acceptances: open.flatMap(toAnswer),
      mayAskAcceptance:
        !isAsked &&
        !isEndedDebt(item.status) &&
        (await this.#mayAsk(item, caller)),
    };
  }

  /** Whether they may ask for all that the item hangs on. A service asks for nothing: somebody answers for it. */
  async #mayAsk(
    { entityRefs }: DebtItem,
    caller: DebtCaller,
  ): Promise<boolean> {
    if (!caller.isPerson) {
      return false;
    }
    const requests = await caller.seeing(opmodelAcceptanceRequestPermission);
    const existing = await this.#catalog.existingRefs(entityRefs, requests);
    return entityRefs.every(ref => existing.has(ref));
  }
}

function toAnswer({
  id,
  state,
  riskLevel,
  reason,
  requestedBy,
  requestedAt,
  decidedBy,
  expiresOn,
}: AcceptanceRecord): DebtItemAcceptance[] {
  return expiresOn === null || (state !== 'requested' && state !== 'approved')
    ? []
    : [
        {
          acceptanceId: id,
          state,
          riskLevel,
          reason,
          requestedBy,
          requestedAt: toInstant(requestedAt),
          approvedBy: decidedBy,
          expiresOn,
        },
      ];
}
