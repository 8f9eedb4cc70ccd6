import type { DebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import { DatabaseCatalogStore } from '../../catalog/DatabaseCatalogStore';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { CatalogStore } from '../../catalog/CatalogStore';
import type { SnapshotStore } from '../../catalog/SnapshotStore';
import { seesAll } from '../../catalog/Visibility';
import { NamedEntities } from '../../decisions/NamedEntities';
import { entityOf, scanEntities } from '../../testing/catalog';
import { debtCallerOf } from '../../testing/debtGround';
import { eachStore } from '../../testing/eachStore';
import { DatabaseDebtItemStore } from '../items/DatabaseDebtItemStore';
import type { DebtItemStore } from '../items/DebtItemStore';
import { FakeDebtItemStore } from '../items/FakeDebtItemStore';
import { DebtLinkChecks } from '../links/DebtLinkChecks';
import { DatabaseDebtExchangeStore } from './DatabaseDebtExchangeStore';
import type { DebtExchangeStore } from './DebtExchangeStore';
import { DebtImporter } from './DebtImporter';
import { FakeDebtExchangeStore } from './FakeDebtExchangeStore';
import { ImportPlanner } from './ImportPlanner';
import { ImportWriter } from './ImportWriter';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const cart = 'component:default/cart';
const post = 'component:default/post';
const shop = 'group:default/shop';
const now = Date.UTC(2026, 10, 23);
const people = ['ada', 'bob', 'cy'].map(name => `user:default/${name}`);

interface Stores {
  snapshot: SnapshotStore;
  catalog: CatalogStore;
  items: DebtItemStore;
  exchange: DebtExchangeStore;
}

eachStore<Stores>(
  {
    name: 'DebtImporter',
    fake() {
      const catalog = new FakeComponentCatalog();
      const items = new FakeDebtItemStore(catalog);
      const exchange = new FakeDebtExchangeStore(items);
      return { snapshot: catalog, catalog, items, exchange };
    },
    database: knex => ({
      snapshot: new DatabaseSnapshotStore(knex),
      catalog: new DatabaseCatalogStore(knex),
      items: new DatabaseDebtItemStore(knex),
      exchange: new DatabaseDebtExchangeStore(knex),
    }),
  },
  createStores => {
    let stores: Stores;

    /** An import of somebody in a replica of their own. */
    const take = async (by: string, rows: readonly object[]) => {
      const { catalog, exchange: store } = stores;
      const planner = new ImportPlanner({
        store,
        catalog,
        names: new NamedEntities({ catalog }),
        linkChecks: new DebtLinkChecks({ targets: {} }),
        acceptances: { listByIds: async () => [] },
        clock: () => now,
      });
      const importer = new DebtImporter({
        planner,
        writer: new ImportWriter({ store }),
      });
      const file = { format: 'json' as const, text: JSON.stringify(rows) };
      return importer.run(file, { ...debtCallerOf(), ref: by });
    };
    const takeAll = (rows: readonly object[]) =>
      Promise.all(people.map(by => take(by, rows)));
    const list = async () =>
      (
        await stores.items.list(
          { visibility: seesAll },
          { order: 'title', descending: false, limit: 100 },
        )
      ).items.map(({ item }) => item);
    const byHand = (before: DebtItem, change: Partial<DebtItem>) =>
      stores.items.replace(
        { ...before, ...change, version: before.version + 1 },
        { at: now, by: people[0], note: null, changes: [] },
      );

    beforeEach(async () => {
      stores = await createStores();
      await scanEntities(stores.snapshot, [
        entityOf(shop),
        entityOf(cart, { ownedBy: shop }),
        entityOf(post, { ownedBy: shop }),
      ]);
    });

    const rows = [
      { externalId: '1', title: 'By number', entityRefs: [cart] },
      { externalId: '1', title: 'By number elsewhere', entityRefs: [post] },
      { title: 'Without one', entityRefs: [post, cart] },
      { title: 'Planned', entityRefs: [cart], status: 'planned' },
    ];

    it('files once what several people send at the same time', async () => {
      const results = await takeAll(rows);
      const titles = rows.map(({ title }) => title).sort();
      expect((await list()).map(({ title }) => title)).toEqual(titles);
      const outcomes = results.flatMap(result => result.rows);
      expect(
        outcomes.filter(({ outcome }) => outcome === 'created'),
      ).toHaveLength(4);
      expect(
        outcomes.filter(({ outcome }) => outcome === 'unchanged'),
      ).toHaveLength(8);
      const [again] = await takeAll(rows);
      expect(again.counts).toMatchObject({ created: 0, unchanged: 4 });
    });

    it('files once again what has become another since', async () => {
      await take(people[0], rows);
      for (const item of await list()) {
        await byHand(
          item,
          item.externalId === null
            ? { title: `${item.title} since` }
            : { entityRefs: [shop] },
        );
      }
      await takeAll(rows);
      expect(await list()).toHaveLength(8);
      await takeAll(rows);
      expect(await list()).toHaveLength(8);
    });

    it('files again what was deleted', async () => {
      await take(people[0], rows);
      const before = await list();
      for (const { id, version } of before) {
        await stores.items.remove(id, version);
      }
      await takeAll(rows);
      const ids = before.map(({ id }) => id);
      const after = await list();
      expect(after.map(({ title }) => title)).toEqual(
        before.map(({ title }) => title),
      );
      expect(after.filter(({ id }) => ids.includes(id))).toEqual([]);
    });
  },
);
