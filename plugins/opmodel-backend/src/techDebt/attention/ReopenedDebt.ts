import {
  addDays,
  type AttentionItem,
  dayOf,
  type DebtItem,
} from '@opmodel/backstage-plugin-opmodel-common';
import type {
  AcceptanceRecord,
  Acceptances,
} from '../../acceptances/Acceptances';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { seesAll } from '../../catalog/Visibility';
import { titleOf } from '../../decisions/NamedEntities';
import { toInstant } from '../../lib/instants';
import { isOfDebtItem } from '../acceptances/isOfDebtItem';
import type { DebtItemStore, DebtSelection } from '../items/DebtItemStore';

/** Days for which owners hear that an acceptance ran out, unless they do something about the item before. */
const TOLD_DAYS = 30;

/** Of more than these, the ones that ran out last are told. */
const AT_MOST = 100;

/** Open items that are looked through for those whose acceptance does not cover them any more, those that changed last. */
const LOOKED_THROUGH = 500;

/**
 * Tells owners of items that are to be paid again because their acceptance ran out, or does not cover what they have become, until somebody
 * does something about them.
 */
export class ReopenedDebt {
  readonly #options: {
    acceptances: Pick<Acceptances, 'listExpired' | 'listInForce'>;
    catalog: Pick<CatalogStore, 'getEntities'>;
    store: Pick<DebtItemStore, 'get' | 'list'>;
    zone: string;
    clock: () => number;
  };

  constructor(options: {
    acceptances: Pick<Acceptances, 'listExpired' | 'listInForce'>;
    catalog: Pick<CatalogStore, 'getEntities'>;
    store: Pick<DebtItemStore, 'get' | 'list'>;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  async list(
    selection: Pick<DebtSelection, 'visibility' | 'ownerRefs'>,
  ): Promise<AttentionItem[]> {
    const { visibility, ownerRefs } = selection;
    const { acceptances, catalog, store, zone, clock } = this.#options;
    const today = dayOf(clock(), zone);
    // All of them: of an acceptance nothing is told, and of an item only to whoever may see it.
    const expired = await acceptances.listExpired(
      {
        subject: 'debt',
        from: addDays(today, -TOLD_DAYS),
        to: today,
        limit: AT_MOST,
      },
      seesAll,
    );
    const lastOf = new Map(
      [...expired].reverse().map(record => [record.subjectRef, record]),
    );
    const found: Reopened[] = [];
    for (const record of [...lastOf.values()].filter(isOfDebtItem)) {
      const item = await store.get(record.subjectRef!, visibility);
      if (
        item &&
        isStillOpen(item, record) &&
        (ownerRefs?.includes(item.ownerRef) ?? true)
      ) {
        found.push({ item, acceptedUntil: record.expiresOn });
      }
    }
    const told = new Set(found.map(({ item }) => item.id));
    const uncovered = await this.#listUncovered(selection, today);
    found.push(...uncovered.filter(({ item }) => !told.has(item.id)));
    const named = new Map(
      (
        await catalog.getEntities(
          new Set(
            found.flatMap(({ item }) => [item.ownerRef, item.entityRefs[0]]),
          ),
          visibility,
          { includeRemoved: true },
        )
      ).map(entity => [entity.ref, entity]),
    );
    return found.flatMap(({ item, acceptedUntil }) => {
      const entity = named.get(item.entityRefs[0]);
      return entity
        ? [
            {
              id: `tech-debt:debt-acceptance-ended:${item.id}`,
              subject: 'tech-debt',
              kind: 'debt-acceptance-ended' as const,
              entityRef: entity.ref,
              entityTitle: titleOf(entity),
              ownerRef: named.has(item.ownerRef) ? item.ownerRef : null,
              since: toInstant(item.statusSince),
              urgency: 'soon' as const,
              values: {
                debtItem: item.id,
                title: item.title,
                acceptedUntil,
              },
            },
          ]
        : [];
    });
  }

  /** Items that are open though an acceptance of them holds: it was approved before they became what they are. */
  async #listUncovered(
    selection: Pick<DebtSelection, 'visibility' | 'ownerRefs'>,
    today: string,
  ): Promise<Reopened[]> {
    const { acceptances, store, zone } = this.#options;
    const inForce = await acceptances.listInForce({ subject: 'debt' }, seesAll);
    if (inForce.length === 0) {
      return [];
    }
    const recordOf = new Map(
      inForce
        .filter(isOfDebtItem)
        .map(record => [record.subjectRef, record] as const),
    );
    const { items } = await store.list(
      { ...selection, statuses: ['open'] },
      { order: 'updatedAt', descending: true, limit: LOOKED_THROUGH },
    );
    return items.flatMap(({ item }) => {
      const record = recordOf.get(item.id);
      const acceptedUntil = dayOf(item.statusSince, zone);
      return record &&
        isStillOpen(item, record) &&
        acceptedUntil >= addDays(today, -TOLD_DAYS)
        ? [{ item, acceptedUntil }]
        : [];
    });
  }
}

/** An item that is to be paid again, and the last day on which it was accepted. */
interface Reopened {
  item: DebtItem;
  acceptedUntil: string | null;
}

/** Whether the item is open since its acceptance ran out: nobody planned it, began with it or accepted it anew. */
function isStillOpen(
  { status, statusSince }: DebtItem,
  { decidedAt }: AcceptanceRecord,
): boolean {
  return status === 'open' && statusSince >= (decidedAt ?? Infinity);
}
