import {
  type AttentionItem,
  dayOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import { titleOf } from '../NamedEntities';
import type {
  DecisionPosition,
  DecisionRecord,
  DecisionStore,
} from './DecisionStore';

/** Decisions that are read together; all whose review is overdue are read. */
const AT_ONCE = 500;

/** Asks those who own decisions to look at them again on the day that they set. */
export class DecisionAttention {
  readonly #store: DecisionStore;
  readonly #catalog: CatalogStore;
  readonly #zone: string;
  readonly #clock: () => number;

  constructor(options: {
    store: DecisionStore;
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
   * @param owners - only decisions of these and of the groups below them; absent: all
   */
  async list(
    visibility: Visibility,
    owners?: string[],
  ): Promise<AttentionItem[]> {
    const today = dayOf(this.#clock(), this.#zone);
    const seen =
      owners &&
      (await this.#catalog.getEntities(owners, visibility, {
        includeRemoved: true,
      }));
    const filter = {
      reviewBefore: today,
      ownerRefs: seen?.map(({ ref }) => ref),
    };
    const items: AttentionItem[] = [];
    let after: DecisionPosition | undefined;
    do {
      const page = await this.#store.list(filter, visibility, {
        limit: AT_ONCE,
        after,
      });
      items.push(...(await this.#toItems(page.items, visibility)));
      after = page.items.length === AT_ONCE ? page.items.at(-1) : undefined;
    } while (after);
    return items;
  }

  async #toItems(
    decisions: readonly DecisionRecord[],
    visibility: Visibility,
  ): Promise<AttentionItem[]> {
    const entities = await this.#catalog.getEntities(
      decisions.flatMap(({ entityRefs, ownerRef }) => [
        entityRefs[0],
        ownerRef,
      ]),
      visibility,
      { includeRemoved: true },
    );
    const byRef = new Map(entities.map(entity => [entity.ref, entity]));
    return decisions.map(({ id, title, entityRefs, ownerRef, reviewOn }) => {
      const entity = byRef.get(entityRefs[0]);
      return {
        id: `decisions:decision-review-overdue:${id}`,
        subject: 'decisions',
        kind: 'decision-review-overdue',
        entityRef: entityRefs[0],
        entityTitle: entity ? titleOf(entity) : entityRefs[0],
        ownerRef: byRef.has(ownerRef) ? ownerRef : null,
        since: `${reviewOn}T00:00:00.000Z`,
        urgency: 'later',
        values: { decisionId: id, title, reviewOn },
      };
    });
  }
}
