import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  concealCodeowner,
  type RepositoryOwnership,
} from '@opmodel/backstage-plugin-opmodel-node';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { DatabaseCatalogStore } from '../../catalog/DatabaseCatalogStore';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import type { SnapshotStore } from '../../catalog/SnapshotStore';
import { seesAll, seesNone, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import { CatalogRepositoryOwnershipReader } from './CatalogRepositoryOwnershipReader';
import { createRepositoryPort } from './createRepositoryPort';
import { DatabaseRepositoryOwnershipStore } from './DatabaseRepositoryOwnershipStore';
import { FakeRepositoryOwnershipStore } from './FakeRepositoryOwnershipStore';
import type { RepositoryOwnershipStore } from './RepositoryOwnershipStore';

const cart = 'component:default/cart';
const plain = 'component:default/plain';
const shop = 'group:default/shop';
const mail = 'group:acme/mail';
const repository = {
  'backstage.io/source-location':
    'url:https://git.example.com/acme/shop/tree/main/',
};

const told = (
  owners: string[] | null,
  overrides: Partial<RepositoryOwnership> = {},
): RepositoryOwnership => ({
  entityRef: cart,
  folder: 'services/cart',
  codeowners: owners && {
    path: 'CODEOWNERS',
    rules: [{ pattern: '/services/cart/', line: 2, owners }],
  },
  from: Date.parse('2026-08-24T00:00:00Z'),
  to: Date.parse('2026-11-22T00:00:00Z'),
  commits: 40,
  contributors: 5,
  unassignedCommits: 4,
  teams: [
    { teamRef: shop, commits: 10, contributors: 2 },
    { teamRef: mail, commits: 30, contributors: 3 },
    { teamRef: 'group:default/rare', commits: 1, contributors: 1 },
  ],
  ...overrides,
});

eachStore<{
  snapshot: SnapshotStore;
  catalog: CatalogStore;
  store: RepositoryOwnershipStore;
}>(
  {
    name: 'RepositoryOwnershipStore',
    fake() {
      const catalog = new FakeCatalogStore();
      const store = new FakeRepositoryOwnershipStore(catalog);
      return { snapshot: catalog, catalog, store };
    },
    database: knex => ({
      snapshot: new DatabaseSnapshotStore(knex),
      catalog: new DatabaseCatalogStore(knex),
      store: new DatabaseRepositoryOwnershipStore(knex),
    }),
  },
  createStore => {
    let store: RepositoryOwnershipStore;
    let reader: CatalogRepositoryOwnershipReader;
    let catalog: CatalogStore;

    beforeEach(async () => {
      const stores = await createStore();
      ({ store, catalog } = stores);
      reader = new CatalogRepositoryOwnershipReader(stores);
      await scanEntities(stores.snapshot, [
        entityOf(cart, { ownedBy: shop, annotations: repository }),
        entityOf('component:default/new', { annotations: repository }),
        entityOf(plain, { ownedBy: shop }),
        entityOf(shop, { title: 'The Shop Team' }),
        entityOf(mail),
        entityOf('group:default/mail'),
        entityOf('group:default/rare'),
        entityOf('group:default/others', {
          annotations: { 'github.com/team-slug': 'acme/payments' },
        }),
      ]);
    });

    const entity = async (ref: string) =>
      (await catalog.getEntity(ref, seesAll))!;
    const compare = async (visibility: Visibility = seesAll) =>
      reader.compareCodeowners(await entity(cart), visibility);

    it('gives what was told last, to whoever may see the entity', async () => {
      await store.replace([told(['@acme/shop'])]);
      await store.replace([
        told(null, { folder: null, teams: [] }),
        told(null, { entityRef: plain, contributors: 0, commits: 0 }),
      ]);
      expect(await store.get(cart, seesAll)).toEqual(
        told(null, { folder: null, teams: [] }),
      );
      expect(await store.get(cart, seesNone)).toBeUndefined();
      expect(await store.get('component:default/new', seesAll)).toBeUndefined();
      expect(await store.countContributors([cart, plain, 'x'])).toEqual(
        new Map([[cart, { contributors: 5, asOf: told(null).to }]]),
      );
      expect(await store.countContributors([])).toEqual(new Map());
    });

    it.each([
      ['agrees', ['@acme/shop']],
      ['agrees', ['@acme/the-shop-team']],
      ['partly', ['@acme/mail', '@acme/shop']],
      ['partly', ['@acme/shop', '@acme/unheard']],
      ['differs', ['@acme/mail']],
      ['differs', ['@acme/payments']],
      ['not_resolved', ['@acme/mail', '@acme/unheard']],
      ['not_resolved', ['@ada', '…@example.com']],
      ['not_resolved', []],
    ])('says %s of %j', async (state, owners) => {
      await store.replace([told(owners)]);
      expect(await compare()).toMatchObject({
        state,
        path: 'CODEOWNERS',
        folder: 'services/cart',
        rules: [{ owners: owners.map(concealCodeowner) }],
      });
    });

    it('neither keeps nor shows handles and addresses of people', async () => {
      const handles = ['@ada', '@bob', 'ada@example.com', '@acme/mail'];
      const port = createRepositoryPort({
        auth: mockServices.auth(),
        catalog: catalogServiceMock(),
        store,
      });
      await port.report([told(handles), told(null, { entityRef: plain })]);
      const concealed = ['@…', '…@example.com', '@acme/mail'];
      expect((await store.get(cart, seesAll))?.codeowners?.rules).toMatchObject(
        [{ owners: concealed }],
      );
      // Kept by an older version.
      await store.replace([told(handles)]);
      const shown = await compare();
      expect(shown?.owners.map(({ name }) => name)).toEqual(concealed);
      expect(JSON.stringify(shown)).not.toMatch(/ada|bob/);
    });

    it('means the group of the organisation where several have one name', async () => {
      await store.replace([told(['@acme/mail'])]);
      expect((await compare())?.owners).toEqual([
        { name: '@acme/mail', ref: mail, title: 'mail', isCatalogOwner: false },
      ]);
    });

    it('tells nothing of groups that the caller may not see', async () => {
      await store.replace([told(['@acme/mail', '@acme/shop'])]);
      const sees: Visibility = { type: 'refs', refs: new Set([cart, shop]) };
      expect(await compare(sees)).toMatchObject({
        state: 'partly',
        owners: [{ name: '@acme/mail', ref: null }, { ref: shop }],
      });
      const suggested = await reader.suggestOwners(await entity(cart), sees);
      expect(suggested?.items.map(({ ownerRef }) => ownerRef)).toEqual([shop]);
    });

    it('tells no file, not read and no repository apart', async () => {
      await store.replace([told(null), told(null, { entityRef: plain })]);
      expect(await compare()).toMatchObject({ state: 'no_file', owners: [] });
      const unread = await entity('component:default/new');
      expect(await reader.compareCodeowners(unread, seesAll)).toMatchObject({
        state: 'unknown',
        asOf: null,
      });
      expect(await reader.suggestOwners(unread, seesAll)).toBeNull();
      expect(
        await reader.compareCodeowners(await entity(plain), seesAll),
      ).toBeNull();
      expect(
        await reader.suggestOwners(await entity(plain), seesAll),
      ).toBeNull();
    });

    it('suggests teams by their share, with the change that makes one the owner', async () => {
      await store.replace([told(null)]);
      expect(await reader.suggestOwners(await entity(cart), seesAll)).toEqual({
        state: 'known',
        items: [
          {
            ownerRef: mail,
            ownerTitle: 'mail',
            commits: 30,
            share: 0.75,
            contributors: 3,
            change:
              '# catalog-info.yaml of component:default/cart\nspec:\n  owner: group:acme/mail # was group:default/shop\n',
          },
          {
            ownerRef: shop,
            ownerTitle: 'The Shop Team',
            commits: 10,
            share: 0.25,
            contributors: 2,
            change:
              '# catalog-info.yaml of component:default/cart\nspec:\n  owner: group:default/shop\n',
          },
        ],
        unassignedShare: 0.1,
        from: '2026-08-24T00:00:00.000Z',
        to: '2026-11-22T00:00:00.000Z',
        asOf: '2026-11-22T00:00:00.000Z',
      });
    });

    it('marks few commits as thin, and none as no data', async () => {
      await store.replace([told(null, { commits: 19 })]);
      const suggest = async () =>
        reader.suggestOwners(await entity(cart), seesAll);
      expect(await suggest()).toMatchObject({ state: 'thin' });
      await store.replace([
        told(null, { commits: 0, unassignedCommits: 0, teams: [] }),
      ]);
      expect(await suggest()).toMatchObject({
        state: 'none',
        items: [],
        unassignedShare: null,
      });
    });
  },
);
