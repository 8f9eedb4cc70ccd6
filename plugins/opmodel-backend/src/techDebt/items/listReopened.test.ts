import {
  type DebtItem,
  type DebtStatus,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { SnapshotStore } from '../../catalog/SnapshotStore';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { debtItemOf } from '../../testing/debtGround';
import { eachStore } from '../../testing/eachStore';
import { DatabaseDebtItemStore } from './DatabaseDebtItemStore';
import type { DebtItemStore } from './DebtItemStore';
import { FakeDebtItemStore } from './FakeDebtItemStore';
import { findDebtChanges } from './findDebtChanges';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const noon = Date.UTC(2026, 10, 22, 12);
const engine = 'plugin:opmodel';
const ada = 'user:default/ada';
const cart = 'component:default/cart';
const vault = 'component:default/vault';
const shop = 'group:default/shop';
const mail = 'group:default/mail';

const itemOf = (id: string, overrides: Partial<DebtItem> = {}): DebtItem =>
  debtItemOf({
    id,
    title: id,
    description: `What ${id} is`,
    entityRefs: [cart],
    ownerRef: shop,
    status: 'accepted',
    createdAt: 1,
    updatedAt: 1,
    statusSince: 1,
    acceptedUntil: '2026-11-21',
    acceptedBy: ada,
    ...overrides,
  });

interface Stores {
  snapshot: SnapshotStore;
  store: DebtItemStore;
}

/** Keeps the next version of an item. */
async function change(
  store: DebtItemStore,
  id: string,
  { at, by, ...given }: { at: number; by: string } & Partial<DebtItem>,
): Promise<void> {
  const before = (await store.get(id, seesAll))!;
  const after = {
    ...before,
    ...given,
    version: before.version + 1,
    updatedAt: at,
  };
  const changes = findDebtChanges(before, after);
  await store.replace(after, { at, by, note: null, changes });
}

const become = (
  store: DebtItemStore,
  id: string,
  status: DebtStatus,
  { at, by }: { at: number; by: string },
  writtenAt = at,
) =>
  change(store, id, {
    at: writtenAt,
    by,
    status,
    statusSince: at,
    acceptedUntil: null,
    acceptedBy: null,
  });

async function fill({ snapshot, store }: Stores): Promise<DebtItemStore> {
  await scanEntities(
    snapshot,
    [
      entityOf(cart),
      entityOf(vault, { labels: { confidential: 'true' } }),
      entityOf(shop),
      entityOf(mail),
    ],
    { now: noon },
  );
  const given: Record<string, Partial<DebtItem>> = {
    ended: {},
    'of-mail': { ownerRef: mail, acceptedUntil: null },
    hidden: { entityRefs: [cart, vault] },
    edited: {
      origin: { type: 'suggestion', source: 'exemption', ref: 'finger' },
    },
    revoked: {},
    'long-ago': {},
    planned: {},
    back: {},
    'never-accepted': { status: 'planned', acceptedUntil: null },
    holds: {},
  };
  for (const [id, overrides] of Object.entries(given)) {
    await store.create(itemOf(id, overrides), {
      at: 1,
      by: ada,
      note: null,
    });
  }
  const opened = { at: noon, by: engine };
  await become(store, 'long-ago', 'open', { ...opened, at: noon - 1 });
  // The clock went on while this was written.
  await become(store, 'ended', 'open', opened, noon + 3);
  for (const id of ['planned', 'back', 'hidden', 'never-accepted']) {
    await become(store, id, 'open', opened);
  }
  await become(store, 'of-mail', 'open', { ...opened, at: noon + 1 });
  await become(store, 'edited', 'open', { ...opened, at: noon + 2 });
  await change(store, 'edited', { at: noon + 5, by: ada, title: 'Edited' });
  await become(store, 'revoked', 'open', { at: noon, by: ada });
  await become(store, 'planned', 'planned', { at: noon + 3, by: ada });
  await become(store, 'back', 'planned', { at: noon + 3, by: ada });
  await become(store, 'back', 'open', { at: noon + 4, by: ada });
  return store;
}

const asked = { since: noon, perOwner: 10 };

eachStore<Stores>(
  {
    name: 'listReopened',
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
    it('finds what was accepted and is open since somebody opened it, whatever else was changed', async () => {
      const store = await fill(await createStores());
      const found = await store.listReopened({ visibility: seesAll }, asked);
      expect(
        found.map(({ item, acceptedUntil }) => [item.id, acceptedUntil]),
      ).toEqual([
        ['edited', '2026-11-21'],
        ['of-mail', null],
        ['ended', '2026-11-21'],
        ['hidden', '2026-11-21'],
        ['revoked', '2026-11-21'],
      ]);
      expect(found[0].item).toEqual(await store.get('edited', seesAll));
    });

    it('finds what is selected, as far as it may be seen', async () => {
      const store = await fill(await createStores());
      const idsOf = async (
        visibility: Visibility,
        ownerRefs?: readonly string[],
      ) =>
        (await store.listReopened({ visibility, ownerRefs }, asked)).map(
          ({ item }) => item.id,
        );
      const notConfidential: Visibility = {
        type: 'condition',
        condition: { not: { key: 'metadata.labels.confidential' } },
      };
      expect(await idsOf(notConfidential, [shop])).toEqual([
        'edited',
        'ended',
        'revoked',
      ]);
      expect(await idsOf(seesAll, [mail])).toEqual(['of-mail']);
      expect(await idsOf(seesAll, [])).toEqual([]);
    });

    it('leaves out of each owner alone what is more than asked for, the latest being found', async () => {
      const store = await fill(await createStores());
      const found = await store.listReopened(
        { visibility: seesAll },
        { ...asked, perOwner: 1 },
      );
      expect(found.map(({ item }) => item.id)).toEqual(['edited', 'of-mail']);
    });
  },
);
