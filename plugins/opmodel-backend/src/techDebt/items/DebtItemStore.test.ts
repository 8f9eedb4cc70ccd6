import {
  type DebtItem,
  type DebtSnapshot,
  noEstimate,
  type PayingOrder,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { SnapshotStore } from '../../catalog/SnapshotStore';
import { seesAll, seesNone, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import { DatabaseDebtItemStore } from './DatabaseDebtItemStore';
import type {
  DebtItemStore,
  DebtOrder,
  DebtPosition,
  DebtSelection,
} from './DebtItemStore';
import { FakeDebtItemStore } from './FakeDebtItemStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const noon = Date.UTC(2026, 10, 22, 12);
const company = 'group:default/company';
const shop = 'group:default/shop';
const mail = 'group:default/mail';
const ada = 'user:default/ada';
const retail = 'domain:default/retail';
const selling = 'system:default/selling';
const cart = 'component:default/cart';
const mailer = 'component:default/mailer';
const vault = 'component:default/vault';
const gone = 'component:default/gone';
const goneVault = 'component:default/gone-vault';
const never = 'component:default/never';
const address = 'https://git.example.com/shop/issues/7';

const estimated = {
  ...noEstimate,
  principalDays: 4,
  interestDays: 0.5,
  occurrencesPerMonth: 4,
  impact: 4,
  likelihood: 3,
};

function itemOf(id: string, overrides: Partial<DebtItem> = {}): DebtItem {
  return {
    id,
    version: 1,
    title: `Item ${id}`,
    description: null,
    entityRefs: [cart],
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
    ...overrides,
  };
}

/** The register of most tests: two of everything that may be told apart, and one of which nothing is known. */
const items = [
  itemOf('a', {
    title: 'zebra crossing',
    description: 'Copied by Hand',
    category: 'test',
    severity: 'low',
    estimate: { ...estimated, businessValue: 8, timeCriticality: 3 },
    targetDate: '2026-11-20',
    links: [{ type: 'issue', ref: address, title: null }],
    createdAt: noon - 5,
  }),
  itemOf('b', {
    title: 'Äpfel 100% done_now',
    severity: 'critical',
    estimate: {
      ...estimated,
      principalDays: 0.0015,
      interestDays: 0,
      businessValue: 1,
      timeCriticality: 1,
      riskReduction: 1,
    },
    status: 'accepted',
    acceptedUntil: '2026-12-31',
    acceptedBy: 'user:default/bo',
    reviewDate: '2026-11-21',
    statusSince: noon - 9,
  }),
  itemOf('c', {
    title: 'Apple',
    entityRefs: [mailer, cart],
    ownerRef: mail,
    category: 'security',
    severity: 'critical',
    estimate: { ...estimated, impact: 5, likelihood: 3 },
    targetDate: '2026-11-25',
    status: 'in_progress',
    updatedAt: noon + 3,
  }),
  itemOf('d', {
    title: 'apple',
    entityRefs: [vault],
    estimate: {
      ...noEstimate,
      principalDays: 10,
      impact: 4,
      likelihood: 3,
      businessValue: 20,
      timeCriticality: 20,
      riskReduction: 20,
    },
    links: [
      { type: 'pull_request', ref: address, title: 'The fix' },
      { type: 'slo', ref: 'slo:default/checkout', title: null },
    ],
    status: 'planned',
  }),
  itemOf('e', {
    title: '\u{1F600} last in line',
    entityRefs: [gone],
    estimate: { ...estimated, interestDays: 10 },
    status: 'resolved',
    resolvedAt: noon - 1,
    resolution: 'Paid',
    targetDate: '2026-11-20',
    reviewDate: '2026-11-20',
  }),
  itemOf('f', { title: '\uFB01rst', entityRefs: [never] }),
  itemOf('g', { entityRefs: [cart, goneVault] }),
  itemOf('h', { entityRefs: [selling] }),
  itemOf('i', { entityRefs: [mailer], estimate: estimated }),
];

const written = { at: noon, by: ada, note: null };

interface Stores {
  snapshot: SnapshotStore;
  store: DebtItemStore;
}

async function scanShop(snapshot: SnapshotStore): Promise<void> {
  const group = (ref: string, childOf?: string) => entityOf(ref, { childOf });
  const confidential = { labels: { confidential: 'true' } };
  const present = [
    group(company),
    group(shop, company),
    group(mail, company),
    entityOf(retail),
    entityOf(selling, { partOf: retail, ownedBy: shop }),
    entityOf(cart, {
      ownedBy: shop,
      partOf: selling,
      spec: { type: 'service', lifecycle: 'production' },
      annotations: { 'opmodel.io/tier': '1' },
    }),
    entityOf(mailer, { ownedBy: mail, title: 'Post office' }),
    entityOf(vault, { ownedBy: shop, ...confidential }),
  ];
  const before = [
    ...present,
    entityOf(gone, {
      ownedBy: shop,
      partOf: selling,
      annotations: { 'opmodel.io/tier': '3' },
    }),
    entityOf(goneVault, { ownedBy: mail, ...confidential }),
  ];
  await scanEntities(snapshot, before, { now: noon - 3_600_000 });
  await scanEntities(snapshot, present, { now: noon });
}

async function fill({ snapshot, store }: Stores): Promise<DebtItemStore> {
  await scanShop(snapshot);
  // Not in the order of their ids, so that no order comes by itself.
  for (const item of [...items].reverse()) {
    await store.create(item, written);
  }
  return store;
}

const notConfidential: Visibility = {
  type: 'condition',
  condition: { not: { key: 'metadata.labels.confidential' } },
};

/** All items of a selection in an order, read in pages. */
async function readAll(
  store: DebtItemStore,
  selection: Partial<DebtSelection>,
  order: DebtOrder = 'createdAt',
  { descending = false, limit = 2 } = {},
): Promise<{ ids: string; positions: DebtPosition[]; total: number }> {
  const positions: DebtPosition[] = [];
  let total = -1;
  for (;;) {
    const page = await store.list(
      { visibility: seesAll, ...selection },
      { order, descending, limit, after: positions.at(-1) },
    );
    positions.push(...page.items.map(({ position }) => position));
    total = page.total;
    if (page.items.length < limit) {
      return { ids: positions.map(({ id }) => id).join(''), positions, total };
    }
  }
}

/** Which items are in a selection, in the order of their ids. */
async function idsOf(
  store: DebtItemStore,
  selection: Partial<DebtSelection>,
): Promise<string> {
  const { ids, total } = await readAll(store, selection);
  expect(total).toBe(ids.length);
  return [...ids].sort().join('');
}

async function countOf(
  store: DebtItemStore,
  selection: Partial<DebtSelection>,
): Promise<number> {
  return (await readAll(store, selection)).total;
}

eachStore<Stores>(
  {
    name: 'DebtItemStore',
    fake() {
      const catalog = new FakeComponentCatalog();
      return { snapshot: catalog, store: new FakeDebtItemStore(catalog) };
    },
    database: knex => ({
      snapshot: new DatabaseSnapshotStore(knex),
      store: new DatabaseDebtItemStore(knex),
    }),
  },
  createStore => {
    it('keeps an item as it was written, whatever its texts say', async () => {
      const { store } = await createStore();
      const hostile = `<img src=x onerror="alert(1)">'; drop table tech_debt_items; -- %_\\ \u202Eabc\u{1F600}\n\tnull {{7*7}} $1 ? ??`;
      const item = itemOf('id %_?', {
        title: hostile,
        description: hostile.repeat(50),
        entityRefs: [mailer, cart],
        category: 'architecture',
        intent: 'deliberate',
        prudence: 'reckless',
        severity: 'medium',
        estimate: {
          principalDays: 0.1 + 0.2,
          interestDays: 0,
          occurrencesPerMonth: 1 / 3,
          impact: 2.5,
          likelihood: 5,
          businessValue: 13,
          timeCriticality: 20,
          riskReduction: 1,
        },
        businessImpact: hostile,
        remediationPlan: '',
        targetDate: '2027-01-31',
        reviewDate: '2026-12-01',
        links: [
          {
            type: 'issue',
            ref: `${address}?${'ä'.repeat(5_000)}`,
            title: hostile,
          },
          { type: 'issue', ref: address, title: null },
          { type: 'issue', ref: address, title: 'Twice' },
        ],
        status: 'accepted',
        origin: { type: 'suggestion', source: hostile, ref: 'ö'.repeat(5_000) },
        resolvedAt: noon + 4,
        resolution: hostile,
        acceptedUntil: '2027-02-01',
        acceptedBy: hostile,
        externalId: hostile,
      });
      await store.create(item, { at: noon, by: hostile, note: hostile });
      expect(await store.get(item.id, seesAll)).toEqual(item);

      const { items: listed } = await store.list(
        { visibility: seesAll, link: item.links[0] },
        { order: 'title', descending: false, limit: 10 },
      );
      expect(listed.map(one => one.item)).toEqual([item]);
      const bare = itemOf('bare');
      await store.create(bare, written);
      expect(await store.get('bare', seesAll)).toEqual(bare);
      expect(await store.get('bar', seesAll)).toBeUndefined();
      expect(await store.listVersions(item.id, { limit: 2 })).toEqual([
        {
          itemId: item.id,
          version: 1,
          at: noon,
          by: hostile,
          note: hostile,
          changes: [],
        },
      ]);
    });

    it('files an item once, and one item of a document or a suggestion', async () => {
      const { store } = await createStore();
      const ref = 'debt.yaml#retries';
      const filed = [
        itemOf('m', {
          origin: { type: 'document', ref, givesStatus: false, leftAt: null },
        }),
        itemOf('l', { origin: { type: 'suggestion', source: 'hotspot', ref } }),
        itemOf('o', { origin: { type: 'import' } }),
        itemOf('n', { origin: { type: 'import' } }),
        itemOf('p'),
      ];
      for (const item of filed) {
        await store.create(item, written);
      }
      await expect(
        store.create(itemOf('p', { title: 'Another' }), written),
      ).rejects.toThrow("There is a debt item 'p' already");
      for (const { origin } of filed.slice(0, 2)) {
        await expect(
          store.create(itemOf('q', { origin }), written),
        ).rejects.toMatchObject({
          name: 'ConflictError',
          message: expect.stringContaining(`'${ref}' already`),
        });
      }
      expect(await store.get('q', seesAll)).toBeUndefined();
      expect(await store.listVersions('q', { limit: 1 })).toEqual([]);
      expect(await store.get('p', seesAll)).toEqual(itemOf('p'));

      const [document, suggestion] = filed;
      expect(
        await store.findByOrigin([
          { type: 'document', ref },
          { type: 'suggestion', ref },
          { type: 'suggestion', ref: 'other' },
        ]),
      ).toEqual([suggestion, document]);
      expect(await store.findByOrigin([])).toEqual([]);
    });

    it('lets one of those who file an item of the same document win', async () => {
      const { store } = await createStore();
      const origin = {
        type: 'document',
        ref: 'techdebtregister:default/debt#a',
        givesStatus: true,
        leftAt: null,
      } as const;
      const outcomes = await Promise.allSettled(
        ['a', 'b', 'c', 'd'].map(id =>
          store.create(itemOf(id, { origin }), written),
        ),
      );
      expect(outcomes.map(({ status }) => status).sort()).toEqual([
        'fulfilled',
        'rejected',
        'rejected',
        'rejected',
      ]);
      expect(await store.findByOrigin([origin])).toHaveLength(1);
    });

    it('lets one of those who change the same version win, and loses nothing of what the other did not see', async () => {
      const { store } = await createStore();
      const first = itemOf('a', { origin: { type: 'import' } });
      await store.create(first, written);
      const changeTo = (title: string) =>
        store.replace(
          { ...first, version: 2, title },
          {
            at: noon + 1,
            by: ada,
            note: title,
            changes: [{ field: 'title', before: first.title, after: title }],
          },
        );
      const titles = ['One', 'Two', 'Three', 'Four'];
      const won = await Promise.all(titles.map(changeTo));
      expect(won.filter(Boolean)).toHaveLength(1);
      const winner = titles[won.indexOf(true)];

      expect(await store.get('a', seesAll)).toMatchObject({
        version: 2,
        title: winner,
      });
      expect(await store.listVersions('a', { limit: 10 })).toEqual([
        {
          itemId: 'a',
          version: 2,
          at: noon + 1,
          by: ada,
          note: winner,
          changes: [{ field: 'title', before: first.title, after: winner }],
        },
        { itemId: 'a', version: 1, ...written, changes: [] },
      ]);
      const later = { ...written, changes: [] };
      expect(await store.replace({ ...first, version: 4 }, later)).toBe(false);
      expect(await store.replace(itemOf('other', { version: 2 }), later)).toBe(
        false,
      );
      expect(await store.listVersions('other', { limit: 1 })).toEqual([]);
    });

    it('makes all of an item anew, but not where it came from', async () => {
      const store = await fill(await createStore());
      const next: DebtItem = {
        ...items[0],
        version: 2,
        title: 'Lions',
        description: 'in the zoo',
        entityRefs: [mailer, vault],
        estimate: noEstimate,
        links: [{ type: 'adr', ref: address, title: 'Why' }],
        status: 'resolved',
        updatedAt: noon + 9,
        resolvedAt: noon + 9,
        resolution: 'Paid',
        origin: { type: 'import' },
        reportedBy: 'user:default/eve',
        createdAt: 1,
      };
      const { origin, reportedBy, createdAt } = items[0];
      const change = { at: noon + 9, by: ada, note: 'done', changes: [] };
      expect(await store.replace(next, change)).toBe(true);
      expect(await store.get('a', seesAll)).toEqual({
        ...next,
        origin,
        reportedBy,
        createdAt,
      });
      expect(await idsOf(store, { entityRef: cart })).toBe('bcg');
      expect(await idsOf(store, { entityRef: mailer })).toBe('aci');
      expect(await idsOf(store, { text: 'zebra' })).toBe('');
      expect(await idsOf(store, { text: 'lions zoo' })).toBe('a');
      expect(
        await idsOf(store, { link: { type: 'issue', ref: address } }),
      ).toBe('');
      expect(await idsOf(store, { link: { type: 'adr', ref: address } })).toBe(
        'a',
      );
      expect((await readAll(store, {}, 'risk')).ids).toBe('bdeicafgh');
    });

    it('tells versions in pages, and what an item was in each', async () => {
      const { store } = await createStore();
      const was: DebtItem[] = [
        itemOf('b', { estimate: estimated }),
        itemOf('b', { ownerRef: mail, status: 'planned' }),
        itemOf('b', {
          entityRefs: [mailer, cart],
          status: 'resolved',
          estimate: { ...estimated, principalDays: 0.0001 },
        }),
      ].map((item, at) => ({ ...item, version: at + 1 }));
      await store.create(was[0], written);
      for (const item of was.slice(1)) {
        const at = noon + item.version;
        const change = { at, by: ada, note: null, changes: [] };
        expect(await store.replace(item, change)).toBe(true);
      }
      await store.create(itemOf('a', { ownerRef: mail }), written);

      const versions = async (page: { limit: number; before?: number }) =>
        (await store.listVersions('b', page)).map(({ version }) => version);
      expect(await versions({ limit: 2 })).toEqual([3, 2]);
      expect(await versions({ limit: 2, before: 2 })).toEqual([1]);
      expect(await versions({ limit: 2, before: 1 })).toEqual([]);

      const snapshot = (
        itemId: string,
        version: number,
        at: number,
        rest: Partial<DebtSnapshot>,
      ) => ({
        itemId,
        version,
        at,
        status: 'open',
        ownerRef: shop,
        entityRefs: [cart],
        principalDays: null,
        ...rest,
      });
      const all = [
        snapshot('a', 1, noon, { ownerRef: mail }),
        snapshot('b', 1, noon, { principalDays: 4 }),
        snapshot('b', 2, noon + 2, { ownerRef: mail, status: 'planned' }),
        // What cannot be a principal is none.
        snapshot('b', 3, noon + 3, {
          entityRefs: [mailer, cart],
          status: 'resolved',
        }),
      ];
      expect(await store.listSnapshots({ visibility: seesAll })).toEqual(all);
      // What an item is now decides whether it is looked at, with all that it was.
      expect(
        await store.listSnapshots({ visibility: seesAll, ownerRefs: [shop] }),
      ).toEqual(all.slice(1));
    });

    it('finds items by each of their fields', async () => {
      const store = await fill(await createStore());
      const found: [Partial<DebtSelection>, string][] = [
        [{}, 'abcdefghi'],
        [{ ownerRefs: [mail] }, 'c'],
        [{ ownerRefs: [mail, shop] }, 'abcdefghi'],
        [{ ownerRefs: [] }, ''],
        [{ statuses: ['open'] }, 'afghi'],
        [{ statuses: ['resolved', 'accepted'] }, 'be'],
        [{ statuses: [] }, ''],
        [{ categories: ['test', 'security'] }, 'ac'],
        [{ severities: ['critical'] }, 'bc'],
        [{ severities: ['low', 'high'] }, 'a'],
        [{ impact: 4 }, 'abdei'],
        [{ likelihood: 3 }, 'abcdei'],
        [{ impact: 5, likelihood: 3 }, 'c'],
        [{ impact: 3 }, ''],
        // The one of that day is not yet overdue, the resolved one no more.
        [{ overdueOn: '2026-11-20' }, ''],
        [{ overdueOn: '2026-11-21' }, 'a'],
        [{ overdueOn: '2027-01-01' }, 'ac'],
        [{ reviewDueOn: '2026-11-21' }, ''],
        [{ reviewDueOn: '2026-11-22' }, 'b'],
        [{ reviewDueOn: '2026-11-22', overdueOn: '2027-01-01' }, ''],
        [{ link: { type: 'issue', ref: address } }, 'a'],
        [{ link: { type: 'pull_request', ref: address } }, 'd'],
        [{ link: { type: 'slo', ref: 'slo:default/checkout' } }, 'd'],
        [{ link: { type: 'slo', ref: 'slo:default/%' } }, ''],
        [{ entityRef: cart }, 'abcg'],
        [{ entityRef: never }, 'f'],
        [{ entityRef: gone }, 'e'],
        [{ entityRef: 'component:default/car_' }, ''],
        [{ entityRef: cart, categories: ['code'], statuses: ['open'] }, 'g'],
      ];
      for (const [selection, ids] of found) {
        expect([selection, await idsOf(store, selection)]).toEqual([
          selection,
          ids,
        ]);
      }
    });

    it('finds items by what they hang on', async () => {
      const store = await fill(await createStore());
      const found: [Partial<DebtSelection>, string][] = [
        [{ entities: {} }, 'abcdefghi'],
        [{ entities: { entityRefs: [cart, gone] } }, 'abceg'],
        [{ entities: { entityRefs: [never] } }, ''],
        [{ entities: { systemRef: selling } }, 'abceg'],
        [{ entities: { domainRef: retail } }, 'abcegh'],
        [{ entities: { tier: '1' } }, 'abcg'],
        [{ entities: { tier: '3' } }, 'e'],
        [{ entities: { type: 'service', lifecycle: 'production' } }, 'abcg'],
        [{ entities: { text: 'POST' } }, 'ci'],
        [{ entities: { ownerRefs: [shop] } }, 'abcdegh'],
        [{ entities: { ownerRefs: [mail] } }, 'cgi'],
        [{ entities: { ownerRefs: [company] } }, ''],
        [{ entities: { ownerRefs: [company], descendants: true } }, 'abcdeghi'],
        [{ entities: { ownerRefs: [mail], descendants: true } }, 'cgi'],
        [{ entities: { ownerRefs: [mail], tier: '1' } }, ''],
        [{ scopeRef: 'org' }, 'abcdefghi'],
        [{ scopeRef: cart }, 'abcg'],
        [{ scopeRef: selling }, 'abcegh'],
        [{ scopeRef: retail }, 'abcegh'],
        [{ scopeRef: shop }, 'abcdegh'],
        [{ scopeRef: mail }, 'cgi'],
        [{ scopeRef: company }, 'abcdeghi'],
        [{ scopeRef: gone }, 'e'],
        [{ scopeRef: never }, ''],
        [{ scopeRef: shop, entities: { ownerRefs: [mail] } }, 'cg'],
      ];
      for (const [selection, ids] of found) {
        expect([selection, await idsOf(store, selection)]).toEqual([
          selection,
          ids,
        ]);
      }
    });

    it('finds words as they stand there, in any case', async () => {
      const store = await fill(await createStore());
      const found: [string, string][] = [
        ['', 'abcdefghi'],
        ['  ', 'abcdefghi'],
        ['APPLE', 'cd'],
        ['äPFEL', 'b'],
        ['zebra hand', 'a'],
        ['hand zebra', 'a'],
        ['zebra apple', ''],
        ['cross', 'a'],
        ['rossi', ''],
        ['ZEB cop', 'a'],
        ['zebras', ''],
        ['100%', 'b'],
        ['%', ''],
        ['_', ''],
        ['done_now', 'b'],
        ['done%now', 'b'],
        ['d_ne', ''],
        ['\\', ''],
        ["'", ''],
        ["'zebra", 'a'],
        ['zebra:* | apple', ''],
        ['\u{1F600}', 'e'],
        ['crossingcopied', ''],
      ];
      for (const [text, ids] of found) {
        expect([text, await idsOf(store, { text })]).toEqual([text, ids]);
      }
    });

    it('orders by everything, with those without a value last, and reads on where a page ended', async () => {
      const store = await fill(await createStore());
      // Upwards: those with a value, then those without; among equal ones by their ids.
      const upwards: Record<DebtOrder, [string, string]> = {
        title: ['cdghiabfe', ''],
        createdAt: ['abcdefghi', ''],
        updatedAt: ['abdefghic', ''],
        statusSince: ['bacdefghi', ''],
        targetDate: ['aec', 'bdfghi'],
        reviewDate: ['eb', 'acdfghi'],
        owner: ['cabdefghi', ''],
        status: ['afghidcbe', ''],
        category: ['bdefghica', ''],
        severity: ['abc', 'defghi'],
        risk: ['abdeic', 'fgh'],
        interest: ['bacie', 'dfgh'],
        principal: ['baceid', 'fgh'],
        wsjf: ['db', 'acefghi'],
        priority: ['baice', 'dfgh'],
        // What costs nothing never pays back.
        payback: ['eaci', 'bdfgh'],
      };
      const reversed = (ids: string) => [...ids].reverse().join('');
      // All of them, and those that have to be found before they are in an order.
      const selected: [Partial<DebtSelection>, string][] = [
        [{}, 'abcdefghi'],
        [{ scopeRef: company }, 'abcdeghi'],
      ];
      for (const [selection, among] of selected) {
        for (const [name, ids] of Object.entries(upwards)) {
          const order = name as DebtOrder;
          const [valued, without] = ids.map(all =>
            [...all].filter(id => among.includes(id)).join(''),
          );
          for (const limit of [1, 2, 4, 20]) {
            const page = { descending: false, limit };
            const up = await readAll(store, selection, order, page);
            expect([order, limit, up.ids]).toEqual([
              order,
              limit,
              valued + without,
            ]);
            expect(up.total).toBe(among.length);
            expect(
              up.positions.filter(({ value }) => value === null),
            ).toHaveLength(without.length);
            const down = await readAll(store, selection, order, {
              ...page,
              descending: true,
            });
            expect([order, limit, down.ids]).toEqual([
              order,
              limit,
              reversed(valued) + reversed(without),
            ]);
            expect(down.total).toBe(among.length);
          }
        }
      }
      const valuesBy = async (order: DebtOrder) =>
        (await readAll(store, { statuses: ['accepted', 'resolved'] }, order))
          .positions;
      expect(await valuesBy('title')).toEqual([
        { value: 'äpfel 100% done_now', id: 'b' },
        { value: '\u{1F600} last in line', id: 'e' },
      ]);
      expect(await valuesBy('priority')).toEqual([
        { value: 0, id: 'b' },
        { value: 120, id: 'e' },
      ]);
      expect(await valuesBy('createdAt')).toEqual([
        { value: noon, id: 'b' },
        { value: noon, id: 'e' },
      ]);
      // A filter takes nothing from the order.
      const { ids } = await readAll(store, { text: 'item' }, 'title', {
        descending: true,
      });
      expect(ids).toBe('ihg');
    });

    it('reads on after a position that is no longer there', async () => {
      const store = await fill(await createStore());
      const { positions } = await readAll(store, {}, 'risk');
      expect(await store.remove('d', 1)).toBe(true);
      expect(await store.remove('g', 1)).toBe(true);
      const after = async (id: string) => {
        const page = await store.list(
          { visibility: seesAll },
          {
            order: 'risk',
            descending: false,
            limit: 2,
            after: positions.find(position => position.id === id),
          },
        );
        return page.items.map(({ item }) => item.id).join('');
      };
      expect(await after('d')).toBe('ei');
      expect(await after('g')).toBe('h');
    });

    it('refuses a position that cannot be one of the order', async () => {
      const store = await fill(await createStore());
      const readAfter = (order: DebtOrder, value: DebtPosition['value']) =>
        store.list(
          { visibility: seesAll },
          { order, descending: false, limit: 2, after: { value, id: 'a' } },
        );
      const foreign: [DebtOrder, string | number][] = [
        ['title', 3],
        ['risk', 'high'],
        ['risk', Infinity],
        ['createdAt', 1.5],
        ['status', 2 ** 60],
      ];
      for (const [order, value] of foreign) {
        await expect(readAfter(order, value)).rejects.toMatchObject({
          name: 'InputError',
        });
      }
      // What no item is at is a position nevertheless.
      const beyond = await readAfter('status', 2 ** 40);
      expect(beyond).toEqual({ items: [], total: 9 });
      expect((await readAfter('risk', -0.5)).items).toHaveLength(2);
    });

    it('shows an item to whoever may see all that it hangs on', async () => {
      const store = await fill(await createStore());
      const refs = (...list: string[]): Visibility => ({
        type: 'refs',
        refs: new Set(list),
      });
      const seen: [Visibility, string][] = [
        [seesAll, 'abcdefghi'],
        [seesNone, ''],
        [notConfidential, 'abcehi'],
        [{ type: 'condition', condition: { key: 'kind' } }, 'abcdeghi'],
        [
          {
            type: 'condition',
            condition: { key: 'metadata.labels.confidential' },
          },
          'd',
        ],
        [refs(), ''],
        [refs(cart), 'ab'],
        [refs(cart, mailer, gone), 'abcei'],
        [refs(cart, goneVault, never), 'abg'],
      ];
      for (const [visibility, ids] of seen) {
        expect([visibility, await idsOf(store, { visibility })]).toEqual([
          visibility,
          ids,
        ]);
        const got = await Promise.all(
          items.map(({ id }) => store.get(id, visibility)),
        );
        expect(got.map(item => item?.id ?? '').join('')).toBe(ids);
        const counted = await store.countStatuses({ visibility });
        const cells = await store.countMatrix({ visibility });
        for (const counts of [counted, cells]) {
          expect(counts.reduce((sum, count) => sum + count.items, 0)).toBe(
            ids.length,
          );
        }
        const snapshots = await store.listSnapshots({ visibility });
        expect(snapshots.map(({ itemId }) => itemId).join('')).toBe(ids);
      }
      // Who may not see a group does not learn what is below it.
      const below = { ownerRefs: [company], descendants: true };
      expect(
        await idsOf(store, {
          visibility: refs(cart, mailer, gone, shop),
          entities: below,
        }),
      ).toBe('');
      expect(
        await idsOf(store, {
          visibility: refs(cart, mailer, gone, company),
          entities: below,
        }),
      ).toBe('abcei');
    });

    it('counts what is due', async () => {
      const store = await fill(await createStore());
      const filedBefore = {
        critical: noon + 1,
        high: noon + 1,
        medium: noon + 1,
        low: noon - 5,
      };
      const countDue = (selection: Partial<DebtSelection>) =>
        store.countDue(
          { visibility: seesAll, ...selection },
          { today: '2026-11-24', filedBefore },
        );
      // b is accepted, so that it is no breach, and to be looked at all the same.
      expect(await countDue({ text: 'item zebra' })).toMatchObject({
        overdue: 0,
      });
      expect(await countDue({ ownerRefs: [shop], text: 'zebra' })).toEqual({
        overdue: 1,
        reviewDue: 0,
        breaches: { critical: 0, high: 0, medium: 0, low: 0 },
      });
      expect(await countDue({ categories: ['security', 'code'] })).toEqual({
        overdue: await countOf(store, {
          categories: ['security', 'code'],
          statuses: ['open', 'planned', 'in_progress'],
          overdueOn: '2026-11-24',
        }),
        reviewDue: await countOf(store, {
          categories: ['security', 'code'],
          reviewDueOn: '2026-11-24',
        }),
        breaches: { critical: 1, high: 0, medium: 0, low: 0 },
      });
      filedBefore.low = noon - 4;
      filedBefore.critical = noon;
      expect((await countDue({})).breaches).toEqual({
        critical: 0,
        high: 0,
        medium: 0,
        low: 1,
      });
      expect(await idsOf(store, { createdBefore: noon })).toBe('a');
    });

    it('counts by who answers for the items, as far as they may be seen', async () => {
      const store = await fill(await createStore());
      for (const selection of [
        { visibility: seesAll },
        { visibility: notConfidential },
        { visibility: seesAll, categories: ['security', 'code'] as const },
      ]) {
        const listed = await store.list(selection, {
          order: 'owner',
          descending: false,
          limit: 100,
        });
        const counted = (isWanted: (item: DebtItem) => boolean) => {
          const owners = listed.items
            .map(({ item }) => item)
            .filter(isWanted)
            .map(({ ownerRef }) => ownerRef);
          return [...new Set(owners)].map(ownerRef => ({
            ownerRef,
            items: owners.filter(ref => ref === ownerRef).length,
          }));
        };
        expect(await store.countOwners(selection)).toEqual(counted(() => true));
        expect(await store.countOwners(selection, { isUndated: true })).toEqual(
          counted(({ targetDate }) => targetDate === null),
        );
      }
      expect(
        await store.countOwners({ visibility: seesAll, ownerRefs: [] }),
      ).toEqual([]);
    });

    it('counts impact × likelihood, and those without', async () => {
      const store = await fill(await createStore());
      await store.create(
        itemOf('j', { estimate: { ...noEstimate, likelihood: 2 } }),
        written,
      );
      expect(await store.countMatrix({ visibility: seesAll })).toEqual([
        { impact: 4, likelihood: 3, items: 5 },
        { impact: 5, likelihood: 3, items: 1 },
        { impact: null, likelihood: 2, items: 1 },
        { impact: null, likelihood: null, items: 3 },
      ]);
      expect(
        await store.countMatrix({
          visibility: notConfidential,
          entityRef: cart,
          statuses: ['open', 'in_progress'],
        }),
      ).toEqual([
        { impact: 4, likelihood: 3, items: 1 },
        { impact: 5, likelihood: 3, items: 1 },
        { impact: null, likelihood: 2, items: 1 },
      ]);
      expect(
        await store.countMatrix({ visibility: seesAll, ownerRefs: [] }),
      ).toEqual([]);
    });

    it('counts statuses with the principal that is known, which is not 0 where none is', async () => {
      const store = await fill(await createStore());
      expect(await store.countStatuses({ visibility: seesAll })).toEqual([
        { status: 'open', items: 5, principalDays: 8, withoutPrincipal: 3 },
        { status: 'planned', items: 1, principalDays: 10, withoutPrincipal: 0 },
        {
          status: 'in_progress',
          items: 1,
          principalDays: 4,
          withoutPrincipal: 0,
        },
        // To a thousandth, the half of it upwards.
        {
          status: 'accepted',
          items: 1,
          principalDays: 0.002,
          withoutPrincipal: 0,
        },
        { status: 'resolved', items: 1, principalDays: 4, withoutPrincipal: 0 },
      ]);
      expect(
        await store.countStatuses({ visibility: seesAll, text: 'item' }),
      ).toEqual([
        { status: 'open', items: 3, principalDays: 4, withoutPrincipal: 2 },
      ]);
      expect(
        await store.countStatuses({
          visibility: seesAll,
          scopeRef: selling,
          text: 'item',
        }),
      ).toEqual([
        { status: 'open', items: 2, principalDays: null, withoutPrincipal: 2 },
      ]);
    });

    it('keeps what people say of an item, in order', async () => {
      const { store } = await createStore();
      await store.create(itemOf('a'), written);
      await store.create(itemOf('b'), written);
      const comment = (id: string, at: number, itemId = 'a') => ({
        id,
        itemId,
        at,
        by: ada,
        text: `<b>%_'${id}`,
      });
      const comments = [
        comment('y', noon),
        comment('x', noon + 1),
        comment('z', noon + 1),
      ];
      for (const one of [comments[2], comments[1], comments[0]]) {
        await store.addComment(one);
      }
      await store.addComment(comment('w', noon, 'b'));
      expect(await store.listComments('a', { limit: 2 })).toEqual(
        comments.slice(0, 2),
      );
      expect(
        await store.listComments('a', { limit: 2, after: comments[1] }),
      ).toEqual([comments[2]]);
      expect(
        await store.listComments('a', { limit: 2, after: comments[2] }),
      ).toEqual([]);
      await expect(
        store.addComment(comment('v', noon, 'nowhere')),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
      expect(await store.listComments('nowhere', { limit: 1 })).toEqual([]);
    });

    it('tells nobody by an order that there is an owner whom they may not see', async () => {
      const { snapshot, store } = await createStore();
      await scanEntities(
        snapshot,
        [entityOf(cart), entityOf(shop), entityOf(mail)],
        {
          now: noon,
        },
      );
      for (const [id, ownerRef] of Object.entries({
        a: shop,
        b: mail,
        c: 'group:default/zoo',
        d: mail,
      })) {
        await store.create(itemOf(id, { ownerRef }), written);
      }
      const visibility: Visibility = {
        type: 'refs',
        refs: new Set([cart, shop]),
      };
      const orders = async (selection: Partial<DebtSelection>) => {
        const up = await readAll(store, selection, 'owner');
        const down = await readAll(store, selection, 'owner', {
          descending: true,
          limit: 1,
        });
        return [up, down].map(({ ids, positions }) => [
          ids,
          positions.map(({ value }) => value),
        ]);
      };
      const zoo = 'group:default/zoo';
      expect(await orders({ visibility })).toEqual([
        ['acbd', [shop, zoo, null, null]],
        ['cadb', [zoo, shop, null, null]],
      ]);
      expect(await orders({ visibility, text: 'item' })).toEqual(
        await orders({ visibility }),
      );
      expect((await orders({}))[0]).toEqual(['bdac', [mail, mail, shop, zoo]]);
    });

    it('tells when the oldest item was filed, and those in the middle', async () => {
      const { store } = await createStore();
      const filed = (selection: Partial<DebtSelection> = {}) =>
        store.readFiled({ visibility: seesAll, ...selection });
      expect(await filed()).toBeUndefined();
      for (const [id, days] of Object.entries({ a: 3, b: 9, c: 1, d: 3 })) {
        await store.create(
          itemOf(id, { createdAt: noon - days * 86_400_000 }),
          written,
        );
      }
      const ago = (days: number) => noon - days * 86_400_000;
      expect(await filed()).toEqual({
        oldest: ago(9),
        middle: [ago(3), ago(3)],
      });
      await store.remove('b', 1);
      expect(await filed()).toEqual({ oldest: ago(3), middle: [ago(3)] });
      await store.remove('a', 1);
      await store.remove('d', 1);
      expect(await filed()).toEqual({ oldest: ago(1), middle: [ago(1)] });
    });

    it('finds the first items of an order, of equal ones the smaller first, however many there are', async () => {
      const { store } = await createStore();
      const priced = (id: string, estimate: Partial<DebtItem['estimate']>) =>
        store.create(
          itemOf(id, { estimate: { ...noEstimate, ...estimate } }),
          written,
        );
      const risky = { impact: 5, likelihood: 5 };
      const paying = { interestDays: 1, occurrencesPerMonth: 2 };
      await priced('a', risky);
      await priced('b', { ...risky, principalDays: 8, ...paying });
      await priced('c', { ...risky, principalDays: 2 });
      await priced('d', { impact: 1, likelihood: 5, principalDays: 1 });
      await priced('e', { principalDays: 4, ...paying });
      await priced('f', {
        principalDays: 1,
        interestDays: 0,
        occurrencesPerMonth: 2,
      });
      await store.create(itemOf('g', { status: 'resolved' }), written);
      const top = async (order: PayingOrder, limit: number) => {
        const { items: first, notScored } = await store.listTop(
          { visibility: seesAll, statuses: ['open'] },
          { order, limit },
        );
        return [first.map(({ id }) => id).join(''), notScored];
      };
      expect(await top('risk', 3)).toEqual(['cba', 2]);
      expect(await top('risk', 10)).toEqual(['cbad', 2]);
      expect(await top('payback', 2)).toEqual(['eb', 3]);
      expect(await top('payback', 10)).toEqual(['ebf', 3]);
      expect(await top('interest', 1)).toEqual(['e', 3]);
      const [whole] = (
        await store.listTop(
          { visibility: seesAll, statuses: ['open'] },
          { order: 'risk', limit: 1 },
        )
      ).items;
      expect(whole).toEqual(await store.get('c', seesAll));
    });

    it('takes an item away with all that hangs on it, in the version that was seen', async () => {
      const store = await fill(await createStore());
      const origin = {
        type: 'document',
        ref: 'techdebtregister:default/debt#a',
        givesStatus: true,
        leftAt: null,
      } as const;
      const item = itemOf('j', { origin, links: items[0].links });
      await store.create(item, written);
      await store.addComment({
        id: '1',
        itemId: 'j',
        at: noon,
        by: ada,
        text: 'Why?',
      });
      expect(await store.remove('j', 2)).toBe(false);
      expect(await store.get('j', seesAll)).toEqual(item);
      expect(await store.remove('j', 1)).toBe(true);
      expect(await store.remove('j', 1)).toBe(false);

      expect(await store.get('j', seesAll)).toBeUndefined();
      expect(await idsOf(store, {})).toBe('abcdefghi');
      expect(await store.listVersions('j', { limit: 1 })).toEqual([]);
      expect(await store.findByOrigin([origin])).toEqual([]);
      // Nothing of it comes back with another one of its name.
      await store.create(itemOf('j', { origin, entityRefs: [never] }), written);
      expect(await store.listComments('j', { limit: 1 })).toEqual([]);
      expect(await idsOf(store, { link: items[0].links[0] })).toBe('a');
      expect(await idsOf(store, { entityRef: cart })).toBe('abcg');
    });
  },
);
