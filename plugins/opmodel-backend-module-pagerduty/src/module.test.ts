import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  type OnCallProvider,
  opmodelOnCallProvidersExtensionPoint,
  opmodelWebhookReadersExtensionPoint,
  type WebhookReader,
} from '@opmodel/backstage-plugin-opmodel-node';
import opmodelModulePagerduty from '.';

describe('the module', () => {
  const start = async (config: object) => {
    const readers: WebhookReader[] = [];
    const onCall: OnCallProvider[] = [];
    const opmodel = createBackendPlugin({
      pluginId: 'opmodel',
      register(env) {
        env.registerExtensionPoint(opmodelWebhookReadersExtensionPoint, {
          addWebhookReader: (...added) => readers.push(...added),
        });
        env.registerExtensionPoint(opmodelOnCallProvidersExtensionPoint, {
          addOnCallProvider: (...added) => onCall.push(...added),
        });
        env.registerInit({ deps: {}, async init() {} });
      },
    });
    await startTestBackend({
      features: [
        opmodel,
        opmodelModulePagerduty,
        mockServices.rootConfig.factory({ data: config as any }),
      ],
    });
    return { readers, onCall };
  };

  it('registers the reader, and asks nobody without a key', async () => {
    const { readers, onCall } = await start({});
    expect(readers).toMatchObject([{ type: 'pagerduty' }]);
    expect(onCall).toEqual([]);
  });

  it('asks who is on call with a key', async () => {
    const { onCall } = await start({
      opmodel: { pagerduty: { token: 'key' } },
    });
    expect(onCall).toMatchObject([
      { id: 'pagerduty', annotation: 'pagerduty.com/service-id' },
    ]);
  });
});
