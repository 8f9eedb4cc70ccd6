import {
  addDays,
  debtCategories,
  type DebtItem,
  debtSeverities,
  debtStatuses,
  isOpenDebt,
  noEstimate,
} from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import { countBy, sumBy, uniqBy } from 'lodash';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { SnapshotStore } from '../../catalog/SnapshotStore';
import { seesAll } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { debtItemOf } from '../../testing/debtGround';
import { eachStore } from '../../testing/eachStore';
import { DatabaseDebtItemStore } from './DatabaseDebtItemStore';
import type {
  DebtDeadlines,
  DebtItemStore,
  DebtSelection,
} from './DebtItemStore';
import { FakeDebtItemStore } from './FakeDebtItemStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(240_000);

const DAY = 86_400_000;
const noon = Date.UTC(2026, 10, 22, 12);
const today = '2026-11-22';
const c = (name: string) => `component:default/${name}`;
const g = (name: string) => `group:default/${name}`;
const s = (name: string) => `system:default/${name}`;
const retail = 'domain:default/retail';

/** A division with two teams, and a domain with two systems, of which one component is in neither. */
const world = [
  entityOf(g('division')),
  entityOf(g('shop'), { childOf: g('division') }),
  entityOf(g('mail'), { childOf: g('division') }),
  entityOf(retail),
  entityOf(s('selling'), { partOf: retail }),
  entityOf(s('posting'), { partOf: retail }),
  entityOf(c('cart'), { partOf: s('selling'), ownedBy: g('shop') }),
  entityOf(c('shelf'), { partOf: s('selling'), ownedBy: g('mail') }),
  entityOf(c('post'), { partOf: s('posting'), ownedBy: g('mail') }),
  entityOf(c('alone'), { ownedBy: g('shop') }),
];
const carriers = [c('cart'), c('shelf'), c('post'), c('alone')];
const owners = [g('shop'), g('mail'), g('division')];

/** Of each scope the scopes below it, which say all that it says. */
const parts: Readonly<Record<string, string[]>> = {
  [retail]: [s('selling'), s('posting')],
  [g('division')]: [g('shop'), g('mail')],
};

const deadlines: DebtDeadlines = {
  today,
  filedBefore: {
    critical: noon - 7 * DAY,
    high: noon - 14 * DAY,
    medium: noon - 30 * DAY,
    low: noon - 90 * DAY,
  },
};

const score = fc.option(fc.integer({ min: 1, max: 5 }));
const day = fc.option(
  fc.integer({ min: -40, max: 40 }).map(days => addDays(today, days)),
);
const someItem = fc.record({
  entityRefs: fc.subarray(carriers, { minLength: 1 }),
  ownerRef: fc.constantFrom(...owners),
  category: fc.constantFrom(...debtCategories),
  severity: fc.option(fc.constantFrom(...debtSeverities)),
  status: fc.constantFrom(...debtStatuses),
  impact: score,
  likelihood: score,
  principalDays: fc.option(fc.integer({ min: 1, max: 90 })),
  targetDate: day,
  reviewDate: day,
  age: fc.nat({ max: 120 }),
});

function itemOf(
  id: string,
  {
    impact,
    likelihood,
    principalDays,
    age,
    ...given
  }: typeof someItem extends fc.Arbitrary<infer T> ? T : never,
): DebtItem {
  const at = noon - age * DAY;
  return debtItemOf({
    id,
    title: id,
    estimate: { ...noEstimate, impact, likelihood, principalDays },
    createdAt: at,
    updatedAt: at,
    statusSince: at,
    ...given,
  });
}

async function listAll(
  store: DebtItemStore,
  selection: Partial<DebtSelection>,
): Promise<DebtItem[]> {
  const { items } = await store.list(
    { visibility: seesAll, ...selection },
    { order: 'createdAt', descending: false, limit: 1_000 },
  );
  return items.map(({ item }) => item);
}

