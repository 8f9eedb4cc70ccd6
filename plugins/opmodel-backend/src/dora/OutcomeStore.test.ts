import {
  computeDelivery,
  countDeliveryDays,
  dora2026Profile,
} from '@opmodel/backstage-plugin-opmodel-common';
import { eachStore } from '../testing/eachStore';
import { DatabaseDeliveryStore } from './DatabaseDeliveryStore';
import { DatabaseOutcomeStore } from './DatabaseOutcomeStore';
import type { DeliveryFacts, DeliveryStore } from './DeliveryStore';
import type { FakeComponent } from './fakeSelection';
import { FakeOutcomeStore } from './FakeOutcomeStore';
import type { OutcomeStore } from './OutcomeStore';
import { deploymentFact, incidentFact, noFacts } from './testing/facts';
import { insertComponent } from './testing/insertComponent';

const calculation = 'dora-2026/2/UTC';
const MINUTE = 60_000;
const noon = Date.parse('2026-03-20T12:00:00Z');
const at = (minutes: number) => noon + minutes * MINUTE;

const componentOf = (name: string): FakeComponent => ({
  ref: `component:default/${name}`,
  name,
  scopes: [{ ref: 'org', fromDay: '0000-01-01' }],
});
const shop = componentOf('shop');
const pager = componentOf('pager');
const many = componentOf('many');

/** Half past noon an incident begins that names the second deployment; the others are close by. */
const shopFacts: DeliveryFacts = {
  ...noFacts,
  deployments: [
    deploymentFact('first', noon - 5 * 24 * 60 * MINUTE),
    deploymentFact('d1', at(1)),
    deploymentFact('d2', at(4)),
    deploymentFact('eu', at(4), { environment: 'production-eu' }),
    deploymentFact('broken', at(6), { result: 'failure' }),
    deploymentFact('qa', at(7), {
      environment: 'qa',
      environmentTier: 'testing',
    }),
    deploymentFact('d3', at(60)),
  ],
  incidents: [
    incidentFact('i1', at(30), {
      deployment: 'd2',
      mitigatedAt: at(50),
      resolvedAt: at(500),
    }),
    incidentFact('taken-back', at(31), { withdrawn: true }),
    incidentFact('external', at(70), {
      causeClass: 'external',
      severity: 'sev4',
    }),
  ],
  latestRecordedAt: noon,
};

eachStore<{
  outcomes: OutcomeStore;
  delivery: DeliveryStore;
  add(component: FakeComponent, facts: DeliveryFacts): Promise<void>;
}>(
  {
    name: 'OutcomeStore',
    fake: () => {
      const store = new FakeOutcomeStore();
      return {
        outcomes: store,
        delivery: store,
        add: async (component, facts) => store.addComponent(component, facts),
      };
    },
    database: knex => ({
      outcomes: new DatabaseOutcomeStore(knex),
      delivery: new DatabaseDeliveryStore(knex),
      add: (component, facts) => insertComponent(knex, component, facts),
    }),
  },
  createStores => {
    let stores: Awaited<ReturnType<typeof createStores>>;

    async function keep(component: FakeComponent, facts: DeliveryFacts) {
      await stores.add(component, facts);
      await stores.delivery.writeDelivery(
        component.ref,
        [
          {
            calculation,
            compute: of => {
              const delivery = computeDelivery(of, dora2026Profile, 'UTC');
              return { delivery, days: countDeliveryDays(delivery) };
            },
          },
        ],
        { now: noon },
      );
    }

    const read = (...asked: { ref: string; from: number; to: number }[]) =>
      stores.outcomes.readOutcomes(
        calculation,
        asked.map(({ ref, from, to }) => ({
          entityRef: ref,
          from,
          to,
          days: {
            from: new Date(from).toISOString().slice(0, 10),
            to: new Date(to).toISOString().slice(0, 10),
          },
        })),
        { tallySeconds: 300 },
      );

    beforeEach(async () => {
      stores = await createStores();
      await keep(shop, shopFacts);
      await keep(pager, {
        ...noFacts,
        incidents: [incidentFact('p1', at(-3_000), { resolvedAt: at(2) })],
        latestRecordedAt: noon,
      });
    });

    it('counts deployments that count by five minutes, and those that failed', async () => {
      const [outcomes] = await read({ ref: shop.ref, from: noon, to: at(65) });
      expect(outcomes.firstDeploymentDay).toBe('2026-03-15');
      expect(outcomes.deployments).toHaveLength(3);
      expect(outcomes.deployments).toEqual(
        expect.arrayContaining([
          { at: noon, environment: 'production', deployments: 2, failed: 1 },
          {
            at: noon,
            environment: 'production-eu',
            deployments: 1,
            failed: 0,
          },
          { at: at(60), environment: 'production', deployments: 1, failed: 0 },
        ]),
      );
      const [sooner] = await read({ ref: shop.ref, from: at(4), to: at(60) });
      expect(
        sooner.deployments.reduce((sum, of) => sum + of.deployments, 0),
      ).toBe(2);
    });

    it('tells of incidents that were open at any time that is asked about', async () => {
      const spans = async (from: number, to: number) =>
        (await read({ ref: shop.ref, from, to }))[0].incidents.map(
          ({ from: began, to: ended }) => [
            (began - noon) / MINUTE,
            ended === null ? null : (ended - noon) / MINUTE,
          ],
        );
      expect(await spans(noon, at(90))).toEqual([
        [30, 50],
        [70, null],
      ]);
      expect(await spans(at(49), at(70))).toEqual([[30, 50]]);
      expect(await spans(at(50), at(70))).toEqual([]);
      expect(await spans(at(900), at(905))).toEqual([[70, null]]);
    });

    it('knows incidents of what never deployed, and nothing of what is not known', async () => {
      const [known, unknown] = await read(
        { ref: pager.ref, from: noon, to: at(5) },
        { ref: 'component:default/nobody', from: noon, to: at(5) },
      );
      expect(known).toEqual({
        firstDeploymentDay: null,
        firstIncidentDay: '2026-03-18',
        deployments: [],
        incidents: [{ from: at(-3_000), to: at(2), environment: null }],
      });
      expect(unknown).toEqual({
        firstDeploymentDay: null,
        firstIncidentDay: null,
        deployments: [],
        incidents: [],
      });
    });

    it('answers each of many requests by its own time, also of one entity', async () => {
      const asked = Array.from({ length: 100 }, (_, place) => ({
        ref: place % 3 === 0 ? pager.ref : shop.ref,
        from: at(place),
        to: at(place + 5),
      }));
      const together = await read(...asked);
      expect(together).toHaveLength(100);
      for (const place of [0, 1, 4, 29, 60, 75, 99]) {
        expect([together[place]]).toEqual(await read(asked[place]));
      }
      expect(await read()).toEqual([]);
    });

    it('leaves nothing out, however much there is', async () => {
      await keep(many, {
        ...noFacts,
        deployments: Array.from({ length: 3_000 }, (_, place) =>
          // A rollout is one deployment, so each has a version of its own.
          deploymentFact(`m${place}`, at(place), { version: `v${place}` }),
        ),
        latestRecordedAt: noon,
      });
      const [{ deployments }] = await read({
        ref: many.ref,
        from: noon,
        to: at(3_000),
      });
      expect(deployments).toHaveLength(600);
      expect(new Set(deployments.map(of => of.deployments))).toEqual(
        new Set([5]),
      );
    });
  },
);
