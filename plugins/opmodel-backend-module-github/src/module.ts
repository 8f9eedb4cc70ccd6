import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { opmodelWebhookReadersExtensionPoint } from '@opmodel/backstage-plugin-opmodel-node';
import { createGithubReader } from './GithubReader';
import { readGithubSettings } from './githubSettings';

/** Adds the reader `github`, which reads delivery facts from GitHub's webhooks. */
export const opmodelModuleGithub = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'github',
  register(env) {
    env.registerInit({
      deps: {
        readers: opmodelWebhookReadersExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ readers, config }) {
        readers.addWebhookReader(
          createGithubReader(readGithubSettings(config)),
        );
      },
    });
  },
});
