import {
  computeDelivery,
  countDeliveryDays,
  type DayWindow,
  doraProfiles,
  type DoraProfileId,
} from '@opmodel/backstage-plugin-opmodel-common';
import { eachStore } from '../testing/eachStore';
import { DatabaseDeliveryStore } from './DatabaseDeliveryStore';
import { DatabaseDoraStore } from './DatabaseDoraStore';
import type { DeliveryFacts, DeliveryStore } from './DeliveryStore';
import { DoraNumbersReader } from './DoraNumbersReader';
import type { DoraSelection, DoraStore } from './DoraStore';
import { EnabledDefinitions } from './EnabledDefinitions';
import { EndedRecoveries } from './EndedRecoveries';
import { type FakeComponent, FakeDoraStore } from './FakeDoraStore';
import { readMembers } from './members';
import { ReportReader } from './ReportReader';
import { SeriesReader } from './SeriesReader';
import {
  changeFact,
  deploymentFact,
  incidentFact,
  noFacts,
} from './testing/facts';
import { insertComponent } from './testing/insertComponent';

// Each test takes a database of its own.
jest.setTimeout(60_000);

const hour = 3_600;
const at = (text: string) => Date.parse(`2026-${text}:00Z`);

function componentOf(name: string): FakeComponent {
  const ref = `component:default/${name}`;
  return {
    ref,
    name,
    scopes: [ref, 'org'].map(scope => ({ ref: scope, fromDay: '0000-01-01' })),
  };
}

/** A deployment of one merge request that had been merged so many hours before. */
function deliver(
  subject: string,
  finishedAt: string,
  hours: number,
  environment = 'production',
) {
  return {
    deployment: deploymentFact(`d-${subject}`, at(finishedAt), {
      environment,
      carries: [subject],
    }),
    change: changeFact(subject, at(finishedAt) - 90 * hour * 1_000, {
      openedAt: at(finishedAt) - 80 * hour * 1_000,
      mergedAt: at(finishedAt) - hours * hour * 1_000,
    }),
  };
}

function factsOf(delivered: ReturnType<typeof deliver>[]): DeliveryFacts {
  return {
    ...noFacts,
    latestRecordedAt: at('04-20T00:00'),
    deployments: delivered.map(({ deployment }) => deployment),
    changes: delivered.map(({ change }) => change),
  };
}

const march: DayWindow = {
  from: '2026-03-01',
  to: '2026-03-31',
  days: 31,
  previous: { from: '2026-01-29', to: '2026-02-28' },
};
const selectionOf = (scopeRef: string): DoraSelection => ({
  scopeRef,
  ownership: 'now',
  visibility: { type: 'all' },
});
const org = selectionOf('org');
const shop = componentOf('shop');
const search = componentOf('search');

interface Stores {
  dora: DoraStore;
  delivery: DeliveryStore;
  add(component: FakeComponent, facts: DeliveryFacts): Promise<void>;
}

