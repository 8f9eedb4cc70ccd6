import {
  computeDelivery,
  countDeliveryDays,
  type DoraProfileId,
  doraProfiles,
  resolveWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import { mapValues } from 'lodash';
import type { CatalogStore } from '../catalog/CatalogStore';
import { seesAll } from '../catalog/Visibility';
import { FakeRecalculationStore } from '../intake/FakeRecalculationStore';
import { eachStore } from '../testing/eachStore';
import { factEntityOf } from '../testing/factEntityOf';
import { DatabaseDeliveryStore } from './DatabaseDeliveryStore';
import { DatabaseDoraStore } from './DatabaseDoraStore';
import type { DeliveryFacts, DeliveryStore } from './DeliveryStore';
import { DoraFacts } from './DoraFacts';
import { DoraService } from './DoraService';
import type { DoraStore } from './DoraStore';
import { EndedRecoveries } from './EndedRecoveries';
import { type FakeComponent, FakeDoraStore } from './FakeDoraStore';
import { definitionsOf, nobodySaysAnything } from './testing/definitions';
import {
  changeFact,
  deploymentFact,
  incidentFact,
  noFacts,
} from './testing/facts';
import { insertComponent } from './testing/insertComponent';

const hour = 3_600_000;
const now = Date.parse('2026-03-31T12:00:00Z');
const calendar = { zone: 'UTC', fiscalYearStartMonth: 1 };

interface Stores {
  dora: DoraStore;
  delivery: DeliveryStore;
  add(component: FakeComponent, facts: DeliveryFacts): Promise<void>;
}

function component(name: string): FakeComponent {
  const ref = `component:default/${name}`;
  return {
    ref,
    name,
    scopes: [ref, 'org'].map(scope => ({ ref: scope, fromDay: '0000-01-01' })),
  };
}

/** Sums of the same numbers in another order differ in their last digit. */
const rounded = (value: unknown) =>
  typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : null;

const entity = ({ ref }: FakeComponent) => factEntityOf(ref);

/** Deployments every so many hours back from now, each with changes, every fifth of them with an incident that it caused. */
function deliver(seed: number, options: { every: number; count: number }) {
  const deployments = Array.from({ length: options.count }, (_, index) => ({
    subject: `d${index}`,
    at: now - (index + 1) * options.every * hour,
  }));
  return {
    ...noFacts,
    latestRecordedAt: now,
    deployments: deployments.map(({ subject, at }, index) =>
      deploymentFact(subject, at, {
        carries: [`c${index}`, `e${index}`],
        hotfix: index % 7 === 3,
        planned: index % 7 === 3 ? false : null,
      }),
    ),
    changes: deployments.flatMap(({ at }, index) => [
      changeFact(`c${index}`, at - ((index * seed) % 37) * hour - hour),
      changeFact(`e${index}`, at - ((index * seed) % 11) * hour - 90_000),
    ]),
    incidents: deployments
      .filter((_, index) => index % 5 === 2)
      .map(({ subject, at }, index) =>
        incidentFact(`i${index}`, at + hour, {
          mitigatedAt: at + hour + ((index + seed) % 9) * hour,
          resolvedAt: at + 20 * hour,
          deployment: subject,
        }),
      ),
  };
}

const busy = component('busy');
const slow = component('slow');
const former = component('former');
const silent = component('silent');
const everything: [FakeComponent, DeliveryFacts][] = [
  [busy, deliver(13, { every: 7, count: 290 })],
  [slow, deliver(5, { every: 300, count: 9 })],
  [
    former,
    {
      ...noFacts,
      latestRecordedAt: now,
      deployments: [deploymentFact('old', now - 200 * 24 * hour)],
    },
  ],
  [silent, noFacts],
];

eachStore<Stores>(
  {
    name: 'DoraFacts',
    fake: () => {
      const store = new FakeDoraStore();
      return {
        dora: store,
        delivery: store,
        add: async (added, facts) => store.addComponent(added, facts),
      };
    },
    database: knex => ({
      dora: new DatabaseDoraStore(knex),
      delivery: new DatabaseDeliveryStore(knex),
      add: (added, facts) => insertComponent(knex, added, facts),
    }),
  },
  createStores => {
    async function createFilled(profileId: DoraProfileId) {
      const stores = await createStores();
      const definitions = definitionsOf(doraProfiles[profileId]);
      for (const [added, facts] of everything) {
        await stores.add(added, facts);
        if (added !== silent) {
          await stores.delivery.writeDelivery(
            added.ref,
            definitions.list.map(({ calculation, profile }) => ({
              calculation,
              compute: recorded => {
                const delivery = computeDelivery(recorded, profile, 'UTC');
                return { delivery, days: countDeliveryDays(delivery) };
              },
            })),
            { now },
          );
        }
      }
      return {
        definitions,
        facts: new DoraFacts({
          store: new EndedRecoveries({
            store: stores.dora,
            definitions,
            zone: 'UTC',
          }),
          definition: definitions.default,
          calendar,
        }),
        service: new DoraService({
          ...nobodySaysAnything,
          store: stores.dora,
          definitions,
          recalculations: new FakeRecalculationStore(['dora']),
          catalog: {
            getEntity: async (ref: string) => ({
              ref,
              kind: 'component',
              name: ref,
            }),
          } as unknown as CatalogStore,
          zone: 'UTC',
          clock: () => now,
        }),
      };
    }

    it.each(Object.keys(doraProfiles) as DoraProfileId[])(
      'tells what the report of each component shows under %s',
      async profileId => {
        const { facts, service } = await createFilled(profileId);
        const told = await facts.provide(
          everything.map(([each]) => entity(each)),
          { now, signal: new AbortController().signal },
        );
        expect(told).toHaveLength(everything.length);
        for (const statement of told) {
          const report = await service.getReport(
            {
              scopeRef: statement.entityRef,
              window: resolveWindow({}, calendar, now),
              ownership: 'now',
            },
            seesAll,
          );
          const shown = {
            deployments: report.deploymentFrequency.deployments,
            deploymentFrequency: report.deploymentFrequency.perWeek,
            changeLeadTime: report.changeLeadTime.median,
            changeFailRate: report.changeFailRate.value,
            failedDeploymentRecoveryTime:
              report.failedDeploymentRecoveryTime.median,
            deploymentReworkRate: report.deploymentReworkRate.value,
          };
          const own = (statement as { facts: Record<string, unknown> }).facts;
          expect({
            of: statement.entityRef,
            ...mapValues(shown, (_, name) => rounded(own[name])),
          }).toEqual({ of: statement.entityRef, ...mapValues(shown, rounded) });
          expect(Object.values(own)).not.toContain(null);
        }
      },
    );

    it('tells of one that does not deploy any more, and nothing of one that never did', async () => {
      const { facts } = await createFilled('dora-2026');
      const told = await facts.provide([entity(silent), entity(former)], {
        now,
        signal: new AbortController().signal,
      });
      expect(new Map(told.map(each => [each.entityRef, each]))).toEqual(
        new Map([
          [silent.ref, { entityRef: silent.ref, facts: {} }],
          [
            former.ref,
            {
              entityRef: former.ref,
              facts: {
                deployments: 0,
                deploymentFrequency: 0,
                lastDeploymentAt: now - 200 * 24 * hour,
                changeLeadTimeSamples: 0,
                failedDeployments: 0,
                recoveries: 0,
              },
            },
          ],
        ]),
      );
    });

    it('tells everything of one that deploys, fails and recovers', async () => {
      const { facts } = await createFilled('dora-2026');
      const [told] = await facts.provide([entity(busy)], {
        now,
        signal: new AbortController().signal,
      });
      expect(Object.keys('facts' in told ? told.facts : {}).sort()).toEqual(
        Object.keys(facts.schema).sort(),
      );
    });

    it('tells nothing of what it was not asked about', async () => {
      const { facts } = await createFilled('dora-2026');
      const told = await facts.provide([entity(slow)], {
        now,
        signal: new AbortController().signal,
      });
      expect(told.map(({ entityRef }) => entityRef)).toEqual([slow.ref]);
    });
  },
);
