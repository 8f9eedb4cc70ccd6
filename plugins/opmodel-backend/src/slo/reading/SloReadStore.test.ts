import type { SloState } from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { SnapshotStore } from '../../catalog/SnapshotStore';
import { seesAll, seesNone, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import { DatabaseSloStore } from '../DatabaseSloStore';
import { mapBurns } from '../evaluation/evaluateObjective';
import { FakeSloStore } from '../FakeSloStore';
import type { SloStore } from '../SloStore';
import { definedOf, definitionOf, HOUR, noon } from '../testing/slos';
import { DatabaseSloReadStore } from './DatabaseSloReadStore';
import { FakeSloReadStore } from './FakeSloReadStore';
import {
  type SloListRequest,
  sloOrders,
  type SloPosition,
  type SloReadStore,
  type SloSelection,
} from './SloReadStore';

const shop = 'group:default/shop';
const mail = 'group:default/mail';

/** What each SLO is, by name. */
interface Known {
  entity: string | null;
  owner?: string;
  state?: SloState;
  remaining?: number | null;
  burn?: number | null;
  alert?: string;
  reviewOn?: string;
  problems?: ('error' | 'warning')[];
  unmeasured?: boolean;
}

const known: Record<string, Known> = {
  'a-well': { entity: 'cart', state: 'met', remaining: 0.8, burn: 0.1 },
  'b-gone': {
    entity: 'cart',
    state: 'exhausted',
    remaining: -0.25,
    burn: 20.5,
  },
  'c-low': { entity: 'post', state: 'at_risk', remaining: 0.1, burn: null },
  'd-burns': {
    entity: 'post',
    state: 'at_risk',
    remaining: 0.9,
    burn: 15,
    alert: 'firing',
    reviewOn: '2026-11-01',
  },
  'e-silent': { entity: 'quiet', state: 'no_data', remaining: null },
  'f-new': { entity: null, problems: ['warning', 'error'], unmeasured: true },
  'g-thin': {
    entity: 'cart',
    owner: mail,
    state: 'thin',
    remaining: 0.8,
    reviewOn: '2026-12-01',
  },
  'h-vault': {
    entity: 'vault',
    state: 'exhausted',
    remaining: -3,
    alert: 'firing',
    problems: ['error'],
    reviewOn: '2026-01-01',
  },
  'i-secret': { entity: 'cart', state: 'exhausted', remaining: -9, burn: 99 },
  'j-well': { entity: 'cart', state: 'met', remaining: 0.8, burn: 0.1 },
};

/** Neither the vault nor the secret document has the label. */
const open: Visibility = {
  type: 'condition',
  condition: { key: 'metadata.labels.open', values: ['yes'] },
};
const byRefs: Visibility = {
  type: 'refs',
  refs: new Set([
    ...Object.keys(known)
      .filter(name => name !== 'i-secret')
      .map(name => `slo:default/${name}`),
    ...['cart', 'post', 'quiet'].map(name => `component:default/${name}`),
    shop,
    mail,
  ]),
};

const list: SloListRequest = { order: 'worst', descending: false, limit: 100 };
const today = '2026-11-22';

interface Stores {
  snapshot: SnapshotStore;
  store: SloStore;
  reads: SloReadStore;
}

async function fill({ snapshot, store }: Stores): Promise<void> {
  const component = (name: string, ownedBy: string, tier?: string) =>
    entityOf(`component:default/${name}`, {
      ownedBy,
      partOf: 'system:default/selling',
      annotations: tier ? { 'opmodel.io/tier': tier } : undefined,
      labels: name === 'vault' ? {} : { open: 'yes' },
      spec: { type: 'service' },
    });
  await scanEntities(
    snapshot,
    [
      entityOf('group:default/company', { labels: { open: 'yes' } }),
      entityOf(shop, {
        childOf: 'group:default/company',
        labels: { open: 'yes' },
      }),
      entityOf(mail, { childOf: shop, labels: { open: 'yes' } }),
      entityOf('system:default/selling', {
        ownedBy: shop,
        labels: { open: 'yes' },
      }),
      component('cart', shop, '1'),
      component('post', mail, '2'),
      component('quiet', mail),
      component('lone', shop, '1'),
      component('vault', shop, '1'),
      ...Object.entries(known).map(([name, { owner }]) => ({
        ...entityOf(`slo:default/${name}`, {
          title: `Promise ${name}`,
          ownedBy: owner,
          labels: name === 'i-secret' ? {} : { open: 'yes' },
        }),
        apiVersion: 'openslo/v1',
      })),
    ],
    { now: noon },
  );
  const definitions = Object.entries(known).map(([name, given]) =>
    definitionOf(`slo:default/${name}`, {
      title: `Promise ${name}`,
      entityRef: given.entity && `component:default/${given.entity}`,
      ownerRef: given.owner ?? null,
      reviewOn: given.reviewOn ?? null,
    }),
  );
  await store.definitions.apply(
    {
      defined: definitions.map((definition, place) =>
        definedOf(definition, {
          problems: (Object.values(known)[place].problems ?? []).map(
            severity => ({
              severity,
              rule: `rule-${severity}`,
              path: null,
              value: null,
              message: 'Something',
              source: null,
            }),
          ),
        }),
      ),
      mended: [],
      removed: [],
    },
    { now: noon },
  );
  const claims = await store.measurements.claim({
    sourceType: 'toy',
    limit: 100,
    leaseMs: HOUR,
    now: noon,
  });
  await store.measurements.settle(
    claims
      .filter(
        ({ sloRef }) => !['f-new', 'e-silent'].includes(sloRef.split('/')[1]),
      )
      .map(({ sloRef, token }) => ({
        sloRef,
        token,
        state: 'measured',
        measuredUntil: noon - HOUR,
        queries: {},
        nextAt: noon + HOUR,
      })),
    { now: noon },
  );
  await store.evaluations.keep({
    states: Object.entries(known).flatMap(([name, given]) =>
      given.state === undefined
        ? []
        : [
            {
              sloRef: `slo:default/${name}`,
              objective: 0,
              evaluatedAt: noon,
              measuredUntil: noon,
              window: { from: noon - HOUR, to: noon },
              target: 0.99,
              state: given.state,
              attainment:
                given.remaining === null
                  ? null
                  : 1 - 0.01 * (given.remaining ?? 0),
              good: 1,
              total: 1,
              minimum: 1,
              allowed: 1,
              spent: 1,
              remaining: given.remaining ?? null,
              estimated: false,
              burns: { ...mapBurns(() => null), '1h': given.burn ?? null },
              exhaustsAt: null,
              alertState: given.alert ?? null,
            },
          ],
    ),
    windows: [],
  });
}

const contract = {
  name: 'SloReadStore',
  fake: (): Stores => {
    const catalog = new FakeComponentCatalog();
    const store = new FakeSloStore(catalog);
    const reads = new FakeSloReadStore({ store, catalog });
    return { snapshot: catalog, store, reads };
  },
  database: (knex: Knex): Stores => ({
    snapshot: new DatabaseSnapshotStore(knex),
    store: new DatabaseSloStore(knex),
    reads: new DatabaseSloReadStore(knex),
  }),
};

eachStore<Stores>(contract, createStores => {
  let reads: SloReadStore;
  let store: SloStore;

  beforeEach(async () => {
    const stores = await createStores();
    ({ reads, store } = stores);
    await fill(stores);
  });

  const names = (items: { ref: string }[]) =>
    items.map(({ ref }) => ref.split('/')[1]);
  const select = async (
    selection: Partial<SloSelection> = {},
    request: Partial<SloListRequest> = {},
  ) => {
    const { items, total } = await reads.list(
      { visibility: open, ...selection },
      { ...list, ...request },
    );
    expect(total).toBe(items.length);
    return names(items);
  };

  it('lists the worst first, and an alert that fires before none', async () => {
    expect(await select()).toEqual([
      'b-gone',
      'd-burns',
      'c-low',
      'e-silent',
      'f-new',
      'g-thin',
      'a-well',
      'j-well',
    ]);
    expect((await select({ visibility: seesAll })).slice(0, 3)).toEqual([
      'i-secret',
      'h-vault',
      'b-gone',
    ]);
    expect(await select({ visibility: seesNone })).toEqual([]);
    expect(await select({ visibility: byRefs })).toEqual(await select());
  });

  it.each(
    sloOrders.flatMap(
      order =>
        [
          [order, false],
          [order, true],
        ] as const,
    ),
  )(
    'lists by %s, descending %s, the same in pages as at once',
    async (order, descending) => {
      const whole = await reads.list(
        { visibility: open },
        { ...list, order, descending },
      );
      expect(whole.total).toBe(8);
      const seen: SloPosition[] = [];
      for (let after: SloPosition | undefined; seen.length < 8; ) {
        const page = await reads.list(
          { visibility: open },
          { ...list, order, descending, limit: 3, after },
        );
        expect([order, page.total, page.items.length > 0]).toEqual([
          order,
          8,
          true,
        ]);
        seen.push(...page.items);
        after = page.items[page.items.length - 1];
      }
      expect(seen).toEqual(whole.items);
      // What is not known comes last, within what is equally urgent.
      const last = whole.items.findIndex(({ value }) => value === null);
      const lastOfAll =
        order === 'worst' || last < 0 ? [] : whole.items.slice(last);
      expect(lastOfAll.every(({ value }) => value === null)).toBe(true);
      const valued = whole.items.filter(
        ({ value, place }) => value !== null && place === whole.items[0].place,
      );
      const inOrder = valued.every(
        ({ value }, place) =>
          place === 0 ||
          value === valued[place - 1].value ||
          value! < valued[place - 1].value! === descending,
      );
      expect(inOrder).toBe(true);
    },
  );

  it('selects by what is measured, and by its own owner first', async () => {
    expect(await select({ filter: { ownerRefs: [shop] } })).toEqual([
      'b-gone',
      'a-well',
      'j-well',
    ]);
    expect(await select({ filter: { ownerRefs: [mail] } })).toEqual([
      'd-burns',
      'c-low',
      'e-silent',
      'g-thin',
    ]);
    expect(
      await select({ filter: { ownerRefs: [shop], descendants: true } }),
    ).toHaveLength(7);
    expect(await select({ filter: { tier: '2' } })).toEqual([
      'd-burns',
      'c-low',
    ]);
    expect(await select({ filter: { text: 'B-GO' } })).toEqual(['b-gone']);
    expect(await select({ filter: { text: 'post' } })).toEqual([
      'd-burns',
      'c-low',
    ]);
    expect(await select({ filter: { text: '%' } })).toEqual([]);
  });

  it('selects by scope: what is measured there, and what is owned there', async () => {
    expect(await select({ scopeRef: 'component:default/post' })).toEqual([
      'd-burns',
      'c-low',
    ]);
    expect(await select({ scopeRef: mail })).toEqual([
      'd-burns',
      'c-low',
      'e-silent',
      'g-thin',
    ]);
    expect(await select({ scopeRef: 'system:default/selling' })).toHaveLength(
      7,
    );
    expect(await select({ scopeRef: 'system:default/none' })).toEqual([]);
  });

  it('selects by state, alert and review', async () => {
    expect(await select({}, { state: 'no_data' })).toEqual([
      'e-silent',
      'f-new',
    ]);
    expect(await select({}, { burning: true })).toEqual(['d-burns']);
    expect(await select({}, { burning: false })).toHaveLength(7);
    const review = { today, dueBy: '2026-12-22' };
    expect(await select({}, { review: { is: 'overdue', ...review } })).toEqual([
      'd-burns',
    ]);
    expect(await select({}, { review: { is: 'due', ...review } })).toEqual([
      'g-thin',
    ]);
    expect(
      await select({}, { review: { is: 'none', ...review } }),
    ).toHaveLength(6);
  });

  it('counts what may be seen and nothing else', async () => {
    expect(await reads.count({ visibility: open }, { today })).toEqual({
      states: new Map<SloState, number>([
        ['exhausted', 1],
        ['at_risk', 2],
        ['no_data', 2],
        ['thin', 1],
        ['met', 2],
      ]),
      burning: 1,
      problems: 2,
      reviewsOverdue: 1,
      measuredUntil: noon - HOUR,
    });
    expect(await reads.count({ visibility: seesAll }, { today })).toMatchObject(
      {
        burning: 2,
        problems: 3,
        reviewsOverdue: 2,
      },
    );
    expect(await reads.count({ visibility: seesNone }, { today })).toEqual({
      states: new Map(),
      burning: 0,
      problems: 0,
      reviewsOverdue: 0,
      measuredUntil: null,
    });
  });

  it('tells which components are covered, by tier', async () => {
    expect(await reads.countCoverage({ visibility: open })).toEqual([
      { tier: '1', entities: 2, covered: 1 },
      { tier: '2', entities: 1, covered: 1 },
      { tier: null, entities: 1, covered: 0 },
    ]);
    expect(
      await reads.countCoverage({ visibility: seesAll, scopeRef: mail }),
    ).toEqual([
      { tier: '2', entities: 1, covered: 1 },
      { tier: null, entities: 1, covered: 0 },
    ]);
    const first = await reads.listUncovered({ visibility: open }, { limit: 1 });
    expect(first).toMatchObject({
      total: 2,
      items: [{ ref: 'component:default/lone', tier: '1', reason: 'no_slo' }],
    });
    const { items } = await reads.listUncovered(
      { visibility: open },
      { limit: 5, after: first.items[0] },
    );
    expect(items).toMatchObject([
      { ref: 'component:default/quiet', tier: null, reason: 'not_measured' },
    ]);
    expect(
      await reads.listUncovered(
        { visibility: open },
        { limit: 5, after: items[0] },
      ),
    ).toMatchObject({ total: 2, items: [] });
  });

  it('lists problems, errors first, page by page', async () => {
    const selection = { visibility: open };
    const whole = await reads.listProblems(selection, { limit: 9 });
    expect(whole.total).toBe(2);
    expect(whole.items.map(({ severity }) => severity)).toEqual([
      'error',
      'warning',
    ]);
    const [first] = whole.items;
    expect(
      (await reads.listProblems(selection, { limit: 9, after: first })).items,
    ).toEqual(whole.items.slice(1));
    expect(
      await reads.listProblems(selection, { limit: 9, rule: 'rule-error' }),
    ).toMatchObject({ total: 1 });
    expect(
      await reads.listProblems(
        { visibility: seesAll },
        { limit: 9, severity: 'error' },
      ),
    ).toMatchObject({ total: 2 });
    expect(await reads.countProblems(['slo:default/f-new'])).toEqual(
      new Map([['slo:default/f-new', 2]]),
    );
  });

  it('finds what may be seen, with what it measures', async () => {
    const find = (name: string, visibility: Visibility) =>
      reads.find(`slo:default/${name}`, visibility);
    for (const visibility of [open, byRefs]) {
      expect(await find('a-well', visibility)).toBe('slo:default/a-well');
      expect(await find('f-new', visibility)).toBe('slo:default/f-new');
      expect(await find('h-vault', visibility)).toBeUndefined();
      expect(await find('i-secret', visibility)).toBeUndefined();
      expect(
        await reads.findAll(
          ['a-well', 'f-new', 'h-vault', 'i-secret', 'none'].map(
            name => `slo:default/${name}`,
          ),
          visibility,
        ),
      ).toEqual(new Set(['slo:default/a-well', 'slo:default/f-new']));
    }
    expect(await reads.findAll(['slo:default/a-well'], seesNone)).toEqual(
      new Set(),
    );
    expect(await find('h-vault', seesAll)).toBe('slo:default/h-vault');
    expect(await find('a-well', seesNone)).toBeUndefined();
    expect(
      names(await reads.listMeasuring(['component:default/cart'], open)).sort(),
    ).toEqual(['a-well', 'b-gone', 'g-thin', 'j-well']);
  });

  it('lists buckets, the newest first', async () => {
    const sloRef = 'slo:default/a-well';
    await store.buckets.keep([
      {
        sloRef,
        objective: 0,
        from: noon,
        to: noon + HOUR,
        tallies: Array.from({ length: 12 }, (_, place) => ({
          start: noon + place * 300_000,
          good: place,
          total: 20,
          slices: 0,
          goodSlices: 0,
          ratioSum: 0,
          measured: 1,
        })),
      },
    ]);
    const range = {
      sloRef,
      objective: 0,
      resolution: 300,
      from: noon + 300_000,
      to: noon + HOUR,
      limit: 3,
    } as const;
    const page = await reads.listBuckets(range);
    expect(page.total).toBe(11);
    expect(page.items.map(({ good }) => good)).toEqual([11, 10, 9]);
    const next = await reads.listBuckets({
      ...range,
      before: page.items[2].start,
    });
    expect(next.items.map(({ good }) => good)).toEqual([8, 7, 6]);
    expect(await reads.countWindows(sloRef, 0)).toBe(0);
  });
});
