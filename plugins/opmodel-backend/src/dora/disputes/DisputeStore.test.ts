import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import type { SnapshotStore } from '../../catalog/SnapshotStore';
import { seesAll, seesNone, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities, scanTime } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import { DatabaseDisputeStore } from './DatabaseDisputeStore';
import {
  type DisputeFilter,
  type DisputeOrder,
  type DisputeStore,
  type OpenedDispute,
  positionOf,
} from './DisputeStore';
import { FakeDisputeStore } from './FakeDisputeStore';

const checkout = 'component:default/checkout';
const vault = 'component:default/vault';
const shop = 'group:default/shop';
const commerce = 'group:default/commerce';
const now = Date.parse('2026-06-30T12:00:00Z');
const limits = { ofPerson: 20, ofScope: 100 };

const entities = [
  entityOf(checkout, { title: 'Checkout', ownedBy: shop }),
  entityOf(vault, { ownedBy: 'group:default/guards' }),
  entityOf('system:default/selling', { ownedBy: commerce }),
  entityOf(shop, { childOf: commerce }),
  entityOf(commerce),
  entityOf('group:default/guards', { childOf: commerce }),
];
const withoutVault: Visibility = {
  type: 'refs',
  refs: new Set([checkout, shop]),
};

let ids = 0;
function dispute(overrides: Partial<OpenedDispute> = {}): OpenedDispute {
  ids += 1;
  return {
    id: `dispute-${String(ids).padStart(4, '0')}`,
    scopeRef: checkout,
    metric: 'change-fail-rate',
    profile: 'dora-2026',
    from: '2026-04-01',
    to: '2026-06-29',
    value: 0.1 + 0.2,
    reason: 'Two of these were drills – ä 😀',
    openedBy: 'user:default/ada',
    openedAt: now,
    answerDue: '2026-07-14',
    ...overrides,
  };
}

interface Stores {
  disputes: DisputeStore;
  catalog: SnapshotStore;
}

