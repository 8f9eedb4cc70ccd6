import {
  flow2026Definition,
  type OrganisationCalendar,
  resolveWindow,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ToldFacts } from '@opmodel/backstage-plugin-opmodel-node';
import { seesAll } from '../catalog/Visibility';
import { eachStore } from '../testing/eachStore';
import { factEntityOf } from '../testing/factEntityOf';
import type { AllocationSettings } from './allocationConfig';
import { CapacityAgreements } from './CapacityAgreements';
import { DatabaseFlowCalculationStore } from './DatabaseFlowCalculationStore';
import { DatabaseFlowStore } from './DatabaseFlowStore';
import type { FakeComponent } from './FakeComponents';
import { FakeFlowStore } from './FakeFlowStore';
import type {
  FlowCalculationStore,
  FlowFacts as Recorded,
} from './FlowCalculationStore';
import { FlowFacts } from './FlowFacts';
import { FlowReportReader } from './FlowReportReader';
import { computeFlow } from './FlowResult';
import type { FlowStore } from './FlowStore';
import { momentOf } from './momentOf';
import { insertComponent } from './testing/insertComponent';
import { randomFacts } from './testing/randomFacts';

const calculation = 'flow-2026/1/UTC/2';
const now = Date.parse('2026-05-01T12:00:00Z');
const recordedAt = Date.parse('2026-05-01T00:00:00Z');
const calendar: OrganisationCalendar = { zone: 'UTC', fiscalYearStartMonth: 1 };
const window = resolveWindow({}, calendar, now);
const definition = { ...flow2026Definition, unclassifiedThreshold: 1 };
const allocation: AllocationSettings = {
  unit: 'items',
  categories: ['feature', 'reliability', 'debt', 'security', 'platform'],
  agreements: [],
};
const signal = new AbortController().signal;

const components = ['checkout', 'search', 'silent'].map(
  (name): FakeComponent => ({
    ref: `component:default/${name}`,
    name,
    scopes: [`component:default/${name}`, 'org'].map(ref => ({
      ref,
      fromDay: '0000-01-01',
    })),
  }),
);
const [checkout, search, silent] = components;

const entity = ({ ref }: FakeComponent) => factEntityOf(ref);

function factsOf(told: readonly ToldFacts[], { ref }: FakeComponent) {
  const found = told.find(({ entityRef }) => entityRef === ref);
  return found && 'facts' in found ? found.facts : undefined;
}

interface Stores {
  flow: FlowStore;
  calculations: FlowCalculationStore;
  add(one: FakeComponent, facts?: Recorded): Promise<void>;
}

eachStore<Stores>(
  {
    name: 'FlowFacts',
    fake: () => {
      const store = new FakeFlowStore();
      return {
        flow: store,
        calculations: store,
        add: async (one, facts) => store.addComponent(one, facts),
      };
    },
    database: knex => ({
      flow: new DatabaseFlowStore(knex),
      calculations: new DatabaseFlowCalculationStore(knex),
      add: (one, facts) => insertComponent(knex, one, facts),
    }),
  },
  createStores => {
    async function createFilled(
      options: Partial<ConstructorParameters<typeof FlowFacts>[0]> = {},
    ) {
      const stores = await createStores();
      for (const [index, one] of components.entries()) {
        const facts =
          one === silent ? undefined : randomFacts(index + 1, { recordedAt });
        await stores.add(one, facts);
        if (facts) {
          await stores.calculations.writeFlow(
            calculation,
            one.ref,
            given =>
              computeFlow(
                given,
                { definition, zone: 'UTC', iterations: [] },
                { now },
              ),
            { now },
          );
        }
      }
      const common = {
        store: stores.flow,
        definition,
        calculation,
        settings: {
          start: 'first' as const,
          iterations: [],
          allocation,
          expectation: { share: 0.85, days: null },
        },
      };
      return {
        facts: new FlowFacts({ ...common, calendar, ...options }),
        reports: new FlowReportReader({
          ...common,
          agreements: new CapacityAgreements({
            catalog: { getEntity: async () => undefined },
            agreements: [],
          }),
        }),
      };
    }

    it('tells what the report of each component shows', async () => {
      const { facts, reports } = await createFilled();
      const told = await facts.provide(components.map(entity), { now, signal });
      for (const one of [checkout, search]) {
        const moment = momentOf(window, 'UTC', now);
        const report = await reports.read(
          { scopeRef: one.ref, ownership: 'now', visibility: seesAll },
          window,
          moment,
          { rollUp: false, today: '2026-05-01' },
        );
        const own = factsOf(told, one)!;
        const shares = new Map(
          report.allocation.categories.map(({ category, share }) => [
            category,
            share,
          ]),
        );
        expect(own).toMatchObject({
          completed: report.throughput.value,
          cycleTimeSamples: report.cycleTime.n,
          wip: report.age.n,
          debtShare: shares.get('debt'),
          securityShare: shares.get('security'),
          platformShare: shares.get('platform'),
        });
        expect(report.allocation.state).toBe('ok');
        expect(report.age.oldest).toBe(
          Math.floor((moment.at - Number(own.oldestItemStartedAt)) / 1_000),
        );
        // The list of the fleet tells the lower median by its bin.
        expect(Number(own.cycleTimeMedian)).toBeLessThanOrEqual(
          report.cycleTime.median! * 1.01,
        );
      }
    });

    it('tells nothing of one without work items', async () => {
      const { facts } = await createFilled();
      const told = await facts.provide(components.map(entity), { now, signal });
      expect(factsOf(told, silent)).toEqual({});
    });

    it('tells no shares where too much work has no category', async () => {
      const { facts } = await createFilled({
        definition: { ...definition, unclassifiedThreshold: -1 },
      });
      const told = await facts.provide([entity(checkout)], { now, signal });
      expect(told).toHaveLength(1);
      expect(
        Object.keys(factsOf(told, checkout)!).filter(name =>
          name.endsWith('Share'),
        ),
      ).toEqual([]);
    });
  },
);
