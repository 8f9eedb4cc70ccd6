import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  type Collector,
  type DebtSuggestionSource,
  opmodelCollectorsExtensionPoint,
  opmodelDebtSuggestionsExtensionPoint,
} from '@opmodel/backstage-plugin-opmodel-node';
import { gitWatermarkSchema, readGitWatermark } from './gitWatermark';
import opmodelModuleGit from '.';

describe('the module', () => {
  it('registers the collector and the source of debt', async () => {
    const collectors: Collector[] = [];
    const sources: DebtSuggestionSource[] = [];
    const opmodel = createBackendPlugin({
      pluginId: 'opmodel',
      register(env) {
        env.registerExtensionPoint(opmodelCollectorsExtensionPoint, {
          addCollector: (...added) => collectors.push(...added),
        });
        env.registerExtensionPoint(opmodelDebtSuggestionsExtensionPoint, {
          addSuggestionSource: (...added) => sources.push(...added),
        });
        env.registerInit({ deps: {}, async init() {} });
      },
    });
    await startTestBackend({
      features: [
        opmodel,
        opmodelModuleGit,
        mockServices.rootConfig.factory({ data: {} }),
      ],
    });
    expect(collectors).toEqual([
      expect.objectContaining({
        id: 'git',
        annotations: [
          'backstage.io/source-location',
          'github.com/project-slug',
          'gitlab.com/project-slug',
        ],
      }),
    ]);
    expect(sources.map(({ id }) => id)).toEqual(['hotspot']);
  });

  it('starts afresh with a watermark that it cannot read', () => {
    const empty = { version: 1, repositories: {} };
    expect(readGitWatermark(undefined)).toEqual(empty);
    expect(readGitWatermark({ version: 0 })).toEqual(empty);
    expect(gitWatermarkSchema.safeParse(empty).success).toBe(true);
  });
});
