import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { readCollatorSettings } from './collatorSettings';
import {
  DecisionCollatorFactory,
  readDecisionsOf,
} from './DecisionCollatorFactory';
import { TeamCollatorFactory } from './TeamCollatorFactory';

/** Collects teams and decisions for search. */
export const searchModuleOpmodel = createBackendModule({
  pluginId: 'search',
  moduleId: 'opmodel',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ indexRegistry, scheduler, config, ...services }) {
        const teams = readCollatorSettings(
          config,
          'opmodelTeams',
          '/catalog/:namespace/:kind/:name',
        );
        const decisions = readCollatorSettings(
          config,
          'opmodelDecisions',
          '/ownership/decisions?decision=:id',
        );
        // Where the engine does not answer for decisions, a collator would fail for ever.
        const areDecisionsOn =
          config.getOptionalBoolean('opmodel.subjects.decisions.enabled') ??
          true;
        if (teams.enabled) {
          indexRegistry.addCollator({
            schedule: scheduler.createScheduledTaskRunner(teams.schedule),
            factory: new TeamCollatorFactory({ ...services, ...teams }),
          });
        }
        if (decisions.enabled && areDecisionsOn) {
          indexRegistry.addCollator({
            schedule: scheduler.createScheduledTaskRunner(decisions.schedule),
            factory: new DecisionCollatorFactory({
              ...decisions,
              read: readDecisionsOf(services),
            }),
          });
        }
      },
    });
  },
});
