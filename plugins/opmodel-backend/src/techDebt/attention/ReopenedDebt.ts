import {
  addDays,
  type AttentionItem,
  dayOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DateTime } from 'luxon';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { titleOf } from '../../decisions/NamedEntities';
import { toInstant } from '../../lib/instants';
import type {
  DebtItemStore,
  DebtSelection,
  ReopenedDebtItem,
} from '../items/DebtItemStore';

/** Days for which owners hear that an acceptance ran out, unless they do something about the item before. */
const TOLD_DAYS = 30;

/** Of more than these of one owner, the ones that ran out last are told. */
const PER_OWNER = 100;

/**
 * Tells owners of items that are to be paid again because what accepted them ran out, was revoked, or does not cover what they have become,
 * until somebody does something about them. Whatever accepted them (an acceptance of their own, or the exemption that they were promoted
 * from): nobody opens an accepted item by hand, so that its history says it.
 */
export class ReopenedDebt {
  readonly #options: {
    catalog: Pick<CatalogStore, 'getEntities'>;
    store: Pick<DebtItemStore, 'listReopened'>;
    zone: string;
    clock: () => number;
  };

  constructor(options: {
    catalog: Pick<CatalogStore, 'getEntities'>;
    store: Pick<DebtItemStore, 'listReopened'>;
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
    const { catalog, store, zone, clock } = this.#options;
    const first = addDays(dayOf(clock(), zone), -TOLD_DAYS);
    const found = await store.listReopened(selection, {
      since: DateTime.fromISO(first, { zone }).startOf('day').toMillis(),
      perOwner: PER_OWNER,
    });
    const entities = await catalog.getEntities(
      new Set(found.flatMap(({ item }) => [item.ownerRef, item.entityRefs[0]])),
      selection.visibility,
      { includeRemoved: true },
    );
    const named = new Map(entities.map(entity => [entity.ref, entity]));
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
                acceptedUntil: lastDayOf({ item, acceptedUntil }, zone),
              },
            },
          ]
        : [];
    });
  }
}

/** The last day on which an item was accepted: the one until which it was to be, or the one on which that ended before its time. */
function lastDayOf(
  { item, acceptedUntil }: ReopenedDebtItem,
  zone: string,
): string {
  const opened = dayOf(item.statusSince, zone);
  return acceptedUntil !== null && acceptedUntil < opened
    ? acceptedUntil
    : opened;
}
