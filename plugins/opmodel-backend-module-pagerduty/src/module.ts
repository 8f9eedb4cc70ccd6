import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  opmodelOnCallProvidersExtensionPoint,
  opmodelWebhookReadersExtensionPoint,
} from '@opmodel/backstage-plugin-opmodel-node';
import { createPagerdutyOnCall } from './pagerdutyOnCall';
import { pagerdutyReader } from './pagerdutyReader';
import { readPagerdutySettings } from './pagerdutySettings';

/** Adds the reader `pagerduty`, which reads incidents from PagerDuty's webhooks, and asks PagerDuty who is on call. */
export const opmodelModulePagerduty = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'pagerduty',
  register(env) {
    env.registerInit({
      deps: {
        readers: opmodelWebhookReadersExtensionPoint,
        onCall: opmodelOnCallProvidersExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ readers, onCall, config }) {
        readers.addWebhookReader(pagerdutyReader);
        const settings = readPagerdutySettings(config);
        if (settings) {
          onCall.addOnCallProvider(createPagerdutyOnCall(settings));
        }
      },
    });
  },
});
