import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  type CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogEntityPermissionResourceRef } from '@backstage/plugin-catalog-node/alpha';
import {
  AuthorizeResult,
  type PermissionCondition,
  type PermissionCriteria,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionFactory,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { opmodelDoraReadPermission } from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import { z } from 'zod/v3';
import { scannerFor } from '../testing/catalog';
import { createEngineDatabases, testDatabaseIds } from '../testing/databases';
import { startBackend } from '../testing/startBackend';
import { DatabaseCatalogStore } from './DatabaseCatalogStore';
import { DatabaseSnapshotStore } from './DatabaseSnapshotStore';
import { FakeCatalogStore } from './FakeCatalogStore';
import { seesAll } from './Visibility';
import { VisibilityResolver } from './VisibilityResolver';

type Criteria = PermissionCriteria<PermissionCondition<'catalog-entity'>>;

function entity(
  kind: string,
  name: string,
  spec: Entity['spec'],
  metadata: Partial<Entity['metadata']> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, ...metadata },
    spec,
  };
}

// More than 200 characters, which the catalog does not search.
const longValue = 'X'.repeat(250);
const longKey = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(
  60,
)}.example.com/key`;

const service = { type: 'service', lifecycle: 'production' };
const entities = [
  entity(
    'Component',
    'cart',
    { ...service, owner: 'checkout', system: 'shop' },
    {
      title: 'The Cart',
      tags: ['java', 'web'],
      labels: { tier: 'Gold' },
      annotations: { 'example.com/Region': 'EU' },
    },
  ),
  entity(
    'Component',
    'payroll',
    { ...service, owner: 'people' },
    {
      description: 'salaries',
      labels: { tier: 'gold', secret: 'true' },
      annotations: { 'example.com/region': 'us' },
    },
  ),
  entity('Component', 'site', {
    type: 'website',
    lifecycle: 'experimental',
    owner: 'user:ada',
  }),
  entity(
    'Component',
    'odd',
    { ...service, type: 'Größe İ', owner: 'Checkout' },
    {
      title: 'ÉCLAIR İ ẞ 😀',
      tags: [],
      annotations: {
        'example.com/long': longValue,
        'example.com/limit': 'y'.repeat(200),
        'example.com/empty': '',
        'example.com/unicode': 'ÄÖÜ İ 😀 \'"%_\\',
        [longKey]: 'found',
      },
    },
  ),
  entity('API', 'orders', {
    type: 'openapi',
    lifecycle: 'production',
    owner: 'checkout',
    definition: '{}',
  }),
  entity('System', 'shop', { owner: 'checkout' }),
  entity('Group', 'checkout', { type: 'team', children: [], parent: 'top' }),
  entity('Group', 'people', { type: 'team', children: [], parent: 'top' }),
  entity('Group', 'top', { type: 'division', children: [] }),
  entity('User', 'ada', { memberOf: ['checkout'] }),
];

/** A rule that the engine cannot know. */
const nameStartsWith = createPermissionRule({
  name: 'NAME_STARTS_WITH',
  description: 'Allow entities whose name starts so',
  resourceRef: catalogEntityPermissionResourceRef,
  paramsSchema: z.object({ start: z.string() }),
  apply: (resource, { start }) => resource.metadata.name.startsWith(start),
  toQuery: ({ start }) => ({
    key: 'metadata.name',
    values: entities
      .map(({ metadata }) => metadata.name)
      .filter(name => name.startsWith(start)),
  }),
});
const startsWith = createConditionFactory(nameStartsWith);

const customRule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'custom-rule',
  register(reg) {
    reg.registerInit({
      deps: { registry: coreServices.permissionsRegistry },
      async init({ registry }) {
        registry.addPermissionRules([nameStartsWith]);
      },
    });
  },
});

const rule: fc.Arbitrary<Criteria> = fc.oneof(
  fc.constantFrom<Criteria[]>(
    catalogConditions.hasAnnotation({ annotation: 'example.com/region' }),
    catalogConditions.hasAnnotation({
      annotation: 'EXAMPLE.com/region',
      value: 'eu',
    }),
    catalogConditions.hasAnnotation({ annotation: 'example.com/long' }),
    catalogConditions.hasAnnotation({
      annotation: 'example.com/long',
      value: longValue,
    }),
    catalogConditions.hasAnnotation({
      annotation: 'example.com/limit',
      value: 'Y'.repeat(200),
    }),
    catalogConditions.hasAnnotation({ annotation: 'example.com/empty' }),
    catalogConditions.hasAnnotation({
      annotation: 'example.com/empty',
      value: '',
    }),
    catalogConditions.hasAnnotation({
      annotation: 'example.com/unicode',
      value: 'äöü i̇ 😀 \'"%_\\',
    }),
    catalogConditions.hasAnnotation({
      annotation: 'example.com/unicode',
      value: 'äöü',
    }),
    catalogConditions.hasAnnotation({ annotation: longKey }),
    catalogConditions.hasAnnotation({ annotation: '' }),
    catalogConditions.hasLabel({ label: 'secret' }),
    catalogConditions.hasLabel({ label: 'tier', value: 'GOLD' }),
    catalogConditions.hasMetadata({ key: 'name', value: 'CART' }),
    catalogConditions.hasMetadata({ key: 'namespace', value: 'default' }),
    catalogConditions.hasMetadata({ key: 'tags', value: 'java' }),
    catalogConditions.hasMetadata({ key: 'tags.java' }),
    catalogConditions.hasMetadata({ key: 'title' }),
    catalogConditions.hasMetadata({ key: 'title', value: 'éclair İ ß 😀' }),
    catalogConditions.hasMetadata({ key: 'Title', value: 'éclair i̇ ß 😀' }),
    catalogConditions.hasMetadata({ key: 'tags', value: '' }),
    catalogConditions.hasMetadata({ key: 'annotations' }),
    catalogConditions.hasMetadata({ key: 'description' }),
    catalogConditions.hasMetadata({ key: 'labels.tier', value: 'gold' }),
    catalogConditions.hasSpec({ key: 'type', value: 'Service' }),
    catalogConditions.hasSpec({ key: 'type', value: 'grösse i̇' }),
    catalogConditions.hasSpec({ key: 'type', value: 'größe İ' }),
    catalogConditions.hasSpec({ key: 'owner', value: 'CHECKOUT' }),
    catalogConditions.hasSpec({ key: 'domain' }),
    catalogConditions.hasSpec({ key: 'system' }),
    catalogConditions.hasSpec({ key: 'memberOf', value: 'checkout' }),
    startsWith({ start: 's' }) as Criteria,
  ),
  fc
    .subarray(['Component', 'api', 'GROUP', 'user'], { minLength: 1 })
    .map(kinds => catalogConditions.isEntityKind({ kinds })),
  fc
    .subarray([
      'group:default/checkout',
      'Group:default/PEOPLE',
      'user:default/ada',
      'group:default/x',
    ])
    .map(claims => catalogConditions.isEntityOwner({ claims })),
);

const { criteria } = fc.letrec<{ criteria: Criteria }>(tie => {
  const some = fc.array(tie('criteria'), { minLength: 1, maxLength: 3 });
  return {
    criteria: fc.oneof(
      { depthSize: 'small' },
      rule,
      fc.record({ not: tie('criteria') }),
      some.map(allOf => ({ allOf })) as fc.Arbitrary<Criteria>,
      some.map(anyOf => ({ anyOf })) as fc.Arbitrary<Criteria>,
    ),
  };
});

describe('visibility under a real catalog and permission framework', () => {
  const user = mockCredentials.user('user:default/ada');
  const databases = createEngineDatabases();
  const store = new FakeCatalogStore();
  /** The same snapshot in every database. */
  const stores: DatabaseCatalogStore[] = [];
  const decisions = new Map<string, PolicyDecision>();
  let backend: TestBackend;
  let catalog: CatalogService;
  let resolver: VisibilityResolver;
  let now = 0;

  beforeAll(async () => {
    const engine = createBackendPlugin({
      pluginId: 'opmodel',
      register(reg) {
        reg.registerInit({
          deps: {
            auth: coreServices.auth,
            catalogService: catalogServiceRef,
            permissions: coreServices.permissions,
          },
          async init({ auth, catalogService, permissions }) {
            catalog = catalogService;
            resolver = new VisibilityResolver({
              auth,
              permissions,
              store,
              catalog: catalogService,
              rememberedMs: 0,
              clock: () => now,
            });
          },
        });
      },
    });
    backend = await startBackend({
      entities,
      features: [engine, customRule],
      policy: {
        async handle({ permission }) {
          return (
            decisions.get(permission.name) ?? { result: AuthorizeResult.ALLOW }
          );
        },
      },
    });
    for (;;) {
      await scannerFor(store, catalog).scan();
      const cart = await store.getEntity('component:default/cart', seesAll);
      const refs = await store.listRefs(seesAll);
      if (refs.length >= entities.length && cart?.systemRef) {
        break;
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    for (const id of testDatabaseIds) {
      const knex = await databases.createMigrated(id);
      await scannerFor(new DatabaseSnapshotStore(knex), catalog).scan();
      stores.push(new DatabaseCatalogStore(knex));
    }
  }, 60_000);

  afterAll(() => backend.stop());

  beforeEach(() => {
    decisions.clear();
    // The resolver keeps answers for seconds.
    now += 60_000;
  });

  function decide(permission: ResourcePermission, conditions: Criteria) {
    decisions.set(
      permission.name,
      createCatalogConditionalDecision(
        permission as ResourcePermission<'catalog-entity'>,
        conditions as Parameters<typeof createCatalogConditionalDecision>[1],
      ),
    );
  }

  const catalogRead = {
    type: 'resource',
    name: 'catalog.entity.read',
    resourceType: 'catalog-entity',
    attributes: { action: 'read' },
  } as const;

  async function readableInCatalog(): Promise<string[]> {
    const { items } = await catalog.queryEntities({}, { credentials: user });
    return items.map(item => stringifyEntityRef(item)).sort();
  }

  async function visibleInEngine(): Promise<string[]> {
    const visibility = await resolver.resolve(user, opmodelDoraReadPermission);
    const visible = await store.listRefs(visibility);
    for (const database of stores) {
      expect(await database.listRefs(visibility)).toEqual(visible);
    }
    return visible;
  }

  it('shows what the catalog shows, whatever the conditions', async () => {
    await fc.assert(
      fc
        .asyncProperty(criteria, async conditions => {
          decide(catalogRead, conditions);
          expect(await visibleInEngine()).toEqual(await readableInCatalog());
        })
        .beforeEach(() => {
          now += 60_000;
        }),
      { numRuns: 100 },
    );
  }, 60_000);

  it('shows what both permissions allow', async () => {
    decide(
      catalogRead,
      catalogConditions.isEntityKind({ kinds: ['component'] }),
    );
    decide(opmodelDoraReadPermission, {
      anyOf: [
        startsWith({ start: 's' }) as Criteria,
        startsWith({ start: 'pay' }) as Criteria,
      ],
    });
    expect(await visibleInEngine()).toEqual([
      'component:default/payroll',
      'component:default/site',
    ]);
  });

  it('lets no read see a component that the policy denies', async () => {
    const payroll = 'component:default/payroll';
    decide(catalogRead, {
      not: catalogConditions.hasLabel({ label: 'secret' }),
    });
    const visibility = await resolver.resolve(user, opmodelDoraReadPermission);
    const page = { limit: 100 };
    const key = { system: 'name', externalId: 'payroll' };
    const scope = { scopeRef: 'group:default/people', kinds: ['component'] };
    expect(await store.countScope(scope, seesAll)).toBe(1);
    expect(await store.countScope(scope, visibility)).toBe(0);
    expect((await store.listScope(scope, visibility, page)).items).toEqual([]);
    expect(await store.getEntity(payroll, visibility)).toBeUndefined();
    expect(await store.listOwnership(payroll, visibility)).toEqual([]);
    expect(await store.findLinks([key], visibility)).toEqual([]);
    expect(await store.listRefs(visibility)).toEqual(await readableInCatalog());
  });
});
