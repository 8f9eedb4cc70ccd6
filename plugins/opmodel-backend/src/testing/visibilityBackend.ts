import {
  type AuthService,
  type BackendFeature,
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';

/**
 * The mock of the auth service forgets which plugin acts for a user, and a real permission backend then refuses to answer
 * without a resource. This one gives user tokens of plugins their actor back.
 */
const authWithActor = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }): AuthService {
    const auth = mockServices.auth({
      pluginId: plugin.getId(),
      disableDefaultAuthPolicy: false,
    });
    const authenticate = auth.authenticate.bind(auth);
    return Object.assign(auth, {
      async authenticate(...args: Parameters<AuthService['authenticate']>) {
        const credentials = await authenticate(...args);
        return args[0].startsWith('mock-service-token:') &&
          auth.isPrincipal(credentials, 'user')
          ? mockCredentials.user(credentials.principal.userEntityRef, {
              actor: { subject: 'plugin:test' },
            })
          : credentials;
      },
    });
  },
});

/** What stands in the backend. */
export interface VisibilityBackendOptions {
  /** The entities of the catalog, as somebody would write them: relations follow from `spec`. */
  entities: Entity[];
  /** Decides for everyone. It may answer differently from call to call. */
  policy: PermissionPolicy;
  features?: BackendFeature[];
  config?: object;
}

/**
 * Starts a backend with a real catalog and a real permission framework, which is the only way to see whether visibility is
 * enforced: the mocks of both ignore who asks.
 */
export async function startVisibilityBackend({
  entities,
  policy,
  features = [],
  config = {},
}: VisibilityBackendOptions): Promise<TestBackend> {
  const catalogEntities = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'test-entities',
    register(reg) {
      reg.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider({
            getProviderName: () => 'test',
            async connect(connection) {
              await connection.applyMutation({
                type: 'full',
                entities: entities.map(entity => ({
                  entity: withLocation(entity),
                })),
              });
            },
          });
        },
      });
    },
  });
  const testPolicy = createBackendModule({
    pluginId: 'permission',
    moduleId: 'test-policy',
    register(reg) {
      reg.registerInit({
        deps: { extension: policyExtensionPoint },
        async init({ extension }) {
          extension.setPolicy(policy);
        },
      });
    },
  });
  return startTestBackend({
    features: [
      authWithActor,
      httpAuthServiceFactory,
      permissionPlugin,
      testPolicy,
      catalogPlugin,
      catalogEntities,
      mockServices.rootConfig.factory({
        data: {
          permission: { enabled: true },
          backend: { baseUrl: 'http://localhost' },
          catalog: {
            locations: [],
            processingInterval: { minutes: 30 },
            stitchingStrategy: { mode: 'immediate' },
          },
          ...config,
        },
      }),
      ...features,
    ],
  });
}

function withLocation(entity: Entity): Entity {
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        [ANNOTATION_LOCATION]: 'test:test',
        [ANNOTATION_ORIGIN_LOCATION]: 'test:test',
        ...entity.metadata.annotations,
      },
    },
  };
}
