import {
  coreServices,
  createBackendPlugin,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { opmodelPermissions } from '@opmodel/backstage-plugin-opmodel-common';
import {
  type Collector,
  opmodelCollectorsExtensionPoint,
  opmodelWebhookReadersExtensionPoint,
  type WebhookReader,
} from '@opmodel/backstage-plugin-opmodel-node';
import { createEngine } from './createEngine';
import { DatabaseClock } from './lib/DatabaseClock';

/** The engine of Opmodel. It runs without any configuration. */
export const opmodelPlugin = createBackendPlugin({
  pluginId: 'opmodel',
  register(env) {
    const collectors: Collector[] = [];
    env.registerExtensionPoint(opmodelCollectorsExtensionPoint, {
      addCollector: (...added) => collectors.push(...added),
    });
    const webhookReaders: WebhookReader[] = [];
    env.registerExtensionPoint(opmodelWebhookReadersExtensionPoint, {
      addWebhookReader: (...added) => webhookReaders.push(...added),
    });
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(services) {
        const {
          database,
          httpRouter,
          lifecycle,
          logger,
          permissionsRegistry,
          scheduler,
        } = services;
        const knex = await database.getClient();
        if (!database.migrations?.skip) {
          await knex.migrate.latest({
            directory: resolvePackagePath(
              '@opmodel/backstage-plugin-opmodel-backend',
              'migrations',
            ),
          });
        }
        permissionsRegistry.addPermissions(opmodelPermissions);
        const clock = new DatabaseClock({ knex, logger });
        await clock.synchronize();
        const engine = createEngine({
          ...services,
          knex,
          collectors,
          webhookReaders,
          clock: clock.now,
        });
        httpRouter.use(engine.router);
        lifecycle.addStartupHook(async () => {
          await clock.keepSynchronized(scheduler);
          await engine.start();
        });
      },
    });
  },
});
