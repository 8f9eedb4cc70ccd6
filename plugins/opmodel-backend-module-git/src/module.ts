import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import {
  opmodelCollectorsExtensionPoint,
  opmodelDebtSuggestionsExtensionPoint,
} from '@opmodel/backstage-plugin-opmodel-node';
import { CloneLocks } from './git/CloneLocks';
import { createGitCollector } from './GitCollector';
import { readGitSettings } from './gitSettings';
import { HotspotSource } from './hotspots/HotspotSource';
import { readHotspotSettings } from './hotspots/hotspotSettings';

/** Adds what reads git histories: the collector `git`, which tells deliveries, and the source of debt `hotspot`. */
export const opmodelModuleGit = createBackendModule({
  pluginId: 'opmodel',
  moduleId: 'git',
  register(env) {
    env.registerInit({
      deps: {
        collectors: opmodelCollectorsExtensionPoint,
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        suggestions: opmodelDebtSuggestionsExtensionPoint,
      },
      async init({ collectors, config, logger, suggestions }) {
        const settings = readGitSettings(config);
        const integrations = ScmIntegrations.fromConfig(config);
        const locks = new CloneLocks();
        collectors.addCollector(
          createGitCollector({ settings, integrations, locks, logger }),
        );
        suggestions.addSuggestionSource(
          new HotspotSource({
            git: settings,
            settings: readHotspotSettings(config),
            integrations,
            locks,
          }),
        );
      },
    });
  },
});
