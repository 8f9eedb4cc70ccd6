import type { Entity } from '@backstage/catalog-model';
import {
  dayOf,
  ownership2026Definition,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import type { CatalogStore } from '../../catalog/CatalogStore';
import { DatabaseCatalogStore } from '../../catalog/DatabaseCatalogStore';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import type { SnapshotStore } from '../../catalog/SnapshotStore';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import type { AssessmentStore } from '../AssessmentStore';
import { DatabaseAssessmentStore } from '../DatabaseAssessmentStore';
import { FakeOwnershipStore } from '../FakeOwnershipStore';
import { OwnershipAssessor } from '../OwnershipAssessor';
import { OwnershipWorldReader } from '../OwnershipWorldReader';
import { DatabaseMapStore } from './DatabaseMapStore';
import { DatabaseTeamLoadStore } from './DatabaseTeamLoadStore';
import { FakeMapCatalog, FakeMapStore } from './FakeMapStore';
import type { MapRequest } from './mapRequests';
import type { MapStore } from './MapStore';
import { OwnershipMapService } from './OwnershipMapService';
import { TeamLoadReader } from './TeamLoadReader';
import type { TeamLoadStore } from './TeamLoadStore';

interface Stores {
  snapshot: SnapshotStore;
  catalog: CatalogStore;
  assessments: AssessmentStore;
  map: MapStore;
  loads: TeamLoadStore;
}

const now = Date.parse('2026-11-02T12:00:00Z');
const group = (name: string) => `group:default/${name}`;
const component = (name: string) => `component:default/${name}`;

const hiddenLabel = { labels: { confidential: 'true' } };
const seesOpen: Visibility = {
  type: 'condition',
  condition: { not: { key: 'metadata.labels.confidential' } },
};

const team = (
  name: string,
  above?: string | string[],
  description: Parameters<typeof entityOf>[1] = {},
): Entity =>
  entityOf(group(name), {
    childOf: above,
    ...description,
    spec: { type: 'team', ...description.spec },
  });

const owned = (
  name: string,
  ownedBy?: string | string[],
  description: Parameters<typeof entityOf>[1] = {},
): Entity =>
  entityOf(component(name), {
    ownedBy,
    spec: { type: 'service' },
    ...description,
  });

const tier = (value: string) => ({
  annotations: { 'opmodel.io/tier': value },
});

/** Two divisions; a team in both; teams above each other in a circle; and what is hidden between top and night. */
const world: Entity[] = [
  team('top'),
  team('east', group('top')),
  team('west', group('top')),
  team('shop', [group('east'), group('west')], {
    annotations: { 'pagerduty.com/service-id': 'P1' },
    spec: {
      teamApi: {
        info: { type: 'stream-aligned' },
        interactions: [
          {
            team: 'mail',
            mode: 'collaboration',
            purpose: 'New receipts',
            expectedEnd: '2026-10-01',
          },
          { team: 'ghost', mode: 'facilitating' },
        ],
      },
    },
  }),
  team('mail', group('west')),
  team('ring-a', group('ring-b')),
  team('ring-b', group('ring-a')),
  team('ghost', group('top'), hiddenLabel),
  team('night', group('ghost')),
  entityOf('user:default/ada', { memberOf: group('shop') }),
  entityOf('user:default/bob', { memberOf: [group('shop'), group('mail')] }),
  owned('cart', group('shop'), tier('1')),
  owned('pay', [group('shop'), group('mail')], tier('2')),
  owned('search', group('shop')),
  owned('letters', group('mail')),
  owned('moon', group('night')),
  owned('shade', group('ghost')),
  owned('secret', group('shop'), hiddenLabel),
  owned('orphan'),
  owned('lost', group('nobody')),
  entityOf('domain:default/retail', { ownedBy: group('top') }),
  entityOf('system:default/selling', {
    ownedBy: group('shop'),
    partOf: 'domain:default/retail',
  }),
  owned('till', group('shop'), { partOf: 'system:default/selling' }),
  owned('drawer', group('shop'), { partOf: component('till') }),
];

eachStore<Stores>(
  {
    name: 'OwnershipMapService',
    fake() {
      const catalog = new FakeMapCatalog();
      const assessments = new FakeOwnershipStore(catalog);
      const map = new FakeMapStore(catalog, assessments);
      return { snapshot: catalog, catalog, assessments, map, loads: map };
    },
    database: (knex: Knex) => ({
      snapshot: new DatabaseSnapshotStore(knex),
      catalog: new DatabaseCatalogStore(knex),
      assessments: new DatabaseAssessmentStore(knex),
      map: new DatabaseMapStore(knex),
      loads: new DatabaseTeamLoadStore(knex),
    }),
  },
  createStore => {
    const definition = ownership2026Definition;

    async function setUp({ entities = world, assessed = true } = {}) {
      const stores = await createStore();
      const { catalog, assessments } = stores;
      const news = await scanEntities(stores.snapshot, entities, { now });
      const assessor = new OwnershipAssessor({
        catalog,
        world: new OwnershipWorldReader({
          catalog,
          store: assessments,
          definition,
        }),
        store: assessments,
        definition,
        zone: 'UTC',
        clock: () => now,
      });
      if (assessed) {
        await assessor.takeIn(news);
      }
      const service = new OwnershipMapService({
        store: stores.map,
        loads: new TeamLoadReader({
          store: stores.loads,
          definition,
          clock: () => now,
        }),
        catalog,
        assessments,
        definition,
        today: () => dayOf(now, 'UTC'),
      });
      const get = (
        request: Partial<MapRequest> = {},
        visibility: Visibility = seesAll,
      ) =>
        service.getMap(
          { view: 'organisation', depth: 6, limit: 300, ...request },
          { visibility, deliveries: visibility },
        );
      /** Another scan, with the assessment that follows it. */
      const scanAgain = async (changed: Entity[]) =>
        assessor.takeIn(
          await scanEntities(stores.snapshot, changed, { now: now + 60_000 }),
        );
      return { service, get, scanAgain, ...stores };
    }

    const nameOf = (ref: string) => ref.split('/')[1];
    const namesOf = (nodes: { ref: string }[]) =>
      nodes.map(({ ref }) => nameOf(ref)).sort();
    const edgesOf = (edges: { from: string; to: string }[], to: string) =>
      edges
        .filter(edge => nameOf(edge.to) === to)
        .map(({ from }) => nameOf(from))
        .sort();

    it('shows everything once, below each of its parents', async () => {
      const { get } = await setUp();
      const map = await get();
      const refs = map.nodes.map(({ ref }) => ref);
      expect(new Set(refs).size).toBe(refs.length);
      expect(namesOf(map.nodes)).toEqual(
        [
          ...['top', 'east', 'west', 'shop', 'mail', 'ring-a', 'ring-b'],
          ...['ghost', 'night', 'cart', 'pay', 'search', 'letters', 'moon'],
          ...['shade', 'secret', 'orphan', 'lost', 'retail', 'selling'],
          ...['till', 'drawer'],
        ].sort(),
      );
      expect(map).toMatchObject({ shown: refs.length, total: refs.length });
      expect(edgesOf(map.edges, 'shop')).toEqual(['east', 'west']);
      expect(edgesOf(map.edges, 'pay')).toEqual(['mail', 'shop']);
      expect(edgesOf(map.edges, 'orphan')).toEqual([]);
      expect(edgesOf(map.edges, 'lost')).toEqual([]);
      expect(map.edges.every(({ kind }) => kind !== 'interaction')).toBe(true);
    });

    it('counts what is in a group and below it once', async () => {
      const { get } = await setUp();
      const { nodes } = await get();
      const top = nodes.find(({ ref }) => ref === group('top'))!;
      // Of the ten components of its teams, the system and the domain, each once, though a team is in both divisions.
      expect(top).toMatchObject({ entities: 11, full: 0, parentRef: null });
      expect(nodes.find(({ ref }) => ref === group('west'))).toMatchObject({
        entities: 8,
        children: 2,
        more: 0,
      });
      expect(nodes.find(({ ref }) => ref === group('mail'))).toMatchObject({
        entities: 2,
        children: 2,
      });
    });

    it('tells what teams carry', async () => {
      const { get } = await setUp();
      const { nodes } = await get();
      expect(nodes.find(({ ref }) => ref === group('shop'))?.load).toEqual({
        // Of two owners the first carries it.
        entities: 6,
        weighted: 4 + 5,
        members: 2,
        onCall: true,
        openIncidents: 0,
        deployments: 0,
        interactions: 2,
      });
      expect(
        nodes.find(({ ref }) => ref === group('west'))?.load,
      ).toMatchObject({ entities: 0, members: 2, onCall: null });
      expect(nodes.find(({ ref }) => ref === component('cart'))).toMatchObject({
        entities: 1,
        full: 0,
        load: null,
        tier: '1',
      });
    });

    it('hangs what is below something hidden on what can be seen above it', async () => {
      const { get } = await setUp();
      const map = await get({}, seesOpen);
      const names = namesOf(map.nodes);
      expect(names).not.toContain('ghost');
      expect(names).not.toContain('secret');
      expect(edgesOf(map.edges, 'night')).toEqual(['top']);
      expect(edgesOf(map.edges, 'shade')).toEqual(['top']);
      const top = map.nodes.find(({ ref }) => ref === group('top'))!;
      expect(top).toMatchObject({ entities: 10, children: 5, more: 0 });
      expect(
        map.nodes.find(({ ref }) => ref === group('shop'))?.load,
      ).toMatchObject({ entities: 5, interactions: 1 });
      expect(map.shown).toBe(map.total);
      expect(JSON.stringify(map)).not.toMatch(/ghost|secret/);
    });

    it('says how much is left out', async () => {
      const { get } = await setUp();
      const map = await get({ limit: 10, rootRef: group('top'), depth: 6 });
      expect(map.shown).toBe(10);
      expect(map.total).toBe(18);
      for (const node of map.nodes) {
        const shown = map.edges.filter(({ from }) => from === node.ref).length;
        expect([node.ref, node.more]).toEqual([
          node.ref,
          node.children - shown,
        ]);
      }
    });

    it('goes as deep as it is asked to', async () => {
      const { get } = await setUp();
      const map = await get({ rootRef: group('top'), depth: 1 });
      expect(namesOf(map.nodes)).toEqual([
        'east',
        'ghost',
        'retail',
        'top',
        'west',
      ]);
      expect(map.total).toBe(5);
      expect(map.path.map(({ ref }) => ref)).toEqual([group('top')]);
      const [west] = map.nodes.filter(({ ref }) => ref === group('west'));
      expect(west).toMatchObject({ children: 2, more: 2 });
      const shop = await get({ rootRef: group('shop'), depth: 1 });
      expect(shop.path.map(({ ref }) => ref)).toEqual([
        group('top'),
        group('east'),
        group('shop'),
      ]);
    });

    it('shows what is in focus with everything above it', async () => {
      const { get } = await setUp();
      const map = await get({
        focusRef: component('letters'),
        depth: 1,
        limit: 10,
      });
      expect(namesOf(map.nodes)).toEqual(
        expect.arrayContaining(['letters', 'mail', 'west', 'top']),
      );
      expect(map.nodes.length).toBeLessThanOrEqual(10);
    });

    it('knows nothing of what is not on it or is hidden', async () => {
      const { get } = await setUp();
      for (const ref of ['group:default/none', 'user:default/ada']) {
        await expect(get({ rootRef: ref })).rejects.toThrow('is on this map');
        await expect(get({ focusRef: ref })).rejects.toThrow('is on this map');
      }
      await expect(get({ rootRef: group('ghost') }, seesOpen)).rejects.toThrow(
        `Nothing called 'group:default/ghost' is on this map`,
      );
      await expect(
        get({ rootRef: group('east'), focusRef: group('mail') }),
      ).rejects.toThrow(`'focusRef' must be something below 'rootRef'`);
    });

    it('shows domains with their systems and what those hold', async () => {
      const { get } = await setUp();
      const map = await get({
        view: 'domains',
        rootRef: 'domain:default/retail',
      });
      expect(namesOf(map.nodes)).toEqual(['retail', 'selling', 'till']);
      expect(edgesOf(map.edges, 'till')).toEqual(['selling']);
      expect(map.nodes[0]).toMatchObject({
        ref: 'domain:default/retail',
        entities: 3,
        children: 1,
        load: null,
      });
      expect(map.nodes[0].reached).not.toBeNull();
      const all = await get({ view: 'domains' });
      expect(all.shown).toBe(all.total);
      expect(edgesOf(all.edges, 'cart')).toEqual([]);
      // A part of a component is in no system by that.
      expect(edgesOf(all.edges, 'drawer')).toEqual([]);
    });

    it('shows which teams work together, and which of it should be over', async () => {
      const { get } = await setUp();
      const map = await get({ view: 'interactions' });
      expect(namesOf(map.nodes)).toEqual(['ghost', 'mail', 'shop']);
      const edge = map.edges.find(({ to }) => to === group('mail'))!;
      expect(edge).toMatchObject({
        from: group('shop'),
        kind: 'interaction',
        interaction: {
          mode: 'collaboration',
          purpose: 'New receipts',
          expectedEnd: '2026-10-01',
          overdue: true,
        },
      });
      expect(map.nodes.find(({ ref }) => ref === group('shop'))).toMatchObject({
        type: 'stream-aligned',
        children: 2,
        more: 0,
      });
      const seen = await get({ view: 'interactions' }, seesOpen);
      expect(namesOf(seen.nodes)).toEqual(['mail', 'shop']);
      const one = await get({
        view: 'interactions',
        rootRef: group('mail'),
        depth: 1,
      });
      expect(namesOf(one.nodes)).toEqual(['mail', 'shop']);
    });

    it('says that nothing was assessed yet', async () => {
      const { get } = await setUp({ assessed: false });
      const { nodes, freshness } = await get();
      expect(freshness.assessedAt).toBeNull();
      expect(nodes.find(({ ref }) => ref === group('top'))).toMatchObject({
        entities: 11,
        full: null,
      });
      expect(nodes.find(({ ref }) => ref === component('cart'))).toMatchObject({
        reached: null,
        full: null,
        gaps: [],
      });
    });

    it('finds things by a part of their name, with where they are', async () => {
      const { service } = await setUp();
      const found = await service.search({ text: 'ET', limit: 10 }, seesAll);
      expect(found.items.map(({ ref }) => nameOf(ref))).toEqual([
        'retail',
        'secret',
        'letters',
      ]);
      expect(found.totalItems).toBe(3);
      expect(found.items[2].path.map(({ ref }) => nameOf(ref))).toEqual([
        'top',
        'west',
        'mail',
      ]);
      const seen = await service.search({ text: 'et', limit: 1 }, seesOpen);
      expect(seen).toMatchObject({ totalItems: 2, items: { length: 1 } });
      expect(
        (await service.search({ text: '%', limit: 1 }, seesAll)).totalItems,
      ).toBe(0);
    });

    it('reads a part once for all who see everything, until something changes', async () => {
      const { get, map, scanAgain } = await setUp();
      const reads = jest.spyOn(map, 'listContainers');
      const first = await get();
      expect(await get()).toEqual(first);
      expect(reads).toHaveBeenCalledTimes(1);
      await get({ depth: 1 });
      expect(reads).toHaveBeenCalledTimes(2);

      await scanAgain(world.filter(({ metadata }) => metadata.name !== 'cart'));
      const later = await get();
      expect(reads).toHaveBeenCalledTimes(3);
      expect(namesOf(later.nodes)).toEqual(
        namesOf(first.nodes).filter(name => name !== 'cart'),
      );
    });

    it('reads a part anew after an assessment', async () => {
      const { get, scanAgain } = await setUp({ assessed: false });
      const cartOf = ({ nodes }: Awaited<ReturnType<typeof get>>) =>
        nodes.find(({ ref }) => ref === component('cart'));
      expect(cartOf(await get())).toMatchObject({ reached: null });
      await scanAgain(world);
      expect(cartOf(await get())).toMatchObject({
        reached: expect.any(Number),
      });
    });

    it('tells nobody what was read for somebody else', async () => {
      const { get } = await setUp();
      const all = await get();
      const seen = await get({}, seesOpen);
      expect(namesOf(seen.nodes)).not.toContain('secret');
      expect(await get()).toEqual(all);
      expect(await get({}, seesOpen)).toEqual(seen);
    });

    it('counts deliveries each time, for groups that carry something', async () => {
      const { get, loads } = await setUp();
      const counted = jest.spyOn(loads, 'countDeliveries');
      const loadOf = async (view: MapRequest['view']) =>
        (await get({ view })).nodes.find(({ ref }) => ref === group('shop'))
          ?.load;
      for (const view of ['organisation', 'interactions'] as const) {
        for (const openIncidents of [2, 1]) {
          counted.mockResolvedValueOnce(
            new Map([[group('shop'), { openIncidents, deployments: 7 }]]),
          );
          expect(await loadOf(view)).toMatchObject({
            openIncidents,
            deployments: 7,
          });
        }
        counted.mockResolvedValueOnce(new Map());
        expect(await loadOf(view)).toMatchObject({
          openIncidents: 0,
          deployments: 0,
        });
      }
      counted.mockClear();
      await get({ view: 'domains' });
      expect(counted).not.toHaveBeenCalled();
    });

    it('is empty where the catalog is', async () => {
      const { get } = await setUp({ entities: [] });
      for (const view of ['organisation', 'interactions', 'domains'] as const) {
        expect(await get({ view })).toMatchObject({
          nodes: [],
          edges: [],
          shown: 0,
          total: 0,
        });
      }
    });
  },
);
