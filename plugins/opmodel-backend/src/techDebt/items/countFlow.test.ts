import {
  addDays,
  asOwnedNow,
  computeDebtFlows,
  type DebtItem,
  type DebtStatus,
  debtPeriods,
  debtStatuses,
  flowsOfDebtDays,
  noEstimate,
} from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { DatabaseSnapshotStore } from '../../catalog/DatabaseSnapshotStore';
import { FakeComponentCatalog } from '../../catalog/FakeComponentCatalog';
import type { SnapshotStore } from '../../catalog/SnapshotStore';
import { seesAll, type Visibility } from '../../catalog/Visibility';
import { entityOf, scanEntities } from '../../testing/catalog';
import { eachStore } from '../../testing/eachStore';
import { catchUpFlow } from './catchUpFlow';
import { DatabaseDebtItemStore } from './DatabaseDebtItemStore';
import { toFlowDays } from './debtFlowCounts';
import type { DebtItemStore, DebtSelection } from './DebtItemStore';
import { FakeDebtItemStore } from './FakeDebtItemStore';

// Each test migrates a database of its own, which takes its time on a busy machine.
jest.setTimeout(120_000);

const zone = 'Europe/Berlin';
const DAY = 86_400_000;
// The clock goes forward in Berlin on 29 March.
const window = { from: '2026-03-20', to: '2026-04-10' };
const first = Date.UTC(2026, 2, 1);
const owners = ['group:default/a', 'group:default/b', 'group:default/c'];
const cart = 'component:default/cart';
const vault = 'component:default/vault';
const entitySets = [[cart], [vault], [cart, vault]];

/** One change of an item; times may go backwards, as clocks do. */
const change = fc.record({
  after: fc.integer({ min: -DAY, max: 20 * DAY }),
  status: fc.constantFrom(...debtStatuses),
  owner: fc.constantFrom(...owners),
  entityRefs: fc.constantFrom(...entitySets),
  principalDays: fc.constantFrom(null, 0.0015, 2, 7.5),
});
const life = fc.array(change, { minLength: 1, maxLength: 6 });
const lives = fc.array(life, { minLength: 1, maxLength: 6 });

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function itemOf(id: string, version: number, at: number, is: Change): DebtItem {
  return {
    id,
    version,
    title: id,
    description: null,
    entityRefs: is.entityRefs,
    ownerRef: is.owner,
    category: 'code',
    intent: null,
    prudence: null,
    severity: null,
    estimate: { ...noEstimate, principalDays: is.principalDays },
    businessImpact: null,
    remediationPlan: null,
    targetDate: null,
    reviewDate: null,
    links: [],
    status: is.status as DebtStatus,
    reportedBy: 'user:default/ada',
    origin: { type: 'person' },
    createdAt: first,
    updatedAt: at,
    statusSince: at,
    resolvedAt: null,
    resolution: null,
    acceptedUntil: null,
    acceptedBy: null,
    externalId: null,
  };
}

/** Lets items live, and files one by mistake that is deleted. */
async function liveThrough(
  store: DebtItemStore,
  run: number,
  all: readonly Change[][],
): Promise<void> {
  for (const [place, changes] of all.entries()) {
    const id = `${run}-${place}`;
    let at = first;
    for (const [index, is] of changes.entries()) {
      at += is.after;
      const item = itemOf(id, index + 1, at, is);
      const version = { at, by: 'user:default/ada', note: null };
      if (index === 0) {
        await store.create(item, version);
      } else {
        await store.replace(item, { ...version, changes: [] });
      }
    }
    if (place === 5) {
      await store.remove(id, changes.length);
    }
  }
}

const notConfidential: Visibility = {
  type: 'condition',
  condition: { not: { key: 'metadata.labels.confidential' } },
};

const selections: DebtSelection[] = [
  { visibility: seesAll },
  { visibility: seesAll, entityRef: cart },
  { visibility: seesAll, statuses: ['open', 'accepted'] },
  { visibility: notConfidential },
];

