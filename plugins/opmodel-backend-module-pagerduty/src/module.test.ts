import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import {
  opmodelWebhookReadersExtensionPoint,
  type WebhookReader,
} from '@opmodel/backstage-plugin-opmodel-node';
import opmodelModulePagerduty from '.';

describe('the module', () => {
  it('registers the reader', async () => {
    const readers: WebhookReader[] = [];
    const opmodel = createBackendPlugin({
      pluginId: 'opmodel',
      register(env) {
        env.registerExtensionPoint(opmodelWebhookReadersExtensionPoint, {
          addWebhookReader: (...added) => readers.push(...added),
        });
        env.registerInit({ deps: {}, async init() {} });
      },
    });
    await startTestBackend({ features: [opmodel, opmodelModulePagerduty] });
    expect(readers).toMatchObject([{ type: 'pagerduty' }]);
  });
});
