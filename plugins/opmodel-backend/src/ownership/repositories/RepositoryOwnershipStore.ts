import type { RepositoryOwnership } from '@opmodel/backstage-plugin-opmodel-node';
import type { Visibility } from '../../catalog/Visibility';
import type { ContributorReader } from '../succession/ContributorReader';

/** Keeps what repositories say of who owns what. Nobody is in it by name or address. */
export interface RepositoryOwnershipStore extends ContributorReader {
  /** Keeps these in place of what was known of the same entities. */
  replace(ownerships: readonly RepositoryOwnership[]): Promise<void>;

  /** Undefined where nothing was read, and for what may not be seen. */
  get(
    entityRef: string,
    visibility: Visibility,
  ): Promise<RepositoryOwnership | undefined>;
}
