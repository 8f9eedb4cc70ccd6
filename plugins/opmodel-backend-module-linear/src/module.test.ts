import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  opmodelWebhookReadersExtensionPoint,
  type WebhookReader,
} from '@opmodel/backstage-plugin-opmodel-node';
import opmodelModuleLinear from '.';

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
    const backend = await startTestBackend({
      features: [
        opmodel,
        opmodelModuleLinear,
        mockServices.rootConfig.factory({ data: {} }),
      ],
    });
    await backend.stop();
    expect(readers).toMatchObject([{ type: 'linear' }]);
  });
});
