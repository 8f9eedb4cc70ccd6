import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { readOpenSloMode } from '@opmodel/backstage-plugin-opmodel-common';
import { OpenSloAnnotationProcessor } from './openSlo/OpenSloAnnotationProcessor';
import { OpenSloProcessor } from './openSlo/OpenSloProcessor';
import { OperatingKindsProcessor } from './operatingKinds/OperatingKindsProcessor';
import { TeamApiProcessor } from './teamApi/TeamApiProcessor';

/**
 * Lets the catalog know the operating model: Team APIs of groups, decision rights, decision forums and escalation paths; OpenSLO documents,
 * error budget policies and service level agreements; scorecards.
 */
export const catalogModuleOpmodel = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'opmodel',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        urlReader: coreServices.urlReader,
      },
      async init({ catalog, config, logger, urlReader }) {
        const integrations = ScmIntegrations.fromConfig(config);
        const mode = readOpenSloMode(config);
        const documents = { urlReader, integrations, logger };
        catalog.addProcessor(
          new OperatingKindsProcessor(),
          new TeamApiProcessor(documents),
          new OpenSloProcessor({ mode, urlReader }),
          new OpenSloAnnotationProcessor({ ...documents, mode }),
        );
      },
    });
  },
});
