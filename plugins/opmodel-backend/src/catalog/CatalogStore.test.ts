import { entityOf, scanEntities, scanTime } from '../testing/catalog';
import { eachStore } from '../testing/eachStore';
import type { CatalogStore } from './CatalogStore';
import { DatabaseCatalogStore } from './DatabaseCatalogStore';
import { DatabaseSnapshotStore } from './DatabaseSnapshotStore';
import { FakeCatalogStore } from './FakeCatalogStore';
import type { SnapshotStore } from './SnapshotStore';
import { seesAll, seesNone, type Visibility } from './Visibility';

const organisation = [
  entityOf('Component:default/Cart', {
    title: 'The cart',
    ownedBy: 'group:default/checkout',
    partOf: 'system:default/shop',
    tags: ['java'],
    labels: { team: 'x' },
    annotations: {
      'github.com/project-slug': 'acme/shop',
      'opmodel.io/path': 'services/cart',
      'opmodel.io/tier': '1',
    },
    spec: { type: 'service', lifecycle: 'production' },
  }),
  entityOf('component:default/mail', {
    ownedBy: 'group:default/checkout',
    partOf: 'system:default/shop',
    annotations: {
      'github.com/project-slug': 'acme/shop',
      'opmodel.io/path': 'services/mail',
      'jira/project-key': 'MAIL',
    },
    spec: { type: 'library', lifecycle: 'experimental' },
  }),
  entityOf('component:default/site', {
    ownedBy: 'group:default/commerce',
    annotations: { 'jira/project-key': 'SITE' },
    spec: { type: 'website', lifecycle: 'production' },
  }),
  entityOf('system:default/shop', {
    ownedBy: 'group:default/commerce',
    partOf: 'domain:default/buying',
  }),
  entityOf('domain:default/buying'),
  entityOf('group:default/checkout', { childOf: 'group:default/commerce' }),
  entityOf('group:default/commerce', {
    spec: {
      profile: { displayName: 'Commerce', email: 'commerce@example.com' },
      children: [],
    },
  }),
  entityOf('user:default/ada', {
    memberOf: ['group:default/Checkout', 'group:default/gone'],
    spec: { profile: { email: 'ada@example.com' } },
  }),
];

const everyKind = organisation.map(entity =>
  `${entity.kind}:${entity.metadata.namespace}/${entity.metadata.name}`.toLowerCase(),
);

/** Visibilities under which the mail component is hidden, and the rest of the shop is not. */
const withoutMail: [string, Visibility][] = [
  [
    'a condition',
    {
      type: 'condition',
      condition: { not: { key: 'spec.Type', values: ['Library'] } },
    },
  ],
  [
    'refs',
    {
      type: 'refs',
      refs: new Set(everyKind.filter(ref => ref !== 'component:default/mail')),
    },
  ],
];

