import {
  type DayCount,
  weekOf,
} from '@opmodel/backstage-plugin-opmodel-common';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { DatabaseSnapshotStore } from '../catalog/DatabaseSnapshotStore';
import { seesAll, type Visibility } from '../catalog/Visibility';
import { entityOf, scanEntities } from '../testing/catalog';
import { eachDatabase } from '../testing/databases';
import { DatabaseDeliveryStore } from './DatabaseDeliveryStore';
import { DatabaseDoraStore } from './DatabaseDoraStore';
import type {
  MemberPageRequest,
  MemberPosition,
  MemberRow,
} from './doraMembers';
import type { DoraSelection } from './DoraStore';
import { LeadTimeRankings } from './LeadTimeRankings';
import { countedDeployment, deliveryWith } from './testing/facts';

jest.setTimeout(240_000);

const calculation = 'dora-2026/1/UTC';
const group = 'group:default/a';
const entities = Array.from(
  { length: 24 },
  (_, index) => `component:default/c${index}`,
);
const march = { from: '2026-03-01', to: '2026-03-31' };

/** Calculates a component whose changes took so long, by bin. */
async function write(
  knex: Knex,
  entityRef: string,
  bins: number[],
  day = '2026-03-11',
): Promise<void> {
  const counts = new Map<number, number>();
  for (const bin of bins) {
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  const week = weekOf(day);
  const days: DayCount[] = [...counts].map(([bin, count]) => ({
    day,
    week,
    metric: 'lead_time',
    bin,
    count,
  }));
  await new DatabaseDeliveryStore(knex).writeDelivery(
    entityRef,
    [
      {
        calculation,
        compute: () => ({
          days,
          delivery: deliveryWith(
            bins.map((_, index) => countedDeployment(`d${index}`, day, 0)),
          ),
        }),
      },
    ],
    { now: 0 },
  );
}

async function fill(knex: Knex): Promise<void> {
  await scanEntities(new DatabaseSnapshotStore(knex), [
    entityOf(group),
    ...entities.map((ref, index) =>
      entityOf(ref, { ownedBy: index % 5 === 0 ? group : undefined }),
    ),
  ]);
}

/** All pages of the slowest, one after the other. */
async function readAll(
  store: DatabaseDoraStore,
  selection: DoraSelection,
  page: Omit<MemberPageRequest, 'order'>,
): Promise<{ pages: MemberRow[][]; totals: number[] }> {
  const pages: MemberRow[][] = [];
  const totals: number[] = [];
  let after: MemberPosition | undefined;
  do {
    const { items, total } = await store.listMembers(
      calculation,
      selection,
      march,
      { ...page, order: 'leadTime', after },
    );
    pages.push(items);
    totals.push(total);
    const last = items.at(-1);
    after = last && { value: last.leadTimeBin, entityRef: last.entityRef };
  } while (after);
  return { pages, totals };
}

const someRefs = fc.subarray(entities);

eachDatabase('LeadTimeRankings', createDatabase => {
  it('order every selection as its own samples do, page by page', async () => {
    const knex = await createDatabase();
    await fill(knex);
    const store = new DatabaseDoraStore(knex);
    const rankings = new LeadTimeRankings({ store, calculation });
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            ref: fc.constantFrom(...entities),
            bins: fc.array(fc.integer({ min: 300, max: 303 }), {
              maxLength: 3,
            }),
            day: fc.constantFrom('2026-03-11', '2026-02-11'),
          }),
          { maxLength: 12 },
        ),
        fc.oneof(
          fc.constant<Visibility>(seesAll),
          someRefs.map(
            (refs): Visibility => ({ type: 'refs', refs: new Set(refs) }),
          ),
        ),
        fc.record({
          scopeRef: fc.constantFrom('org', group),
          descending: fc.boolean(),
          limit: fc.integer({ min: 1, max: 4 }),
          deployments: fc.constantFrom(
            undefined,
            { known: false },
            { known: true, minimum: 2 },
          ),
        }),
        async (written, visibility, { scopeRef, ...page }) => {
          for (const { ref, bins, day } of written) {
            await write(knex, ref, bins, day);
          }
          const selection: DoraSelection = {
            scopeRef,
            ownership: 'now',
            visibility,
          };
          const ranking = await rankings.rank(march);
          expect(await readAll(store, selection, { ...page, ranking })).toEqual(
            await readAll(store, selection, page),
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  it('read the samples of those who were calculated since', async () => {
    const knex = await createDatabase();
    await fill(knex);
    const [first, second, third] = entities;
    await write(knex, first, [300]);
    await write(knex, second, [301]);
    const store = new DatabaseDoraStore(knex);
    const medians = jest.spyOn(store, 'readMedians');
    const rankings = new LeadTimeRankings({ store, calculation });
    const slowest = async () => [
      ...(await rankings.rank(march)).listFrom(undefined, true),
    ];
    expect(await slowest()).toEqual([second, first]);
    expect(await slowest()).toEqual([second, first]);
    expect(medians.mock.calls).toEqual([[calculation, march]]);

    medians.mockClear();
    await write(knex, first, [302]);
    await write(knex, second, []);
    await write(knex, third, [301]);
    expect(await slowest()).toEqual([first, third]);
    expect(medians).toHaveBeenCalledTimes(1);
    expect([...medians.mock.calls[0][2]!].sort()).toEqual(
      [first, second, third].sort(),
    );
  });
});
