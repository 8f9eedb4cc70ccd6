import {
  type CheckVerdict,
  stateOfLetter,
  type VerdictState,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { SnapshotStore } from '../../catalog/SnapshotStore';
import { seesAll, seesNone, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import { writeOutcome } from '../evaluation/DatabaseResultRows';
import type { ResultChange, ScorecardResult } from '../evaluation/ResultStore';
import { DatabaseScorecardReadStore } from './DatabaseScorecardReadStore';
import { FakeScorecardReadStore } from './FakeScorecardReadStore';
import {
  type ListedScorecard,
  type ScorecardReadStore,
  type ScorecardSelection,
  scoredEntityOrders,
  type ScoredListRequest,
  type ScoredPosition,
} from './ScorecardReadStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const noon = Date.UTC(2026, 10, 22, 12);
const HOUR = 3_600_000;
const company = 'group:default/company';
const shop = 'group:default/shop';
const mail = 'group:default/mail';
const ops = 'group:default/ops';
const readiness = 'scorecard:default/readiness';
const security = 'scorecard:default/security';
const hints = 'scorecard:default/hints';
const c = (name: string) => `component:default/${name}`;

const slots = new Map([
  [readiness, ['docs', 'tests', 'alerts', 'gone']],
  [security, ['scan', 'sign']],
  [hints, ['logo']],
]);

const ladders: ListedScorecard[] = [
  { ref: readiness, highestRank: 3, countsToOverall: true },
  { ref: security, highestRank: 2, countsToOverall: true },
  { ref: hints, highestRank: 0, countsToOverall: false },
];

function resultOf(
  entityRef: string,
  scorecardRef: string,
  levelRank: number | null,
  letters: string,
  hoursAgo = 100,
): ScorecardResult {
  const verdicts = new Map<string, CheckVerdict>();
  slots.get(scorecardRef)!.forEach((checkId, slot) => {
    const state = stateOfLetter(letters[slot]);
    if (state) {
      verdicts.set(checkId, {
        checkId,
        state,
        since: noon - hoursAgo * HOUR,
        value: null,
        detail: null,
        standing: null,
        pending: null,
      });
    }
  });
  return {
    entityRef,
    scorecardRef,
    version: 1,
    levelRank,
    levelSince: noon - hoursAgo * HOUR,
    points: null,
    verdicts,
    firstAt: noon - 200 * HOUR,
    changedAt: noon - hoursAgo * HOUR,
  };
}

const results = [
  resultOf(c('cart'), readiness, 3, 'PPW-', 5),
  resultOf(c('cart'), security, 1, 'PF'),
  resultOf(c('cart'), hints, 0, 'F'),
  resultOf(c('job'), hints, 0, 'P'),
  resultOf(c('job'), readiness, null, 'NNN-'),
  resultOf(c('lost'), readiness, 2, 'PFF-'),
  resultOf(c('post'), readiness, 1, 'PFF-', 50),
  resultOf(c('post'), security, 2, 'PP'),
  resultOf(c('quiet'), readiness, 0, 'RRX-', 3),
  resultOf(c('vault'), readiness, 0, 'FFF-'),
  resultOf('api:default/pay', security, 0, 'FE'),
];

function changeOf(
  entityRef: string,
  scorecardRef: string,
  levels: [number | null, number | null],
  hoursAgo: number,
  checks: [string, VerdictState | null, VerdictState | null, boolean?][] = [],
): ResultChange {
  return {
    entityRef,
    scorecardRef,
    version: 1,
    ownerRef: shop,
    changedAt: noon - hoursAgo * HOUR,
    levelBefore: levels[0],
    levelAfter: levels[1],
    checks: checks.map(([checkId, before, after, isRuleChanged = false]) => ({
      checkId,
      before,
      after,
      isRuleChanged,
    })),
  };
}

const changes = [
  changeOf(c('post'), readiness, [3, 2], 90, [['tests', 'passed', 'failed']]),
  changeOf(c('cart'), readiness, [3, 2], 60, [['docs', 'passed', 'failed']]),
  changeOf(c('post'), readiness, [2, 1], 50, [
    ['alerts', 'exempt', 'failed'],
    ['gone', 'passed', null, true],
  ]),
  changeOf(c('post'), security, [null, 2], 50),
  changeOf(c('vault'), readiness, [1, 0], 40),
  changeOf(c('lost'), readiness, [1, 2], 30),
  changeOf(c('cart'), readiness, [2, 3], 5, [['docs', 'failed', 'passed']]),
  // Older than anybody asks for.
  changeOf(c('quiet'), readiness, [3, 0], 150),
];

/** The vault does not have the label. */
const open: Visibility = {
  type: 'condition',
  condition: { key: 'metadata.labels.open', values: ['yes'] },
};
const byRefs: Visibility = {
  type: 'refs',
  refs: new Set([
    ...['cart', 'job', 'lost', 'post', 'quiet'].map(c),
    'api:default/pay',
    company,
    shop,
    mail,
    ops,
  ]),
};

interface Stores {
  snapshot: SnapshotStore;
  reads: ScorecardReadStore;
  keep(kept: {
    results: readonly ScorecardResult[];
    changes: readonly ResultChange[];
  }): Promise<void>;
}

async function fill({ snapshot, keep }: Stores): Promise<void> {
  const labels = { open: 'yes' };
  const component = (name: string, ownedBy: string, tier?: string) =>
    entityOf(c(name), {
      ownedBy,
      partOf: name === 'job' ? undefined : 'system:default/selling',
      annotations: tier ? { 'opmodel.io/tier': tier } : undefined,
      labels: name === 'vault' ? {} : labels,
      title: name === 'quiet' ? 'A quiet one' : undefined,
      spec: { type: name === 'job' ? 'worker' : 'service' },
    });
  const entities = [
    entityOf(company, { labels }),
    entityOf(shop, { childOf: company, labels }),
    entityOf(mail, { childOf: shop, labels }),
    entityOf(ops, { childOf: company, labels }),
    entityOf('user:default/jo', { labels }),
    entityOf('domain:default/retail', { ownedBy: company, labels }),
    entityOf('system:default/selling', {
      ownedBy: shop,
      partOf: 'domain:default/retail',
      labels,
    }),
    component('cart', shop, '1'),
    component('post', mail, '2'),
    component('quiet', mail),
    component('job', ops, '2'),
    component('vault', shop, '1'),
    entityOf('api:default/pay', { ownedBy: shop, labels }),
  ];
  await scanEntities(snapshot, [...entities, component('lost', mail, '2')], {
    now: noon - 20 * HOUR,
  });
  await scanEntities(snapshot, entities, { now: noon - 10 * HOUR });
  await keep({ results, changes });
}

eachStore<Stores>(
  {
    name: 'ScorecardReadStore',
    fake: () => {
      const catalog = new FakeComponentCatalog();
      const kept: { results: ScorecardResult[]; changes: ResultChange[] } = {
        results: [],
        changes: [],
      };
      return {
        snapshot: catalog,
        reads: new FakeScorecardReadStore({
          catalog,
          results: {
            results: () => kept.results,
            changes: () => kept.changes,
          },
          slotsOf: ref => slots.get(ref) ?? [],
        }),
        async keep(given) {
          kept.results.push(...given.results);
          kept.changes.push(...given.changes);
        },
      };
    },
    database: knex => ({
      snapshot: new DatabaseSnapshotStore(knex),
      reads: new DatabaseScorecardReadStore(knex),
      keep: given => writeOutcome(knex, given, slots),
    }),
  },
  createStore => {
    const everything: ScorecardSelection = { visibility: seesAll };
    const all = [readiness, security, hints];
    let reads: ScorecardReadStore;
    let stores: Stores;

    beforeAll(async () => {
      stores = await createStore();
      reads = stores.reads;
      await fill(stores);
    });

    const sorted = <T extends { states: string }>(groups: readonly T[]) =>
      groups.map(group => ({
        ...group,
        states: group.states.split(',').sort().join(),
      }));

    it('counts entities that can be scored, and those that are', async () => {
      // Groups, a domain and a system can be; a person cannot.
      expect(await reads.countEntities(everything)).toBe(12);
      expect(await reads.countEntities({ visibility: open })).toBe(11);
      expect(await reads.countEntities({ visibility: seesNone })).toBe(0);
      expect(
        await reads.countEntities({ ...everything, kind: 'component' }),
      ).toBe(5);
      expect(
        await reads.countEntities({
          ...everything,
          kind: 'component',
          filter: { ownerRefs: [shop], descendants: true },
        }),
      ).toBe(4);
      expect(await reads.countScored(everything, all)).toBe(6);
      expect(await reads.countScored({ visibility: open }, all)).toBe(5);
      expect(await reads.countScored({ visibility: byRefs }, [security])).toBe(
        3,
      );
      expect(await reads.countScored(everything, [])).toBe(0);
    });

    it('lists states by scorecard and level', async () => {
      const at = (hours: number) => noon - hours * HOUR;
      expect(sorted(await reads.listStates({ visibility: open }, all))).toEqual(
        [
          [hints, 0, 2, 'F,P', at(100)],
          [readiness, 0, 1, 'RRX-', at(3)],
          [readiness, 1, 1, 'PFF-', at(50)],
          [readiness, 3, 1, 'PPW-', at(5)],
          [security, 0, 1, 'FE', at(100)],
          [security, 1, 1, 'PF', at(100)],
          [security, 2, 1, 'PP', at(100)],
        ].map(([scorecardRef, rank, entities, states, changedAt]) => ({
          scorecardRef,
          rank,
          entities,
          states,
          firstAt: at(200),
          changedAt,
        })),
      );
      expect(
        sorted(await reads.listStates(everything, [readiness]))[0],
      ).toMatchObject({ rank: 0, entities: 2, states: 'FFF-,RRX-' });
      expect(await reads.listStates(everything, [])).toEqual([]);
      expect(await reads.listStates({ visibility: seesNone }, all)).toEqual([]);
    });

    it.each<[string, ScorecardSelection['filter'], string[]]>([
      ['exactly an owner', { ownerRefs: [shop] }, ['cart', 'vault']],
      [
        'an owner with what is below it',
        { ownerRefs: [shop], descendants: true },
        ['cart', 'post', 'quiet', 'vault'],
      ],
      ['a tier', { tier: '2' }, ['post']],
      ['a type', { type: 'worker' }, []],
      [
        'a system',
        { systemRef: 'system:default/selling' },
        ['cart', 'post', 'quiet', 'vault'],
      ],
      [
        'a domain',
        { domainRef: 'domain:default/retail' },
        ['cart', 'post', 'quiet', 'vault'],
      ],
      ['a text', { text: 'QUIET o' }, ['quiet']],
    ])('selects by %s', async (_, filter, names) => {
      const { items, total } = await reads.listMatrix(
        { ...everything, filter },
        { scorecardRef: readiness, limit: 10 },
      );
      expect(items.map(({ entityRef }) => entityRef).sort()).toEqual(
        names.map(c),
      );
      expect(total).toBe(names.length);
    });

    it('tells nobody what is below a group that they may not see', async () => {
      const withoutShop: Visibility = {
        type: 'refs',
        refs: new Set([...byRefs.refs].filter(ref => ref !== shop)),
      };
      const filter = { ownerRefs: [shop], descendants: true };
      const { items } = await reads.listMatrix(
        { visibility: withoutShop, filter },
        { scorecardRef: readiness, limit: 10 },
      );
      expect(items.map(({ entityRef }) => entityRef)).toEqual([c('cart')]);
    });

    it('groups states by what entities belong to', async () => {
      const keysBy = async (
        grouping: Parameters<ScorecardReadStore['listStatesBy']>[2],
      ) =>
        (await reads.listStatesBy(everything, readiness, grouping)).map(
          ({ key, rank, entities }) => [key, rank, entities],
        );
      expect(await keysBy({ by: 'owner' })).toEqual([
        [mail, 0, 1],
        [mail, 1, 1],
        [shop, 0, 1],
        [shop, 3, 1],
      ]);
      expect(await keysBy({ by: 'tier' })).toEqual([
        ['1', 0, 1],
        ['1', 3, 1],
        ['2', 1, 1],
        [null, 0, 1],
      ]);
      expect(await keysBy({ by: 'domain' })).toEqual([
        ['domain:default/retail', 0, 2],
        ['domain:default/retail', 1, 1],
        ['domain:default/retail', 3, 1],
      ]);
      expect(await keysBy({ by: 'scope', scopeRefs: [shop, mail] })).toEqual([
        [mail, 0, 1],
        [mail, 1, 1],
        [shop, 0, 2],
        [shop, 1, 1],
        [shop, 3, 1],
      ]);
      const rest = (scopeRefs: string[], ownerRefs: string[] = []) =>
        keysBy({ by: 'rest', scopeRefs, ownerRefs });
      expect(await rest([mail])).toEqual([
        [null, 0, 1],
        [null, 3, 1],
      ]);
      expect(await rest([mail], [shop])).toEqual([]);
      expect(await rest([shop])).toEqual([]);
      expect(await rest([])).toEqual([
        [null, 0, 2],
        [null, 1, 1],
        [null, 3, 1],
      ]);
    });

    it('counts each entity once, with the weakest of its levels', async () => {
      const levels = [
        { scorecardRef: readiness, rank: 0 },
        { scorecardRef: security, rank: 0 },
        { scorecardRef: readiness, rank: 1 },
        { scorecardRef: security, rank: 1 },
        { scorecardRef: readiness, rank: 2 },
        { scorecardRef: security, rank: 2 },
        { scorecardRef: readiness, rank: 3 },
      ];
      const counted = (part: Partial<ScorecardSelection> = {}) =>
        reads.countWeakest({ ...everything, ...part }, levels);
      // The cart is held back by the second level of security, whatever readiness says of it.
      expect(await counted()).toEqual([2, 1, 1, 1, 0, 0, 0]);
      expect(await counted({ visibility: open })).toEqual([
        1, 1, 1, 1, 0, 0, 0,
      ]);
      expect(await counted({ filter: { tier: '1' } })).toEqual([
        1, 0, 0, 1, 0, 0, 0,
      ]);
      expect(await counted({ visibility: seesNone })).toEqual(
        levels.map(() => 0),
      );
      // Of one scorecard alone it is its own level.
      expect(await reads.countWeakest(everything, levels.slice(3, 4))).toEqual([
        1,
      ]);
      expect(await reads.countWeakest(everything, [])).toEqual([]);
    });

    const list: ScoredListRequest = {
      scorecards: ladders,
      order: 'level',
      descending: false,
      limit: 100,
    };

    it('lists each entity once, with the scorecard that holds it back', async () => {
      const { items, total } = await reads.list({ visibility: open }, list);
      expect(total).toBe(5);
      expect(
        items.map(({ entityRef, scorecardRef, rank }) => [
          entityRef,
          scorecardRef,
          rank,
        ]),
      ).toEqual([
        ['api:default/pay', security, 0],
        [c('quiet'), readiness, 0],
        [c('post'), readiness, 1],
        [c('cart'), security, 1],
        // Only a scorecard that does not count asks anything of it.
        [c('job'), hints, 0],
      ]);
      expect(items[1]).toEqual({
        entityRef: c('quiet'),
        title: 'A quiet one',
        kind: 'component',
        ownerRef: mail,
        tier: null,
        scorecardRef: readiness,
        rank: 0,
        levelSince: noon - 3 * HOUR,
        states: 'RRX-',
        position: { value: 0, ref: c('quiet') },
      });
    });

    it('lists those at a level, and those of a state', async () => {
      const listed = async (part: Partial<ScoredListRequest>) =>
        (
          await reads.list(everything, {
            ...list,
            scorecards: [ladders[0]],
            ...part,
          })
        ).items.map(({ entityRef }) => entityRef);
      expect(await listed({ rank: 0 })).toEqual([c('quiet'), c('vault')]);
      expect(
        await listed({ check: { slot: 2, state: 'failed' }, order: 'name' }),
      ).toEqual([c('post'), c('vault')]);
      expect(await listed({ check: { slot: 2 }, order: 'name' })).toEqual([
        c('quiet'),
        c('cart'),
        c('post'),
        c('vault'),
      ]);
      // Nothing was found of it yet, or its slot is newer than the result.
      expect(await listed({ check: { slot: 3 } })).toEqual([]);
      expect(await listed({ check: { slot: 9 } })).toEqual([]);
    });

    it.each(
      scoredEntityOrders.flatMap(order =>
        [false, true].flatMap(descending =>
          [ladders, [ladders[0]]].map(
            (scorecards): ScoredListRequest => ({
              scorecards,
              order,
              descending,
              limit: 100,
            }),
          ),
        ),
      ),
    )('pages through what it lists whole: %j', async request => {
      const whole = await reads.list(everything, request);
      const paged: string[] = [];
      let after: ScoredPosition | undefined;
      do {
        const page = await reads.list(everything, {
          ...request,
          limit: 2,
          after,
        });
        expect(page.items.length === 0 || page.total === whole.total).toBe(
          true,
        );
        paged.push(...page.items.map(({ entityRef }) => entityRef));
        after = page.items.at(-1)?.position;
      } while (after);
      expect(paged).toEqual(whole.items.map(({ entityRef }) => entityRef));
      const values = whole.items.map(({ position }) => position.value);
      const told = values.filter(value => value !== null);
      // What is not known comes last, whichever way the others go.
      expect(values.slice(0, told.length)).toEqual(told);
      const ascending = [...told].sort((a, b) => (a < b ? -1 : Number(a > b)));
      expect(told).toEqual(
        request.descending ? ascending.reverse() : ascending,
      );
    });

    it('finds the share that passes and counts what fails', async () => {
      const values = async (order: 'passing' | 'failed') =>
        Object.fromEntries(
          (
            await reads.list(everything, {
              ...list,
              scorecards: [ladders[0]],
              order,
            })
          ).items.map(({ entityRef, position }) => [entityRef, position.value]),
        );
      expect(await values('passing')).toEqual({
        [c('vault')]: 0,
        [c('post')]: 1 / 3,
        [c('cart')]: 1,
        [c('quiet')]: null,
      });
      expect(await values('failed')).toEqual({
        [c('vault')]: 3,
        [c('post')]: 2,
        [c('cart')]: 0,
        [c('quiet')]: 0,
      });
    });

    it('lists a matrix by name, in pages', async () => {
      const request = { scorecardRef: readiness, limit: 2 };
      const first = await reads.listMatrix({ visibility: open }, request);
      expect(first).toEqual({
        items: [
          {
            entityRef: c('quiet'),
            title: 'A quiet one',
            kind: 'component',
            ownerRef: mail,
            tier: null,
            rank: 0,
            states: 'RRX-',
            position: { name: 'a quiet one', ref: c('quiet') },
          },
          {
            entityRef: c('cart'),
            title: 'cart',
            kind: 'component',
            ownerRef: shop,
            tier: '1',
            rank: 3,
            states: 'PPW-',
            position: { name: 'cart', ref: c('cart') },
          },
        ],
        total: 3,
      });
      const second = await reads.listMatrix(
        { visibility: open },
        { ...request, after: first.items[1].position },
      );
      expect(second.items.map(({ entityRef }) => entityRef)).toEqual([
        c('post'),
      ]);
      expect(second.total).toBe(3);
    });

    it('tells what is new or changed, also of what is asked nothing, and of what is gone', async () => {
      const names = async (hours: number, withGone = false) =>
        (
          await reads.listTouched({ visibility: open }, readiness, {
            since: noon - hours * HOUR,
            withGone,
          })
        ).map(({ entityRef }) => entityRef);
      expect(await names(201)).toEqual(['cart', 'job', 'post', 'quiet'].map(c));
      expect(await names(151)).toEqual(['cart', 'post', 'quiet'].map(c));
      expect(await names(55)).toEqual(['cart', 'post'].map(c));
      expect(await names(11, true)).toEqual(['cart', 'lost'].map(c));
      expect(await names(9, true)).toEqual([c('cart')]);
      const found = await reads.listTouched(
        {
          visibility: byRefs,
          filter: { ownerRefs: [company], descendants: true, tier: '2' },
        },
        readiness,
        { since: 0, withGone: true },
      );
      expect(found).toEqual([
        {
          entityRef: c('job'),
          rank: null,
          states: 'NNN-',
          firstAt: noon - 200 * HOUR,
          goneAt: null,
        },
        {
          entityRef: c('lost'),
          rank: 2,
          states: 'PFF-',
          firstAt: noon - 200 * HOUR,
          goneAt: noon - 10 * HOUR,
        },
        {
          entityRef: c('post'),
          rank: 1,
          states: 'PFF-',
          firstAt: noon - 200 * HOUR,
          goneAt: null,
        },
      ]);
    });

    it('tells how they changed, the oldest first', async () => {
      const since = noon - 100 * HOUR;
      const found = await reads.listChanges({ visibility: open }, readiness, {
        since,
        withGone: false,
      });
      expect(
        found.map(({ entityRef, changedAt }) => [
          entityRef,
          (noon - changedAt) / HOUR,
        ]),
      ).toEqual([
        [c('post'), 90],
        [c('cart'), 60],
        [c('post'), 50],
        [c('cart'), 5],
      ]);
      expect(found[2]).toEqual(changes[2]);
      const withGone = await reads.listChanges(
        { visibility: seesAll, filter: { ownerRefs: [mail] } },
        readiness,
        { since, withGone: true },
      );
      expect(withGone.map(({ entityRef }) => entityRef)).toEqual([
        c('post'),
        c('post'),
        c('lost'),
      ]);
    });

    it('pages through the changes of an entity, the latest first', async () => {
      const seen: ResultChange[] = [];
      let after: { at: number; id: number } | undefined;
      do {
        const page = await reads.listEntityChanges(c('post'), all, {
          limit: 1,
          after,
        });
        after = page[0]?.position;
        seen.push(...page.map(({ position: _, ...change }) => change));
      } while (after);
      expect(seen).toEqual([changes[3], changes[2], changes[0]]);
      expect(
        await reads.listEntityChanges(c('post'), [hints], { limit: 9 }),
      ).toEqual([]);
    });

    it('finds levels that fell and are not back', async () => {
      const since = noon - 100 * HOUR;
      expect(
        await reads.listLostLevels({ visibility: open }, all, { since }),
      ).toEqual([
        {
          entityRef: c('post'),
          title: 'post',
          ownerRef: mail,
          scorecardRef: readiness,
          rankBefore: 3,
          rank: 1,
          lostAt: noon - 50 * HOUR,
        },
      ]);
      expect(
        (await reads.listLostLevels(everything, all, { since })).map(
          ({ entityRef }) => entityRef,
        ),
      ).toEqual([c('post'), c('vault')]);
    });

    it('has another revision whenever a result is new or changes', async () => {
      const revisions = [await reads.revision()];
      expect(await reads.revision()).toBe(revisions[0]);
      await stores.keep({
        results: [resultOf(c('job'), security, 1, 'PF')],
        changes: [],
      });
      revisions.push(await reads.revision());
      await stores.keep({
        results: [],
        changes: [changeOf(c('job'), security, [1, 2], 0)],
      });
      revisions.push(await reads.revision());
      expect(new Set(revisions).size).toBe(3);
    });
  },
);
