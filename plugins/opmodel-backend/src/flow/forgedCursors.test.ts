import { InputError } from '@backstage/errors';
import {
  flow2026Definition,
  type WorkItemFact,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { DatabaseCatalogStore } from '../catalog/DatabaseCatalogStore';
import { seesAll } from '../catalog/Visibility';
import { FakeRecalculationStore } from '../intake/FakeRecalculationStore';
import { eachDatabase } from '../testing/databases';
import { DatabaseFlowCalculationStore } from './DatabaseFlowCalculationStore';
import { DatabaseFlowStore } from './DatabaseFlowStore';
import { computeFlow } from './FlowResult';
import { FlowService } from './FlowService';
import type { FlowMemberOrder } from './FlowStore';
import { FakeForecastStore } from './forecasts/FakeForecastStore';
import { insertComponent } from './testing/insertComponent';

const calculation = 'flow-2026/1/UTC/1';
const definition = flow2026Definition;
const now = Date.UTC(2026, 3, 1);
const window = {
  from: '2026-03-01',
  to: '2026-03-31',
  days: 31,
  previous: { from: '2026-01-29', to: '2026-02-28' },
};
const orders: FlowMemberOrder[] = [
  'name',
  'cycleTime',
  'wip',
  'throughput',
  'oldest',
];
const forgedNumbers = [
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 31 - 1,
  -1,
];

const item = (subject: string, completedAt: number | null): WorkItemFact => ({
  source: 'tracker',
  subject,
  category: 'feature',
  severity: null,
  foundIn: null,
  createdAt: Date.UTC(2026, 2, 2),
  startedAt: Date.UTC(2026, 2, 3),
  completedAt,
  cancelledAt: null,
  stateChanges: [],
  periodChanges: [],
  effortDays: null,
  withdrawn: false,
  objective: null,
});

async function createService(knex: Knex): Promise<FlowService> {
  for (const name of ['cart', 'mail', 'shop']) {
    const ref = `component:default/${name}`;
    await insertComponent(
      knex,
      { ref, name, scopes: [{ ref: 'org', fromDay: '0000-01-01' }] },
      {
        items: [item('done', Date.UTC(2026, 2, 10)), item('open', null)],
        runs: [],
        latestRecordedAt: now,
      },
    );
    await new DatabaseFlowCalculationStore(knex).writeFlow(
      calculation,
      ref,
      facts =>
        computeFlow(
          facts,
          { definition, zone: 'UTC', iterations: [] },
          { now },
        ),
      { now },
    );
  }
  return new FlowService({
    store: new DatabaseFlowStore(knex),
    forecasts: new FakeForecastStore(),
    catalog: new DatabaseCatalogStore(knex),
    recalculations: new FakeRecalculationStore(['flow']),
    settings: {
      start: definition.start,
      iterations: [],
      expectation: { share: 0.85, days: null },
      allocation: { unit: 'items', categories: ['feature'], agreements: [] },
    },
    definition,
    calculation,
    zone: 'UTC',
    clock: () => now,
  });
}

/** The cursor with another number in it, as anybody can write one. */
function forge(cursor: string | null, field: string, value: number): string {
  const position = JSON.parse(
    Buffer.from(cursor!, 'base64url').toString('utf8'),
  );
  return Buffer.from(JSON.stringify({ ...position, [field]: value })).toString(
    'base64url',
  );
}

/** Whether it is a page, or refused by name. */
async function outcomeOf(page: Promise<object>): Promise<string> {
  return page.then(
    () => 'answered',
    error => {
      if (error instanceof InputError && error.message.includes("'cursor'")) {
        return 'refused';
      }
      throw error;
    },
  );
}

eachDatabase('a forged cursor of flow', createDatabase => {
  it('is refused or gives a page of the fleet, in every order', async () => {
    const service = await createService(await createDatabase());
    for (const order of orders) {
      for (const descending of [false, true]) {
        const list = (cursor?: string) =>
          service.listFleet(
            { window, filter: {}, order, descending, limit: 1, cursor },
            seesAll,
          );
        const { nextCursor } = await list();
        const outcomes = await Promise.all(
          forgedNumbers.map(value =>
            outcomeOf(list(forge(nextCursor, 'value', value))),
          ),
        );
        expect([order, outcomes]).toEqual([
          order,
          forgedNumbers.map(value =>
            order === 'oldest' ||
            (order !== 'name' && Math.abs(value) < 2 ** 31)
              ? 'answered'
              : 'refused',
          ),
        ]);
      }
    }
  });

  it.each(['completed', 'in_progress', 'arrived'] as const)(
    'gives a page of items that are %s',
    async state => {
      const service = await createService(await createDatabase());
      const list = (cursor?: string) =>
        service.listItems(
          {
            scopeRef: 'org',
            ownership: 'now',
            window,
            state,
            limit: 1,
            cursor,
          },
          seesAll,
        );
      const { nextCursor, totalItems } = await list();
      expect(totalItems).toBe(state === 'arrived' ? 6 : 3);
      for (const value of forgedNumbers) {
        expect((await list(forge(nextCursor, 'at', value))).totalItems).toBe(
          totalItems,
        );
      }
    },
  );
});
