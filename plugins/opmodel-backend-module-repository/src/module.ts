import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import {
  opmodelDebtSuggestionsExtensionPoint,
  opmodelFactProvidersExtensionPoint,
} from '@opmodel/backstage-plugin-opmodel-node';
import { readRepositoryDebtSettings } from './debt/debtSettings';
import { EndOfLifeSource } from './debt/EndOfLifeSource';
import { RepositoryDebtReader } from './debt/RepositoryDebtReader';
import { TodoSource } from './debt/TodoSource';
import { RepositoryFactProvider } from './RepositoryFactProvider';
import { repositorySchema } from './repositoryFacts';
import { RepositoryReader } from './RepositoryReader';
import { readRepositorySettings } from './repositorySettings';

/**
 * Adds what reads the files of repositories: the provider of facts `repository`, and the sources of debt `end_of_life` and `todo`. A
 * repository is read once for all of them.
 */
export const opmodelModuleRepository = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'repository',
  register(env) {
    env.registerInit({
      deps: {
        providers: opmodelFactProvidersExtensionPoint,
        suggestions: opmodelDebtSuggestionsExtensionPoint,
        config: coreServices.rootConfig,
        urlReader: coreServices.urlReader,
      },
      async init({ providers, suggestions, config, urlReader }) {
        const integrations = ScmIntegrations.fromConfig(config);
        const settings = readRepositorySettings(
          config,
          Object.keys(repositorySchema),
        );
        const { endOfLife, todos } = readRepositoryDebtSettings(config);
        const repositories = new RepositoryReader({
          reader: urlReader,
          settings,
          todos,
        });
        providers.addFactProvider(
          new RepositoryFactProvider({ repositories, integrations, settings }),
        );
        const reader = new RepositoryDebtReader({ integrations, repositories });
        suggestions.addSuggestionSource(
          new EndOfLifeSource({ settings: endOfLife, reader }),
        );
        if (todos) {
          suggestions.addSuggestionSource(
            new TodoSource({ settings: todos, reader, integrations }),
          );
        }
      },
    });
  },
});