/** What the summary and the matrix of a selection tell. */
async function countedBy(
  store: DebtItemStore,
  given: Partial<DebtSelection>,
): Promise<object> {
  const selection = { visibility: seesAll, ...given };
  const [statuses, cells, due, filed] = await Promise.all([
    store.countStatuses(selection),
    store.countMatrix(selection),
    store.countDue(selection, deadlines),
    store.readFiled(selection),
  ]);
  return {
    statuses: Object.fromEntries(
      statuses.map(({ status, items }) => [status, items]),
    ),
    principalDays: sumBy(statuses, ({ principalDays }) => principalDays ?? 0),
    withoutPrincipal: sumBy(statuses, 'withoutPrincipal'),
    cells: Object.fromEntries(
      cells.map(({ impact, likelihood, items }) => [
        `${impact} × ${likelihood}`,
        items,
      ]),
    ),
    overdue: due.overdue,
    breaches: due.breaches,
    oldest: filed?.oldest,
  };
}

/** The same, counted one item after the other. */
function countedOneByOne(items: readonly DebtItem[]): object {
  const open = items.filter(({ status }) => isOpenDebt(status));
  return {
    statuses: countBy(items, 'status'),
    principalDays: sumBy(items, item => item.estimate.principalDays ?? 0),
    withoutPrincipal: items.filter(
      ({ estimate }) => estimate.principalDays === null,
    ).length,
    cells: countBy(
      items,
      ({ estimate }) => `${estimate.impact} × ${estimate.likelihood}`,
    ),
    overdue: open.filter(
      ({ targetDate }) => targetDate !== null && targetDate < today,
    ).length,
    breaches: Object.fromEntries(
      debtSeverities.map(severity => [
        severity,
        open.filter(
          item =>
            item.severity === severity &&
            item.createdAt < deadlines.filedBefore[severity],
        ).length,
      ]),
    ),
    oldest:
      items.length === 0
        ? undefined
        : Math.min(...items.map(({ createdAt }) => createdAt)),
  };
}

eachStore<{ snapshot: SnapshotStore; store: DebtItemStore }>(
  {
    name: 'The roll-up of a DebtItemStore',
    fake() {
      const catalog = new FakeComponentCatalog();
      return { snapshot: catalog, store: new FakeDebtItemStore(catalog) };
    },
    database: knex => ({
      snapshot: new DatabaseSnapshotStore(knex),
      store: new DatabaseDebtItemStore(knex),
    }),
  },
  createStores => {
    it('is that of the union of its parts, each item once', async () => {
      const { snapshot, store } = await createStores();
      await scanEntities(snapshot, world, { now: noon });
      let run = 0;
      let shared = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(someItem, { minLength: 2, maxLength: 9 }),
          async given => {
            run += 1;
            const items = given.map((one, at) => itemOf(`${run}-${at}`, one));
            for (const item of items) {
              const { createdAt: at, reportedBy: by } = item;
              await store.create(item, { at, by, note: null });
            }
            for (const [whole, below] of Object.entries(parts)) {
              const found = await Promise.all(
                below.map(scopeRef => listAll(store, { scopeRef })),
              );
              const union = uniqBy(found.flat(), 'id');
              shared += found.flat().length - union.length;
              expect(await countedBy(store, { scopeRef: whole })).toEqual(
                countedOneByOne(union),
              );
            }
            // Of owners each item has one, so that what is told of each of them adds up to the whole.
            expect(await countedBy(store, {})).toEqual(
              countedOneByOne(
                (
                  await Promise.all(
                    owners.map(ref => listAll(store, { ownerRefs: [ref] })),
                  )
                ).flat(),
              ),
            );
            for (const { id } of items) {
              await store.remove(id, 1);
            }
          },
        ),
        { numRuns: 15, endOnFailure: true },
      );
      // Items that are in several parts are what makes a union another thing than a sum.
      expect(shared).toBeGreaterThan(0);
    });
  },
);
