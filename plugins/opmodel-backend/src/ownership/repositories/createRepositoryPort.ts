import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  concealCodeowner,
  type RepositoryOwnership,
  type RepositoryOwnershipPort,
} from '@opmodel/backstage-plugin-opmodel-node';
import { AuthorTeams } from './AuthorTeams';
import type { RepositoryOwnershipStore } from './RepositoryOwnershipStore';

/** Puts together what collectors tell of repositories with what the catalog knows of teams. */
export function createRepositoryPort(options: {
  auth: AuthService;
  catalog: CatalogService;
  store: RepositoryOwnershipStore;
}): RepositoryOwnershipPort {
  const authors = new AuthorTeams(options);
  return {
    teamsOf: addresses => authors.teamsOf(addresses),
    report: ownerships => options.store.replace(ownerships.map(withoutPeople)),
  };
}

/** A collector that tells handles and addresses of people does not bring them into the store. */
function withoutPeople(told: RepositoryOwnership): RepositoryOwnership {
  const { codeowners } = told;
  return {
    ...told,
    codeowners: codeowners && {
      ...codeowners,
      rules: codeowners.rules.map(rule => ({
        ...rule,
        owners: [...new Set(rule.owners.map(concealCodeowner))],
      })),
    },
  };
}
