import type { OwnershipReview } from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity } from '../catalog/CatalogStore';
import type { OwnershipCaller } from './OwnershipCaller';

/** Knows the review of the ownership of an entity, as whoever asks sees it. */
export interface ReviewReader {
  /** @returns null where nobody reviews the ownership of such an entity */
  readReview(
    entity: CatalogEntity,
    caller: OwnershipCaller,
  ): Promise<OwnershipReview | null>;
}

/** Where nothing is reviewed. */
export const noReviewReader: ReviewReader = {
  readReview: async () => null,
};
