import type { ComponentSelection } from '../../catalog/ComponentSelection';
import type { Visibility } from '../../catalog/Visibility';
import type { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { FakeOwnershipStore } from '../FakeOwnershipStore';
import type { OwnershipStateRow } from '../OwnershipStore';
import { reviewStateOf } from '../reviewState';
import { reviewPositionOf } from './reviewOrder';
import type {
  ReviewEvent,
  ReviewListRequest,
  ReviewPosition,
  ReviewRow,
  ReviewStore,
} from './ReviewStore';

/** Reviews in memory, beside the ladders in memory. */
export class FakeReviewStore implements ReviewStore {
  readonly #catalog: FakeComponentCatalog;
  readonly #ownership: FakeOwnershipStore;
  readonly #events = new Map<string, ReviewEvent>();

  constructor(catalog: FakeComponentCatalog, ownership: FakeOwnershipStore) {
    this.#catalog = catalog;
    this.#ownership = ownership;
  }

  async add(event: ReviewEvent): Promise<void> {
    const { id, kind, entityRef, ownerRef, at } = event;
    if (!this.#events.has(id)) {
      this.#events.set(id, event);
      if (kind === 'confirmed' && ownerRef !== null) {
        this.#ownership.addConfirmation(entityRef, ownerRef, at);
      }
    }
  }

  async listEvents(
    entityRef: string,
    visibility: Visibility,
  ): Promise<ReviewEvent[]> {
    const seen = await this.#catalog.getEntities([entityRef], visibility, {
      includeRemoved: true,
    });
    return [...this.#events.values()]
      .filter(event => event.entityRef === entityRef && seen.length > 0)
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }

  async getRow(
    entityRef: string,
    visibility: Visibility,
  ): Promise<ReviewRow | undefined> {
    const rows = await this.#rowsOf({
      scopeRef: 'org',
      ownership: 'now',
      kinds: 'any',
      visibility,
    });
    return rows.find(row => row.entityRef === entityRef);
  }

  async listRows(
    selection: ComponentSelection,
    { state, now, limit, after }: ReviewListRequest,
  ): Promise<{ items: ReviewRow[]; total: number }> {
    const rows = (await this.#rowsOf(selection))
      .filter(row => state === undefined || reviewStateOf(row, now) === state)
      .map(row => ({ row, position: reviewPositionOf(row, now) }))
      .sort((a, b) => compare(a.position, b.position));
    return {
      total: rows.length,
      items: rows
        .filter(({ position }) => !after || compare(position, after) > 0)
        .slice(0, limit)
        .map(({ row }) => row),
    };
  }

  async #rowsOf(selection: ComponentSelection): Promise<ReviewRow[]> {
    const { items } = await this.#ownership.listRows(selection, {
      order: 'name',
      descending: false,
      limit: 10_000,
    });
    return items.map(row => this.#toRow(row));
  }

  #toRow(row: OwnershipStateRow): ReviewRow {
    const { entityRef, kind, title, name, tier, ownerRef } = row;
    const confirmed = [...this.#events.values()]
      .filter(
        event =>
          event.kind === 'confirmed' &&
          event.entityRef === entityRef &&
          event.at === row.verifiedAt,
      )
      .flatMap(({ by }) => by ?? []);
    return {
      entityRef,
      kind,
      title: title ?? name,
      tier,
      ownerRef,
      verifiedAt: row.verifiedAt,
      verifiedBy: confirmed.sort()[0] ?? null,
      expiresAt: row.expiresAt,
    };
  }
}

function compare(a: ReviewPosition, b: ReviewPosition): number {
  return (
    a.rank - b.rank ||
    a.expiresAt - b.expiresAt ||
    Number(a.entityRef > b.entityRef) - Number(a.entityRef < b.entityRef)
  );
}