/** The flows as they are counted, and as they are when all is replayed: of everything and of each owner. */
async function bothFlows(
  store: DebtItemStore,
  selection: DebtSelection,
  asked: {
    ownership: 'now' | 'then';
    ownerRefs?: readonly string[];
    byOwner: boolean;
  },
) {
  const days = debtPeriods(window, 'week').map(({ from }) => from);
  const starts = [...days, addDays(window.to, 1)].map(day =>
    DateTime.fromISO(day, { zone }).toMillis(),
  );
  const { ownership, ownerRefs, byOwner } = asked;
  const groupsOf = (owner: string) => {
    const groups = byOwner ? ['all', owner] : ['all'];
    return ownerRefs?.includes(owner) ?? true ? groups : [];
  };
  const counts = await store.countFlow(selection, { ...asked, starts });
  const counted = flowsOfDebtDays(
    toFlowDays(counts, { days, dayBefore: '2026-03-19' }, owner =>
      owner === null ? ['all'] : groupsOf(owner),
    ),
    { window, grain: 'week' },
  );
  const kept = await store.listSnapshots(selection);
  const replayed = computeDebtFlows(
    ownership === 'now' ? asOwnedNow(kept) : kept,
    { window, grain: 'week', zone },
    ({ ownerRef }) => groupsOf(ownerRef),
  );
  // A group whose debt came and went before the window is in one of them.
  const told = (flows: typeof counted) =>
    Object.fromEntries(
      [...flows].filter(
        ([, { opening, periods }]) =>
          opening.owed.items > 0 ||
          periods.some(
            ({ opened, reopened, movedIn }) =>
              opened.items + reopened.items + movedIn.items > 0,
          ),
      ),
    );
  return { counted: told(counted), replayed: told(replayed) };
}

interface Stores {
  snapshot: SnapshotStore;
  store: DebtItemStore;
  /** Makes the moves of all items those of nothing. */
  forgetMoves?: () => Promise<void>;
}

function ofDatabase(knex: Knex): Stores {
  return {
    snapshot: new DatabaseSnapshotStore(knex),
    store: new DatabaseDebtItemStore(knex),
    async forgetMoves() {
      await knex('tech_debt_moves').delete();
      await knex('tech_debt_items').update({ moves_version: null });
    },
  };
}

async function scan(snapshot: SnapshotStore): Promise<void> {
  const entities = [
    entityOf(cart),
    entityOf(vault, { labels: { confidential: 'true' } }),
  ];
  await scanEntities(snapshot, entities, { now: first });
}

eachStore<Stores>(
  {
    name: 'The flow that a DebtItemStore counts',
    fake() {
      const catalog = new FakeComponentCatalog();
      return { snapshot: catalog, store: new FakeDebtItemStore(catalog) };
    },
    database: ofDatabase,
  },
  createStores => {
    it('is that of replaying all that items were', async () => {
      const { snapshot, store } = await createStores();
      await scan(snapshot);
      let run = 0;
      let told = 0;
      await fc.assert(
        fc.asyncProperty(
          lives,
          fc.constantFrom<'now' | 'then'>('now', 'then'),
          fc.option(fc.subarray(owners), { nil: undefined }),
          fc.boolean(),
          async (all, ownership, ownerRefs, byOwner) => {
            await liveThrough(store, (run += 1), all);
            for (const selection of selections) {
              const { counted, replayed } = await bothFlows(store, selection, {
                ownership,
                ownerRefs,
                byOwner,
              });
              expect(counted).toEqual(replayed);
              told += Object.keys(counted).length;
            }
          },
        ),
        { numRuns: 20, endOnFailure: true },
      );
      expect(told).toBeGreaterThan(10);
    });

    it('is the same before and after the moves of what others wrote are kept', async () => {
      const { snapshot, store, forgetMoves } = await createStores();
      await scan(snapshot);
      const [some] = fc.sample(fc.array(life, { minLength: 5 }), {
        numRuns: 1,
        seed: 7,
      });
      await liveThrough(store, 0, some);
      const asked = { ownership: 'then', byOwner: true } as const;
      const read = () => bothFlows(store, { visibility: seesAll }, asked);
      const { counted } = await read();
      expect(Object.keys(counted).length).toBeGreaterThan(1);
      await forgetMoves?.();
      expect((await read()).counted).toEqual(counted);
      expect(await store.catchUpFlow(3)).toBe(forgetMoves ? 3 : 0);
      expect((await read()).counted).toEqual(counted);
      await catchUpFlow(store);
      expect(await store.catchUpFlow(1)).toBe(0);
      expect((await read()).counted).toEqual(counted);
    });
  },
);
