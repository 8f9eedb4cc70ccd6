import type {
  CodeownersComparison,
  OwnerSuggestions,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { CatalogEntity, CatalogStore } from '../../catalog/CatalogStore';
import { organisationScope } from '../../catalog/scopesOf';
import type { Visibility } from '../../catalog/Visibility';
import type { RepositoryOwnershipReader } from '../RepositoryOwnershipReader';
import { compareWithCatalog } from './compareCodeowners';
import type { RepositoryOwnershipStore } from './RepositoryOwnershipStore';
import { suggestTeams } from './suggestTeams';
import { TeamNames } from './TeamNames';

/** Groups that one read brings. */
const PAGE = 1_000;

/** Tells what was read of repositories, as far as the caller may see the groups that it is about. */
export class CatalogRepositoryOwnershipReader
  implements RepositoryOwnershipReader
{
  readonly #store: RepositoryOwnershipStore;
  readonly #catalog: CatalogStore;

  constructor(options: {
    store: RepositoryOwnershipStore;
    catalog: CatalogStore;
  }) {
    this.#store = options.store;
    this.#catalog = options.catalog;
  }

  async compareCodeowners(
    entity: CatalogEntity,
    visibility: Visibility,
  ): Promise<CodeownersComparison | null> {
    if (!(await this.#hasRepository(entity, visibility))) {
      return null;
    }
    const told = await this.#store.get(entity.ref, visibility);
    if (!told) {
      return {
        state: 'unknown',
        path: null,
        folder: null,
        owners: [],
        rules: [],
        asOf: null,
      };
    }
    const names = new TeamNames(
      told.codeowners ? await this.#listGroups(visibility) : [],
      entity.namespace,
    );
    const ownerRefs = await this.#readOwnerRefs(entity, visibility);
    return compareWithCatalog({ told, names, ownerRefs });
  }

  async suggestOwners(
    entity: CatalogEntity,
    visibility: Visibility,
  ): Promise<OwnerSuggestions | null> {
    const told = await this.#store.get(entity.ref, visibility);
    if (!told || !(await this.#hasRepository(entity, visibility))) {
      return null;
    }
    const groups = await this.#catalog.getEntities(
      told.teams.map(({ teamRef }) => teamRef),
      visibility,
    );
    return suggestTeams(entity, told, groups);
  }

  async #hasRepository(
    entity: CatalogEntity,
    visibility: Visibility,
  ): Promise<boolean> {
    const links = await this.#catalog.listLinks([entity.ref], visibility);
    return links.some(({ system }) => system === 'git');
  }

  async #readOwnerRefs(
    entity: CatalogEntity,
    visibility: Visibility,
  ): Promise<Set<string>> {
    const relations = await this.#catalog.listRelations(
      { types: ['ownedBy'], entityRefs: [entity.ref] },
      visibility,
    );
    return new Set([
      ...(entity.ownerRef ? [entity.ownerRef] : []),
      ...relations.map(({ targetRef }) => targetRef),
    ]);
  }

  async #listGroups(visibility: Visibility): Promise<CatalogEntity[]> {
    const groups: CatalogEntity[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#catalog.listScope(
        { scopeRef: organisationScope, kinds: ['group'] },
        visibility,
        { limit: PAGE, cursor },
      );
      groups.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return groups;
  }
}