eachStore<Stores>(
  {
    name: 'DisputeStore',
    fake() {
      const catalog = new FakeCatalogStore();
      return { catalog, disputes: new FakeDisputeStore(catalog) };
    },
    database: knex => ({
      catalog: new DatabaseSnapshotStore(knex),
      disputes: new DatabaseDisputeStore(knex),
    }),
  },
  createStores => {
    let disputes: DisputeStore;
    let catalog: SnapshotStore;

    beforeEach(async () => {
      ({ disputes, catalog } = await createStores());
      await scanEntities(catalog, entities);
    });

    const open = async (overrides: Partial<OpenedDispute> = {}) => {
      const one = dispute(overrides);
      await disputes.open(one, limits);
      return one;
    };

    async function walk(
      filter: DisputeFilter,
      order: DisputeOrder,
      visibility: Visibility = seesAll,
    ) {
      const reasons: string[] = [];
      let after: { key: string; id: string } | undefined;
      for (;;) {
        const { items } = await disputes.list(filter, visibility, {
          order,
          limit: 2,
          after,
        });
        const last = items.at(-1);
        if (!last) {
          return reasons;
        }
        reasons.push(...items.map(({ reason }) => reason));
        after = { key: positionOf(last, order), id: last.id };
      }
    }

    it('gives back what was disputed, with what the catalog says of it now', async () => {
      const one = await open();
      const none = await open({ scopeRef: shop, value: null });
      const untouched = {
        state: 'open',
        answer: null,
        answeredBy: null,
        answeredAt: null,
      };
      expect(await disputes.get(one, seesAll)).toEqual({
        ...one,
        ...untouched,
        scopeKind: 'component',
        scopeTitle: 'Checkout',
        ownerRef: shop,
      });
      expect(await disputes.get(none, seesAll)).toEqual({
        ...none,
        ...untouched,
        scopeKind: 'group',
        scopeTitle: 'shop',
        ownerRef: shop,
      });
      await scanEntities(
        catalog,
        [entityOf(checkout, { ownedBy: commerce }), ...entities.slice(1)],
        { now: scanTime + 1000 },
      );
      expect(await disputes.get(one, seesAll)).toMatchObject({
        ownerRef: commerce,
        scopeTitle: 'checkout',
      });
      await scanEntities(catalog, entities.slice(1), { now: scanTime + 2000 });
      expect(await disputes.get(one, seesAll)).toBeUndefined();
    });

    it('finds nothing of what the caller may not see, nor of another scope', async () => {
      const hidden = await open({ scopeRef: vault });
      const seen = await open();
      expect(await disputes.get(hidden, withoutVault)).toBeUndefined();
      expect(
        await disputes.get({ id: seen.id, scopeRef: vault }, seesAll),
      ).toBeUndefined();
      for (const [visibility, total] of [
        [seesAll, 2],
        [withoutVault, 1],
        [seesNone, 0],
      ] as const) {
        const page = await disputes.list({}, visibility, {
          order: 'due',
          limit: 10,
        });
        expect([page.total, page.items.length]).toEqual([total, total]);
      }
    });

    it('ends a dispute once', async () => {
      const accepted = await open();
      const withdrawn = await open({ metric: 'time-to-restore' });
      const end = { state: 'accepted', answer: 'So it is', by: 'b' } as const;
      await disputes.end(accepted, end, { now: now + 5 });
      await disputes.end(withdrawn, { state: 'withdrawn' }, { now: now + 5 });
      expect(await disputes.get(accepted, seesAll)).toMatchObject({
        state: 'accepted',
        answer: 'So it is',
        answeredBy: 'b',
        answeredAt: now + 5,
      });
      expect(await disputes.get(withdrawn, seesAll)).toMatchObject({
        state: 'withdrawn',
        answer: null,
        answeredAt: null,
      });
      for (const key of [
        accepted,
        withdrawn,
        { ...accepted, scopeRef: vault },
      ]) {
        await expect(disputes.end(key, end, { now })).rejects.toMatchObject({
          name: 'ConflictError',
        });
      }
    });

    it('lists those due first, or the newest first, page by page', async () => {
      await open({ reason: 'late', answerDue: '2026-08-01' });
      const ended = [];
      for (const [reason, openedAt] of [
        ['old', now - 9_000],
        ['recent', now - 1_000],
      ] as const) {
        ended.push(
          await open({ reason, openedAt, metric: 'deployment-rework-rate' }),
        );
        await disputes.end(ended.at(-1)!, { state: 'withdrawn' }, { now });
      }
      await open({
        reason: 'soon',
        answerDue: '2026-07-01',
        openedAt: now - 5_000,
        scopeRef: shop,
      });
      await open({
        reason: 'soon too',
        answerDue: '2026-07-01',
        openedAt: now - 4_000,
        scopeRef: vault,
      });
      expect(await walk({}, 'due')).toEqual([
        'soon',
        'soon too',
        'late',
        'recent',
        'old',
      ]);
      expect(await walk({}, 'newest')).toEqual([
        'late',
        'recent',
        'soon too',
        'soon',
        'old',
      ]);
      expect(await walk({ state: 'withdrawn' }, 'due')).toEqual([
        'recent',
        'old',
      ]);
      expect(await walk({ scopeRef: checkout }, 'newest')).toEqual([
        'late',
        'recent',
        'old',
      ]);
    });

    it('finds what somebody owns, and the groups below, as far as the caller sees them', async () => {
      await open({ reason: 'component' });
      await open({ reason: 'group', scopeRef: shop });
      await open({ reason: 'system', scopeRef: 'system:default/selling' });
      await open({ reason: 'vault', scopeRef: vault });
      const owned = (ownerRefs: string[], visibility?: Visibility) =>
        walk({ ownerRefs }, 'due', visibility);
      expect(await owned([shop])).toEqual(['component', 'group']);
      expect(await owned([commerce])).toEqual([
        'component',
        'group',
        'system',
        'vault',
      ]);
      // Who does not see the group above is not told what is below it.
      expect(await owned([commerce], withoutVault)).toEqual([]);
      expect(await owned([shop], withoutVault)).toEqual(['component', 'group']);
      expect(await owned(['group:default/nobody'])).toEqual([]);
    });

    it('counts what is open, by scope and metric', async () => {
      await open();
      await open({ openedBy: 'user:default/ben', profile: 'devlake' });
      await open({ metric: 'change-lead-time' });
      await disputes.end(
        await open({ metric: 'time-to-restore' }),
        { state: 'withdrawn' },
        { now },
      );
      await open({ scopeRef: vault });
      expect(await disputes.countOpen([checkout, shop])).toEqual(
        new Map([
          [
            checkout,
            new Map([
              ['change-fail-rate', 2],
              ['change-lead-time', 1],
            ]),
          ],
        ]),
      );
      expect(await disputes.countOpen([])).toEqual(new Map());
    });

    it('takes one dispute of a number from a person, and so many of each person and scope', async () => {
      const narrow = { ofPerson: 2, ofScope: 3 };
      const first = dispute();
      await disputes.open(first, narrow);
      await expect(disputes.open(dispute(), narrow)).rejects.toThrow(
        `disputes this number already, in '${first.id}'`,
      );
      await disputes.open(dispute({ to: '2026-06-28' }), narrow);
      await expect(
        disputes.open(dispute({ scopeRef: shop }), narrow),
      ).rejects.toThrow('user:default/ada has 2 open disputes');
      await disputes.open(dispute({ openedBy: 'user:default/ben' }), narrow);
      await expect(
        disputes.open(dispute({ openedBy: 'user:default/cyd' }), narrow),
      ).rejects.toThrow(`'${checkout}' has 3 open disputes`);
      await disputes.end(first, { state: 'withdrawn' }, { now });
      await disputes.open(dispute(), narrow);
    });

    it('holds the limits when many come at once', async () => {
      const answers = await Promise.allSettled(
        Array.from({ length: 6 }, (_, index) =>
          disputes.open(dispute({ from: `2026-04-0${index + 1}` }), {
            ofPerson: 2,
            ofScope: 100,
          }),
        ),
      );
      expect(
        answers.filter(({ status }) => status === 'fulfilled'),
      ).toHaveLength(2);
    });
  },
);
