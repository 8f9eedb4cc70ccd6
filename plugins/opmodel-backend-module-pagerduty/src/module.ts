import { createBackendModule } from '@backstage/backend-plugin-api';
import { opmodelWebhookReadersExtensionPoint } from '@opmodel/backstage-plugin-opmodel-node';
import { pagerdutyReader } from './pagerdutyReader';

/** Adds the reader `pagerduty`, which reads incidents from PagerDuty's webhooks. */
export const opmodelModulePagerduty = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'pagerduty',
  register(env) {
    env.registerInit({
      deps: { readers: opmodelWebhookReadersExtensionPoint },
      async init({ readers }) {
        readers.addWebhookReader(pagerdutyReader);
      },
    });
  },
});
