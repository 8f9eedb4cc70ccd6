import {
  type DebtItem,
  noEstimate,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { SnapshotStore } from '../../catalog/SnapshotStore';
import { seesAll, seesNone, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { debtItemOf } from '../../testing/debtGround';
import { eachStore } from '../../testing/eachStore';
import { DatabaseDebtItemStore } from './DatabaseDebtItemStore';
import type {
  DebtItemStore,
  DebtPlaceCount,
  DebtPlaceKind,
  DebtSelection,
} from './DebtItemStore';
import { FakeDebtItemStore } from './FakeDebtItemStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const noon = Date.UTC(2026, 10, 22, 12);
const c = (name: string) => `component:default/${name}`;
const d = (name: string) => `domain:default/${name}`;
const g = (name: string) => `group:default/${name}`;
const s = (name: string) => `system:default/${name}`;

const itemOf = (
  id: string,
  entityRefs: string[],
  principalDays: number | null = null,
  overrides: Partial<DebtItem> = {},
): DebtItem =>
  debtItemOf({
    id,
    title: id,
    entityRefs,
    ownerRef: g('shop'),
    estimate: { ...noEstimate, principalDays },
    ...overrides,
  });

const items = [
  // Both of its entities are in one system, and in one domain.
  itemOf('twice', [c('cart'), c('shelf')], 0.1),
  itemOf('itself', [s('selling')], 0.2),
  itemOf('across', [c('cart'), c('post')], 5, { ownerRef: g('mail') }),
  itemOf('unknown', [c('post')], null, { status: 'accepted' }),
  itemOf('of-retail', [d('retail')]),
  // In a system that is hidden from some, and in none.
  itemOf('secret', [c('covered'), c('alone')], 2, { ownerRef: g('guild') }),
  itemOf('gone', [c('gone')], 4),
  itemOf('nowhere', [c('never')], null, { ownerRef: g('nobody') }),
  itemOf('paid', [c('cart')], 8, { status: 'resolved' }),
];

const owed: DebtSelection = {
  visibility: seesAll,
  statuses: ['open', 'planned', 'in_progress', 'accepted'],
};

const notConfidential: Visibility = {
  type: 'condition',
  condition: { not: { key: 'metadata.labels.confidential' } },
};

interface Stores {
  snapshot: SnapshotStore;
  store: DebtItemStore;
}

async function fill({ snapshot, store }: Stores): Promise<DebtItemStore> {
  const confidential = { labels: { confidential: 'true' } };
  const present = [
    ...['shop', 'mail'].map(name => entityOf(g(name))),
    entityOf(g('guild'), confidential),
    entityOf(d('retail')),
    entityOf(s('selling'), { partOf: d('retail') }),
    entityOf(s('posting'), { partOf: d('retail') }),
    entityOf(s('vault'), { partOf: d('retail'), ...confidential }),
    ...['cart', 'shelf'].map(name =>
      entityOf(c(name), { partOf: s('selling') }),
    ),
    entityOf(c('post'), { partOf: s('posting') }),
    entityOf(c('covered'), { partOf: s('vault') }),
    entityOf(c('alone')),
  ];
  const before = [...present, entityOf(c('gone'), { partOf: s('selling') })];
  await scanEntities(snapshot, before, { now: noon - 3_600_000 });
  await scanEntities(snapshot, present, { now: noon });
  for (const item of items) {
    await store.create(item, { at: noon, by: 'user:default/ada', note: null });
  }
  return store;
}

/** Places as they are told: `ref items principal unknown`. */
async function placesOf(
  store: DebtItemStore,
  by: DebtPlaceKind,
  selection: Partial<DebtSelection> = {},
): Promise<string[]> {
  const { places, total } = await store.countPlaces(
    { ...owed, ...selection },
    { by, limit: 20 },
  );
  expect(total).toBe(places.length);
  return places.map(tell);
}

function tell({
  ref,
  items: n,
  principalDays,
  withoutPrincipal,
}: DebtPlaceCount) {
  return `${ref} ${n} ${principalDays} ${withoutPrincipal}`;
}

eachStore<Stores>(
  {
    name: 'countPlaces',
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
    it('counts each item once in each place, with the principal that is known, which is not 0 where none is', async () => {
      const store = await fill(await createStores());
      expect(await placesOf(store, 'system')).toEqual([
        `${s('selling')} 4 9.3 0`,
        'null 3 2 2',
        `${s('posting')} 2 5 1`,
        `${s('vault')} 1 2 0`,
      ]);
      expect(await placesOf(store, 'domain')).toEqual([
        `${d('retail')} 7 11.3 2`,
        'null 2 2 1',
      ]);
      expect(await placesOf(store, 'owner')).toEqual([
        `${g('shop')} 5 4.3 2`,
        `${g('guild')} 1 2 0`,
        `${g('mail')} 1 5 0`,
        `${g('nobody')} 1 null 1`,
      ]);
    });

    it('lays out what is selected, and nothing where nothing is', async () => {
      const store = await fill(await createStores());
      expect(
        await placesOf(store, 'system', { ownerRefs: [g('mail')] }),
      ).toEqual([`${s('posting')} 1 5 0`, `${s('selling')} 1 5 0`]);
      expect(
        await placesOf(store, 'system', { statuses: ['accepted'] }),
      ).toEqual([`${s('posting')} 1 null 1`]);
      expect(
        await placesOf(store, 'owner', { scopeRef: s('posting') }),
      ).toEqual([`${g('mail')} 1 5 0`, `${g('shop')} 1 null 1`]);
      expect(await placesOf(store, 'owner', { statuses: [] })).toEqual([]);
    });

    it('tells of nothing that is hidden, neither by its name nor by a number', async () => {
      const store = await fill(await createStores());
      const visibility = notConfidential;
      // What is in a hidden system and what is in none is one place, in which an item that is in both counts once.
      expect(await placesOf(store, 'system', { visibility })).toEqual([
        `${s('selling')} 4 9.3 0`,
        `${s('posting')} 2 5 1`,
        'null 2 2 1',
      ]);
      expect(await placesOf(store, 'owner', { visibility })).toEqual([
        `${g('shop')} 5 4.3 2`,
        `${g('mail')} 1 5 0`,
        'null 1 2 0',
      ]);
      expect(
        await placesOf(store, 'system', {
          visibility: { type: 'refs', refs: new Set([c('cart'), c('shelf')]) },
        }),
      ).toEqual(['null 1 0.1 0']);
      expect(
        await placesOf(store, 'owner', {
          visibility: { type: 'refs', refs: new Set([c('cart'), c('shelf')]) },
        }),
      ).toEqual(['null 1 0.1 0']);
      expect(await placesOf(store, 'domain', { visibility: seesNone })).toEqual(
        [],
      );
    });

    it('tells those with most, and how many there are', async () => {
      const store = await fill(await createStores());
      const { places, total } = await store.countPlaces(owed, {
        by: 'owner',
        limit: 2,
      });
      expect(places.map(({ ref }) => ref)).toEqual([g('shop'), g('guild')]);
      expect(total).toBe(4);
    });
  },
);
