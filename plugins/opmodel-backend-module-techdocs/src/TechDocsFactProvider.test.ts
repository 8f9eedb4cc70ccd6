import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import {
  type FactEntity,
  type FactProvider,
  factProviderContract,
  opmodelFactProvidersExtensionPoint,
} from '@opmodel/backstage-plugin-opmodel-node';
import opmodelModuleTechDocs from '.';

const builtAt = Date.parse('2026-03-01T12:00:00Z');

/** Answers of a `techdocs` plugin, by the path of the entity. */
const techdocs = createBackendPlugin({
  pluginId: 'techdocs',
  register(env) {
    env.registerInit({
      deps: {
        http: coreServices.httpRouter,
        httpAuth: coreServices.httpAuth,
      },
      async init({ http, httpAuth }) {
        http.use(async (request, response, next) => {
          try {
            const { principal } = await httpAuth.credentials(request, {
              allow: ['service'],
            });
            switch (request.path) {
              case '/metadata/techdocs/default/component/checkout':
                response.json({
                  site_name: principal.subject,
                  build_timestamp: builtAt,
                });
                return;
              case '/metadata/techdocs/default/component/broken':
                throw new Error('The storage is gone');
              default:
                throw new NotFoundError('Unable to get metadata');
            }
          } catch (error) {
            next(error);
          }
        });
      },
    });
  },
});

function entity(
  name: string,
  annotations: Record<string, string> = {
    'backstage.io/techdocs-ref': 'dir:.',
  },
): FactEntity {
  return {
    entityRef: `component:default/${name}`,
    kind: 'component',
    namespace: 'default',
    name,
    tags: [],
    annotations,
    labels: {},
  };
}

describe('the techdocs module', () => {
  let stop: () => Promise<void> = async () => {};

  async function start(
    ...features: (typeof techdocs)[]
  ): Promise<FactProvider> {
    const registered: FactProvider[] = [];
    const backend = await startTestBackend({
      extensionPoints: [
        [
          opmodelFactProvidersExtensionPoint,
          {
            addFactProvider: (...providers: FactProvider[]) =>
              void registered.push(...providers),
          },
        ],
      ],
      features: [
        ...features,
        opmodelModuleTechDocs,
        mockServices.rootConfig.factory({ data: {} }),
      ],
    });
    stop = () => backend.stop();
    return registered[0];
  }

  const tell = (provider: FactProvider, ...entities: FactEntity[]) =>
    provider.provide(entities, {
      now: 0,
      signal: new AbortController().signal,
    });

  afterEach(() => stop());

  it('keeps the contract of providers', async () => {
    const provider = await start(techdocs);
    for (const { check } of factProviderContract) {
      await expect(
        check({
          provider,
          entities: [entity('checkout'), entity('unbuilt')],
          unknownEntity: entity('silent', {}),
          brokenEntity: entity('broken'),
        }),
      ).resolves.toBeUndefined();
    }
  });

  it('tells which documentation was built', async () => {
    const provider = await start(techdocs);
    expect(
      await tell(
        provider,
        entity('checkout'),
        entity('unbuilt'),
        entity('silent', {}),
        entity('part', {
          'backstage.io/techdocs-entity': 'component:checkout',
        }),
        entity('broken'),
      ),
    ).toEqual([
      {
        entityRef: 'component:default/checkout',
        facts: { hasAnnotation: true, isBuilt: true, builtAt },
      },
      {
        entityRef: 'component:default/unbuilt',
        facts: { hasAnnotation: true, isBuilt: false, builtAt: null },
      },
      {
        entityRef: 'component:default/silent',
        facts: { hasAnnotation: false },
      },
      {
        entityRef: 'component:default/part',
        facts: { hasAnnotation: true, isBuilt: true, builtAt },
      },
      {
        entityRef: 'component:default/broken',
        problem: expect.stringContaining('500'),
      },
    ]);
  });

  it('makes an annotation that no path can name the problem of its entity alone', async () => {
    const provider = await start(techdocs);
    const shared = (ref: string) => ({ 'backstage.io/techdocs-entity': ref });
    expect(
      await tell(
        provider,
        entity('checkout'),
        entity('beside', shared('component:../checkout')),
        entity('half', shared('component:check\ud800out')),
      ),
    ).toEqual([
      expect.objectContaining({ facts: expect.anything() }),
      {
        entityRef: 'component:default/beside',
        problem: expect.stringContaining('names no documentation'),
      },
      {
        entityRef: 'component:default/half',
        problem: expect.stringContaining('TechDocs could not be asked'),
      },
    ]);
  });

  it('tells of annotations alone where there is no TechDocs', async () => {
    const provider = await start();
    expect(
      await tell(provider, entity('checkout'), entity('silent', {})),
    ).toEqual([
      {
        entityRef: 'component:default/checkout',
        facts: { hasAnnotation: true },
      },
      {
        entityRef: 'component:default/silent',
        facts: { hasAnnotation: false },
      },
    ]);
  });
});