eachStore<Stores>(
  {
    name: 'windows of definitions',
    fake: () => {
      const store = new FakeDoraStore();
      return {
        dora: store,
        delivery: store,
        add: async (component, facts) => store.addComponent(component, facts),
      };
    },
    database: knex => ({
      dora: new DatabaseDoraStore(knex),
      delivery: new DatabaseDeliveryStore(knex),
      add: (component, facts) => insertComponent(knex, component, facts),
    }),
  },
  createStore => {
    async function createReads(
      id: DoraProfileId,
      facts: [FakeComponent, DeliveryFacts][],
      zone = 'UTC',
    ) {
      const definitions = new EnabledDefinitions([doraProfiles[id]], {
        zone,
        defaultProfile: id,
      });
      const definition = definitions.default;
      const stores = await createStore();
      for (const [component, own] of facts) {
        await stores.add(component, own);
        await stores.delivery.writeDelivery(
          component.ref,
          [
            {
              calculation: definition.calculation,
              compute: known => {
                const delivery = computeDelivery(
                  known,
                  definition.profile,
                  zone,
                );
                return { delivery, days: countDeliveryDays(delivery) };
              },
            },
          ],
          { now: at('04-20T00:00') },
        );
      }
      const store = new EndedRecoveries({
        store: stores.dora,
        definitions,
        zone,
      });
      const numbers = new DoraNumbersReader({ store, definition });
      return {
        store,
        definition,
        metrics: async (selection: DoraSelection, window = march) =>
          (await numbers.read(selection, window, selection === org)).metrics,
      };
    }

    describe('the middle of the middles of days', () => {
      /*
       * Worked by hand. Shop: on 4 March 1 and 3 hours in production, 10 in Europe; on 5 March 5 in production. Search: 20 hours in
       * production on 4 March.
       */
      const gitlab = () =>
        createReads('gitlab', [
          [
            shop,
            factsOf([
              deliver('!1', '03-04T12:00', 1),
              deliver('!2', '03-04T14:00', 3),
              deliver('!3', '03-04T16:00', 10, 'production-eu'),
              deliver('!4', '03-05T12:00', 5),
            ]),
          ],
          [search, factsOf([deliver('!5', '03-04T12:00', 20)])],
        ]);

      it('has a day for each environment of each component', async () => {
        const { metrics } = await gitlab();
        // 2, 10 and 5; with one day for all environments it would be 3 and 5.
        expect(
          (await metrics(selectionOf(shop.ref))).changeLeadTime,
        ).toMatchObject({ median: 5 * hour, n: 4, approximate: false });
        // 2, 10, 5 and 20.
        expect((await metrics(org)).changeLeadTime).toMatchObject({
          median: 7.5 * hour,
          n: 5,
          approximate: false,
        });
      });

      it('is told over time in the same way, from counts', async () => {
        const { store, definition } = await gitlab();
        const read = (interval: 'day' | 'month') =>
          new SeriesReader({ store }).read(
            definition,
            { window: march, metric: 'change-lead-time', interval },
            org,
          );
        const [month] = await read('month');
        expect(month.n).toBe(5);
        expect(month.value! / (7.5 * hour)).toBeCloseTo(1, 1);
        const day = (await read('day')).find(
          ({ from }) => from === '2026-03-04',
        );
        // 2, 10 and 20.
        expect(day!.value! / (10 * hour)).toBeCloseTo(1, 1);
      });

      it('is that of each component in a list, too', async () => {
        const { store, definition } = await gitlab();
        const { items } = await readMembers(store, definition, org, march, {
          order: 'name',
          descending: false,
          limit: 9,
        });
        const [ofSearch, ofShop] = items.map(({ leadTimeMedian }) =>
          Math.round(leadTimeMedian! / hour),
        );
        expect([ofSearch, ofShop]).toEqual([20, 5]);
        // 1, 3, 5 and 10 hours alone would be 4.
        expect(items.map(({ leadTimeN }) => leadTimeN)).toEqual([1, 4]);
      });

      it('keeps nothing of it under another definition', async () => {
        const { store, definition } = await createReads('four-keys', [
          [shop, factsOf([deliver('!1', '03-04T12:00', 1)])],
        ]);
        const counts = await store.sumWindow(
          definition.calculation,
          org,
          march,
          definition.profile,
        );
        expect(
          [...counts.current.counts.keys()].filter(metric =>
            metric.endsWith('_middle'),
          ),
        ).toEqual([]);
      });
    });

    describe('a recovery that ends after the window', () => {
      /*
       * Worked by hand. Shop: d-!1 of 4 March recovered after 2 hours; d-!2 of 30 March, of whose incidents one ended on 31 March at
       * 23:59, after 37:59 hours, and one with the first of April, after 38. Search: d-!3 of 31 March recovered on 2 April.
       */
      const resolved = (subject: string, from: string, to: string) =>
        incidentFact(subject, at(from), { resolvedAt: at(to) });
      const devlake = (zone?: string) =>
        createReads(
          'devlake',
          [
            [
              shop,
              {
                ...factsOf([
                  deliver('!1', '03-04T12:00', 1),
                  deliver('!2', '03-30T10:00', 1),
                ]),
                incidents: [
                  resolved('i1', '03-04T13:00', '03-04T14:00'),
                  resolved('i2', '03-30T11:00', '03-31T23:59'),
                  resolved('i3', '03-30T12:00', '04-01T00:00'),
                ],
              },
            ],
            [
              search,
              {
                ...factsOf([deliver('!3', '03-31T10:00', 1)]),
                incidents: [resolved('i4', '03-31T11:00', '04-02T10:00')],
              },
            ],
          ],
          zone,
        );
      const until = (to: string): DayWindow => ({ ...march, to });

      it('counts for the fail rate and not for recovery', async () => {
        const { metrics } = await devlake();
        const { failedDeploymentRecoveryTime, changeFailRate } = await metrics(
          org,
        );
        expect(failedDeploymentRecoveryTime).toMatchObject({
          median: 2 * hour,
          p90: 2 * hour + 0.9 * (37 * hour + 59 * 60 - 2 * hour),
          n: 2,
          excluded: [
            { reason: 'ended_after_window', unit: 'incident', count: 2 },
          ],
        });
        expect(changeFailRate).toMatchObject({ numerator: 3, denominator: 3 });
      });

      it('counts in a longer window, and in a shorter one even less', async () => {
        const { metrics } = await devlake();
        const nOf = async (window: DayWindow) =>
          (await metrics(org, window)).failedDeploymentRecoveryTime.n;
        expect(await nOf(until('2026-04-01'))).toBe(3);
        expect(await nOf(until('2026-04-02'))).toBe(4);
        expect(await nOf(until('2026-03-30'))).toBe(1);
        // The resolutions without their deployments.
        const april = {
          from: '2026-04-01',
          to: '2026-04-30',
          days: 30,
          previous: { from: '2026-03-02', to: '2026-03-31' },
        };
        const recovery = (await metrics(org, april))
          .failedDeploymentRecoveryTime;
        expect(recovery).toMatchObject({
          n: 0,
          median: null,
          previous: { median: 2 * hour, n: 2 },
        });
      });

      it('ends with the day in the configured zone', async () => {
        // In Berlin, 31 March at 23:59 UTC is the first of April.
        const { metrics } = await devlake('Europe/Berlin');
        expect((await metrics(org)).failedDeploymentRecoveryTime).toMatchObject(
          { n: 1, median: 2 * hour },
        );
      });

      it('is left out of trends, series and members of the window too', async () => {
        const { store, definition } = await devlake();
        const rankings = { rank: async () => undefined } as never;
        const { trend } = await new ReportReader({
          store,
          definition,
          rankings,
        }).read(org, march, true);
        expect(
          trend.flatMap(({ week, recoveries }) =>
            recoveries > 0 ? [[week, recoveries]] : [],
          ),
        ).toEqual([
          ['2026-03-02', 1],
          ['2026-03-30', 1],
        ]);
        for (const interval of ['day', 'week', 'month'] as const) {
          const points = await new SeriesReader({ store }).read(
            definition,
            {
              window: march,
              metric: 'failed-deployment-recovery-time',
              interval,
            },
            org,
          );
          expect(points.reduce((sum, { n }) => sum + n, 0)).toBe(2);
        }
        const { items } = await readMembers(store, definition, org, march, {
          order: 'name',
          descending: false,
          limit: 9,
        });
        expect(
          items.map(({ entityRef, recoveryN, recoveryMedian }) => [
            entityRef,
            recoveryN,
            recoveryMedian === null,
          ]),
        ).toEqual([
          [search.ref, 0, true],
          [shop.ref, 2, false],
        ]);
      });

      it('is read of what may be seen alone', async () => {
        const { store, definition } = await devlake();
        const list = (visibility: DoraSelection['visibility']) =>
          store.listLateRecoveries(
            definition.calculation,
            { ...org, visibility },
            march,
            { endedFrom: at('04-01T00:00') },
          );
        expect(
          await list({ type: 'refs', refs: new Set([search.ref]) }),
        ).toEqual([
          { entityRef: search.ref, day: '2026-03-31', seconds: 48 * hour },
        ]);
        expect(await list({ type: 'all' })).toHaveLength(2);
      });
    });
  },
);
