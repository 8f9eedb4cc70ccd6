import {
  addDays,
  type AttentionItem,
  dayOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../catalog/CatalogStore';
import { readGroupsAbove } from '../catalog/readGroupsAbove';
import type { Visibility } from '../catalog/Visibility';
import { toInstant } from '../lib/instants';
import type { AcceptanceStore, KeptAcceptance } from './AcceptanceStore';
import { listEveryAcceptance } from './listEveryAcceptance';

/** Days before the end of what is accepted, from which on its owners hear of it. */
const EXPIRING_DAYS = 14;
/** Days before a decision is due, from which on it is more urgent. */
const URGENT_DAYS = 3;

/** Asks approvers to decide, and tells owners of what soon no longer holds. */
export class AcceptanceAttention {
  readonly #store: Pick<AcceptanceStore, 'list'>;
  readonly #catalog: CatalogStore;
  readonly #zone: string;
  readonly #clock: () => number;

  constructor(options: {
    store: Pick<AcceptanceStore, 'list'>;
    catalog: CatalogStore;
    /** IANA zone of the days. */
    zone: string;
    /** Epoch milliseconds. */
    clock: () => number;
  }) {
    this.#store = options.store;
    this.#catalog = options.catalog;
    this.#zone = options.zone;
    this.#clock = options.clock;
  }

  /**
   * @param owners - only what waits for these and the groups below them, or is theirs and soon ends; absent: all
   */
  async list(
    visibility: Visibility,
    owners?: string[],
  ): Promise<AttentionItem[]> {
    const today = dayOf(this.#clock(), this.#zone);
    const [waiting, expiring] = await Promise.all([
      listEveryAcceptance(this.#store, { state: 'requested' }, visibility),
      listEveryAcceptance(
        this.#store,
        {
          expiring: { from: today, to: addDays(today, EXPIRING_DAYS) },
          ownerRefs: owners,
        },
        visibility,
      ),
    ]);
    const named = new Map(
      (
        await this.#catalog.getEntities(
          [...waiting, ...expiring].flatMap(({ entityRefs, approvers }) => [
            entityRefs[0],
            ...approvers.map(({ ref }) => ref),
          ]),
          visibility,
        )
      ).map(entity => [entity.ref, entity]),
    );
    const asked = await this.#filterFor(owners, waiting, visibility);
    return [
      ...waiting.flatMap(kept =>
        kept.approvers
          .filter(({ ref }) => named.has(ref) && asked(ref))
          .map(({ ref }) => toWaiting(kept, ref, named, today)),
      ),
      ...expiring.map(kept => toExpiring(kept, named)),
    ];
  }

  /** Which approvers are among the owners, or below those of them that may be seen. */
  async #filterFor(
    owners: string[] | undefined,
    waiting: KeptAcceptance[],
    visibility: Visibility,
  ): Promise<(approverRef: string) => boolean> {
    if (!owners) {
      return () => true;
    }
    const [tree, visible] = await Promise.all([
      readGroupsAbove(
        this.#catalog,
        waiting.flatMap(({ approvers }) => approvers.map(({ ref }) => ref)),
      ),
      this.#catalog.existingRefs(owners, visibility),
    ]);
    return approverRef =>
      owners.includes(approverRef) ||
      [...tree.above(approverRef)].some(ref => visible.has(ref));
  }
}

function toWaiting(
  kept: KeptAcceptance,
  approverRef: string,
  named: ReadonlyMap<string, CatalogEntity>,
  today: string,
): AttentionItem {
  const { id, title, subject, decideBy, requestedAt } = kept;
  return {
    ...about(kept, named),
    id: `acceptances:acceptance-waiting:${id}:${approverRef}`,
    kind: 'acceptance-waiting',
    ownerRef: approverRef,
    since: toInstant(requestedAt),
    urgency: decideBy <= addDays(today, URGENT_DAYS) ? 'now' : 'soon',
    values: { acceptance: id, of: subject, title, decideBy },
  };
}

function toExpiring(
  kept: KeptAcceptance,
  named: ReadonlyMap<string, CatalogEntity>,
): AttentionItem {
  const { id, title, subject, expiresOn, entityRefs } = kept;
  return {
    ...about(kept, named),
    id: `acceptances:acceptance-expiring:${id}`,
    kind: 'acceptance-expiring',
    ownerRef: named.get(entityRefs[0])?.ownerRef ?? null,
    since: toInstant(kept.decidedAt),
    urgency: 'soon',
    values: { acceptance: id, of: subject, title, expiresOn },
  };
}

/** The entity that an item leads to: the first one. */
function about(
  { entityRefs: [entityRef] }: KeptAcceptance,
  named: ReadonlyMap<string, CatalogEntity>,
) {
  const entity = named.get(entityRef);
  return {
    subject: 'acceptances',
    entityRef,
    entityTitle: entity?.title ?? entity?.name ?? entityRef,
  };
}
