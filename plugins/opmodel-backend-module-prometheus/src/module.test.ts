import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  opmodelSliSourcesExtensionPoint,
  type SliSource,
} from '@opmodel/backstage-plugin-opmodel-node';
import opmodelModulePrometheus from '.';

describe('the module', () => {
  const start = async (prometheus: object) => {
    const sources: SliSource[] = [];
    const opmodel = createBackendPlugin({
      pluginId: 'opmodel',
      register(env) {
        env.registerExtensionPoint(opmodelSliSourcesExtensionPoint, {
          addSliSource: (...added) => sources.push(...added),
        });
        env.registerInit({ deps: {}, async init() {} });
      },
    });
    await startTestBackend({
      features: [
        opmodel,
        opmodelModulePrometheus,
        mockServices.rootConfig.factory({
          data: { opmodel: { prometheus: prometheus as any } },
        }),
      ],
    });
    return sources;
  };

  it('registers the source, also where no server is configured', async () => {
    expect(await start({})).toMatchObject([
      { type: 'prometheus', title: 'Prometheus' },
    ]);
  });

  it('does not start with what it cannot use', async () => {
    await expect(start({ maxConcurrentQueries: 0.5 })).rejects.toThrow(
      'opmodel.prometheus.maxConcurrentQueries',
    );
  });
});
