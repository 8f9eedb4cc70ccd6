import {
  type BackendFeature,
  coreServices,
  createBackendModule,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { opmodelPlugin } from '../plugin';
import { startBackend, type TestBackendOptions } from './startBackend';

/** What the platform's mock of the scheduler can do beyond its type. */
interface ManualScheduler extends SchedulerService {
  factory(options: { skipTaskRunOnStartup: boolean }): BackendFeature;
  waitForTask(id: string): Promise<void>;
}

/**
 * Starts the engine with a real catalog and a real permission backend, so that visibility is really enforced.
 *
 * @param options - `policy` decides every permission; `entities` are what the catalog holds
 */
export async function startEngine(options: TestBackendOptions) {
  const scheduler = mockServices.scheduler() as ManualScheduler;
  let knex: Knex | undefined;
  const database = createBackendModule({
    pluginId: 'opmodel',
    moduleId: 'test-database',
    register(env) {
      env.registerInit({
        deps: { database: coreServices.database },
        async init(services) {
          knex = await services.database.getClient();
        },
      });
    },
  });
  const backend = await startBackend({
    ...options,
    config: {
      catalog: { locations: [], processingInterval: '1s' },
      ...options.config,
    },
    features: [
      scheduler.factory({ skipTaskRunOnStartup: true }),
      opmodelPlugin,
      database,
      ...(options.features ?? []),
    ],
  });
  const runTask = async (id: string) => {
    const done = scheduler.waitForTask(id);
    await scheduler.triggerTask(id);
    await done;
  };
  return {
    server: backend.server,
    stop: () => backend.stop(),
    runTask,
    /** The engine's database, to look at what it did. */
    knex: knex!,
  };
}
