/*
 * A backend with a catalog of the organisation of the benchmarks, in which whoever asks sees what a condition of the catalog lets through, and
 * a source of service levels that answers nothing.
 *
 *   node bench/lib/sloBackend.mjs <components> --config <file>
 */
import { createRequire } from 'node:module';
import { entitiesOf } from './organisation.mjs';

const require = createRequire(import.meta.url);
require('@backstage/cli/config/nodeTransform.cjs');
const backendRequire = createRequire(
  new URL('../../packages/backend/package.json', import.meta.url),
);
const { createBackend } = backendRequire('@backstage/backend-defaults');
const { createBackendModule } = require('@backstage/backend-plugin-api');
const { catalogConditions, createCatalogConditionalDecision } = backendRequire(
  '@backstage/plugin-catalog-backend/alpha',
);
const {
  catalogProcessingExtensionPoint,
} = require('@backstage/plugin-catalog-node');
const { isResourcePermission } = require('@backstage/plugin-permission-common');
const {
  policyExtensionPoint,
} = require('@backstage/plugin-permission-node/alpha');
const {
  opmodelSliSourcesExtensionPoint,
} = require('@opmodel/backstage-plugin-opmodel-node');

const components = Number(process.argv[2]);
process.on('disconnect', () => process.exit());

const moduleOf = (pluginId, moduleId, deps, init) =>
  createBackendModule({
    pluginId,
    moduleId,
    register(env) {
      env.registerInit({ deps, init });
    },
  });

const backend = createBackend();
for (const name of [
  '@backstage/plugin-auth-backend',
  '@backstage/plugin-auth-backend-module-guest-provider',
  '@backstage/plugin-catalog-backend',
  '@backstage/plugin-permission-backend',
  '@opmodel/backstage-plugin-opmodel-backend',
]) {
  backend.add(backendRequire(name).default);
}
backend.add(
  moduleOf(
    'catalog',
    'bench-entities',
    { processing: catalogProcessingExtensionPoint },
    async ({ processing }) =>
      processing.addEntityProvider({
        getProviderName: () => 'bench',
        connect: connection =>
          connection.applyMutation({
            type: 'full',
            entities: [...entitiesOf(components)].map(entity => ({ entity })),
          }),
      }),
  ),
);
// Everything but what has a label that nothing has: all of it, asked for one by one.
backend.add(
  moduleOf(
    'permission',
    'bench-policy',
    { policy: policyExtensionPoint },
    async ({ policy }) =>
      policy.setPolicy({
        handle: async ({ permission }) =>
          isResourcePermission(permission, 'catalog-entity')
            ? createCatalogConditionalDecision(permission, {
                not: catalogConditions.hasLabel({ label: 'confidential' }),
              })
            : { result: 'ALLOW' },
      }),
  ),
);
// Measures nothing by itself: what was measured is loaded.
backend.add(
  moduleOf(
    'opmodel',
    'bench-source',
    { sources: opmodelSliSourcesExtensionPoint },
    async ({ sources }) =>
      sources.addSliSource({
        type: 'toy',
        title: 'Toy',
        measure: async requests =>
          requests.map(({ id }) => ({
            id,
            problem: 'what was measured is loaded',
            queries: ['good', 'total'],
          })),
      }),
  ),
);
await backend.start();
