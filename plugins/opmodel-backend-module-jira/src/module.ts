import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { opmodelWebhookReadersExtensionPoint } from '@opmodel/backstage-plugin-opmodel-node';
import { createJiraReader } from './JiraReader';
import { readJiraSettings } from './jiraSettings';

/** Adds the reader `jira`, which reads work items from Jira's webhooks. */
export const opmodelModuleJira = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'jira',
  register(env) {
    env.registerInit({
      deps: {
        readers: opmodelWebhookReadersExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ readers, config }) {
        readers.addWebhookReader(createJiraReader(readJiraSettings(config)));
      },
    });
  },
});
