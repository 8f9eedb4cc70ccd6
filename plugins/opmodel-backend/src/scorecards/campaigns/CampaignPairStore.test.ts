import {
  type CheckVerdict,
  isJudgement,
  type Judgement,
  replayPair,
  stateOfLetter,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { SnapshotStore } from '../../catalog/SnapshotStore';
import { seesAll, seesNone, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import { writeOutcome } from '../evaluation/DatabaseResultRows';
import type { ResultChange, ScorecardResult } from '../evaluation/ResultStore';
import type {
  CampaignPairStore,
  PairPosition,
  PairSelection,
} from './CampaignPairStore';
import { DatabaseCampaignPairStore } from './DatabaseCampaignPairStore';
import { FakeCampaignPairStore } from './FakeCampaignPairStore';
import { printStandings } from './pairHistories';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const noon = Date.UTC(2026, 10, 22, 12);
const HOUR = 3_600_000;
const company = 'group:default/company';
const shop = 'group:default/shop';
const mail = 'group:default/mail';
const ada = 'user:default/ada';
const readiness = 'scorecard:default/readiness';
const c = (name: string) => `component:default/${name}`;

const slots = ['docs', 'tests', 'alerts'];
const checks = [
  { id: 'alerts', slot: 2 },
  { id: 'docs', slot: 0 },
];

/**
 * A result on readiness.
 *
 * @param letters - of its checks
 * @param last - what was found last, of each that is silent
 */
function resultOf(
  name: string,
  letters: string,
  last: Record<string, Judgement> = {},
  scorecardRef = readiness,
): ScorecardResult {
  const verdicts = new Map<string, CheckVerdict>();
  slots.forEach((checkId, slot) => {
    const state = stateOfLetter(letters[slot]);
    if (state) {
      verdicts.set(checkId, {
        checkId,
        state,
        since: noon,
        value: null,
        detail: null,
        standing: isJudgement(state) ? state : last[checkId] ?? null,
        pending: null,
      });
    }
  });
  return {
    entityRef: c(name),
    scorecardRef,
    version: 1,
    levelRank: letters === 'NNN' ? null : 0,
    levelSince: noon,
    points: null,
    verdicts,
    firstAt: noon - 200 * HOUR,
    changedAt: noon,
  };
}

const results = [
  resultOf('cart', 'PFF'),
  resultOf('desk', 'FPE', { alerts: 'failed' }),
  resultOf('job', 'NNN'),
  resultOf('lost', 'FFF'),
  resultOf('mailer', 'WFX'),
  resultOf('post', 'RFR', { docs: 'warning' }),
  resultOf('skipped', 'NFN'),
  resultOf('vault', 'FFF'),
  resultOf('vault', 'FFF', {}, 'scorecard:default/other'),
];

function changeOf(
  name: string,
  hoursAgo: number,
  check: ResultChange['checks'][number],
): ResultChange {
  return {
    entityRef: c(name),
    scorecardRef: readiness,
    version: 1,
    ownerRef: shop,
    changedAt: noon - hoursAgo * HOUR,
    levelBefore: 0,
    levelAfter: 0,
    checks: [check],
  };
}

const isRuleChanged = false;
const changes = [
  changeOf('cart', 90, {
    checkId: 'docs',
    before: 'failed',
    after: 'not_reported',
    isRuleChanged,
  }),
  changeOf('cart', 20, {
    checkId: 'docs',
    before: 'not_reported',
    after: 'passed',
    isRuleChanged,
  }),
  changeOf('desk', 30, {
    checkId: 'tests',
    before: 'failed',
    after: 'passed',
    isRuleChanged,
  }),
  changeOf('desk', 10, {
    checkId: 'alerts',
    before: 'failed',
    after: 'error',
    isRuleChanged,
  }),
];

/** The vault does not have the label. */
const open: Visibility = {
  type: 'condition',
  condition: { key: 'metadata.labels.open', values: ['yes'] },
};

const all: PairSelection = {
  scorecardRef: readiness,
  checks,
  scope: {},
  visibility: open,
};

interface Stores {
  snapshot: SnapshotStore;
  pairs: CampaignPairStore;
  keep: () => Promise<void>;
}

async function fill({ snapshot, keep }: Stores): Promise<void> {
  const component = (
    name: string,
    ownedBy: string | undefined,
    tier: string,
    lifecycle = 'production',
  ) =>
    entityOf(c(name), {
      ownedBy,
      partOf: name === 'cart' ? 'system:default/selling' : undefined,
      annotations: { 'opmodel.io/tier': tier },
      labels: name === 'vault' ? {} : { open: 'yes' },
      title: name === 'mailer' ? 'A mailer' : undefined,
      spec: { type: 'service', lifecycle },
    });
  const group = (ref: string, childOf?: string) =>
    entityOf(ref, { childOf, labels: { open: 'yes' } });
  const entities = [
    group(company),
    group(shop, company),
    group(mail, company),
    entityOf(ada, { memberOf: mail, labels: { open: 'yes' } }),
    entityOf('domain:default/retail', { labels: { open: 'yes' } }),
    entityOf('system:default/selling', {
      partOf: 'domain:default/retail',
      labels: { open: 'yes' },
    }),
    component('cart', shop, '1'),
    component('desk', ada, '2'),
    component('job', shop, '1'),
    component('mailer', mail, '2', 'deprecated'),
    component('post', undefined, '3'),
    component('skipped', mail, '1'),
    component('vault', shop, '1'),
  ];
  await scanEntities(snapshot, [...entities, component('lost', shop, '1')], {
    now: noon - HOUR,
  });
  await scanEntities(snapshot, entities, { now: noon });
  await keep();
}

eachStore<Stores>(
  {
    name: 'CampaignPairStore',
    fake() {
      const catalog = new FakeComponentCatalog();
      return {
        snapshot: catalog,
        keep: async () => {},
        pairs: new FakeCampaignPairStore({
          catalog,
          results: { results: () => results, changes: () => changes },
        }),
      };
    },
    database: knex => ({
      snapshot: new DatabaseSnapshotStore(knex),
      pairs: new DatabaseCampaignPairStore(knex),
      keep: () =>
        knex.transaction(transaction =>
          writeOutcome(
            transaction,
            { results, changes },
            new Map(
              [readiness, 'scorecard:default/other'].map(ref => [ref, slots]),
            ),
          ),
        ),
    }),
  },
  createStores => {
    let pairs: CampaignPairStore;
    beforeEach(async () => {
      const stores = await createStores();
      await fill(stores);
      pairs = stores.pairs;
    });

    const named = async (
      selection: Partial<PairSelection>,
      page: Partial<Parameters<CampaignPairStore['list']>[1]> = {},
    ) => {
      const { items, total } = await pairs.list(
        { ...all, ...selection },
        { limit: 10, ...page },
      );
      expect(total).toBeGreaterThanOrEqual(items.length);
      return items.map(({ entityRef }) => entityRef.slice(18));
    };

    it('counts how the entities of each owner stand, of what may be seen', async () => {
      const count = async (visibility: Visibility) =>
        (await pairs.countStandings({ ...all, visibility })).map(
          ({ ownerRef, standings, entities }) => [
            ownerRef,
            printStandings(standings),
            entities,
          ],
        );
      const visible = [
        [mail, 'XM', 1],
        [shop, 'OM', 1],
        [ada, 'OO', 1],
        [null, 'UM', 1],
      ];
      expect(await count(open)).toEqual(visible);
      expect(await count(seesAll)).toEqual([
        visible[0],
        visible[1],
        [shop, 'OO', 1],
        visible[2],
        visible[3],
      ]);
      expect(await count(seesNone)).toEqual([]);
      expect(await pairs.countStandings({ ...all, checks: [] })).toEqual([]);
    });

    it('lists those with most open first, then by name, page by page', async () => {
      expect(await named({})).toEqual(['desk', 'cart', 'mailer', 'post']);
      expect(await named({ visibility: seesAll })).toEqual([
        'desk',
        'vault',
        'cart',
        'mailer',
        'post',
      ]);
      const seen: string[] = [];
      let after: PairPosition | undefined;
      for (;;) {
        const { items, total } = await pairs.list(all, { limit: 1, after });
        expect(total).toBe(4);
        if (items.length === 0) {
          break;
        }
        seen.push(items[0].entityRef.slice(18));
        after = items[0].position;
      }
      expect(seen).toEqual(['desk', 'cart', 'mailer', 'post']);
      const [desk] = (await pairs.list(all, { limit: 1 })).items;
      expect(desk).toEqual({
        entityRef: c('desk'),
        title: 'desk',
        kind: 'component',
        ownerRef: ada,
        tier: '2',
        standings: ['open', 'open'],
        position: { open: 2, name: 'desk', ref: c('desk') },
      });
    });

    it('lists those of which any check stands in a way', async () => {
      expect(await named({}, { standing: 'open' })).toEqual(['desk', 'cart']);
      expect(await named({}, { standing: 'exempt' })).toEqual(['mailer']);
      expect(await named({}, { standing: 'unknown' })).toEqual(['post']);
      expect(await named({}, { standing: 'met' })).toEqual([
        'cart',
        'mailer',
        'post',
      ]);
    });

    it.each<[string[], PairSelection['scope']]>([
      [['cart', 'mailer'], { ownerRefs: [company] }],
      [['desk', 'mailer'], { ownerRefs: [mail, ada] }],
      [['cart'], { systemRefs: ['system:default/selling'] }],
      [['cart'], { domainRefs: ['domain:default/retail'] }],
      [['desk', 'cart', 'mailer'], { tiers: ['1', '2'] }],
      [['mailer'], { tiers: ['1', '2'], lifecycles: ['deprecated'] }],
      [[], { ownerRefs: [shop], tiers: ['2'] }],
      [[], { ownerRefs: [] }],
    ])('finds %j in the scope %j', async (names, scope) => {
      expect(await named({ scope })).toEqual(names);
    });

    it('limits to owners, with the groups below them or without', async () => {
      const of = (refs: string[], descendants: boolean) =>
        named({ owners: { refs, descendants } });
      expect(await of([company], true)).toEqual(['cart', 'mailer']);
      expect(await of([company], false)).toEqual([]);
      expect(await of([mail], false)).toEqual(['mailer']);
    });

    it('tells how pairs came to stand as they do', async () => {
      const histories = await pairs.listHistories(all, noon - 50 * HOUR);
      expect(histories.map(({ entityRef }) => entityRef.slice(18))).toEqual([
        'cart',
        'desk',
        'job',
        'mailer',
        'post',
        'skipped',
      ]);
      const spansOf = (name: string, check: number) =>
        replayPair(
          histories.find(({ entityRef }) => entityRef === c(name))!.histories[
            check
          ],
        ).map(({ from, standing }) => [(from - noon) / HOUR, standing]);
      // What failed before it fell silent, before the time that is asked for, stood until it passed.
      expect(spansOf('cart', 1)).toEqual([
        [-200, 'open'],
        [-90, 'open'],
        [-20, 'met'],
      ]);
      expect(spansOf('cart', 0)).toEqual([[-200, 'open']]);
      expect(spansOf('desk', 0)).toEqual([
        [-200, 'open'],
        [-10, 'open'],
      ]);
      expect(spansOf('post', 1)).toEqual([[-200, 'met']]);
      expect(spansOf('job', 1)).toEqual([[-200, null]]);
      expect(
        histories.find(({ entityRef }) => entityRef === c('post'))?.ownerRef,
      ).toBeNull();
    });
  },
);
