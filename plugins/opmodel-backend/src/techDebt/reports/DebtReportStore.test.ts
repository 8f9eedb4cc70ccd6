import { ConflictError } from '@backstage/errors';
import {
  type DebtItem,
  noEstimate,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { SnapshotStore } from '../../catalog/SnapshotStore';
import { seesAll, seesNone, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import { DatabaseDebtItemStore } from '../items/DatabaseDebtItemStore';
import type { DebtItemStore } from '../items/DebtItemStore';
import { FakeDebtItemStore } from '../items/FakeDebtItemStore';
import { DatabaseDebtReportStore } from './DatabaseDebtReportStore';
import type {
  DebtReportPosition,
  DebtReportSelection,
  DebtReportStore,
  KeptDebtReport,
} from './DebtReportStore';
import { FakeDebtReportStore } from './FakeDebtReportStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const noon = Date.UTC(2026, 10, 22, 12);
const shop = 'group:default/shop';
const cart = 'component:default/cart';
const mailer = 'component:default/mailer';
const vault = 'component:default/vault';
const gone = 'component:default/gone';
const never = 'component:default/never';

const itemOf = (id: string, entityRefs: string[]): DebtItem => ({
  id,
  version: 1,
  externalId: null,
  title: `Item ${id}`,
  description: null,
  entityRefs,
  ownerRef: shop,
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
  reportedBy: 'user:default/ada',
  origin: { type: 'person' },
  createdAt: noon,
  updatedAt: noon,
  statusSince: noon,
  resolvedAt: null,
  resolution: null,
  acceptedUntil: null,
  acceptedBy: null,
});

const reportOf = (
  id: string,
  given: Partial<KeptDebtReport> = {},
): KeptDebtReport => ({
  id,
  version: 1,
  day: '2026-11-20',
  hoursLost: 3,
  teamRef: shop,
  entityRef: cart,
  itemId: null,
  what: `What ${id} was`,
  reportedBy: 'user:default/ada',
  createdAt: noon,
  updatedAt: noon,
  ...given,
});

/** Two of a day, one linked to what may be hidden, one to what is gone, one of an entity that left and one of none. */
const reports = [
  reportOf('a', { itemId: 'open' }),
  reportOf('b', { entityRef: mailer, teamRef: null, hoursLost: null }),
  reportOf('c', { day: '2026-11-21', itemId: 'secret' }),
  reportOf('d', { day: '2026-11-19', entityRef: vault }),
  reportOf('e', { day: '2026-11-18', entityRef: gone, itemId: 'deleted' }),
  reportOf('f', { day: '2026-11-17', entityRef: never }),
];

const notConfidential: Visibility = {
  type: 'condition',
  condition: { not: { key: 'metadata.labels.confidential' } },
};
const named: Visibility = { type: 'refs', refs: new Set([cart, never]) };

interface Stores {
  snapshot: SnapshotStore;
  items: DebtItemStore;
  store: DebtReportStore;
}

async function fill({ snapshot, items, store }: Stores) {
  const present = [
    entityOf(shop),
    entityOf('system:default/selling', { ownedBy: shop }),
    entityOf(cart, { ownedBy: shop, partOf: 'system:default/selling' }),
    entityOf(mailer),
    entityOf(vault, { ownedBy: shop, labels: { confidential: 'true' } }),
  ];
  const before = [
    ...present,
    entityOf(gone, { ownedBy: shop, partOf: 'system:default/selling' }),
  ];
  await scanEntities(snapshot, before, { now: noon - 3_600_000 });
  await scanEntities(snapshot, present, { now: noon });
  const written = { at: noon, by: 'user:default/ada', note: null };
  await items.create(itemOf('open', [cart]), written);
  await items.create(itemOf('secret', [cart, vault]), written);
  for (const report of reports) {
    await store.create(report);
  }
  return store;
}

/** Ids of a selection, read in pages of two, as they are listed. */
async function idsOf(
  store: DebtReportStore,
  selection: Partial<DebtReportSelection>,
): Promise<string> {
  const ids: string[] = [];
  let after: DebtReportPosition | undefined;
  for (;;) {
    const page = await store.list(
      { visibility: seesAll, ...selection },
      { limit: 2, after },
    );
    ids.push(...page.reports.map(({ id }) => id));
    if (page.reports.length < 2) {
      expect(page.total).toBe(ids.length);
      return ids.join('');
    }
    after = page.reports[1];
  }
}

eachStore<Stores>(
  {
    name: 'DebtReportStore',
    fake() {
      const catalog = new FakeComponentCatalog();
      const items = new FakeDebtItemStore(catalog);
      const store = new FakeDebtReportStore(catalog, items);
      return { snapshot: catalog, items, store };
    },
    database: knex => ({
      snapshot: new DatabaseSnapshotStore(knex),
      items: new DatabaseDebtItemStore(knex),
      store: new DatabaseDebtReportStore(knex),
    }),
  },
  createStore => {
    it('selects by place, item, days and whether there is a cause that may be seen', async () => {
      const store = await fill(await createStore());
      const system = 'system:default/selling';
      const found = async (selection: Partial<DebtReportSelection>) =>
        idsOf(store, selection);
      expect({
        all: await found({}),
        organisation: await found({ scopeRef: 'org' }),
        group: await found({ scopeRef: shop }),
        system: await found({ scopeRef: system }),
        entity: await found({ entityRef: cart }),
        item: await found({ itemId: 'open' }),
        days: await found({ days: { from: '2026-11-19', to: '2026-11-20' } }),
        unlinked: await found({ unlinked: true }),
        none: await found({ visibility: seesNone }),
        some: await found({ visibility: notConfidential }),
        named: await found({ visibility: named }),
        unlinkedOfSome: await found({
          visibility: notConfidential,
          unlinked: true,
        }),
      }).toEqual({
        all: 'cbadef',
        organisation: 'cbadef',
        group: 'cade',
        system: 'cae',
        entity: 'ca',
        item: 'a',
        days: 'bad',
        unlinked: 'bdef',
        none: '',
        some: 'cbae',
        named: 'ca',
        unlinkedOfSome: 'cbe',
      });
    });

    it('keeps a report as it is written, and gives it to whom it may be shown', async () => {
      const store = await fill(await createStore());
      const text = `<img src=x onerror="alert(1)">'; drop table x; -- \u{1F600}\n`;
      const report = reportOf('?', { what: text, hoursLost: 1 / 3 });
      await store.create(report);
      expect(await store.get('?', seesAll)).toEqual(report);
      expect(await store.get('d', notConfidential)).toBeUndefined();
      expect(await store.get('f', notConfidential)).toBeUndefined();
      expect(await store.get('nothing', seesAll)).toBeUndefined();
      await expect(store.create(reportOf('?'))).rejects.toThrow(ConflictError);
    });

    it('lets only the first of two people change or take away what both read', async () => {
      const store = await fill(await createStore());
      const changed = reportOf('a', {
        version: 2,
        hoursLost: 5,
        itemId: null,
        reportedBy: 'user:default/other',
        createdAt: noon + 9,
        updatedAt: noon + 9,
      });
      expect(await store.replace(changed)).toBe(true);
      expect(await store.replace({ ...changed, hoursLost: 6 })).toBe(false);
      expect(await store.get('a', seesAll)).toEqual({
        ...changed,
        reportedBy: 'user:default/ada',
        createdAt: noon,
      });
      expect(await store.remove('a', 1)).toBe(false);
      expect(await store.remove('a', 2)).toBe(true);
      expect(await store.get('a', seesAll)).toBeUndefined();
    });

    it('finds the day of the first report that may be seen', async () => {
      const store = await fill(await createStore());
      expect(await store.findFirstDay(seesAll)).toBe('2026-11-17');
      expect(await store.findFirstDay(notConfidential)).toBe('2026-11-18');
      expect(await store.findFirstDay(named)).toBe('2026-11-20');
      expect(await store.findFirstDay(seesNone)).toBeNull();
    });

    it('gives what interest is measured from, and no words', async () => {
      const store = await fill(await createStore());
      expect(
        await store.listMeasured({ visibility: seesAll, entityRef: cart }),
      ).toEqual([
        {
          id: 'a',
          day: '2026-11-20',
          hoursLost: 3,
          teamRef: shop,
          entityRef: cart,
          itemId: 'open',
        },
        expect.objectContaining({ id: 'c' }),
      ]);
    });
  },
);
