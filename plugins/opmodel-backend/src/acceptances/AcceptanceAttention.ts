import {
  addDays,
  type AttentionItem,
  dayOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../catalog/CatalogStore';
import { readGroupsBelow } from '../catalog/readGroupsBelow';
import type { Visibility } from '../catalog/Visibility';
import { toInstant } from '../lib/instants';
import type { AcceptanceStore, KeptAcceptance } from './AcceptanceStore';
import { awaitedRefs } from './standingAgreement';

/** Days before the end of what is accepted, from which on its owners hear of it. */
const EXPIRING_DAYS = 14;
/** Days before a decision is due, from which on it is more urgent. */
const URGENT_DAYS = 3;
/** Of more than these that wait, or that end, the most urgent are told; the inbox has all. */
const AT_MOST = 1_000;

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
    const approverRefs = await this.#approversAt(owners, visibility);
    const [{ items: waiting }, { items: expiring }] = await Promise.all([
      this.#store.list({ state: 'requested', approverRefs }, visibility, {
        limit: AT_MOST,
      }),
      this.#store.list(
        {
          expiring: { from: today, to: addDays(today, EXPIRING_DAYS) },
          ownerRefs: owners,
        },
        visibility,
        { limit: AT_MOST },
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
    return [
      ...waiting.flatMap(kept =>
        [...awaitedRefs(kept)]
          .filter(ref => named.has(ref) && (approverRefs?.has(ref) ?? true))
          .map(ref => toWaiting(kept, ref, named, today)),
      ),
      ...expiring.map(kept => toExpiring(kept, named)),
    ];
  }

  /** The owners, and the groups below those of them that may be seen; undefined where none are asked for. */
  async #approversAt(
    owners: string[] | undefined,
    visibility: Visibility,
  ): Promise<ReadonlySet<string> | undefined> {
    if (!owners) {
      return undefined;
    }
    const visible = await this.#catalog.existingRefs(owners, visibility);
    const tree = await readGroupsBelow(this.#catalog, visible);
    return new Set([
      ...owners,
      ...[...visible].flatMap(ref => [...tree.below(ref)]),
    ]);
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
