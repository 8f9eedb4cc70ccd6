import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { opmodelCollectorsExtensionPoint } from '@opmodel/backstage-plugin-opmodel-node';
import { createGitCollector } from './GitCollector';
import { readGitSettings } from './gitSettings';

/** Adds the collector `git`, which reads delivery facts from git histories. */
export const opmodelModuleGit = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'git',
  register(env) {
    env.registerInit({
      deps: {
        collectors: opmodelCollectorsExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
      },
      async init({ collectors, config, logger }) {
        collectors.addCollector(
          createGitCollector({
            settings: readGitSettings(config),
            integrations: ScmIntegrations.fromConfig(config),
            logger,
          }),
        );
      },
    });
  },
});
