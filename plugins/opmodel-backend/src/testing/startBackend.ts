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

const restrictedTokenPrefix = 'restricted-service:';

/**
 * The header of a service whose token is restricted to these permissions, as `externalAccess` restricts it. Only backends of
 * {@link startBackend} know it.
 */
export function restrictedServiceHeader(permissionNames: string[]): string {
  return `Bearer ${restrictedTokenPrefix}${permissionNames.join(',')}`;
}

/**
 * The mock of the auth service forgets which plugin acts for a user, and a real permission backend then refuses to answer
 * without a resource. This one gives user tokens of plugins their actor back, and knows services with restricted tokens.
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
        const [token] = args;
        if (token.startsWith(restrictedTokenPrefix)) {
          return mockCredentials.service('external:restricted', {
            permissionNames: token
              .slice(restrictedTokenPrefix.length)
              .split(','),
          });
        }
        const credentials = await authenticate(...args);
        return token.startsWith('mock-service-token:') &&
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
export interface TestBackendOptions {
  /** The entities of the catalog, as somebody would write them: relations follow from `spec`. */
  entities: Entity[];
  /** Decides for everyone. It may answer differently from call to call. */
  policy: PermissionPolicy;
  /** The service that tells who calls. Default: the platform's mock. */
  auth?: BackendFeature;
  features?: BackendFeature[];
  config?: { opmodel?: object } & Record<string, unknown>;
}

function withPolicy(policy: PermissionPolicy): BackendFeature {
  return createBackendModule({
    pluginId: 'permission',
    moduleId: 'test-policy',
    register(env) {
      env.registerInit({
        deps: { extension: policyExtensionPoint },
        async init({ extension }) {
          extension.setPolicy(policy);
        },
      });
    },
  });
}

function withEntities(entities: Entity[]): BackendFeature {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'test-entities',
    register(env) {
      env.registerInit({
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

/**
 * Starts a backend with a real catalog and a real permission framework, which is the only way to see whether visibility is
 * enforced: the mocks of both ignore who asks.
 */
export async function startBackend({
  entities,
  policy,
  auth = authWithActor,
  features = [],
  config = {},
}: TestBackendOptions): Promise<TestBackend> {
  return startTestBackend({
    features: [
      auth,
      httpAuthServiceFactory,
      permissionPlugin,
      withPolicy(policy),
      catalogPlugin,
      withEntities(entities),
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
          opmodel: {
            // Policies of tests may answer differently from call to call.
            visibility: { rememberDecisions: { seconds: 0 } },
            ...config.opmodel,
          },
        },
      }),
      ...features,
    ],
  });
}
