import {
  type DebtItem,
  noEstimate,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { SnapshotStore } from '../../catalog/SnapshotStore';
import { seesAll } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import { DatabaseDebtExchangeStore } from '../exchange/DatabaseDebtExchangeStore';
import type { DebtExchangeStore } from '../exchange/DebtExchangeStore';
import { FakeDebtExchangeStore } from '../exchange/FakeDebtExchangeStore';
import { DatabaseDebtItemStore } from './DatabaseDebtItemStore';
import type { DebtItemStore, DebtSelection } from './DebtItemStore';
import { DebtMemory } from './DebtMemory';
import { FakeDebtItemStore } from './FakeDebtItemStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const noon = Date.UTC(2026, 10, 22, 12);
const cart = 'component:default/cart';
const ada = 'user:default/ada';
const written = { at: noon, by: ada, note: null };

const itemOf = (id: string, given: Partial<DebtItem> = {}): DebtItem => ({
  id,
  version: 1,
  title: `Item ${id}`,
  description: null,
  entityRefs: [cart],
  ownerRef: 'group:default/shop',
  category: 'code',
  intent: null,
  prudence: null,
  severity: null,
  estimate: noEstimate,
  businessImpact: null,
  remediationPlan: null,
  targetDate: null,
  reviewDate: null,
  links: [],
  status: 'open',
  reportedBy: ada,
  origin: { type: 'person' },
  createdAt: noon,
  updatedAt: noon,
  statusSince: noon,
  resolvedAt: null,
  resolution: null,
  acceptedUntil: null,
  acceptedBy: null,
  externalId: null,
  ...given,
});

interface Stores {
  snapshot: SnapshotStore;
  store: DebtItemStore;
  exchange: DebtExchangeStore;
}

eachStore<Stores>(
  {
    name: 'DebtMemory',
    fake() {
      const snapshot = new FakeComponentCatalog();
      const store = new FakeDebtItemStore(snapshot);
      return { snapshot, store, exchange: new FakeDebtExchangeStore(store) };
    },
    database: knex => ({
      snapshot: new DatabaseSnapshotStore(knex),
      store: new DatabaseDebtItemStore(knex),
      exchange: new DatabaseDebtExchangeStore(knex),
    }),
  },
  createStores => {
    /** Counts items as somebody who remembers does, and tells how often they were counted. */
    function counting({ store }: Stores) {
      const memory = new DebtMemory(store);
      const made = { times: 0 };
      const count = (selection: Partial<DebtSelection> = {}) => {
        const asked = { visibility: seesAll, ...selection };
        return memory.recall(asked, ['total'], async () => {
          made.times += 1;
          const page = { order: 'title', descending: false, limit: 1 } as const;
          return (await store.list(asked, page)).total;
        });
      };
      return { count, made };
    }

    it('counts once for as long as nothing was written, for each question apart', async () => {
      const stores = await createStores();
      await stores.store.create(itemOf('a'), written);
      const { count, made } = counting(stores);
      expect([await count(), await count()]).toEqual([1, 1]);
      expect(made.times).toBe(1);
      expect(await count({ categories: ['test'] })).toBe(0);
      const condition = { key: 'metadata.name', values: ['cart'] };
      await count({ visibility: { type: 'condition', condition } });
      expect(made.times).toBe(3);
    });

    it('counts anew after each write, whoever made it', async () => {
      const stores = await createStores();
      const { store, exchange } = stores;
      const { count } = counting(stores);
      const totals = [await count()];
      await store.create(itemOf('a'), written);
      totals.push(await count());
      await exchange.write({
        created: [
          { item: itemOf('b'), version: { ...written, changes: [] } },
          { item: itemOf('c'), version: { ...written, changes: [] } },
        ],
        replaced: [],
      });
      totals.push(await count());
      await store.remove('a', 1);
      totals.push(await count());
      expect(totals).toEqual([0, 1, 3, 2]);

      const tests = () => count({ categories: ['test'] });
      expect(await tests()).toBe(0);
      const asTest = (id: string) => ({
        item: itemOf(id, { version: 2, category: 'test' }),
        version: { ...written, changes: [] },
      });
      const { item, version } = asTest('b');
      await store.replace(item, version);
      expect(await tests()).toBe(1);
      await exchange.write({ created: [], replaced: [asTest('c')] });
      expect(await tests()).toBe(2);
    });

    it('counts anew after the catalog changed', async () => {
      const { snapshot, store } = await createStores();
      const scan = (refs: string[], now: number) =>
        scanEntities(
          snapshot,
          refs.map(ref => entityOf(ref)),
          { now },
        );
      await scan([cart], noon);
      await store.create(itemOf('a'), written);
      const before = await store.readRevision();
      expect(await store.readRevision()).toBe(before);
      await scan([cart, 'component:default/till'], noon + 60_000);
      expect(await store.readRevision()).not.toBe(before);
    });

    it('reads a list whose length is known without counting it', async () => {
      const { store } = await createStores();
      await store.create(itemOf('a'), written);
      await store.create(itemOf('b'), written);
      const page = { order: 'title', descending: true, limit: 1 } as const;
      const selection = { visibility: seesAll };
      const counted = await store.list(selection, page);
      expect(counted.total).toBe(2);
      expect(await store.list(selection, { ...page, total: 2 })).toEqual(
        counted,
      );
    });
  },
);
