import {
  dayOf,
  type OrganisationTree,
  type OwnershipReview,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Acceptances } from '../../acceptances/Acceptances';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import { readGroupsAbove } from '../../catalog/readGroupsAbove';
import { toInstant } from '../../lib/instants';
import type { OwnershipCaller } from '../OwnershipCaller';
import type { ReviewReader } from '../ReviewReader';
import { reviewStateOf } from '../reviewState';
import { nameOfRef } from '../teamProfile';
import type { ReviewRow, ReviewStore } from './ReviewStore';

/** What a review is told from. */
export interface ReviewSources {
  store: ReviewStore;
  acceptances: Pick<Acceptances, 'listRequested'>;
  catalog: CatalogStore;
  /** IANA zone of the days. */
  zone: string;
  /** Epoch milliseconds. */
  clock: () => number;
}

/**
 * Whether somebody answers for what a group or person owns: he is that person, is in that group or one below it, or is in a group
 * above it.
 *
 * @param tree - of these and of everything above them
 */
export function answersFor(
  { ownershipRefs }: Pick<OwnershipCaller, 'ownershipRefs'>,
  ownerRef: string | null,
  tree: OrganisationTree,
): boolean {
  return (
    ownerRef !== null &&
    ownershipRefs.some(
      ref => tree.above(ownerRef).has(ref) || tree.above(ref).has(ownerRef),
    )
  );
}

/** Says how far the review of an entity is, to whoever asks, and what he may do about it. */
export class ReviewDescriber implements ReviewReader {
  readonly #sources: ReviewSources;

  constructor(sources: ReviewSources) {
    this.#sources = sources;
  }

  async readReview(
    { ref }: CatalogEntity,
    caller: OwnershipCaller,
  ): Promise<OwnershipReview | null> {
    const row = await this.#sources.store.getRow(ref, caller.reads);
    if (!row) {
      return null;
    }
    const [review] = await this.describe([row], caller);
    return review;
  }

  /**
   * @param rows - of entities that the caller may see
   */
  async describe(
    rows: readonly ReviewRow[],
    caller: OwnershipCaller,
  ): Promise<OwnershipReview[]> {
    if (rows.length === 0) {
      return [];
    }
    const { acceptances, catalog, zone, clock } = this.#sources;
    const entityRefs = rows.map(({ entityRef }) => entityRef);
    const ownerRefs = rows.flatMap(({ ownerRef }) => ownerRef ?? []);
    const [tree, reviewed, owners, handOvers] = await Promise.all([
      readGroupsAbove(catalog, [...ownerRefs, ...caller.ownershipRefs]),
      catalog.existingRefs(entityRefs, caller.reviews),
      catalog.getEntities(ownerRefs, caller.reads),
      acceptances.listRequested(
        { subject: 'hand_over', entityRefs },
        caller.reads,
      ),
    ]);
    const titles = new Map(
      owners.map(({ ref, title, name }) => [ref, title ?? name]),
    );
    const now = clock();
    return rows.map(row => {
      const { entityRef, ownerRef, verifiedAt, expiresAt } = row;
      return {
        entityRef,
        entityTitle: row.title,
        kind: row.kind,
        tier: row.tier,
        ownerRef,
        ownerTitle:
          ownerRef === null
            ? null
            : titles.get(ownerRef) ?? nameOfRef(ownerRef),
        state: reviewStateOf(row, now),
        verifiedAt: toInstant(verifiedAt),
        verifiedBy: row.verifiedBy,
        expiresAt: toInstant(expiresAt),
        dueDay: expiresAt === null ? null : dayOf(expiresAt, zone),
        handOverId:
          handOvers.find(one => one.entityRefs.includes(entityRef))?.id ?? null,
        mayReview:
          caller.person !== null &&
          reviewed.has(entityRef) &&
          answersFor(caller, ownerRef, tree),
      };
    });
  }
}
