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

/** Tells owners of items that are to be paid again because their acceptance ran out, until somebody does something about them. */
export class ReopenedDebt {
  readonly #options: {
    acceptances: Pick<Acceptances, 'listExpired'>;
    catalog: Pick<CatalogStore, 'getEntities'>;
    store: Pick<DebtItemStore, 'get'>;
    zone: string;
    clock: () => number;
  };

  constructor(options: {
    acceptances: Pick<Acceptances, 'listExpired'>;
    catalog: Pick<CatalogStore, 'getEntities'>;
    store: Pick<DebtItemStore, 'get'>;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#options = options;
  }

  async list({
    visibility,
    ownerRefs,
  }: Pick<DebtSelection, 'visibility' | 'ownerRefs'>): Promise<
    AttentionItem[]
  > {
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
    const found: { item: DebtItem; record: AcceptanceRecord }[] = [];
    for (const record of [...lastOf.values()].filter(isOfDebtItem)) {
      const item = await store.get(record.subjectRef!, visibility);
      if (
        item &&
        isStillOpen(item, record) &&
        (ownerRefs?.includes(item.ownerRef) ?? true)
      ) {
        found.push({ item, record });
      }
    }
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
    return found.flatMap(({ item, record }) => {
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
                acceptedUntil: record.expiresOn,
              },
            },
          ]
        : [];
    });
  }
}

/** Whether the item is open since its acceptance ran out: nobody planned it, began with it or accepted it anew. */
function isStillOpen(
  { status, statusSince }: DebtItem,
  { decidedAt }: AcceptanceRecord,
): boolean {
  return status === 'open' && statusSince >= (decidedAt ?? Infinity);
}
