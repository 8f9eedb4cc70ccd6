import type {
  FoundSuggestion,
  SuggestionState,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { SnapshotStore } from '../../catalog/SnapshotStore';
import { seesAll, seesNone, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import { DatabaseSuggestionStore } from './DatabaseSuggestionStore';
import { FakeSuggestionStore } from './FakeSuggestionStore';
import type {
  KeptSuggestion,
  SuggestionLook,
  SuggestionOrder,
  SuggestionPosition,
  SuggestionSelection,
  SuggestionStore,
} from './SuggestionStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const noon = Date.UTC(2026, 10, 22, 12);
const shop = 'group:default/shop';
const ada = 'user:default/ada';
const cart = 'component:default/cart';
const mailer = 'component:default/mailer';
const vault = 'component:default/vault';
const secret = 'scorecard:default/secret';
const never = 'component:default/never';

function foundAs(
  name: string,
  given: Partial<FoundSuggestion> = {},
): FoundSuggestion {
  return {
    source: 'todo',
    fingerprint: `todo:${name}`,
    entityRef: cart,
    title: `Found ${name}`,
    description: 'A comment says so.',
    category: 'code',
    severity: null,
    since: null,
    principalDays: null,
    evidence: [],
    links: [],
    ...given,
  };
}

const look = (given: Partial<SuggestionLook> = {}): SuggestionLook => ({
  source: 'todo',
  at: noon,
  lookedAt: [cart, mailer, vault],
  found: [],
  leftOut: [],
  ...given,
});

const dismissed: SuggestionState = {
  type: 'dismissed',
  reason: 'It stays',
  by: ada,
  at: noon + 1,
};

const undecided: SuggestionState = { type: 'new' };

interface Stores {
  snapshot: SnapshotStore;
  store: SuggestionStore;
}

async function scanShop(snapshot: SnapshotStore, without: string[] = []) {
  const confidential = { labels: { confidential: 'true' } };
  const entities = [
    entityOf('group:default/company'),
    entityOf(shop, { childOf: 'group:default/company' }),
    entityOf(cart, { ownedBy: shop }),
    entityOf(mailer, { ownedBy: 'group:default/company' }),
    entityOf(vault, { ownedBy: shop, ...confidential }),
    entityOf(secret, confidential),
  ];
  await scanEntities(
    snapshot,
    entities.filter(
      ({ kind, metadata }) =>
        !without.includes(`${kind.toLowerCase()}:default/${metadata.name}`),
    ),
    { now: noon - 3_600_000 + without.length },
  );
}

const notConfidential: Visibility = {
  type: 'condition',
  condition: { not: { key: 'metadata.labels.confidential' } },
};

async function all(
  store: SuggestionStore,
  selection: Partial<SuggestionSelection> = {},
  order: SuggestionOrder = 'title',
  descending = false,
): Promise<KeptSuggestion[]> {
  const found: KeptSuggestion[] = [];
  let after: SuggestionPosition | undefined;
  for (;;) {
    const page = await store.list(
      { visibility: seesAll, ...selection },
      { order, descending, limit: 2, after },
    );
    found.push(...page.items.map(({ suggestion }) => suggestion));
    if (page.items.length < 2) {
      expect(page.total).toBe(found.length);
      return found;
    }
    after = page.items[1].position;
  }
}

const names = (found: readonly KeptSuggestion[]) =>
  found.map(({ fingerprint }) => fingerprint.split(':')[1]).join('');

eachStore<Stores>(
  {
    name: 'SuggestionStore',
    fake() {
      const catalog = new FakeComponentCatalog();
      return { snapshot: catalog, store: new FakeSuggestionStore(catalog) };
    },
    database: knex => ({
      snapshot: new DatabaseSnapshotStore(knex),
      store: new DatabaseSuggestionStore(knex),
    }),
  },
  createStore => {
    it('keeps what was found as it was found, whatever its texts say', async () => {
      const { store } = await createStore();
      const hostile = `<img src=x onerror="alert(1)">'; drop table x; -- %_\\ \u202E\u{1F600} $1 ? ??`;
      const found = foundAs('a', {
        title: hostile,
        description: `${hostile}\n`.repeat(100),
        category: 'security',
        severity: 'critical',
        since: noon - 5,
        principalDays: 0.1 + 0.2,
        evidence: [
          { type: 'measure', name: hostile, value: 1 / 3, unit: 'share' },
          { type: 'link', name: 'file', url: 'https://git.example.com/a' },
        ],
        links: [
          { type: 'issue', ref: 'https://git.example.com/1', title: hostile },
          { type: 'check', ref: `${secret}#a`, title: null },
        ],
      });
      expect(await store.merge(look({ found: [found] }))).toEqual({ added: 1 });
      const [kept] = await all(store);
      expect(kept).toEqual({
        ...found,
        id: expect.any(String),
        state: undecided,
        firstSeen: noon,
        lastSeen: noon,
        staleSince: null,
      });
      expect(await store.get(kept.id, seesAll)).toEqual(kept);
      expect(await store.get('no such id', seesAll)).toBeUndefined();
    });

    it('comes to the same however often it looks', async () => {
      const { store } = await createStore();
      const found = [foundAs('a'), foundAs('b', { entityRef: mailer })];
      await store.merge(look({ found }));
      const before = await all(store);
      expect(await store.merge(look({ found }))).toEqual({ added: 0 });
      expect(await all(store)).toEqual(before);

      await store.merge(
        look({
          at: noon + 5,
          found: [{ ...found[0], title: 'Found anew' }, found[1]],
        }),
      );
      const after = await all(store);
      expect(after.map(({ id }) => id).sort()).toEqual(
        before.map(({ id }) => id).sort(),
      );
      expect(names(after)).toBe('ab'.split('').sort().join(''));
      expect(
        after.find(({ fingerprint }) => fingerprint === 'todo:a'),
      ).toMatchObject({
        title: 'Found anew',
        firstSeen: noon,
        lastSeen: noon + 5,
      });
    });

    it('takes for gone what is not found where it looked, and nothing else', async () => {
      const { store } = await createStore();
      const found = [
        foundAs('a'),
        foundAs('b'),
        foundAs('c', { entityRef: mailer }),
      ];
      await store.merge(look({ found }));
      await store.merge(
        look({
          source: 'hotspot',
          found: [
            foundAs('d', { source: 'hotspot', fingerprint: 'hotspot:d' }),
          ],
        }),
      );
      await store.merge(
        look({ at: noon + 1, lookedAt: [cart], leftOut: ['todo:b'] }),
      );
      expect(names(await all(store, { standings: ['gone'] }))).toBe('a');
      expect(names(await all(store, { standings: ['open'] }))).toBe('bcd');
      expect((await all(store, { standings: ['gone'] }))[0].staleSince).toBe(
        noon + 1,
      );
      // What was found of an entity without all of it being looked at is there, and nothing else of it is gone.
      await store.merge(
        look({ at: noon + 2, lookedAt: [], found: [foundAs('a')] }),
      );
      expect(names(await all(store, { standings: ['open'] }))).toBe('abcd');
    });

    it('takes nothing for gone of what others send to the same source', async () => {
      const { store } = await createStore();
      const of = (tool: string, name: string) =>
        foundAs(name, {
          evidence: [{ type: 'text', name: 'tool', value: tool }],
        });
      const part = (value: string) => ({ evidence: 'tool', value });
      await store.merge(
        look({ found: [of('lint', 'a')], part: part('lint'), at: noon + 9 }),
      );
      // It is older than what the other one sent, and says nothing of it.
      await store.merge(
        look({ found: [of('scan', 'b')], part: part('scan'), at: noon }),
      );
      expect(names(await all(store, { standings: ['open'] }))).toBe('ab');
      await store.merge(look({ part: part('scan'), at: noon + 10 }));
      expect(names(await all(store, { standings: ['open'] }))).toBe('a');
      expect(names(await all(store, { standings: ['gone'] }))).toBe('b');
    });

    it('changes nothing by a look that is older than the last one', async () => {
      const { store } = await createStore();
      await store.merge(look({ at: noon + 9, found: [foundAs('a')] }));
      const before = await all(store);
      expect(
        await store.merge(look({ at: noon, found: [foundAs('b')] })),
      ).toEqual({ added: 0 });
      expect(await all(store)).toEqual(before);
    });

    it('keeps what people decide, once, through all later looks', async () => {
      const { store } = await createStore();
      const found = [foundAs('a'), foundAs('b'), foundAs('c')];
      await store.merge(look({ found }));
      const [a, b, c] = await all(store);
      const promoted: SuggestionState = {
        type: 'promoted',
        itemId: 'item-1',
        by: ada,
        at: noon,
      };
      expect(await store.decide(a.id, { from: undecided, to: dismissed })).toBe(
        true,
      );
      expect(await store.decide(a.id, { from: undecided, to: promoted })).toBe(
        false,
      );
      expect(await store.decide(b.id, { from: undecided, to: promoted })).toBe(
        true,
      );
      await store.merge(look({ at: noon + 5, found: [found[0], found[2]] }));
      await store.merge(look({ at: noon + 6, found: [found[0], found[2]] }));
      expect(await store.get(a.id, seesAll)).toMatchObject({
        state: dismissed,
        lastSeen: noon + 6,
      });
      expect(await store.get(b.id, seesAll)).toMatchObject({
        state: promoted,
        staleSince: noon + 5,
      });
      expect(names(await all(store, { standings: ['open'] }))).toBe('c');
      expect(names(await all(store, { standings: ['gone'] }))).toBe('');
      expect(names(await all(store, { itemId: 'item-1' }))).toBe('b');

      const again = { ...promoted, itemId: 'item-2' };
      expect(
        await store.decide(b.id, {
          from: { ...promoted, itemId: 'x' },
          to: again,
        }),
      ).toBe(false);
      expect(await store.decide(b.id, { from: promoted, to: again })).toBe(
        true,
      );
      expect(await store.decide(a.id, { from: dismissed, to: undecided })).toBe(
        true,
      );
      expect(names(await all(store, { standings: ['open'] }))).toBe('ac');
      // Put back when it has gone, it is gone.
      await store.decide(c.id, { from: undecided, to: dismissed });
      await store.merge(look({ at: noon + 9, found: [found[0]] }));
      await store.decide(c.id, { from: dismissed, to: undecided });
      expect(names(await all(store, { standings: ['gone'] }))).toBe('c');
    });

    it('lets nobody see what is suggested of something hidden, or by it', async () => {
      const { snapshot, store } = await createStore();
      await scanShop(snapshot);
      await store.merge(
        look({
          lookedAt: [cart, vault, never],
          found: [
            foundAs('a'),
            foundAs('b', { entityRef: vault }),
            foundAs('c', {
              links: [{ type: 'check', ref: `${secret}#x`, title: null }],
            }),
            foundAs('d', { entityRef: never }),
          ],
        }),
      );
      const everything = await all(store);
      expect(names(everything)).toBe('abcd');
      expect(names(await all(store, { visibility: notConfidential }))).toBe(
        'a',
      );
      expect(names(await all(store, { visibility: seesNone }))).toBe('');
      const refs: Visibility = {
        type: 'refs',
        refs: new Set([cart, vault, never]),
      };
      expect(names(await all(store, { visibility: refs }))).toBe('ab');
      for (const { id, fingerprint } of everything) {
        expect(Boolean(await store.get(id, notConfidential))).toBe(
          fingerprint === 'todo:a',
        );
      }
      expect(
        await store.countBySource({ visibility: notConfidential }),
      ).toEqual(new Map([['todo', 1]]));
    });

    it('selects by each field and orders by each, page by page', async () => {
      const { snapshot, store } = await createStore();
      await scanShop(snapshot);
      await store.merge(
        look({
          found: [
            foundAs('a', { severity: 'low', since: noon - 1, title: 'zebra' }),
            foundAs('b', {
              severity: 'critical',
              entityRef: mailer,
              title: 'Äpfel 100% done_now',
            }),
            foundAs('c', { since: noon - 9, title: 'Apple', category: 'test' }),
            foundAs('d', {
              severity: 'critical',
              entityRef: vault,
              title: 'apple',
            }),
            foundAs('e', { description: 'Copied by HAND', title: '\u{1F600}' }),
          ],
        }),
      );
      const pick = async (selection: Partial<SuggestionSelection>) =>
        names(await all(store, selection, 'entity'))
          .split('')
          .sort()
          .join('');
      expect(await pick({ severities: ['critical'] })).toBe('bd');
      expect(await pick({ categories: ['test'] })).toBe('c');
      expect(await pick({ entityRef: cart })).toBe('ace');
      expect(await pick({ sources: ['hotspot'] })).toBe('');
      expect(await pick({ ownerRefs: [shop] })).toBe('acde');
      expect(await pick({ scopeRef: 'group:default/company' })).toBe('abcde');
      expect(await pick({ scopeRef: shop })).toBe('acde');
      expect(await pick({ scopeRef: 'org' })).toBe('abcde');
      expect(await pick({ text: 'by hand copied' })).toBe('e');
      expect(await pick({ text: '100% d_' })).toBe('');
      expect(await pick({ text: '% DONE_' })).toBe('b');

      const order = async (by: SuggestionOrder, descending: boolean) =>
        (await all(store, {}, by, descending)).map(({ title }) => title[0]);
      const withSeverity = await order('severity', true);
      expect(withSeverity.slice(0, 3).sort()).toEqual(['a', 'z', 'Ä'].sort());
      expect(withSeverity[2]).toBe('z');
      expect((await order('severity', false))[0]).toBe('z');
      expect((await order('since', false)).slice(0, 2)).toEqual(['A', 'z']);
      expect((await order('since', true)).slice(0, 2)).toEqual(['z', 'A']);
      const byTitle = await order('title', false);
      expect(byTitle.slice(2)).toEqual(['z', 'Ä', '\u{1F600}'[0]]);
      await expect(
        store.list(
          { visibility: seesAll },
          {
            order: 'since',
            descending: false,
            limit: 1,
            after: { value: 'x', id: '' },
          },
        ),
      ).rejects.toThrow("A list by 'since' cannot go on after 'x'");
    });

    it('ends what is suggested of entities that the catalog has lost', async () => {
      const { snapshot, store } = await createStore();
      await scanShop(snapshot);
      await store.merge(
        look({ found: [foundAs('a'), foundAs('b', { entityRef: mailer })] }),
      );
      await scanShop(snapshot, [cart]);
      await store.endOfRemoved({ now: noon + 7 });
      await store.endOfRemoved({ now: noon + 8 });
      expect(await all(store, { standings: ['gone'] })).toEqual([
        expect.objectContaining({ entityRef: cart, staleSince: noon + 7 }),
      ]);
      expect(names(await all(store, { standings: ['open'] }))).toBe('b');
    });

    it('deletes what nobody decided and has long been gone', async () => {
      const { store } = await createStore();
      const found = ['a', 'b', 'c', 'd'].map(name => foundAs(name));
      await store.merge(look({ found }));
      const [, b] = await all(store);
      await store.decide(b.id, { from: undecided, to: dismissed });
      await store.merge(look({ at: noon + 1, found: [found[3]] }));
      expect(await store.deleteGone({ before: noon + 1, limit: 9 })).toBe(0);
      expect(await store.deleteGone({ before: noon + 2, limit: 1 })).toBe(1);
      expect(await store.deleteGone({ before: noon + 2, limit: 9 })).toBe(1);
      expect(await store.deleteGone({ before: noon + 2, limit: 9 })).toBe(0);
      expect(names(await all(store))).toBe('bd');
    });

    it('takes two looks at the same in turn', async () => {
      const { store } = await createStore();
      const found = Array.from({ length: 20 }, (_, index) =>
        foundAs(`n${index}`, { entityRef: [cart, mailer, vault][index % 3] }),
      );
      const results = await Promise.all(
        [0, 1, 2].map(() => store.merge(look({ found }))),
      );
      expect(results.map(({ added }) => added).sort((x, y) => x - y)).toEqual([
        0, 0, 20,
      ]);
      expect(await all(store)).toHaveLength(20);
    });
  },
);
