import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { ConflictError } from '@backstage/errors';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { opmodelPermissions } from '@opmodel/backstage-plugin-opmodel-common';
import {
  type Collector,
  type DebtSuggestionSource,
  type FactProvider,
  type OnCallProvider,
  opmodelCollectorsExtensionPoint,
  opmodelDebtSuggestionsExtensionPoint,
  opmodelFactProvidersExtensionPoint,
  opmodelOnCallProvidersExtensionPoint,
  opmodelSliSourcesExtensionPoint,
  opmodelWebhookReadersExtensionPoint,
  type SliSource,
  type WebhookReader,
} from '@opmodel/backstage-plugin-opmodel-node';
import { createEngine } from './createEngine';
import { migrateDatabase } from './DatabaseMigrations';
import { DatabaseClock } from './lib/DatabaseClock';
import { keepValuesOutOfErrors } from './lib/DatabaseErrors';

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
      addWebhookReader(...added) {
        for (const reader of added) {
          if (webhookReaders.some(({ type }) => type === reader.type)) {
            throw new ConflictError(
              `There is a reader of webhooks of ${reader.type} already`,
            );
          }
          webhookReaders.push(reader);
        }
      },
    });
    const onCallProviders: OnCallProvider[] = [];
    env.registerExtensionPoint(opmodelOnCallProvidersExtensionPoint, {
      addOnCallProvider(...added) {
        for (const provider of added) {
          const { id, annotation } = provider;
          if (
            onCallProviders.some(
              known => known.id === id || known.annotation === annotation,
            )
          ) {
            throw new ConflictError(
              `There is an on-call system ${id}, or one for ${annotation}, already`,
            );
          }
          onCallProviders.push(provider);
        }
      },
    });
    const sliSources: SliSource[] = [];
    env.registerExtensionPoint(opmodelSliSourcesExtensionPoint, {
      addSliSource(...added) {
        for (const source of added) {
          if (sliSources.some(({ type }) => type === source.type)) {
            throw new ConflictError(
              `There is a source of service levels of type ${source.type} already`,
            );
          }
          sliSources.push(source);
        }
      },
    });
    const factProviders: FactProvider[] = [];
    env.registerExtensionPoint(opmodelFactProvidersExtensionPoint, {
      addFactProvider(...added) {
        for (const provider of added) {
          if (factProviders.some(({ id }) => id === provider.id)) {
            throw new ConflictError(
              `There is a provider of facts ${provider.id} already`,
            );
          }
          factProviders.push(provider);
        }
      },
    });
    const debtSuggestionSources: DebtSuggestionSource[] = [];
    env.registerExtensionPoint(opmodelDebtSuggestionsExtensionPoint, {
      addSuggestionSource(...added) {
        for (const source of added) {
          if (debtSuggestionSources.some(({ id }) => id === source.id)) {
            throw new ConflictError(
              `There is a source of debt ${source.id} already`,
            );
          }
          debtSuggestionSources.push(source);
        }
      },
    });
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        tracing: tracingServiceRef,
        userInfo: coreServices.userInfo,
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
        keepValuesOutOfErrors(knex);
        if (!database.migrations?.skip) {
          await migrateDatabase(knex);
        }
        permissionsRegistry.addPermissions(opmodelPermissions);
        const clock = new DatabaseClock({ knex, logger });
        await clock.synchronize();
        const engine = createEngine({
          ...services,
          knex,
          collectors,
          webhookReaders,
          onCallProviders,
          sliSources,
          factProviders,
          debtSuggestionSources,
          clock: clock.now,
        });
        httpRouter.use(engine.router);
        // Webhooks bring signatures instead of tokens; the route checks them.
        httpRouter.addAuthPolicy({ path: '/intake', allow: 'unauthenticated' });
        lifecycle.addStartupHook(async () => {
          await clock.keepSynchronized(scheduler);
          await engine.start();
        });
        lifecycle.addShutdownHook(() => engine.stop());
      },
    });
  },
});
