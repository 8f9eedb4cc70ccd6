import {
  type ChangeFact,
  computeDelivery,
  countDeliveryDays,
  type DeliveryCorrection,
  type DoraProfile,
  doraProfiles,
  type IncidentFact,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { eachStore } from '../testing/eachStore';
import { DatabaseDeliveryStore } from './DatabaseDeliveryStore';
import { DatabaseDoraStore } from './DatabaseDoraStore';
import type { DeliveryFacts, DeliveryStore } from './DeliveryStore';
import type { CountsByMetric, DoraSelection, DoraStore } from './DoraStore';
import { type FakeComponent, FakeDoraStore } from './FakeDoraStore';
import { deploymentFact, incidentFact, noFacts } from './testing/facts';
import { insertComponent } from './testing/insertComponent';

// Each test takes a database of its own.
jest.setTimeout(60_000);

const recordedAt = Date.parse('2026-04-02T00:00:00Z');
const at = (text: string) => Date.parse(`2026-03-${text}:00Z`);
const march = { from: '2026-03-01', to: '2026-03-31' };
const window = {
  ...march,
  previous: { from: '2026-01-29', to: '2026-02-28' },
};
const dora = doraProfiles['dora-2026'];

function componentOf(name: string): FakeComponent {
  const ref = `component:default/${name}`;
  return {
    ref,
    name,
    scopes: [ref, 'group:default/shop', 'org'].map(scope => ({
      ref: scope,
      fromDay: '0000-01-01',
    })),
  };
}

const shop = componentOf('shop');
const shopFacts: DeliveryFacts = {
  ...noFacts,
  latestRecordedAt: recordedAt,
  deployments: [
    deploymentFact('d1', at('02T10:00'), { version: '1' }),
    deploymentFact('d2', at('03T10:00'), { version: '2' }),
    deploymentFact('d3', at('09T10:00'), { version: '3', planned: false }),
    deploymentFact('d4', at('16T10:00'), { version: '4' }),
    deploymentFact('d5', at('23T10:00'), { version: '5' }),
  ],
  incidents: [
    // Named by the producer, two of one deployment.
    incidentFact('i1', at('03T11:00'), {
      deployment: 'd2',
      mitigatedAt: at('03T12:00'),
      resolvedAt: at('03T15:00'),
    }),
    incidentFact('i2', at('03T11:30'), {
      deployment: 'd2',
      severity: 'sev2',
      mitigatedAt: at('03T13:00'),
      recurrenceOf: 'i1',
    }),
    // By time.
    incidentFact('i3', at('16T12:00'), { severity: 'sev4' }),
    // Too long after any.
    incidentFact('i4', at('29T10:00'), { mitigatedAt: at('29T10:30') }),
    // Not by a deployment.
    incidentFact('i5', at('23T11:00'), {
      causeClass: 'infrastructure',
      mitigatedAt: at('23T11:10'),
    }),
    incidentFact('i6', at('24T11:00'), { withdrawn: true }),
  ],
};
const calm = componentOf('calm');
const calmFacts: DeliveryFacts = {
  ...noFacts,
  latestRecordedAt: recordedAt,
  deployments: [
    deploymentFact('c1', at('05T10:00')),
    deploymentFact('c2', at('06T10:00')),
  ],
};

interface Stores {
  dora: DoraStore;
  delivery: DeliveryStore;
  add(component: FakeComponent, facts: DeliveryFacts): Promise<void>;
}

function calculationOf({ id }: DoraProfile): string {
  return `${id}/1/UTC`;
}

eachStore<Stores>(
  {
    name: 'DoraStore on failures',
    fake: () => {
      const store = new FakeDoraStore();
      return {
        dora: store,
        delivery: store,
        add: async (component, facts) => store.addComponent(component, facts),
      };
    },
    database: (knex: Knex) => ({
      dora: new DatabaseDoraStore(knex),
      delivery: new DatabaseDeliveryStore(knex),
      add: (component, facts) => insertComponent(knex, component, facts),
    }),
  },
  createStore => {
    const org: DoraSelection = {
      scopeRef: 'org',
      ownership: 'now',
      visibility: { type: 'all' },
    };
    const onlyCalm: DoraSelection = {
      ...org,
      visibility: { type: 'refs', refs: new Set([calm.ref]) },
    };
    const calculation = calculationOf(dora);

    async function createFilled(
      corrections: DeliveryCorrection[] = [],
      profiles: DoraProfile[] = [dora],
    ): Promise<Stores> {
      const stores = await createStore();
      await stores.add(shop, { ...shopFacts, corrections });
      await stores.add(calm, calmFacts);
      for (const { ref } of [shop, calm]) {
        await stores.delivery.writeDelivery(
          ref,
          profiles.map(profile => ({
            calculation: calculationOf(profile),
            compute: facts => {
              const delivery = computeDelivery(facts, profile, 'UTC');
              return { delivery, days: countDeliveryDays(delivery) };
            },
          })),
          { now: recordedAt },
        );
      }
      return stores;
    }

    const listDeployments = async (
      stores: Stores,
      page: { failed?: boolean; rework?: boolean; exclusion?: string } = {},
      selection = org,
    ) =>
      stores.dora.listDeployments(calculation, selection, march, {
        limit: 50,
        ...page,
      });
    const listIncidents = async (
      stores: Stores,
      page: {
        state?: 'linked' | 'unlinked' | 'open';
        exclusion?: string;
      } = {},
      selection = org,
    ) =>
      stores.dora.listIncidents(calculation, selection, march, {
        limit: 50,
        ...page,
      });

    it('reads the facts that failures are concluded from as they were recorded', async () => {
      const corrections: DeliveryCorrection[] = [
        {
          id: 'k1',
          decidedAt: 1,
          decidedBy: 'user:default/ann',
          kind: 'failure_link',
          incident: { source: 'pager', subject: 'i4' },
          deployment: null,
        },
        {
          id: 'k2',
          decidedAt: 2,
          decidedBy: 'user:default/ann',
          kind: 'deployment_failed',
          deployment: { source: 'ci', subject: 'd5' },
          failed: true,
        },
        {
          id: 'k3',
          decidedAt: 3,
          decidedBy: 'user:default/ann',
          kind: 'deployment_planned',
          deployment: { source: 'ci', subject: 'd3' },
          planned: true,
        },
        {
          id: 'k4',
          decidedAt: 4,
          decidedBy: 'user:default/ann',
          kind: 'excluded_period',
          from: '2026-03-20',
          to: '2026-03-22',
          cause: 'freeze',
        },
      ];
      const { delivery } = await createFilled(corrections);
      let read: DeliveryFacts | undefined;
      await delivery.writeDelivery(
        shop.ref,
        [
          {
            calculation: 'other',
            compute: facts => {
              read = facts;
              const result = computeDelivery(facts, dora, 'UTC');
              return { delivery: result, days: countDeliveryDays(result) };
            },
          },
        ],
        { now: recordedAt },
      );
      const bySubject = <T extends { subject: string }>(rows: readonly T[]) =>
        [...rows].sort((a, b) => (a.subject < b.subject ? -1 : 1));
      expect(read!.corrections).toEqual(corrections);
      expect(bySubject<IncidentFact>(read!.incidents)).toEqual(
        shopFacts.incidents,
      );
      expect(bySubject(read!.deployments)).toEqual(shopFacts.deployments);
      expect(read!.changes).toEqual([] as ChangeFact[]);
    });

    it('counts what failed and was recovered, and lists it', async () => {
      const stores = await createFilled();
      const { counts } = (
        await stores.dora.sumWindow(calculation, org, window, dora)
      ).current;
      expect(counts.get('deployments')?.get(0)).toBe(7);
      expect(counts.get('failed_deployments')?.get(0)).toBe(2);
      const { items, total } = await listDeployments(stores, { failed: true });
      expect(total).toBe(2);
      expect(
        items.map(({ subject, recoveredAt, recovery }) => [
          subject,
          recoveredAt,
          recovery,
        ]),
      ).toEqual([
        ['d4', null, null],
        // With the last of both incidents.
        ['d2', at('03T13:00'), 3 * 3_600],
      ]);
      expect(
        items[1].failures.map(({ kind, cause, lag }) => [
          kind,
          cause.type,
          cause.source,
          cause.subject,
          lag,
        ]),
      ).toEqual([
        ['explicit', 'incident', 'pager', 'i1', 3_600],
        ['explicit', 'incident', 'pager', 'i2', 5_400],
      ]);
      expect(items[1].failures[0].confidence).toBeGreaterThan(
        items[0].failures[0].confidence,
      );
      expect((await listDeployments(stores, { failed: false })).total).toBe(5);
      expect(
        (await listDeployments(stores, { exclusion: 'not_recovered' })).items,
      ).toMatchObject([{ subject: 'd4' }]);
    });

    it('lists rework, unless a person says that it was planned', async () => {
      const reworkOf = async (stores: Stores) => {
        const { items } = await listDeployments(stores, { rework: true });
        const others = await listDeployments(stores, { rework: false });
        expect(items.length + others.total).toBe(7);
        const { counts } = (
          await stores.dora.sumWindow(calculation, org, window, dora)
        ).current;
        expect(counts.get('rework_deployments')?.get(0) ?? 0).toBe(
          items.length,
        );
        return items.map(({ subject }) => subject);
      };
      expect(await reworkOf(await createFilled())).toEqual(['d3']);
      expect(
        await reworkOf(
          await createFilled([
            {
              id: 'k1',
              decidedAt: 1,
              decidedBy: 'user:default/ann',
              kind: 'deployment_planned',
              deployment: { source: 'ci', subject: 'd3' },
              planned: true,
            },
          ]),
        ),
      ).toEqual([]);
    });

    it('lists incidents newest first with what ties them, page by page', async () => {
      const stores = await createFilled();
      const { items, total } = await listIncidents(stores);
      expect(total).toBe(6);
      expect(
        items.map(({ subject, link, unlinked }) => [
          subject,
          link?.kind ?? null,
          unlinked,
        ]),
      ).toEqual([
        ['i4', null, 'no_deployment_in_time'],
        ['i6', null, 'withdrawn'],
        ['i5', null, 'other_cause'],
        ['i3', 'time_window', null],
        ['i2', 'explicit', null],
        ['i1', 'explicit', null],
      ]);
      expect(items[4]).toMatchObject({
        recurrence: true,
        recurrenceOf: 'i1',
        restore: 5_400,
        linkedDeployment: {
          source: 'ci',
          subject: 'd2',
          version: '2',
          finishedAt: at('03T10:00'),
        },
      });
      const pages: string[] = [];
      let after: (typeof items)[0] | undefined;
      do {
        const page = await stores.dora.listIncidents(calculation, org, march, {
          limit: 4,
          after,
        });
        pages.push(...page.items.map(({ subject }) => subject));
        after = page.items.length === 4 ? page.items[3] : undefined;
      } while (after);
      expect(pages).toEqual(items.map(({ subject }) => subject));
    });

    it('filters incidents by state and by why they do not count', async () => {
      const stores = await createFilled();
      const subjects = async (page: Parameters<typeof listIncidents>[1]) =>
        (await listIncidents(stores, page)).items.map(item => item.subject);
      expect(await subjects({ state: 'linked' })).toEqual(['i3', 'i2', 'i1']);
      expect(await subjects({ state: 'unlinked' })).toEqual(['i4', 'i6', 'i5']);
      expect(await subjects({ state: 'open' })).toEqual(['i3']);
      expect(await subjects({ exclusion: 'other_cause' })).toEqual(['i5']);
      expect(await subjects({ exclusion: 'not_severe' })).toEqual(['i3']);
      expect(await subjects({ exclusion: 'withdrawn' })).toEqual(['i6']);
    });

    it('gives recoveries and restores row by row, under each definition its own', async () => {
      const profiles = Object.values(doraProfiles);
      const stores = await createFilled([], profiles);
      const list = async (
        profile: DoraProfile,
        kind: 'recovery' | 'restore',
      ) => {
        const name = calculationOf(profile);
        const all = await stores.dora.listDurations(name, kind, org, march, {
          from: 0,
          to: Number.MAX_SAFE_INTEGER,
          offset: 0,
          limit: 99,
        });
        const { current } = await stores.dora.listWindowDurations(
          name,
          kind,
          org,
          window,
          { limit: 99 },
        );
        expect(current.map(({ seconds }) => seconds)).toEqual(all);
        const { counts } = (
          await stores.dora.sumWindow(name, org, window, profile)
        ).current;
        const counted = [...(counts.get(kind)?.values() ?? [])];
        expect(counted.reduce((sum, count) => sum + count, 0)).toBe(all.length);
        return all;
      };
      expect(await list(dora, 'recovery')).toEqual([3 * 3_600]);
      expect(await list(dora, 'restore')).toEqual([600, 1_800, 3_600, 5_400]);
      // To the resolution, of each incident.
      expect(await list(doraProfiles.devlake, 'recovery')).toEqual([5 * 3_600]);
      for (const profile of profiles) {
        await list(profile, 'recovery');
      }
    });

    it('tells by day, week and month what is shown over time', async () => {
      const { dora: store } = await createFilled();
      const sum = async (interval: 'day' | 'week' | 'month') =>
        [
          ...(await store.sumSeries(calculation, org, march, {
            interval,
            metrics: ['deployments', 'failed_deployments'],
          })),
        ]
          .map(([start, counts]) => [
            start,
            counts.get('deployments')?.get(0) ?? 0,
            counts.get('failed_deployments')?.get(0) ?? 0,
            counts.size,
          ])
          .sort();
      expect(await sum('month')).toEqual([['2026-03', 7, 2, 2]]);
      expect(await sum('week')).toEqual([
        ['2026-03-02', 4, 1, 2],
        ['2026-03-09', 1, 0, 1],
        ['2026-03-16', 1, 1, 2],
        ['2026-03-23', 1, 0, 1],
      ]);
      expect((await sum('day')).slice(0, 2)).toEqual([
        ['2026-03-02', 1, 0, 1],
        ['2026-03-03', 1, 1, 2],
      ]);
      const { weeks } = (await store.sumWindow(calculation, org, window, dora))
        .current;
      expect(weeks.get('2026-03-02')?.get('failed_deployments')?.get(0)).toBe(
        1,
      );
    });

    it('begins weeks on the day on which the definition does', async () => {
      const fourKeys = doraProfiles['four-keys'];
      const name = calculationOf(fourKeys);
      const { dora: store } = await createFilled([], [fourKeys]);
      const days = await store.sumSeries(name, org, march, {
        interval: 'day',
        metrics: ['deployments'],
      });
      const expected = new Map<string, number>();
      for (const [day, counts] of days) {
        // Sundays of March 2026 are the 1st, 8th, 15th, 22nd and 29th.
        const date = Number(day.slice(-2));
        const sunday = `2026-03-${String(date - ((date - 1) % 7)).padStart(
          2,
          '0',
        )}`;
        expected.set(
          sunday,
          (expected.get(sunday) ?? 0) + counts.get('deployments')!.get(0)!,
        );
      }
      expect(expected.get('2026-03-01')).toBeGreaterThan(0);
      const toWeeks = (weeks: ReadonlyMap<string, CountsByMetric>) =>
        new Map(
          [...weeks].flatMap(([week, counts]) => {
            const count = counts.get('deployments')?.get(0);
            return count === undefined ? [] : [[week, count] as const];
          }),
        );
      expect(
        toWeeks(
          await store.sumSeries(name, org, march, {
            interval: 'week',
            metrics: ['deployments'],
          }),
        ),
      ).toEqual(expected);
      const { current } = await store.sumWindow(name, org, window, fourKeys);
      expect(toWeeks(current.weeks)).toEqual(expected);
      const members = await store.countMembers(
        name,
        { ...org, scopeRef: shop.ref },
        window,
        [shop.ref],
      );
      for (const week of members.get(shop.ref)!.weeks.keys()) {
        expect(expected.has(week)).toBe(true);
      }
    });

    it('orders members by how often they fail and by how long they take to recover', async () => {
      const { dora: store } = await createFilled();
      const list = async (
        order: 'changeFailRate' | 'recovery',
        descending: boolean,
      ) =>
        (
          await store.listMembers(calculation, org, march, {
            order,
            descending,
            limit: 10,
            failures: 'failed_deployments',
          })
        ).items.map(row => [
          row.name,
          row.failuresPerMillion,
          row.recoveryBin === null,
        ]);
      expect(await list('changeFailRate', true)).toEqual([
        ['shop', 400_000, true],
        ['calm', 0, true],
      ]);
      expect(await list('changeFailRate', false)).toEqual([
        ['calm', 0, true],
        ['shop', 400_000, true],
      ]);
      for (const descending of [true, false]) {
        expect(await list('recovery', descending)).toEqual([
          ['shop', null, false],
          ['calm', null, true],
        ]);
      }
      const counts = await store.countMembers(calculation, org, march, [
        shop.ref,
        calm.ref,
      ]);
      expect([...counts.get(shop.ref)!.counts].sort()).toEqual([
        ['deployments', 5],
        ['failed_deployments', 2],
        ['failure_incidents', 3],
        ['incidents', 5],
        ['rework_deployments', 1],
      ]);
      expect([...counts.get(shop.ref)!.recovery.values()]).toEqual([1]);
    });

    it('knows since when there are incidents, and which days count for nothing', async () => {
      const { dora: store } = await createFilled([
        {
          id: 'k1',
          decidedAt: 1,
          decidedBy: 'user:default/ann',
          kind: 'excluded_period',
          from: '2026-02-20',
          to: '2026-03-12',
          cause: 'migration',
        },
      ]);
      const describe = async (
        emptyDaysFrom: 'first_deployment' | 'window',
        ownership: 'now' | 'then' = 'now',
      ) =>
        (
          await store.describe(
            calculation,
            { ...org, scopeRef: shop.ref, ownership },
            window,
            { emptyDaysFrom },
          )
        ).current;
      // Known from the 16th on, since nothing of the days before counts.
      expect(await describe('first_deployment')).toMatchObject({
        firstDeploymentDay: '2026-03-16',
        firstIncidentDay: '2026-03-03',
        reporting: [{ deployments: 2, days: 16 }],
      });
      for (const ownership of ['now', 'then'] as const) {
        expect(await describe('window', ownership)).toMatchObject({
          reporting: [{ deployments: 2, days: 31 - 12 }],
        });
      }
      const { items } = await store.listMembers(calculation, org, march, {
        order: 'name',
        descending: true,
        limit: 1,
      });
      // Of the days on which it is known, none.
      expect(items).toMatchObject([{ name: 'shop', excludedDays: 0 }]);
    });

    it('has no data where no day of a window counts, whoever owned it', async () => {
      const stores = await createStore();
      const { dora: store } = stores;
      const frozen = componentOf('frozen');
      const inFebruary = deploymentFact('f1', Date.UTC(2026, 1, 3, 12));
      await stores.add(frozen, {
        ...noFacts,
        latestRecordedAt: recordedAt,
        deployments: [inFebruary],
        corrections: [
          {
            id: 'k1',
            decidedAt: 1,
            decidedBy: 'user:default/ann',
            kind: 'excluded_period',
            from: '2026-03-01',
            to: '2026-03-31',
            cause: 'freeze',
          },
        ],
      });
      // Known as long, and nothing keeps it from deploying.
      const idle = componentOf('idle');
      await stores.add(idle, {
        ...noFacts,
        latestRecordedAt: recordedAt,
        deployments: [inFebruary],
      });
      for (const { ref } of [frozen, idle]) {
        await stores.delivery.writeDelivery(
          ref,
          [
            {
              calculation,
              compute: facts => {
                const delivery = computeDelivery(facts, dora, 'UTC');
                return { delivery, days: countDeliveryDays(delivery) };
              },
            },
          ],
          { now: recordedAt },
        );
      }
      const selections = (['now', 'then'] as const).flatMap(ownership =>
        ['org', frozen.ref].map(scopeRef => ({
          ...org,
          scopeRef,
          ownership,
        })),
      );
      const told = await Promise.all(
        selections.map(async selection => {
          const states = await store.describe(calculation, selection, window, {
            emptyDaysFrom: 'first_deployment',
          });
          const { items } = await store.listMembers(
            calculation,
            selection,
            march,
            { order: 'name', descending: false, limit: 9 },
          );
          return [
            states.current.reporting.map(({ components, days }) => [
              components,
              days,
            ]),
            items.map(({ name, deployments }) => [name, deployments]),
          ];
        }),
      );
      const ofAll = [
        [[1, 31]],
        [
          ['frozen', null],
          ['idle', 0],
        ],
      ];
      const ofFrozen = [[], [['frozen', null]]];
      expect(told).toEqual([ofAll, ofFrozen, ofAll, ofFrozen]);
      const page = { order: 'name' as const, descending: false, limit: 9 };
      expect(
        await store.listMembers(calculation, org, march, {
          ...page,
          deployments: { known: false },
        }),
      ).toMatchObject({ total: 1, items: [{ name: 'frozen' }] });
    });

    it('knows what another definition has not calculated, incidents without a deployment too', async () => {
      const stores = await createFilled();
      const pager = componentOf('pager');
      await stores.add(pager, {
        ...noFacts,
        latestRecordedAt: recordedAt,
        incidents: [incidentFact('p1', at('03T11:00'))],
      });
      expect(await stores.delivery.listUncalculated([calculation])).toEqual([
        pager.ref,
      ]);
      expect(await stores.delivery.listUncalculated(['other/1/UTC'])).toEqual([
        calm.ref,
        pager.ref,
        shop.ref,
      ]);
    });

    it('asks nobody for a recovery of which nothing can tell', async () => {
      const stores = await createFilled([
        {
          id: 'k1',
          decidedAt: 1,
          decidedBy: 'user:default/ann',
          kind: 'deployment_failed',
          deployment: { source: 'ci', subject: 'd5' },
          failed: true,
        },
      ]);
      const { items } = await listDeployments(stores, {
        exclusion: 'no_recovery_known',
      });
      expect(items.map(({ subject }) => subject)).toEqual(['d5']);
      const states = await stores.dora.listFailureStates(
        calculation,
        org,
        march,
        { openBefore: at('31T00:00') },
      );
      expect(states.get(shop.ref)).toMatchObject({
        openFailures: 1,
        openSince: at('16T10:00'),
      });
    });

    it('tells what waits for somebody', async () => {
      const { dora: store } = await createFilled();
      const list = (openBefore: number, selection = org) =>
        store.listFailureStates(calculation, selection, march, { openBefore });
      expect(await list(at('20T00:00'))).toEqual(
        new Map([
          [
            shop.ref,
            {
              openFailures: 1,
              openSince: at('16T10:00'),
              unlinkedIncidents: 1,
              unlinkedSince: at('29T10:00'),
            },
          ],
        ]),
      );
      expect((await list(at('10T00:00'))).get(shop.ref)).toMatchObject({
        openFailures: 0,
        openSince: null,
      });
      expect(await list(at('20T00:00'), onlyCalm)).toEqual(new Map());
    });

    it('shows nothing of a hidden component in any of these reads', async () => {
      const stores = await createFilled();
      expect((await listIncidents(stores, {}, onlyCalm)).total).toBe(0);
      expect(
        (await listDeployments(stores, { failed: true }, onlyCalm)).total,
      ).toBe(0);
      const { dora: store } = stores;
      for (const kind of ['recovery', 'restore'] as const) {
        const range = { from: 0, to: 1e12, offset: 0, limit: 10 };
        expect(
          await store.listDurations(calculation, kind, onlyCalm, march, range),
        ).toEqual([]);
        expect(
          await store.listWindowDurations(calculation, kind, onlyCalm, window, {
            limit: 9,
          }),
        ).toEqual({ current: [], previous: [] });
      }
      const series = await store.sumSeries(calculation, onlyCalm, march, {
        interval: 'month',
        metrics: ['deployments', 'incidents', 'failed_deployments'],
      });
      expect(series).toEqual(
        new Map([['2026-03', new Map([['deployments', new Map([[0, 2]])]])]]),
      );
    });
  },
);
