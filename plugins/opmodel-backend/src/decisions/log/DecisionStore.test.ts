import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { FakeCatalogStore } from '../../catalog/FakeCatalogStore';
import type { SnapshotStore } from '../../catalog/SnapshotStore';
import { seesAll, seesNone, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities, scanTime } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import { DatabaseDecisionStore } from './DatabaseDecisionStore';
import type {
  DecisionFilter,
  DecisionPosition,
  DecisionRecord,
  DecisionStore,
} from './DecisionStore';
import { FakeDecisionStore } from './FakeDecisionStore';
import { searchedWords } from './searchedText';

const checkout = 'component:default/checkout';
const vault = 'component:default/vault';
const selling = 'system:default/selling';
const shop = 'group:default/shop';
const commerce = 'group:default/commerce';

const entities = [
  entityOf(checkout, { ownedBy: shop, partOf: selling }),
  entityOf(vault, { ownedBy: 'group:default/guards' }),
  entityOf(selling, { ownedBy: commerce }),
  entityOf(shop, { childOf: commerce }),
  entityOf(commerce),
  entityOf('group:default/guards', { childOf: commerce }),
];
const withoutVault: Visibility = {
  type: 'condition',
  condition: { not: { key: 'metadata.name', values: ['vault'] } },
};

let ids = 0;
function decisionOf(overrides: Partial<DecisionRecord> = {}): DecisionRecord {
  ids += 1;
  return {
    id: `decision-${String(ids).padStart(4, '0')}`,
    title: 'Use one queue',
    context: 'Two were in use – ä 😀',
    decision: 'We keep\nthe first',
    entityRefs: [checkout],
    ownerRef: shop,
    decidedOn: '2026-06-01',
    reviewOn: null,
    status: 'accepted',
    supersedes: null,
    supersededBy: null,
    links: [{ label: 'ADR 7', url: 'https://adr.example.com/7' }],
    createdBy: 'user:default/ada',
    createdAt: scanTime,
    updatedBy: null,
    updatedAt: null,
    version: 1,
    ...overrides,
  };
}

interface Stores {
  decisions: DecisionStore;
  catalog: SnapshotStore;
}

