import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  opmodelWebhookReadersExtensionPoint,
  type WebhookReader,
} from '@opmodel/backstage-plugin-opmodel-node';
import { delivery } from './__testUtils__/deliveries';
import opmodelModuleJira from '.';

describe('the module', () => {
  it('registers the reader, which takes words from the configuration', async () => {
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
        opmodelModuleJira,
        mockServices.rootConfig.factory({
          data: { opmodel: { jira: { categories: { Story: 'debt' } } } },
        }),
      ],
    });
    await backend.stop();
    expect(readers).toMatchObject([{ type: 'jira' }]);
    const body = delivery('created', '2026-03-01T10:00:00.000+0000');
    expect(
      readers[0].read({ type: undefined, body, receivedAt: 0 }),
    ).toMatchObject([{ observation: { category: 'debt' } }]);
  });
});
