import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { opmodelWebhookReadersExtensionPoint } from '@opmodel/backstage-plugin-opmodel-node';
import { createLinearReader } from './LinearReader';
import { readLinearSettings } from './linearSettings';

/** Adds the reader `linear`, which reads work items from Linear's webhooks. */
export const opmodelModuleLinear = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'linear',
  register(env) {
    env.registerInit({
      deps: {
        readers: opmodelWebhookReadersExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ readers, config }) {
        readers.addWebhookReader(
          createLinearReader(readLinearSettings(config)),
        );
      },
    });
  },
});
