/*
 * A backend with a catalog of the organisation of the benchmarks of scorecards and the providers that tell its facts. Whoever asks sees
 * everything, or, with `BENCH_POLICY=condition`, what a condition of the catalog lets through.
 *
 *   node bench/lib/scorecardBackend.mjs <components> --config <file>
 */
import { createRequire } from 'node:module';
import { createProviders, entitiesOf } from './scorecards.mjs';

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
  opmodelFactProvidersExtensionPoint,
} = require('@opmodel/backstage-plugin-opmodel-node');

const components = Number(process.argv[2]);
const isConditional = process.env.BENCH_POLICY === 'condition';
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
          isConditional && isResourcePermission(permission, 'catalog-entity')
            ? createCatalogConditionalDecision(permission, {
                not: catalogConditions.hasLabel({ label: 'confidential' }),
              })
            : { result: 'ALLOW' },
      }),
  ),
);
backend.add(
  moduleOf(
    'opmodel',
    'bench-facts',
    { facts: opmodelFactProvidersExtensionPoint },
    async ({ facts }) => facts.addFactProvider(...createProviders().asked),
  ),
);
await backend.start();
