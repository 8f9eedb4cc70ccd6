import { createBackendModule } from '@backstage/backend-plugin-api';
import { opmodelWebhookReadersExtensionPoint } from '@opmodel/backstage-plugin-opmodel-node';
import { bitbucketReader } from './bitbucketReader';

/** Adds the reader `bitbucket`, which reads pull requests from Bitbucket Cloud's webhooks. */
export const opmodelModuleBitbucket = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'bitbucket',
  register(env) {
    env.registerInit({
      deps: { readers: opmodelWebhookReadersExtensionPoint },
      async init({ readers }) {
        readers.addWebhookReader(bitbucketReader);
      },
    });
  },
});
