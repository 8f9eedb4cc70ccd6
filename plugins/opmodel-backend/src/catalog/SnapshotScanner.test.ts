import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  catalogWith,
  entityOf,
  scanEntities,
  scannerFor,
  scanTime,
} from '../testing/catalog';
import { eachStore } from '../testing/eachStore';
import type { CatalogStore } from './CatalogStore';
import { DatabaseCatalogStore } from './DatabaseCatalogStore';
import { DatabaseSnapshotStore } from './DatabaseSnapshotStore';
import { FakeCatalogStore } from './FakeCatalogStore';
import type { ScanNews, SnapshotStore } from './SnapshotStore';
import { seesAll } from './Visibility';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const cart = 'component:default/cart';

/** A catalog that gives these pages and then fails. */
function brokenCatalog(pages: Entity[][], error: Error): CatalogService {
  return {
    async *streamEntities() {
      yield* pages;
      throw error;
    },
  } as Partial<CatalogService> as CatalogService;
}

eachStore<{ snapshot: SnapshotStore; catalog: CatalogStore }>(
  {
    name: 'SnapshotScanner',
    fake() {
      const store = new FakeCatalogStore();
      return { snapshot: store, catalog: store };
    },
    database: knex => ({
      snapshot: new DatabaseSnapshotStore(knex),
      catalog: new DatabaseCatalogStore(knex),
    }),
  },
  createStores => {
    async function scopeSpans(snapshot: SnapshotStore, ref: string) {
      const past = await snapshot.loadPast([ref]);
      return past
        .get(ref)!
        .scopes.map(({ ref: scope, from, to }) =>
          [scope, from, to ?? 'now'].join(' '),
        )
        .sort();
    }

    async function owners(catalog: CatalogStore, ref: string) {
      const spans = await catalog.listOwnership(ref, seesAll);
      return spans.map(span => [span.ownerRef, span.fromAt, span.toAt]);
    }

    it('writes nothing when nothing changed, and only what changed when something did', async () => {
      const { snapshot } = await createStores();
      const entities = [
        entityOf(cart, { ownedBy: 'group:default/a' }),
        entityOf('group:default/a'),
      ];
      const first = await scanEntities(snapshot, entities);
      expect(first).toMatchObject({ entities: 2, removed: [], moved: [] });
      expect(first.changed).toHaveLength(2);
      const again = await scanEntities(snapshot, entities);
      expect(again).toMatchObject({ changed: [], moved: [], removed: [] });
      const third = await scanEntities(snapshot, [
        entityOf(cart, { ownedBy: 'group:default/a', title: 'Cart' }),
        entities[1],
      ]);
      expect(third).toMatchObject({ changed: [cart], moved: [], removed: [] });
    });

    it('tells which entities are new or back again, and whose outside identities differ', async () => {
      const { snapshot } = await createStores();
      const shop = (slug: string, title: string, path?: string) =>
        entityOf(cart, {
          title,
          annotations: {
            'github.com/project-slug': slug,
            ...(path && { 'opmodel.io/path': path }),
          },
        });
      const other = entityOf('component:default/other');
      const { appeared } = await scanEntities(snapshot, [
        shop('acme/a', 'Cart'),
        other,
      ]);
      expect(appeared.sort()).toEqual([cart, 'component:default/other']);
      const relinked = async (entity: ReturnType<typeof shop>) => {
        const result = await scanEntities(snapshot, [entity, other]);
        expect(result.appeared).toEqual([]);
        return result.relinked;
      };
      expect(await relinked(shop('acme/a', 'Cart'))).toEqual([]);
      expect(await relinked(shop('acme/a', 'The cart'))).toEqual([]);
      expect(await relinked(shop('acme/b', 'The cart'))).toEqual([cart]);
      expect(await relinked(shop('acme/b', 'The cart', 'cart'))).toEqual([
        cart,
      ]);
      expect(await relinked(shop('acme/b', 'The cart', 'cart'))).toEqual([]);
      await scanEntities(snapshot, [other]);
      expect(
        await scanEntities(snapshot, [
          shop('acme/b', 'The cart', 'cart'),
          other,
        ]),
      ).toMatchObject({ appeared: [cart], changed: [cart] });
    });

    it('sees a change of relations under the same etag', async () => {
      const { snapshot, catalog } = await createStores();
      await scanEntities(snapshot, [
        entityOf(cart, { ownedBy: 'group:default/a' }),
      ]);
      await scanEntities(snapshot, [
        entityOf(cart, { ownedBy: 'group:default/b' }),
      ]);
      expect(await catalog.getEntity(cart, seesAll)).toMatchObject({
        ownerRef: 'group:default/b',
        etag: 'etag',
      });
    });

    it('reads an entity anew when the tier label is configured', async () => {
      const { snapshot, catalog } = await createStores();
      const entities = [entityOf(cart, { labels: { level: 'gold' } })];
      await scanEntities(snapshot, entities);
      await scanEntities(snapshot, entities, { tierLabel: 'level' });
      expect(await catalog.getEntity(cart, seesAll)).toMatchObject({
        tier: 'gold',
        tierSource: 'label',
      });
    });

    it('lets an entity that moves keep its past', async () => {
      const { snapshot, catalog } = await createStores();
      const groups = [
        entityOf('group:default/a', { childOf: 'group:default/top' }),
        entityOf('group:default/b', { childOf: 'group:default/top' }),
        entityOf('group:default/top'),
      ];
      await scanEntities(snapshot, [
        entityOf(cart, { ownedBy: 'group:default/a' }),
        ...groups,
      ]);
      const moved = scanTime + 3 * day;
      await scanEntities(
        snapshot,
        [entityOf(cart, { ownedBy: 'group:default/b' }), ...groups],
        { now: moved },
      );
      expect(await scopeSpans(snapshot, cart)).toEqual([
        'component:default/cart 0000-01-01 now',
        'group:default/a 0000-01-01 2026-11-05',
        'group:default/b 2026-11-05 now',
        'group:default/top 0000-01-01 now',
        'org 0000-01-01 now',
      ]);
      expect(await owners(catalog, cart)).toEqual([
        ['group:default/a', 0, moved],
        ['group:default/b', moved, undefined],
      ]);
    });

    it('moves what a group owns when the group moves', async () => {
      const { snapshot, catalog } = await createStores();
      const owned = entityOf(cart, { ownedBy: 'group:default/a' });
      await scanEntities(snapshot, [
        owned,
        entityOf('group:default/a', { childOf: 'group:default/old' }),
      ]);
      const result = await scanEntities(
        snapshot,
        [owned, entityOf('group:default/a', { childOf: 'group:default/new' })],
        { now: scanTime + day },
      );
      expect(result).toMatchObject({
        changed: ['group:default/a'],
        moved: [cart],
      });
      expect(await scopeSpans(snapshot, cart)).toEqual([
        'component:default/cart 0000-01-01 now',
        'group:default/a 0000-01-01 now',
        'group:default/new 2026-11-03 now',
        'group:default/old 0000-01-01 2026-11-03',
        'org 0000-01-01 now',
      ]);
      expect(await owners(catalog, cart)).toEqual([
        ['group:default/a', 0, undefined],
      ]);
    });

    it('follows a system into another domain', async () => {
      const { snapshot, catalog } = await createStores();
      const component = entityOf(cart, { partOf: 'system:default/shop' });
      await scanEntities(snapshot, [
        component,
        entityOf('system:default/shop', { partOf: 'domain:default/x' }),
      ]);
      await scanEntities(snapshot, [
        component,
        entityOf('system:default/shop', { partOf: 'domain:default/y' }),
      ]);
      expect(await catalog.getEntity(cart, seesAll)).toMatchObject({
        systemRef: 'system:default/shop',
        domainRef: 'domain:default/y',
      });
    });

    it('takes what arrives bit by bit at the first reading for how it has always been', async () => {
      const { snapshot, catalog } = await createStores();
      const owned = entityOf(cart, { ownedBy: 'group:default/a' });
      await scanEntities(snapshot, [entityOf(cart)]);
      await scanEntities(snapshot, [owned, entityOf('group:default/a')], {
        now: scanTime + 1000,
      });
      await scanEntities(
        snapshot,
        [owned, entityOf('group:default/a', { childOf: 'group:default/top' })],
        { now: scanTime + 20 * 1000 },
      );
      expect(await scopeSpans(snapshot, cart)).toEqual([
        'component:default/cart 0000-01-01 now',
        'group:default/a 0000-01-01 now',
        'group:default/top 0000-01-01 now',
        'org 0000-01-01 now',
      ]);
      expect(await owners(catalog, cart)).toEqual([
        ['group:default/a', 0, undefined],
      ]);
    });

    it('believes an ownership history about the time before', async () => {
      const { snapshot, catalog } = await createStores();
      const groups = [
        entityOf('group:default/a', { childOf: 'group:default/top' }),
        entityOf('group:default/b', { childOf: 'group:default/top' }),
      ];
      await scanEntities(snapshot, groups);
      await scanEntities(
        snapshot,
        [
          entityOf(cart, {
            ownedBy: 'group:default/b',
            annotations: {
              'opmodel.io/ownership-history':
                'group:default/a until 2026-05-18',
            },
          }),
          ...groups,
        ],
        { zone: 'Europe/Berlin' },
      );
      expect(await scopeSpans(snapshot, cart)).toEqual([
        'component:default/cart 0000-01-01 now',
        'group:default/a 0000-01-01 2026-05-18',
        'group:default/b 2026-05-18 now',
        'group:default/top 0000-01-01 now',
        'org 0000-01-01 now',
      ]);
      const until = Date.parse('2026-05-18T00:00:00+02:00');
      expect(await owners(catalog, cart)).toEqual([
        ['group:default/a', 0, until],
        ['group:default/b', until, undefined],
      ]);
    });

    it('takes an ownership history that is written later, and keeps it when it is taken out', async () => {
      const { snapshot, catalog } = await createStores();
      const annotated = (history: string) =>
        entityOf(cart, {
          ownedBy: 'group:default/b',
          annotations: { 'opmodel.io/ownership-history': history },
        });
      const plain = entityOf(cart, { ownedBy: 'group:default/b' });
      const until = Date.parse('2026-05-18T00:00:00Z');
      const rewritten = [
        ['group:default/a', 0, until],
        ['group:default/b', until, undefined],
      ];
      await scanEntities(snapshot, [plain]);
      await scanEntities(
        snapshot,
        [annotated('group:default/a until 2026-05-18')],
        { now: scanTime + day },
      );
      expect(await owners(catalog, cart)).toEqual(rewritten);
      await scanEntities(snapshot, [plain], { now: scanTime + 2 * day });
      expect(await owners(catalog, cart)).toEqual(rewritten);
    });

    it('records a history that it cannot read, and reads the rest of the entity', async () => {
      const { snapshot, catalog } = await createStores();
      await scanEntities(snapshot, [
        entityOf(cart, {
          ownedBy: 'group:default/b',
          annotations: { 'opmodel.io/ownership-history': 'once upon a time' },
        }),
      ]);
      expect((await catalog.snapshotState()).scans[0].problems).toEqual([
        {
          entityRef: cart,
          message: expect.stringContaining('"once upon a time" is not of'),
        },
      ]);
      expect(await owners(catalog, cart)).toEqual([
        ['group:default/b', 0, undefined],
      ]);
    });

    it('keeps the history of what is removed, and opens new spans when it comes back', async () => {
      const { snapshot, catalog } = await createStores();
      const there = [
        entityOf(cart, { ownedBy: 'group:default/a' }),
        entityOf('group:default/a'),
      ];
      await scanEntities(snapshot, there);
      const gone = scanTime + 2 * day;
      const result = await scanEntities(snapshot, [there[1]], { now: gone });
      expect(result.removed).toEqual([cart]);
      expect(await catalog.getEntity(cart, seesAll)).toBeUndefined();
      expect(
        await catalog.getEntities([cart], seesAll, { includeRemoved: true }),
      ).toMatchObject([{ ref: cart, removedAt: gone }]);
      expect(await catalog.listLinks([cart], seesAll)).toEqual([]);
      expect(await owners(catalog, cart)).toEqual([
        ['group:default/a', 0, gone],
      ]);

      const back = scanTime + 5 * day;
      await scanEntities(snapshot, there, { now: back });
      const returned = await catalog.getEntity(cart, seesAll);
      expect(returned?.firstSeenAt).toBe(scanTime);
      expect(returned?.removedAt).toBeUndefined();
      expect(await scopeSpans(snapshot, cart)).toEqual([
        'component:default/cart 0000-01-01 2026-11-04',
        'component:default/cart 2026-11-07 now',
        'group:default/a 0000-01-01 2026-11-04',
        'group:default/a 2026-11-07 now',
        'org 0000-01-01 2026-11-04',
        'org 2026-11-07 now',
      ]);
      expect(await owners(catalog, cart)).toEqual([
        ['group:default/a', 0, gone],
        ['group:default/a', back, undefined],
      ]);
    });

    it('changes nothing when the catalog breaks off, and says so', async () => {
      const { snapshot, catalog } = await createStores();
      const entities = [entityOf(cart), entityOf('component:default/mail')];
      await scanEntities(snapshot, entities);
      const broken = brokenCatalog(
        [[entityOf(cart, { title: 'Changed' })]],
        new Error('connection lost'),
      );
      await expect(
        scanEntities(snapshot, [], {
          catalog: broken,
          now: scanTime + 60_000,
        }),
      ).rejects.toThrow('The scan of the catalog failed');
      expect(await catalog.listRefs(seesAll)).toEqual([
        cart,
        'component:default/mail',
      ]);
      expect(await catalog.getEntity(cart, seesAll)).toMatchObject({
        title: undefined,
      });
      const state = await catalog.snapshotState();
      expect(state.completedAt).toBe(scanTime);
      expect(state.scans.map(scan => scan.state)).toEqual([
        'failed',
        'complete',
      ]);
      expect(state.scans[0].error).toContain('connection lost');
    });

    it('does not believe a catalog that is suddenly empty', async () => {
      const { snapshot, catalog } = await createStores();
      await scanEntities(snapshot, []);
      await scanEntities(snapshot, [entityOf(cart)]);
      await expect(
        scanEntities(snapshot, [], { now: scanTime + 60_000 }),
      ).rejects.toThrow('The catalog has no entity at all');
      expect(await catalog.listRefs(seesAll)).toEqual([cart]);
    });

    it('stops when it is told to, even while the catalog does not answer', async () => {
      const { snapshot, catalog } = await createStores();
      await scanEntities(snapshot, [entityOf(cart)]);
      const controller = new AbortController();
      let asked: () => void;
      const isAsked = new Promise<void>(resolve => {
        asked = resolve;
      });
      const silent = {
        async *streamEntities() {
          yield [entityOf('component:default/other')];
          asked();
          await new Promise(() => {});
        },
      } as Partial<CatalogService> as CatalogService;
      const scan = scannerFor(snapshot, silent, {
        now: scanTime + 60_000,
      }).scan({ signal: controller.signal });
      await isAsked;
      controller.abort(new Error('shutting down'));
      await expect(scan).rejects.toThrow('shutting down');
      expect(await catalog.listRefs(seesAll)).toEqual([cart]);
      expect((await catalog.snapshotState()).scans[0]).toMatchObject({
        state: 'failed',
      });
    });

    it('refuses to write on a snapshot that another scan has renewed', async () => {
      const { snapshot } = await createStores();
      const catalog = {
        async *streamEntities() {
          await scanEntities(snapshot, [entityOf(cart)]);
          yield [entityOf('component:default/other')];
        },
      } as Partial<CatalogService> as CatalogService;
      await expect(
        scanEntities(snapshot, [], { catalog, now: scanTime + 1 }),
      ).rejects.toThrow('Another scan of the catalog was completed');
    });

    it('tells listeners once, and again what one of them could not take in', async () => {
      const { snapshot } = await createStores();
      const entities: Entity[] = [entityOf(cart)];
      const scanner = scannerFor(snapshot, catalogWith(entities));
      const told: string[][] = [];
      let isBroken = true;
      scanner.onLinksChanged(async ({ changed }) => {
        if (isBroken) {
          throw new Error('intake is busy');
        }
        told.push(changed);
      });
      await expect(scanner.scan()).rejects.toThrow('intake is busy');
      isBroken = false;
      await scanner.scan();
      await scanner.scan();
      expect(told).toEqual([[cart]]);
    });

    it('tells what a process that ended in between found, also on another replica', async () => {
      const { snapshot } = await createStores();
      const mail = 'component:default/mail';
      const linked = { annotations: { 'github.com/project-slug': 'acme/a' } };
      const before = [entityOf(cart, linked), entityOf(mail)];
      await scannerFor(snapshot, catalogWith(before)).scan();
      const after = catalogWith([entityOf(cart), entityOf(mail, linked)]);

      const ended = scannerFor(snapshot, after);
      const isTold = new Promise<void>(resolve => {
        // Like a process that is killed, it never comes to an end.
        ended.onLinksChanged(() => {
          resolve();
          return new Promise(() => {});
        });
      });
      ended.scan();
      await isTold;

      const told: ScanNews[] = [];
      for (let scans = 0; scans < 2; scans += 1) {
        const next = scannerFor(snapshot, after);
        next.onLinksChanged(async news => {
          told.push(news);
        });
        expect((await next.scan()).relinked).toEqual([]);
      }
      expect(told).toHaveLength(1);
      expect(told[0].relinked.sort()).toEqual([cart, mail]);
      expect(told[0].appeared).toEqual([]);
    });

    it('tells each scan once, with what it found of every kind', async () => {
      const { snapshot } = await createStores();
      const owned = entityOf(cart, { ownedBy: 'group:default/a' });
      const mail = entityOf('component:default/mail');
      const told: ScanNews[] = [];
      const scan = async (entities: Entity[]) => {
        const scanner = scannerFor(snapshot, catalogWith(entities));
        scanner.onLinksChanged(async news => {
          told.push(news);
        });
        const { entities: _, ...news } = await scanner.scan();
        return news;
      };
      const news = [
        await scan([owned, mail, entityOf('group:default/a')]),
        await scan([
          owned,
          entityOf('group:default/a', { childOf: 'group:default/b' }),
        ]),
      ];
      expect(told).toEqual(news);
      expect(told[1]).toEqual({
        changed: ['group:default/a'],
        appeared: [],
        relinked: [],
        moved: [cart],
        removed: ['component:default/mail'],
      });
    });

    it('forgets only the news that were told, and keeps none of a scan that was refused', async () => {
      const { snapshot } = await createStores();
      await scanEntities(snapshot, [entityOf(cart)]);
      const scanner = scannerFor(
        snapshot,
        catalogWith([entityOf(cart, { title: 'Cart' })]),
      );
      let isInterrupted = false;
      scanner.onLinksChanged(async () => {
        isInterrupted = true;
        // While they are told, another replica completes a scan and then cannot tell.
        const other = scannerFor(snapshot, catalogWith([entityOf(cart)]));
        other.onLinksChanged(async () => {
          throw new Error('ended');
        });
        await expect(other.scan()).rejects.toThrow('ended');
      });
      await scanner.scan();
      expect(isInterrupted).toBe(true);
      const untold = await snapshot.listUntold();
      expect(untold.map(({ news }) => news.changed)).toEqual([[cart]]);

      const basis = await snapshot.loadBasis();
      const id = await snapshot.startScan({
        now: scanTime,
        abandonedAfterMs: hour,
      });
      const nothing = { changed: [], moved: [], removed: [] };
      await expect(
        snapshot.completeScan(
          id,
          {
            ...nothing,
            problems: [],
            entities: 1,
            scopes: new Map(),
            owners: new Map(),
          },
          { ...nothing, appeared: [], relinked: [cart] },
          { now: scanTime, basis: { ...basis, scanId: 'another' } },
        ),
      ).rejects.toThrow('Another scan');
      expect(await snapshot.listUntold()).toEqual(untold);
    });

    it('takes the later of two readings of one entity', async () => {
      const { snapshot, catalog } = await createStores();
      const result = await scanEntities(snapshot, [
        entityOf(cart, { title: 'Old' }),
        entityOf(cart, { title: 'New' }),
      ]);
      expect(result.entities).toBe(1);
      expect(await catalog.getEntity(cart, seesAll)).toMatchObject({
        title: 'New',
      });
    });

    it('records a scan that its process did not survive as failed', async () => {
      const { snapshot, catalog } = await createStores();
      await snapshot.startScan({ now: scanTime - day, abandonedAfterMs: hour });
      await scanEntities(snapshot, [entityOf(cart)]);
      const { scans } = await catalog.snapshotState();
      expect(scans.map(scan => scan.state)).toEqual(['complete', 'failed']);
      expect(scans[1].error).toContain('stopped before the scan was complete');
    });

    it('takes in 10,000 components, and then a group that moves', async () => {
      const { snapshot, catalog } = await createStores();
      const divisions = Array.from({ length: 10 }, (_, i) =>
        entityOf(`group:default/division-${i}`),
      );
      const teams = Array.from({ length: 100 }, (_, i) =>
        entityOf(`group:default/team-${i}`, {
          childOf: `group:default/division-${i % 10}`,
        }),
      );
      const components = Array.from({ length: 10_000 }, (_, i) =>
        entityOf(`component:default/service-${i}`, {
          ownedBy: `group:default/team-${i % 100}`,
          annotations: { 'github.com/project-slug': `acme/service-${i}` },
          spec: { type: 'service', lifecycle: 'production' },
        }),
      );
      const count = (scopeRef: string) =>
        catalog.countScope({ scopeRef, kinds: ['component'] }, seesAll);

      const first = await scanEntities(snapshot, [
        ...components,
        ...teams,
        ...divisions,
      ]);
      expect(first.entities).toBe(10_110);
      expect(first.changed).toHaveLength(10_110);
      expect(await count('org')).toBe(10_000);
      expect(await count('group:default/division-3')).toBe(1_000);
      expect(await count('group:default/team-13')).toBe(100);

      teams[13] = entityOf('group:default/team-13', {
        childOf: 'group:default/division-4',
      });
      const second = await scanEntities(
        snapshot,
        [...components, ...teams, ...divisions],
        { now: scanTime + day },
      );
      expect(second.changed).toEqual(['group:default/team-13']);
      expect(second.moved).toHaveLength(100);
      expect(await count('group:default/division-3')).toBe(900);
      expect(await count('group:default/division-4')).toBe(1_100);
      expect(await count('org')).toBe(10_000);
    }, 120_000);
  },
);
