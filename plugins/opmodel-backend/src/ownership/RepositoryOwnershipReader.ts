import type {
  CodeownersComparison,
  OwnerSuggestions,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity } from '../catalog/CatalogStore';
import type { Visibility } from '../catalog/Visibility';

/** Knows what the repository of an entity says of its owners. */
export interface RepositoryOwnershipReader {
  /** The CODEOWNERS of its folder beside the owner in the catalog; null where no repository is known. */
  compareCodeowners(
    entity: CatalogEntity,
    visibility: Visibility,
  ): Promise<CodeownersComparison | null>;

  /** The teams that work on it; null where no repository is known. */
  suggestOwners(
    entity: CatalogEntity,
    visibility: Visibility,
  ): Promise<OwnerSuggestions | null>;
}

/** Where no repository is read. */
export const noRepositoryOwnershipReader: RepositoryOwnershipReader = {
  compareCodeowners: async () => null,
  suggestOwners: async () => null,
};
