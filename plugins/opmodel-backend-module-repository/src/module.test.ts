import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  type DebtSuggestionSource,
  type FactProvider,
  opmodelDebtSuggestionsExtensionPoint,
  opmodelFactProvidersExtensionPoint,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { JsonObject } from '@backstage/types';
import opmodelModuleRepository from '.';

/** What the module registers. */
async function register(opmodel: JsonObject) {
  const providers: FactProvider[] = [];
  const sources: DebtSuggestionSource[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        opmodelFactProvidersExtensionPoint,
        { addFactProvider: (...added) => void providers.push(...added) },
      ],
      [
        opmodelDebtSuggestionsExtensionPoint,
        { addSuggestionSource: (...added) => void sources.push(...added) },
      ],
    ],
    features: [
      opmodelModuleRepository,
      mockServices.rootConfig.factory({ data: { opmodel } }),
    ],
  });
  return { providers, sources };
}

describe('the repository module', () => {
  it('registers its provider', async () => {
    const { providers } = await register({
      scorecards: {
        repository: {
          cadence: { hours: 1 },
          files: [{ name: 'hasChart', paths: ['Chart.yaml'] }],
        },
      },
    });
    expect(providers).toEqual([
      expect.objectContaining({
        id: 'repository',
        cadence: { milliseconds: 3_600_000 },
        schema: expect.objectContaining({
          hasChart: { type: 'boolean', description: expect.any(String) },
        }),
      }),
    ]);
  });

  it('registers its sources of debt', async () => {
    const { sources } = await register({});
    expect(sources.map(({ id }) => id)).toEqual(['end_of_life', 'todo']);
  });

  it('does not read the texts of files where nobody asks for comments', async () => {
    const { sources } = await register({
      techDebt: { suggestions: { todos: { enabled: false } } },
    });
    expect(sources.map(({ id }) => id)).toEqual(['end_of_life']);
  });
});
