import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  opmodelCollectorsExtensionPoint,
  opmodelWebhookReadersExtensionPoint,
} from '@opmodel/backstage-plugin-opmodel-node';
import { opmodelPlugin } from '../../plugin';
import { deploymentReader } from './deploymentReader';
import { createTickCollector } from './tickCollector';

/** A process of its own: one replica of a small portal. The tests of faults start it, and kill it. */
const backend = createBackend();

backend.add(catalogPlugin);
backend.add(
  createBackendModule({
    pluginId: 'catalog',
    moduleId: 'components',
    register(env) {
      env.registerInit({
        deps: {
          config: coreServices.rootConfig,
          processing: catalogProcessingExtensionPoint,
        },
        async init({ config, processing }) {
          const components = config.getStringArray('replica.components');
          processing.addEntityProvider({
            getProviderName: () => 'replica',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: components.map(name => ({
                  entity: {
                    apiVersion: 'backstage.io/v1alpha1',
                    kind: 'Component',
                    metadata: {
                      name,
                      annotations: {
                        'backstage.io/managed-by-location': 'replica:test',
                        'backstage.io/managed-by-origin-location':
                          'replica:test',
                        'example.com/tick': 'yes',
                      },
                    },
                    spec: {
                      type: 'service',
                      lifecycle: 'production',
                      owner: 'team',
                    },
                  },
                })),
              }),
          });
        },
      });
    },
  }),
);

backend.add(permissionPlugin);
backend.add(
  createBackendModule({
    pluginId: 'permission',
    moduleId: 'allow-all',
    register(env) {
      env.registerInit({
        deps: { policies: policyExtensionPoint },
        async init({ policies }) {
          policies.setPolicy({
            handle: async () => ({ result: AuthorizeResult.ALLOW }),
          });
        },
      });
    },
  }),
);

backend.add(opmodelPlugin);
backend.add(
  createBackendModule({
    pluginId: 'opmodel',
    moduleId: 'tick',
    register(env) {
      env.registerInit({
        deps: {
          config: coreServices.rootConfig,
          collectors: opmodelCollectorsExtensionPoint,
          webhookReaders: opmodelWebhookReadersExtensionPoint,
        },
        async init({ config, collectors, webhookReaders }) {
          webhookReaders.addWebhookReader(deploymentReader);
          if (config.getOptionalBoolean('replica.collector')) {
            collectors.addCollector(createTickCollector());
          }
        },
      });
    },
  }),
);

backend.start();