eachStore<{ snapshot: SnapshotStore; catalog: CatalogStore }>(
  {
    name: 'CatalogStore',
    fake() {
      const store = new FakeCatalogStore();
      return { snapshot: store, catalog: store };
    },
    database: knex => ({
      snapshot: new DatabaseSnapshotStore(knex),
      catalog: new DatabaseCatalogStore(knex),
    }),
  },
  createStores => {
    let store: CatalogStore;
    let snapshot: SnapshotStore;

    beforeAll(async () => {
      const stores = await createStores();
      store = stores.catalog;
      snapshot = stores.snapshot;
      const removed = entityOf('component:default/gone', {
        annotations: { 'jira/project-key': 'GONE' },
      });
      await scanEntities(snapshot, [...organisation, removed], {
        now: scanTime - 1000,
      });
      await scanEntities(snapshot, organisation);
    });

    const refsIn = async (
      scopeRef: string,
      visibility: Visibility = seesAll,
    ) => {
      const page = await store.listScope(
        { scopeRef, kinds: ['component'] },
        visibility,
        { limit: 100 },
      );
      return page.items.map(entity => entity.ref);
    };

    it('keeps an entity as the catalog has it', async () => {
      expect(await store.getEntity('component:default/cart', seesAll)).toEqual({
        ref: 'component:default/cart',
        kind: 'component',
        namespace: 'default',
        name: 'Cart',
        title: 'The cart',
        type: 'service',
        lifecycle: 'production',
        tier: '1',
        tierSource: 'annotation',
        systemRef: 'system:default/shop',
        domainRef: 'domain:default/buying',
        ownerRef: 'group:default/checkout',
        parentRef: 'system:default/shop',
        tags: ['java'],
        annotations: {
          'github.com/project-slug': 'acme/shop',
          'opmodel.io/path': 'services/cart',
          'opmodel.io/tier': '1',
        },
        labels: { team: 'x' },
        etag: 'etag',
        firstSeenAt: scanTime - 1000,
        seenAt: scanTime - 1000,
        removedAt: undefined,
      });
      expect(
        await store.getEntity('component:default/none', seesAll),
      ).toBeUndefined();
    });

    it('lists the entities of a scope, without those that were removed', async () => {
      const shop = ['component:default/cart', 'component:default/mail'];
      expect(await refsIn('system:default/shop')).toEqual(shop);
      expect(await refsIn('domain:default/buying')).toEqual(shop);
      expect(await refsIn('group:default/checkout')).toEqual(shop);
      const all = [...shop, 'component:default/site'];
      expect(await refsIn('group:default/commerce')).toEqual(all);
      expect(await refsIn('org')).toEqual(all);
      expect(await refsIn('component:default/cart')).toEqual([shop[0]]);
      expect(await refsIn('group:default/unknown')).toEqual([]);
    });

    it.each([
      [{ types: ['service', 'website'] }, 2],
      [{ types: [] }, 0],
      [{ lifecycles: ['experimental'] }, 1],
      [{ tiers: ['1'] }, 1],
      [{ ownerRefs: ['group:default/commerce'] }, 2],
      [{ systemRefs: ['system:default/shop'], types: ['library'] }, 1],
      [{ kinds: ['group', 'domain'] }, 3],
    ])('filters a scope by %p', async (filter, expected) => {
      const wanted = { scopeRef: 'org', ...filter };
      expect(await store.countScope(wanted, seesAll)).toBe(expected);
      const page = await store.listScope(wanted, seesAll, { limit: 100 });
      expect(page.items).toHaveLength(expected);
    });

    it('gives a scope in pages that leave nothing out', async () => {
      const refs: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.listScope({ scopeRef: 'org' }, seesAll, {
          limit: 3,
          cursor,
        });
        expect(page.items.length).toBeLessThanOrEqual(3);
        refs.push(...page.items.map(entity => entity.ref));
        cursor = page.nextCursor;
      } while (cursor);
      expect(refs).toEqual(
        everyKind.filter(ref => !ref.startsWith('user:')).sort(),
      );
    });

    it('lists the scopes below a scope', async () => {
      const below = async (scopeRef: string) =>
        (await store.listChildren(scopeRef, seesAll)).map(({ ref }) => ref);
      expect(await below('org')).toEqual(['group:default/commerce']);
      expect(await below('group:default/commerce')).toEqual([
        'group:default/checkout',
      ]);
      expect(await below('domain:default/buying')).toEqual([
        'system:default/shop',
      ]);
      expect(await below('system:default/shop')).toEqual([
        'component:default/cart',
        'component:default/mail',
      ]);
    });

    it('lists the scopes of an entity', async () => {
      expect(
        await store.listScopesOf('component:default/cart', seesAll),
      ).toEqual([
        'component:default/cart',
        'domain:default/buying',
        'group:default/checkout',
        'group:default/commerce',
        'org',
        'system:default/shop',
      ]);
    });

    it('finds entities by outside identities', async () => {
      const found = async (keys: { system: string; externalId: string }[]) =>
        (await store.findLinks(keys, seesAll))
          .map(link => [link.entityRef, link.path])
          .sort();
      const github = { system: 'github', externalId: 'acme/shop' };
      expect(await found([github])).toEqual([
        ['component:default/cart', 'services/cart'],
        ['component:default/mail', 'services/mail'],
      ]);
      expect(
        await found([
          { system: 'jira', externalId: 'SITE' },
          { system: 'name', externalId: 'cart' },
        ]),
      ).toEqual([
        ['component:default/cart', undefined],
        ['component:default/site', undefined],
      ]);
      expect(await found([{ system: 'jira', externalId: 'GONE' }])).toEqual([]);
      expect(await found([])).toEqual([]);
      expect(
        await store.listLinks(['component:default/site'], seesAll),
      ).toEqual(
        expect.arrayContaining([
          {
            system: 'jira',
            externalId: 'SITE',
            path: undefined,
            entityRef: 'component:default/site',
          },
        ]),
      );
    });

    it('lists the entities that carry an annotation', async () => {
      const annotated = async (annotations: string[], cursor?: string) =>
        store.listByAnnotation(annotations, seesAll, { limit: 1, cursor });
      const first = await annotated(['jira/project-key', 'other']);
      expect(first.items.map(({ ref }) => ref)).toEqual([
        'component:default/mail',
      ]);
      const second = await annotated(['jira/project-key'], first.nextCursor);
      expect(second.items.map(({ ref }) => ref)).toEqual([
        'component:default/site',
      ]);
      expect(second.nextCursor).toBeUndefined();
      expect((await annotated([])).items).toEqual([]);
    });

    it('finds entities with who owns them, as far as they may be seen', async () => {
      const refs = async (asked: string[], visibility: Visibility) =>
        (await store.getEntities(asked, visibility, { withOwners: true })).map(
          ({ ref }) => ref,
        );
      const [{ ownerRef }] = await store.getEntities(
        ['component:default/cart'],
        seesAll,
      );

      expect(await refs(['component:default/cart'], seesAll)).toEqual([
        'component:default/cart',
        ownerRef,
      ]);
      expect(await refs(['user:default/ada'], seesAll)).toEqual([
        'user:default/ada',
      ]);
      expect(
        await refs(['component:default/cart'], {
          type: 'refs',
          refs: new Set(['component:default/cart']),
        }),
      ).toEqual(['component:default/cart']);
    });

    it('knows which refs exist', async () => {
      expect(
        await store.existingRefs(
          [
            'component:default/cart',
            'component:default/gone',
            'component:default/none',
          ],
          seesAll,
        ),
      ).toEqual(new Set(['component:default/cart']));
    });

    it('copes with more refs than a statement may have parameters', async () => {
      const many = Array.from({ length: 70_000 }, (_, i) => `component:x/${i}`);
      expect(
        await store.getEntities([...many, 'user:default/ada'], seesAll),
      ).toHaveLength(1);
    });

    it('says how current it is', async () => {
      const state = await store.snapshotState();
      expect(state).toMatchObject({
        completedAt: scanTime,
        entities: organisation.length,
      });
      expect(state.scans).toMatchObject([
        { state: 'complete', changed: 0, removed: 1, problems: [] },
        { state: 'complete', changed: organisation.length + 1, removed: 0 },
      ]);
    });

    it.each(withoutMail)(
      'hides an entity from every read by %s',
      async (_, visibility) => {
        const mail = 'component:default/mail';
        const org = { scopeRef: 'org' };
        const key = { system: 'jira', externalId: 'MAIL' };
        const page = { limit: 100 };
        expect(await store.getEntity(mail, visibility)).toBeUndefined();
        expect(await store.getEntities([mail], visibility)).toEqual([]);
        expect(await store.existingRefs([mail], visibility)).toEqual(new Set());
        expect(await store.listRefs(visibility)).not.toContain(mail);
        expect(await refsIn('org', visibility)).toEqual([
          'component:default/cart',
          'component:default/site',
        ]);
        expect(await store.countScope(org, visibility)).toBe(
          (await store.countScope(org, seesAll)) - 1,
        );
        const children = await store.listChildren(
          'system:default/shop',
          visibility,
        );
        expect(children.map(({ ref }) => ref)).toEqual([
          'component:default/cart',
        ]);
        expect(await store.listScopesOf(mail, visibility)).toEqual([]);
        expect(await store.findLinks([key], visibility)).toEqual([]);
        expect(await store.listLinks([mail], visibility)).toEqual([]);
        const annotated = await store.listByAnnotation(
          ['jira/project-key'],
          visibility,
          page,
        );
        expect(annotated.items.map(({ ref }) => ref)).toEqual([
          'component:default/site',
        ]);
        expect(await store.listOwnership(mail, visibility)).toEqual([]);
        expect(
          await store.listRelations(
            { types: ['partOf'], targetRefs: ['system:default/shop'] },
            visibility,
          ),
        ).toEqual([
          {
            entityRef: 'component:default/cart',
            type: 'partOf',
            targetRef: 'system:default/shop',
          },
        ]);
      },
    );

    it('keeps what a group says of itself, and of a person nothing', async () => {
      const [group, person] = await store.getEntities(
        ['group:default/commerce', 'user:default/ada'],
        seesAll,
      );
      expect(group.document).toEqual({
        profile: { displayName: 'Commerce', email: 'commerce@example.com' },
      });
      expect(person.document).toBeUndefined();
    });

    it('keeps relations, also to what the catalog lacks', async () => {
      expect(
        await store.listRelations(
          { types: ['memberOf', 'childOf'], entityRefs: ['user:default/ada'] },
          seesAll,
        ),
      ).toEqual(
        ['group:default/checkout', 'group:default/gone'].map(targetRef => ({
          entityRef: 'user:default/ada',
          type: 'memberOf',
          targetRef,
        })),
      );
      expect(
        await store.listRelations({ types: ['memberOf'] }, seesNone),
      ).toEqual([]);
    });

    it('shows nothing to whom nothing may be shown', async () => {
      const cart = 'component:default/cart';
      expect(await store.getEntity(cart, seesNone)).toBeUndefined();
      expect(await store.listRefs(seesNone)).toEqual([]);
      expect(await store.countScope({ scopeRef: 'org' }, seesNone)).toBe(0);
      expect(await store.listOwnership(cart, seesNone)).toEqual([]);
    });
  },
);
