import type { DebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { SnapshotStore } from '../../catalog/SnapshotStore';
import { seesAll, seesNone } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { debtItemOf } from '../../testing/debtGround';
import { eachStore } from '../../testing/eachStore';
import { DatabaseDebtItemStore } from './DatabaseDebtItemStore';
import type { DebtItemStore } from './DebtItemStore';
import { FakeDebtItemStore } from './FakeDebtItemStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const cart = 'component:default/cart';
const vault = 'component:default/vault';

const itemOf = (id: string, entityRefs: string[]): DebtItem =>
  debtItemOf({
    id,
    title: `Item ${id}`,
    description: `What ${id} is`,
    entityRefs,
  });

eachStore<{ snapshot: SnapshotStore; store: DebtItemStore }>(
  {
    name: 'listByIds',
    fake() {
      const catalog = new FakeComponentCatalog();
      return { snapshot: catalog, store: new FakeDebtItemStore(catalog) };
    },
    database: knex => ({
      snapshot: new DatabaseSnapshotStore(knex),
      store: new DatabaseDebtItemStore(knex),
    }),
  },
  createStores => {
    it('reads items by their ids, each once, as far as they may be seen', async () => {
      const { snapshot, store } = await createStores();
      await scanEntities(
        snapshot,
        [entityOf(cart), entityOf(vault, { labels: { confidential: 'true' } })],
        { now: 1 },
      );
      const items = [
        itemOf('b', [cart]),
        itemOf('Z', [cart]),
        itemOf('hidden', [cart, vault]),
        itemOf('other', [cart]),
      ];
      for (const item of items) {
        await store.create(item, {
          at: 1,
          by: 'user:default/ada',
          note: null,
        });
      }
      const ids = ['hidden', 'b', 'Z', 'b', 'none', `'; --`];
      const [b, z, hidden] = items;
      expect(await store.listByIds(ids, seesAll)).toEqual([z, b, hidden]);
      expect(
        await store.listByIds(ids, {
          type: 'condition',
          condition: { not: { key: 'metadata.labels.confidential' } },
        }),
      ).toEqual([z, b]);
      expect(await store.listByIds(ids, seesNone)).toEqual([]);
      expect(await store.listByIds([], seesAll)).toEqual([]);
    });
  },
);
