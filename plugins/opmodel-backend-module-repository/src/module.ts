import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { opmodelFactProvidersExtensionPoint } from '@opmodel/backstage-plugin-opmodel-node';
import { RepositoryFactProvider } from './RepositoryFactProvider';
import { repositorySchema } from './repositoryFacts';
import { readRepositorySettings } from './repositorySettings';

/** Adds the provider `repository`, which tells what the repositories of entities hold. */
export const opmodelModuleRepository = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'repository',
  register(env) {
    env.registerInit({
      deps: {
        providers: opmodelFactProvidersExtensionPoint,
        config: coreServices.rootConfig,
        reader: coreServices.urlReader,
      },
      async init({ providers, config, reader }) {
        providers.addFactProvider(
          new RepositoryFactProvider({
            reader,
            integrations: ScmIntegrations.fromConfig(config),
            settings: readRepositorySettings(
              config,
              Object.keys(repositorySchema),
            ),
          }),
        );
      },
    });
  },
});