eachStore<Stores>(
  {
    name: 'DecisionStore',
    fake() {
      const catalog = new FakeCatalogStore();
      return { catalog, decisions: new FakeDecisionStore(catalog) };
    },
    database: knex => ({
      catalog: new DatabaseSnapshotStore(knex),
      decisions: new DatabaseDecisionStore(knex),
    }),
  },
  createStores => {
    let decisions: DecisionStore;
    let catalog: SnapshotStore;

    beforeEach(async () => {
      ({ decisions, catalog } = await createStores());
      await scanEntities(catalog, entities);
    });

    const enter = async (overrides: Partial<DecisionRecord> = {}) => {
      const one = decisionOf(overrides);
      await decisions.save([one]);
      return one;
    };
    const change = (
      before: DecisionRecord,
      changes: Partial<DecisionRecord>,
    ): DecisionRecord => ({
      ...before,
      updatedBy: 'user:default/ben',
      updatedAt: scanTime + before.version,
      ...changes,
      version: before.version + 1,
    });
    const idsOf = async (
      filter: DecisionFilter,
      visibility: Visibility = seesAll,
    ) => {
      const found: string[] = [];
      let after: DecisionPosition | undefined;
      for (;;) {
        const { items, total } = await decisions.list(filter, visibility, {
          limit: 2,
          after,
        });
        const last = items.at(-1);
        if (!last) {
          expect(found).toHaveLength(total);
          return found;
        }
        found.push(...items.map(({ id }) => id));
        after = last;
      }
    };

    it('gives back what was entered', async () => {
      const one = await enter({ entityRefs: [vault, checkout] });
      const other = await enter({
        reviewOn: '2026-12-01',
        supersedes: one.id,
        links: [],
      });
      expect(await decisions.get(one.id, seesAll)).toEqual({
        ...one,
        entityRefs: [checkout, vault],
      });
      expect(await decisions.get(other.id, seesAll)).toEqual(other);
      expect(await decisions.get('none', seesAll)).toBeUndefined();
      expect(await decisions.listPast(one.id)).toEqual([]);
    });

    it('keeps what a decision was before it was changed', async () => {
      const first = await enter();
      const second = change(first, {
        title: 'Use two queues',
        entityRefs: [vault],
        status: 'rejected',
      });
      await decisions.save([second]);
      await decisions.save([change(second, { entityRefs: [checkout] })]);
      expect(await decisions.listPast(first.id)).toEqual([
        {
          version: 2,
          at: scanTime + 1,
          by: 'user:default/ben',
          title: 'Use two queues',
          decision: first.decision,
          status: 'rejected',
          entityRefs: [vault],
        },
        {
          version: 1,
          at: scanTime,
          by: 'user:default/ada',
          title: 'Use one queue',
          decision: first.decision,
          status: 'accepted',
          entityRefs: [checkout],
        },
      ]);
      expect(await decisions.get(first.id, withoutVault)).toMatchObject({
        version: 3,
        entityRefs: [checkout],
      });
    });

    it('changes nothing where one of several was changed in the meantime', async () => {
      const first = await enter();
      const second = await enter();
      await decisions.save([change(second, { title: 'Changed' })]);
      await expect(
        decisions.save([
          change(first, { title: 'Never' }),
          change(second, { title: 'Never' }),
        ]),
      ).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining(
          `'${second.id}' was changed in the meantime by user:default/ben at 2026-11-02T09:00:00.001Z`,
        ),
      });
      expect(await decisions.get(first.id, seesAll)).toEqual(first);
      expect(await decisions.listPast(first.id)).toEqual([]);
      const outcomes = await Promise.allSettled([
        decisions.save([change(first, { title: 'A' })]),
        decisions.save([change(first, { title: 'B' })]),
      ]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
      ]);
    });

    it('shows a decision only to whoever may see all that it is about', async () => {
      const open = await enter();
      const half = await enter({ entityRefs: [checkout, vault] });
      expect(await idsOf({}, withoutVault)).toEqual([open.id]);
      expect(await idsOf({}, seesNone)).toEqual([]);
      expect(
        await idsOf(
          {},
          { type: 'refs', refs: new Set([checkout, vault, shop]) },
        ),
      ).toEqual([half.id, open.id]);
      expect(await decisions.get(half.id, withoutVault)).toBeUndefined();
      expect(
        await decisions.visibleIds([open.id, half.id, 'x'], withoutVault),
      ).toEqual(new Set([open.id]));
    });

    it('counts each entity once that there are decisions about', async () => {
      await enter();
      await enter({ entityRefs: [checkout, vault, selling] });
      expect(await decisions.countEntities('component', seesAll)).toBe(2);
      expect(await decisions.countEntities('component', withoutVault)).toBe(1);
      expect(await decisions.countEntities('group', seesAll)).toBe(0);
    });

    it('keeps a decision about what the catalog no longer has', async () => {
      const one = await enter({ entityRefs: [vault] });
      await scanEntities(
        catalog,
        entities.filter(({ metadata }) => metadata.name !== 'vault'),
        { now: scanTime + 1000 },
      );
      expect(await idsOf({ entityRef: vault })).toEqual([one.id]);
      expect(await idsOf({}, withoutVault)).toEqual([]);
    });

    it('finds where all words occur, in any case and wherever they stand', async () => {
      const one = await enter({
        title: 'ÄNDERUNG 100%_sure',
        context: 'Straße\\',
      });
      await enter({ title: 'Other' });
      for (const text of [
        'änderung',
        'straße  änderung',
        '100%_',
        '\\',
        'FIRST 100',
        'ｆirst sure',
      ]) {
        expect([text, await idsOf({ words: searchedWords(text) })]).toEqual([
          text,
          [one.id],
        ]);
      }
      expect(await idsOf({ words: searchedWords('sure other') })).toEqual([]);
      expect(await idsOf({ words: searchedWords(' ') })).toHaveLength(2);
    });

    it('filters by what it is about, owner, status and review', async () => {
      const aboutCheckout = await enter({ decidedOn: '2026-06-03' });
      const aboutSelling = await enter({
        decidedOn: '2026-06-02',
        entityRefs: [selling],
        ownerRef: commerce,
        status: 'proposed',
        reviewOn: '2026-07-01',
      });
      const due = await enter({
        decidedOn: '2026-06-01',
        entityRefs: [vault],
        ownerRef: 'user:default/ada',
        reviewOn: '2026-07-01',
      });
      expect(await idsOf({ entityRef: checkout })).toEqual([aboutCheckout.id]);
      expect(await idsOf({ entityRef: selling })).toEqual([
        aboutCheckout.id,
        aboutSelling.id,
      ]);
      expect(await idsOf({ entityRef: commerce })).toHaveLength(3);
      expect(await idsOf({ ownerRefs: [shop] })).toEqual([aboutCheckout.id]);
      expect(await idsOf({ ownerRefs: [commerce] })).toEqual([
        aboutCheckout.id,
        aboutSelling.id,
      ]);
      expect(await idsOf({ ownerRefs: ['user:default/ada'] })).toEqual([
        due.id,
      ]);
      expect(await idsOf({ ownerRefs: [] })).toEqual([]);
      expect(await idsOf({ status: 'proposed' })).toEqual([aboutSelling.id]);
      expect(await idsOf({ reviewBefore: '2026-07-02' })).toEqual([due.id]);
      expect(await idsOf({ reviewBefore: '2026-07-01' })).toEqual([]);
    });

    it('lists the newest first, in one order on every database', async () => {
      const expected = [
        ['2026-06-02', 1, 'b'],
        ['2026-06-01', 2, 'B'],
        ['2026-06-01', 1, 'b-2'],
        ['2026-06-01', 1, 'b'],
        ['2026-06-01', 1, 'a_'],
        ['2026-06-01', 1, 'Z'],
      ] as const;
      const prefix = `order-${ids}-`;
      const distinct = expected.map(([decidedOn, createdAt, id], index) => ({
        decidedOn,
        createdAt,
        id: index === 0 ? `${prefix}first` : `${prefix}${id}`,
      }));
      for (const position of [...distinct].reverse()) {
        await enter(position);
      }
      expect(await idsOf({})).toEqual(distinct.map(({ id }) => id));
    });
  },
);
