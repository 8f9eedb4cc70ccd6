import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { EntityFactPort } from '../../intake/EntityFactPort';
import { DatabaseFactStore } from './DatabaseFactStore';
import { PushedFacts } from './PushedFacts';
import { readPushedProviders } from './pushedProviders';

/** Puts together what keeps the facts that intake takes. */
export function createEntityFactPort(options: {
  catalog: CatalogStore;
  config: RootConfigService;
  knex: ConstructorParameters<typeof DatabaseFactStore>[0];
}): EntityFactPort {
  const { catalog, config, knex } = options;
  return new PushedFacts({
    catalog,
    store: new DatabaseFactStore(knex),
    providers: readPushedProviders(config),
  });
}
