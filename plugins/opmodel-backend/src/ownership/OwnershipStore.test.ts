import {
  computeCoverage,
  ownership2026Definition,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import type { CatalogStore } from '../catalog/CatalogStore';
import type { ComponentSelection } from '../catalog/ComponentSelection';
import { DatabaseCatalogStore } from '../catalog/DatabaseCatalogStore';
import { DatabaseSnapshotStore } from '../catalog/DatabaseSnapshotStore';
import type { SnapshotStore } from '../catalog/SnapshotStore';
import { seesAll, seesNone } from '../catalog/Visibility';
import { entityOf, scanEntities } from '../testing/catalog';
import { eachStore } from '../testing/eachStore';
import { factEntityOf } from '../testing/factEntityOf';
import type { AssessmentStore } from './AssessmentStore';
import { DatabaseAssessmentStore } from './DatabaseAssessmentStore';
import { DatabaseOwnershipStore } from './DatabaseOwnershipStore';
import { FakeComponentCatalog } from '../catalog/FakeComponentCatalog';
import { FakeOwnershipStore } from './FakeOwnershipStore';
import { OwnershipAssessor } from './OwnershipAssessor';
import { OwnershipFacts } from './OwnershipFacts';
import type { OwnershipListRequest, OwnershipStore } from './OwnershipStore';
import { OwnershipWorldReader } from './OwnershipWorldReader';

interface Stores {
  snapshot: SnapshotStore;
  catalog: CatalogStore;
  assessments: AssessmentStore;
  ownership: OwnershipStore;
  confirm(entityRef: string, ownerRef: string, at: number): Promise<void>;
}

const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);
const org: ComponentSelection = {
  scopeRef: 'org',
  ownership: 'now',
  kinds: 'any',
  visibility: seesAll,
};
const shop = 'group:default/shop';
const mail = 'group:default/mail';
const cart = 'component:default/cart';
const list: OwnershipListRequest = {
  order: 'name',
  descending: false,
  limit: 10,
};

const team = (ref: string, members: string[], above?: string): Entity[] => [
  entityOf(ref, {
    spec: { profile: { email: `${ref.split('/')[1]}@example.com` } },
    annotations: { 'pagerduty.com/service-id': 'P1' },
    childOf: above,
  }),
  ...members.map(name => entityOf(`user:default/${name}`, { memberOf: ref })),
];

const component = (name: string, ownedBy?: string, tier?: string): Entity =>
  entityOf(`component:default/${name}`, {
    ownedBy,
    annotations: tier ? { 'opmodel.io/tier': tier } : undefined,
  });

const world = (...entities: Entity[]): Entity[] => [
  entityOf('group:default/top'),
  ...team(shop, ['ada', 'bob'], 'group:default/top'),
  ...team(mail, ['cy'], 'group:default/top'),
  ...entities,
];

