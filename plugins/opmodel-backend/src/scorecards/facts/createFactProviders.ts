import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { FactProvider } from '@opmodel/backstage-plugin-opmodel-node';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { CatalogFacts } from './CatalogFacts';
import { FactProviders } from './FactProviders';
import { createPropertyFacts, readProperties } from './propertyFacts';
import { readPushedProviders } from './pushedProviders';

/**
 * Everyone who tells facts: the catalog, the properties that an organisation keeps in it, those who are asked beside them, and those
 * who send facts.
 *
 * @throws ConflictError for two of one id
 * @throws InputError naming the key of the configuration that cannot be used
 */
export function createFactProviders(options: {
  asked: readonly FactProvider[];
  catalog: CatalogStore;
  config: RootConfigService;
}): FactProviders {
  const { catalog, config } = options;
  const asked = [
    new CatalogFacts({ catalog }),
    ...createPropertyFacts(readProperties(config)),
    ...options.asked,
  ];
  return new FactProviders({
    asked,
    pushed: readPushedProviders(
      config,
      asked.map(({ id }) => id),
    ),
  });
}
