import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { readCollatorSettings } from './collatorSettings';
import { DecisionCollatorFactory } from './DecisionCollatorFactory';
import { DebtCollatorFactory } from './DebtCollatorFactory';
import { createEngineClient } from './engineClient';
import { ScorecardCollatorFactory } from './ScorecardCollatorFactory';
import { SloCollatorFactory } from './SloCollatorFactory';
import { TeamCollatorFactory } from './TeamCollatorFactory';

/** Collects teams, decisions, service level objectives, scorecards and technical debt for search. */
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
        const slos = readCollatorSettings(
          config,
          'opmodelSlos',
          '/slos/:namespace/:name',
        );
        const scorecards = readCollatorSettings(
          config,
          'opmodelScorecards',
          '/scorecards/:namespace/:name',
        );
        const debt = readCollatorSettings(
          config,
          'opmodelTechDebt',
          '/tech-debt/items/:id',
        );
        // Where the engine does not answer for a subject, a collator would fail for ever.
        const isOn = (subject: string) =>
          config.getOptionalBoolean(`opmodel.subjects.${subject}.enabled`) ??
          true;
        const engine = createEngineClient(services);
        if (teams.enabled) {
          indexRegistry.addCollator({
            schedule: scheduler.createScheduledTaskRunner(teams.schedule),
            factory: new TeamCollatorFactory({ ...services, ...teams }),
          });
        }
        if (decisions.enabled && isOn('decisions')) {
          indexRegistry.addCollator({
            schedule: scheduler.createScheduledTaskRunner(decisions.schedule),
            factory: new DecisionCollatorFactory({
              ...decisions,
              read: query => engine.listDecisions(query),
            }),
          });
        }
        if (slos.enabled && isOn('slo')) {
          indexRegistry.addCollator({
            schedule: scheduler.createScheduledTaskRunner(slos.schedule),
            factory: new SloCollatorFactory({
              ...slos,
              // By name, since that changes least from page to page.
              read: query => engine.listSlos({ ...query, sort: 'name' }),
            }),
          });
        }
        if (debt.enabled && isOn('tech-debt')) {
          indexRegistry.addCollator({
            schedule: scheduler.createScheduledTaskRunner(debt.schedule),
            factory: new DebtCollatorFactory({
              ...debt,
              read: query =>
                engine.listDebtItems({
                  ...query,
                  // In the order in which they were filed, which no change moves.
                  sort: 'createdAt',
                  status: ['open', 'planned', 'in_progress', 'accepted'],
                }),
            }),
          });
        }
        if (scorecards.enabled && isOn('scorecards')) {
          indexRegistry.addCollator({
            schedule: scheduler.createScheduledTaskRunner(scorecards.schedule),
            factory: new ScorecardCollatorFactory({
              ...scorecards,
              read: {
                list: () => engine.listScorecards(),
                get: ref => engine.getScorecard(ref),
              },
            }),
          });
        }
      },
    });
  },
});