eachStore<Stores>(
  {
    name: 'OwnershipStore',
    fake() {
      const catalog = new FakeComponentCatalog();
      const store = new FakeOwnershipStore(catalog);
      return {
        snapshot: catalog,
        catalog,
        assessments: store,
        ownership: store,
        confirm: async (...review) => store.addConfirmation(...review),
      };
    },
    database: (knex: Knex) => ({
      snapshot: new DatabaseSnapshotStore(knex),
      catalog: new DatabaseCatalogStore(knex),
      assessments: new DatabaseAssessmentStore(knex),
      ownership: new DatabaseOwnershipStore(knex),
      async confirm(entityRef, ownerRef, at) {
        await knex('ownership_reviews').insert({
          id: `${entityRef} ${at}`,
          entity_ref: entityRef,
          owner_ref: ownerRef,
          kind: 'confirmed',
          at,
        });
      },
    }),
  },
  createStore => {
    const definition = ownership2026Definition;

    async function setUp() {
      const stores = await createStore();
      let now = noon('2026-03-01');
      const create = (given = definition) =>
        new OwnershipAssessor({
          catalog: stores.catalog,
          world: new OwnershipWorldReader({
            catalog: stores.catalog,
            store: stores.assessments,
            definition: given,
          }),
          store: stores.assessments,
          definition: given,
          zone: 'UTC',
          clock: () => now,
        });
      const assessor = create();
      return {
        ...stores,
        assessor,
        create,
        setDay(day: string) {
          now = noon(day);
        },
        async scan(day: string, entities: Entity[]) {
          now = noon(day);
          const news = await scanEntities(stores.snapshot, entities, { now });
          await assessor.takeIn(news);
        },
        ladders: async () =>
          Object.fromEntries(
            (await stores.ownership.listRows(org, list)).items.map(row => [
              row.name,
              [row.reached, row.gaps],
            ]),
          ),
        async countsOn(day: string, selection = org) {
          const changes = await stores.ownership.listChanges(selection, {
            from: day,
            to: day,
          });
          return computeCoverage(changes, definition, 3);
        },
      };
    }

    it('knows of each entity how well it is owned, and of what it has learned since', async () => {
      const { scan, ladders, confirm, assessor, ownership } = await setUp();
      await scan(
        '2026-03-01',
        world(
          component('cart', shop, '1'),
          component('post', mail),
          component('lost', 'group:default/gone'),
          component('orphan'),
          component('mine', 'user:default/ada'),
        ),
      );
      const before = await ladders();
      expect(before).toEqual({
        cart: [6, ['review_overdue']],
        lost: [1, expect.arrayContaining(['dangling_owner'])],
        mine: [2, ['owner_is_user']],
        orphan: [0, ['unowned']],
        post: [3, ['single_member_team', 'review_overdue']],
      });
      await confirm(cart, shop, noon('2026-03-01'));
      expect(await assessor.assess([cart])).toBe(1);
      expect(await assessor.assess()).toBe(0);
      expect((await ladders()).cart).toEqual([7, []]);
      expect(await ownership.getState(cart, seesAll)).toMatchObject({
        ownerRef: shop,
        tier: '1',
        verifiedAt: noon('2026-03-01'),
        expiresAt: noon('2026-05-30'),
        rungs: expect.arrayContaining([
          expect.objectContaining({
            id: 'has_members',
            values: { members: 2, minimum: 2 },
          }),
        ]),
      });
      expect(await ownership.getState(cart, seesNone)).toBeUndefined();
    });

    it('tells its ladders as facts', async () => {
      const { scan, confirm, assessor, assessments } = await setUp();
      await scan(
        '2026-03-01',
        world(
          component('cart', shop, '1'),
          component('post', mail),
          component('orphan'),
        ),
      );
      await confirm(cart, shop, noon('2026-03-01'));
      await assessor.assess([cart]);
      const facts = new OwnershipFacts({ store: assessments });
      const tell = async (ref: string, day: string) =>
        facts.provide([factEntityOf(ref)], {
          now: noon(day),
          signal: new AbortController().signal,
        });
      expect(await tell(cart, '2026-03-02')).toEqual([
        {
          entityRef: cart,
          facts: {
            rungsReached: 7,
            highestRung: 'reviewed',
            hasOwner: true,
            ownerResolves: true,
            ownerIsGroup: true,
            hasEnoughMembers: true,
            teamSize: 'enough',
            hasContact: true,
            hasEscalation: true,
            isReviewed: true,
            reviewState: 'verified',
            reviewedAt: noon('2026-03-01'),
            reviewExpiresAt: noon('2026-05-30'),
            gaps: [],
          },
        },
      ]);
      expect(await tell(cart, '2026-05-15')).toMatchObject([
        { facts: { reviewState: 'due', isReviewed: true } },
      ]);
      expect(await tell('component:default/post', '2026-03-02')).toMatchObject([
        {
          facts: {
            rungsReached: 3,
            highestRung: 'owner_is_group',
            teamSize: 'below_minimum',
            hasContact: true,
            reviewState: 'never',
            reviewedAt: null,
            gaps: ['single_member_team', 'review_overdue'],
          },
        },
      ]);
      expect(
        await tell('component:default/orphan', '2026-03-02'),
      ).toMatchObject([
        {
          facts: {
            rungsReached: 0,
            highestRung: null,
            hasOwner: false,
            teamSize: null,
            hasContact: false,
            gaps: ['unowned'],
          },
        },
      ]);
      expect(await tell('group:default/shop', '2026-03-02')).toEqual([]);
    });

    it('lets a confirmation run out by day, and end with the owner who gave it', async () => {
      const { scan, ladders, confirm, assessor, setDay } = await setUp();
      await scan('2026-03-01', world(component('cart', shop, '1')));
      await confirm(cart, shop, noon('2026-03-01'));
      setDay('2026-05-29');
      await assessor.assessDue();
      expect((await ladders()).cart).toEqual([7, []]);
      setDay('2026-05-31');
      await assessor.assessDue();
      expect((await ladders()).cart).toEqual([6, ['review_overdue']]);
      await confirm(cart, shop, noon('2026-05-31'));
      await scan('2026-06-01', world(component('cart', mail, '1')));
      await scan('2026-06-02', world(component('cart', shop, '1')));
      expect((await ladders()).cart).toEqual([6, ['review_overdue']]);
    });

    it('takes a confirmation from the entity itself, of its present owner alone', async () => {
      const { scan, ladders } = await setUp();
      const declaring = (owner: string, day: string) => {
        const declared = component('cart', owner, '1');
        declared.metadata.annotations = {
          ...declared.metadata.annotations,
          'opmodel.io/ownership-reviewed': day,
        };
        return world(declared);
      };
      await scan('2026-03-01', declaring(shop, '2026-02-20'));
      expect((await ladders()).cart).toEqual([7, []]);
      await scan('2026-03-10', declaring(mail, '2026-02-20'));
      expect((await ladders()).cart[1]).toContain('review_overdue');
      await scan('2026-03-11', declaring(mail, '2026-03-11'));
      expect((await ladders()).cart[1]).not.toContain('review_overdue');
    });

    it('makes up for the assessment of a confirmation that failed', async () => {
      const { scan, assessor, assessments, confirm, ladders, setDay } =
        await setUp();
      await scan(
        '2026-03-01',
        world(component('cart', shop), component('post', mail)),
      );
      expect(await assessments.listUnassessed()).toEqual([]);
      await confirm(cart, shop, noon('2026-03-01'));
      // Whoever does not own it confirms nothing.
      await confirm('component:default/post', shop, noon('2026-03-01'));
      await confirm('component:default/gone', shop, noon('2026-03-01'));
      expect(await assessments.listUnassessed()).toEqual([cart]);
      await assessor.assessDue();
      expect(await ladders()).toMatchObject({ cart: [7, []] });
      expect(await assessments.listUnassessed()).toEqual([]);
      await confirm(cart, shop, noon('2026-03-02'));
      expect(await assessments.listUnassessed()).toEqual([cart]);
      setDay('2026-03-02');
      await assessor.assessDue();
      expect(await assessments.listUnassessed()).toEqual([]);
    });

    it('counts people of groups below once, whatever circles the catalog has', async () => {
      const { scan, ladders } = await setUp();
      await scan('2026-03-01', [
        entityOf('group:default/a', { childOf: 'group:default/b' }),
        entityOf('group:default/b', { childOf: 'group:default/a' }),
        entityOf('user:default/ada', {
          memberOf: ['group:default/a', 'group:default/b'],
        }),
        // A person whom the catalog no longer has is nobody's member.
        component('cart', 'group:default/a'),
      ]);
      expect((await ladders()).cart[1]).toContain('single_member_team');
      await scan('2026-03-02', [
        entityOf('group:default/a', { childOf: 'group:default/b' }),
        entityOf('group:default/b', { childOf: 'group:default/a' }),
        component('cart', 'group:default/a'),
      ]);
      expect((await ladders()).cart[1]).toContain('empty_team');
    });

    it('keeps a row a change and not a day, and forgets what is gone', async () => {
      const { scan, ownership, assessor, setDay, ladders } = await setUp();
      const changes = async () =>
        (
          await ownership.listChanges(
            { ...org, ownership: 'then' },
            { from: '2026-01-01', to: '2026-12-31' },
          )
        ).length;
      await scan('2026-03-01', world(component('cart', shop)));
      for (const day of ['2026-03-02', '2026-03-03', '2026-03-04']) {
        setDay(day);
        await assessor.assessDue();
      }
      expect(await changes()).toBe(1);
      await scan('2026-03-05', world(component('cart', mail)));
      await scan('2026-03-05', world(component('cart', shop)));
      expect(await changes()).toBeLessThanOrEqual(3);
      await scan('2026-03-06', world());
      expect(await ladders()).toEqual({});
    });

    it('tells as owned now and as owned then after a re-organisation', async () => {
      const { scan, countsOn } = await setUp();
      const of = (scopeRef: string, ownership: 'now' | 'then') => ({
        ...org,
        scopeRef,
        ownership,
      });
      await scan(
        '2026-03-01',
        world(component('cart', shop), component('post', mail)),
      );
      await scan(
        '2026-03-10',
        world(component('cart', mail), component('post', mail)),
      );
      const entitiesOn = async (
        day: string,
        scopeRef: string,
        ownership: 'now' | 'then',
      ) => (await countsOn(day, of(scopeRef, ownership))).entities;
      expect([
        await entitiesOn('2026-03-05', shop, 'then'),
        await entitiesOn('2026-03-05', mail, 'then'),
        await entitiesOn('2026-03-05', shop, 'now'),
        await entitiesOn('2026-03-05', mail, 'now'),
        await entitiesOn('2026-03-10', shop, 'then'),
        await entitiesOn('2026-03-10', mail, 'then'),
        await entitiesOn('2026-02-28', mail, 'now'),
      ]).toEqual([1, 1, 0, 2, 0, 2, 0]);
    });

    it('counts gaps on the day on which the rest is counted', async () => {
      const { scan, ownership } = await setUp();
      await scan(
        '2026-03-01',
        world(component('cart', 'group:default/gone'), component('post')),
      );
      await scan(
        '2026-03-10',
        world(component('cart', shop), component('post', shop)),
      );
      await scan('2026-03-15', world(component('post', shop)));
      const gapsOn = async (
        day: string,
        selection: Partial<ComponentSelection> = {},
      ) =>
        Object.fromEntries(
          await ownership.countGaps({ ...org, ...selection }, day),
        );
      const then = { ownership: 'then' as const };
      expect(await gapsOn('2026-02-28', then)).toEqual({});
      expect(await gapsOn('2026-03-09', then)).toMatchObject({
        dangling_owner: 1,
        unowned: 1,
      });
      expect(await gapsOn('2026-03-10', then)).toEqual({ review_overdue: 2 });
      expect(await gapsOn('2026-03-15', then)).toEqual({ review_overdue: 1 });
      // What is in the catalog today, by what it was like then.
      expect(await gapsOn('2026-03-09')).toEqual({ unowned: 1 });
      expect(await gapsOn('2026-03-10')).toEqual({ review_overdue: 1 });
      const ofShop = { scopeRef: shop };
      expect(await gapsOn('2026-03-09', { ...then, ...ofShop })).toEqual({});
      expect(await gapsOn('2026-03-09', ofShop)).toEqual({ unowned: 1 });
      expect(await gapsOn('2026-03-10', { visibility: seesNone })).toEqual({});
    });

    it('adds changes up to what there is, for each scope and each filter', async () => {
      const { scan, ownership, countsOn } = await setUp();
      await scan(
        '2026-03-01',
        world(
          component('cart', shop, '1'),
          component('post', mail),
          component('orphan'),
        ),
      );
      await scan(
        '2026-03-07',
        world(component('cart', shop, '2'), component('post', shop)),
      );
      for (const selection of [
        org,
        { ...org, scopeRef: 'group:default/top' },
        { ...org, filter: { ownerRefs: [shop], descendants: true } },
        { ...org, filter: { tier: '2' } },
        { ...org, kinds: ['component'] },
        { ...org, kinds: ['api'] },
        {
          ...org,
          visibility: { type: 'refs', refs: new Set([cart]) } as const,
        },
        { ...org, visibility: seesNone },
      ]) {
        expect(await countsOn('2026-03-07', selection)).toEqual(
          computeCoverage(
            await ownership.countLadder(selection),
            definition,
            3,
          ),
        );
      }
      expect(
        await ownership.countLadder({ ...org, visibility: seesNone }),
      ).toEqual([]);
    });

    it('lists in every order page by page, those without a value last', async () => {
      const { scan, ownership, confirm, assessor } = await setUp();
      await scan(
        '2026-03-01',
        world(
          component('b', shop, '1'),
          component('a', mail, '2'),
          component('D'),
          component('c', 'group:default/gone'),
        ),
      );
      const refOf = (name: string) => `component:default/${name}`;
      await confirm(refOf('b'), shop, noon('2026-03-01'));
      await assessor.assess();
      const at = { setBy: 'user:default/ada', setAt: 1, note: null };
      await ownership.setGapDate({
        entityRef: refOf('c'),
        gap: 'dangling_owner',
        dueDay: '2026-03-09',
        ...at,
      });
      await ownership.setGapDate({
        entityRef: refOf('a'),
        gap: 'review_overdue',
        dueDay: '2026-03-05',
        ...at,
      });
      const names = async (request: Partial<OwnershipListRequest>) => {
        const found: string[] = [];
        let after: OwnershipListRequest['after'];
        do {
          const page = await ownership.listRows(org, {
            ...list,
            ...request,
            limit: 1,
            after,
          });
          const [row] = page.items;
          found.push(...page.items.map(({ name }) => name));
          const value =
            row &&
            {
              name: row.sortName,
              rung: row.reached,
              tier: row.tier,
              due: row.dueDay,
              reviewed: row.verifiedAt,
            }[request.order ?? 'name'];
          after = row && { value, entityRef: row.entityRef };
        } while (after && found.length < 9);
        return found.join('').toLowerCase();
      };
      expect({
        name: await names({}),
        nameDown: await names({ descending: true }),
        rung: await names({ order: 'rung' }),
        tier: await names({ order: 'tier' }),
        tierDown: await names({ order: 'tier', descending: true }),
        due: await names({ order: 'due' }),
        dueDown: await names({ order: 'due', descending: true }),
        reviewed: await names({ order: 'reviewed' }),
        gap: await names({ gap: 'unowned' }),
        overdue: await names({ overdue: { before: '2026-03-06', is: true } }),
        notOverdue: await names({
          overdue: { before: '2026-03-06', is: false },
        }),
      }).toEqual({
        name: 'abcd',
        nameDown: 'dcba',
        rung: 'dcab',
        tier: 'bacd',
        tierDown: 'abcd',
        due: 'acbd',
        dueDown: 'cabd',
        reviewed: 'bacd',
        gap: 'd',
        overdue: 'a',
        notOverdue: 'bcd',
      });
    });

    it('takes the date of a gap back with the gap', async () => {
      const { scan, ownership } = await setUp();
      await scan('2026-03-01', world(component('cart')));
      await ownership.setGapDate({
        entityRef: cart,
        gap: 'unowned',
        dueDay: '2026-03-05',
        note: 'Ask the shop',
        setBy: 'user:default/ada',
        setAt: 1,
      });
      const dates = () => ownership.listGapDates([cart], seesAll);
      expect(await dates()).toHaveLength(1);
      expect(await ownership.listGapDates([cart], seesNone)).toEqual([]);
      expect(
        await ownership.listFindings(org, {
          tiers: ['1'],
          today: '2026-03-06',
        }),
      ).toMatchObject([
        {
          entityRef: cart,
          overdue: [{ gap: 'unowned', dueDay: '2026-03-05' }],
        },
      ]);
      await scan('2026-03-02', world(component('cart', shop)));
      expect(await dates()).toEqual([]);
      expect(
        await ownership.removeGapDate({ entityRef: cart, gap: 'unowned' }),
      ).toBe(false);
    });

    it('finds what somebody has to look at', async () => {
      const { scan, ownership, confirm, assessor, setDay } = await setUp();
      await scan(
        '2026-03-01',
        world(
          component('cart', shop, '1'),
          component('lost', 'group:default/gone'),
          component('orphan'),
          component('urgent', undefined, '1'),
          component('fine', shop, '3'),
        ),
      );
      await confirm(cart, shop, noon('2026-03-01'));
      setDay('2026-06-30');
      await assessor.assess();
      const found = await ownership.listFindings(org, {
        tiers: ['1'],
        today: '2026-06-30',
      });
      expect(found.map(({ title }) => title)).toEqual([
        'cart',
        'lost',
        'urgent',
      ]);
      expect(
        await ownership.listFindings(
          { ...org, filter: { ownerRefs: [shop], descendants: true } },
          { tiers: ['1'], today: '2026-06-30' },
        ),
      ).toHaveLength(1);
    });

    it('follows another definition from the day on which it counts', async () => {
      const { scan, ownership, create, ladders, setDay, assessments } =
        await setUp();
      await scan(
        '2026-03-01',
        world(
          component('cart', shop),
          entityOf('component:default/old', {
            spec: { lifecycle: 'Deprecated' },
          }),
        ),
      );
      expect(await ownership.listDefinitionChanges()).toEqual([]);
      setDay('2026-03-04');
      const other = {
        ...definition,
        minimumMembers: 3,
        excludedLifecycles: ['deprecated'],
      };
      const assessor = create(other);
      await assessor.assess([cart]);
      expect(await ladders()).toEqual({
        cart: [3, ['single_member_team', 'review_overdue']],
      });
      expect(await ownership.listDefinitionChanges()).toEqual(['2026-03-04']);
      expect(await ownership.countLeftOut(org, other)).toEqual({
        kindNotOwned: 0,
        lifecycleLeftOut: 1,
      });
      const { revision } = await assessments.progress();
      await assessor.assessDue();
      expect((await assessments.progress()).revision).toBe(revision);
    });

    it('writes the same whoever assesses, and lets nobody overwrite what is newer', async () => {
      const { scan, assessments, create, confirm, ladders } = await setUp();
      await scan('2026-03-01', world(component('cart', shop)));
      await confirm(cart, shop, noon('2026-03-01'));
      const differing = await Promise.all([
        create().assess(),
        create().assess(),
        create().assess([cart]),
      ]);
      expect(differing.reduce((sum, count) => sum + count)).toBe(1);
      expect((await ladders()).cart).toEqual([7, []]);
      const { revision } = await assessments.progress();
      expect(
        await assessments.keep({
          states: [],
          basis: revision - 1,
          definition,
          hash: 'old',
          day: '2026-03-01',
          now: 1,
        }),
      ).toBeUndefined();
      expect((await ladders()).cart).toEqual([7, []]);
    });

    it('forgets spans that ended long ago, and none that lasts', async () => {
      const { scan, assessments, countsOn } = await setUp();
      await scan('2026-03-01', world(component('cart', shop)));
      await scan('2026-03-10', world(component('cart', mail)));
      expect(await assessments.deleteEndedBefore('2026-03-10', 10)).toBe(0);
      expect(await assessments.deleteEndedBefore('2026-03-11', 10)).toBe(1);
      expect((await countsOn('2026-03-05')).entities).toBe(0);
      expect((await countsOn('2026-03-10')).entities).toBe(1);
    });
  },
);
