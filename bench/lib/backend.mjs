/*
 * A backend with a catalog of the organisation of the benchmarks, the permission framework and the engine.
 *
 *   node bench/lib/backend.mjs <components> --config <file>
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
const {
  catalogProcessingExtensionPoint,
} = require('@backstage/plugin-catalog-node');

const components = Number(process.argv[2]);
process.on('disconnect', () => process.exit());

const backend = createBackend();
for (const name of [
  '@backstage/plugin-catalog-backend',
  '@backstage/plugin-permission-backend',
  '@backstage/plugin-permission-backend-module-allow-all-policy',
  '@opmodel/backstage-plugin-opmodel-backend',
]) {
  backend.add(backendRequire(name).default);
}
backend.add(
  createBackendModule({
    pluginId: 'catalog',
    moduleId: 'bench-entities',
    register(env) {
      env.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider({
            getProviderName: () => 'bench',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: [...entitiesOf(components)].map(entity => ({
                  entity,
                })),
              }),
          });
        },
      });
    },
  }),
);
await backend.start();
