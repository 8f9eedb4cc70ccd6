import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  type FactProvider,
  opmodelFactProvidersExtensionPoint,
} from '@opmodel/backstage-plugin-opmodel-node';
import opmodelModuleRepository from '.';

describe('the repository module', () => {
  it('registers its provider', async () => {
    const registered: FactProvider[] = [];
    await startTestBackend({
      extensionPoints: [
        [
          opmodelFactProvidersExtensionPoint,
          {
            addFactProvider: (...providers: FactProvider[]) =>
              void registered.push(...providers),
          },
        ],
      ],
      features: [
        opmodelModuleRepository,
        mockServices.rootConfig.factory({
          data: {
            opmodel: {
              scorecards: {
                repository: {
                  cadence: { hours: 1 },
                  files: [{ name: 'hasChart', paths: ['Chart.yaml'] }],
                },
              },
            },
          },
        }),
      ],
    });
    expect(registered).toEqual([
      expect.objectContaining({
        id: 'repository',
        cadence: { milliseconds: 3_600_000 },
        schema: expect.objectContaining({
          hasChart: { type: 'boolean', description: expect.any(String) },
        }),
      }),
    ]);
  });
});
