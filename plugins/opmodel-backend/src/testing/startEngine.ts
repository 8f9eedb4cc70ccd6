import {
  type BackendFeature,
  coreServices,
  createBackendModule,
  createServiceFactory,
  type SchedulerService,
} from '@backstage/backend-plugin-api';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  type EntityProvider,
  catalogProcessingExtensionPoint,
} from '@backstage/plugin-catalog-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { opmodelPlugin } from '../plugin';

/**
 * The platform's mock drops who acts on behalf of a user, and the permission backend then takes its questions for the
 * user's own and refuses them.
 */
const authWithActor = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const auth = mockServices.auth({
      pluginId: plugin.getId(),
      disableDefaultAuthPolicy: false,
    });
    const authenticate = auth.authenticate.bind(auth);
    auth.authenticate = async (token, options) => {
      const credentials = await authenticate(token, options);
      const { principal } = credentials as ReturnType<
        typeof mockCredentials.user
      >;
      return token.startsWith('mock-service-token:') &&
        principal.type === 'user'
        ? mockCredentials.user(principal.userEntityRef, {
            actor: { subject: 'plugin:test' },
          })
        : credentials;
    };
    return auth;
  },
});

function withPolicy(policy: PermissionPolicy) {
  return createBackendModule({
    pluginId: 'permission',
    moduleId: 'test-policy',
    register(env) {
      env.registerInit({
        deps: { policies: policyExtensionPoint },
        async init({ policies }) {
          policies.setPolicy(policy);
        },
      });
    },
  });
}

function withEntities(entities: Entity[]) {
  const provider: EntityProvider = {
    getProviderName: () => 'test',
    connect: connection =>
      connection.applyMutation({
        type: 'full',
        entities: entities.map(entity => ({
          entity: {
            ...entity,
            metadata: {
              ...entity.metadata,
              annotations: {
                ...entity.metadata.annotations,
                'backstage.io/managed-by-location': 'test:test',
                'backstage.io/managed-by-origin-location': 'test:test',
              },
            },
          },
        })),
      }),
  };
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'test-entities',
    register(env) {
      env.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider(provider);
        },
      });
    },
  });
}

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
export async function startEngine(options: {
  policy: PermissionPolicy;
  entities: Entity[];
  config?: object;
}) {
  const scheduler = mockServices.scheduler() as ManualScheduler;
  const backend = await startTestBackend({
    features: [
      authWithActor,
      httpAuthServiceFactory,
      scheduler.factory({ skipTaskRunOnStartup: true }),
      permissionPlugin,
      withPolicy(options.policy),
      catalogPlugin,
      withEntities(options.entities),
      mockServices.rootConfig.factory({
        data: {
          permission: { enabled: true },
          backend: { baseUrl: 'http://localhost' },
          catalog: { locations: [], processingInterval: '1s' },
          ...options.config,
        },
      }),
      opmodelPlugin,
    ],
  });
  const runTask = async (id: string) => {
    const done = scheduler.waitForTask(id);
    await scheduler.triggerTask(id);
    await done;
  };
  return { server: backend.server, stop: () => backend.stop(), runTask };
}
