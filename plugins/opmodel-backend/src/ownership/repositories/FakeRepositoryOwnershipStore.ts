import type { RepositoryOwnership } from '@opmodel/backstage-plugin-opmodel-node';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { Visibility } from '../../catalog/Visibility';
import type { ContributorCount } from '../succession/ContributorReader';
import type { RepositoryOwnershipStore } from './RepositoryOwnershipStore';

/** Keeps it in memory. */
export class FakeRepositoryOwnershipStore implements RepositoryOwnershipStore {
  readonly #catalog: Pick<CatalogStore, 'getEntities'>;
  readonly #told = new Map<string, RepositoryOwnership>();

  constructor(catalog: Pick<CatalogStore, 'getEntities'>) {
    this.#catalog = catalog;
  }

  async replace(ownerships: readonly RepositoryOwnership[]): Promise<void> {
    for (const ownership of ownerships) {
      const teams = [...ownership.teams].sort((a, b) =>
        a.teamRef < b.teamRef ? -1 : 1,
      );
      this.#told.set(ownership.entityRef, { ...ownership, teams });
    }
  }

  async get(
    entityRef: string,
    visibility: Visibility,
  ): Promise<RepositoryOwnership | undefined> {
    const [seen] = await this.#catalog.getEntities([entityRef], visibility, {
      includeRemoved: true,
    });
    return seen && this.#told.get(entityRef);
  }

  async countContributors(
    entityRefs: readonly string[],
  ): Promise<ReadonlyMap<string, ContributorCount>> {
    return new Map(
      entityRefs.flatMap((ref): [string, ContributorCount][] => {
        const { contributors = 0, to = 0 } = this.#told.get(ref) ?? {};
        return contributors > 0 ? [[ref, { contributors, asOf: to }]] : [];
      }),
    );
  }
}
