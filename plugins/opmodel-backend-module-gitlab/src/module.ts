import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { opmodelWebhookReadersExtensionPoint } from '@opmodel/backstage-plugin-opmodel-node';
import { createGitlabReader } from './GitlabReader';
import { readGitlabSettings } from './gitlabSettings';

/** Adds the reader `gitlab`, which reads delivery facts and incidents from GitLab's webhooks. */
export const opmodelModuleGitlab = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'gitlab',
  register(env) {
    env.registerInit({
      deps: {
        readers: opmodelWebhookReadersExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ readers, config }) {
        readers.addWebhookReader(
          createGitlabReader(readGitlabSettings(config)),
        );
      },
    });
  },
});
