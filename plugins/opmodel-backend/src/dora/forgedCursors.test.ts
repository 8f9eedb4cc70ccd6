import { InputError } from '@backstage/errors';
import {
  computeDelivery,
  countDeliveryDays,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { DatabaseCatalogStore } from '../catalog/DatabaseCatalogStore';
import { seesAll } from '../catalog/Visibility';
import { FakeRecalculationStore } from '../intake/FakeRecalculationStore';
import { eachDatabase } from '../testing/databases';
import { DatabaseDeliveryStore } from './DatabaseDeliveryStore';
import { DatabaseDoraStore } from './DatabaseDoraStore';
import type { MemberOrder } from './doraMembers';
import { DoraService } from './DoraService';
import { definitionsOf, nobodySaysAnything } from './testing/definitions';
import { changeFact, deploymentFact, incidentFact } from './testing/facts';
import { insertComponent } from './testing/insertComponent';

const definitions = definitionsOf();
const { calculation, profile } = definitions.default;
const recordedAt = Date.UTC(2026, 3, 1);
const window = {
  from: '2026-03-01',
  to: '2026-03-31',
  days: 31,
  previous: { from: '2026-01-29', to: '2026-02-28' },
};
const org = { scopeRef: 'org', ownership: 'now' as const, window, limit: 1 };

const orders: MemberOrder[] = [
  'name',
  'leadTime',
  'deployments',
  'lastDeployment',
  'changeFailRate',
  'recovery',
];
const forgedNumbers = [
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 31 - 1,
  -1,
];

async function createService(knex: Knex): Promise<DoraService> {
  const store = new DatabaseDoraStore(knex);
  for (const name of ['cart', 'mail', 'shop']) {
    const ref = `component:default/${name}`;
    await insertComponent(
      knex,
      { ref, name, scopes: [{ ref: 'org', fromDay: '0000-01-01' }] },
      {
        corrections: [],
        deployments: [
          deploymentFact('d1', Date.UTC(2026, 2, 10, 12), { carries: ['c1'] }),
        ],
        changes: [changeFact('c1', Date.UTC(2026, 2, 9, 12))],
        incidents: [
          incidentFact('i1', Date.UTC(2026, 2, 10, 13), {
            deployment: 'd1',
            mitigatedAt: Date.UTC(2026, 2, 10, 15),
          }),
        ],
        latestRecordedAt: recordedAt,
      },
    );
    await new DatabaseDeliveryStore(knex).writeDelivery(
      ref,
      [
        {
          calculation,
          compute(facts) {
            const delivery = computeDelivery(facts, profile, 'UTC');
            return { delivery, days: countDeliveryDays(delivery) };
          },
        },
      ],
      { now: recordedAt },
    );
  }
  return new DoraService({
    ...nobodySaysAnything,
    store,
    catalog: new DatabaseCatalogStore(knex),
    recalculations: new FakeRecalculationStore(['dora']),
    definitions,
    zone: 'UTC',
    clock: () => recordedAt,
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

eachDatabase('a forged cursor', createDatabase => {
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
        const isLarge =
          order === 'lastDeployment' || order === 'changeFailRate';
        expect([order, outcomes]).toEqual([
          order,
          forgedNumbers.map(value =>
            order !== 'name' && (isLarge || Math.abs(value) < 2 ** 31)
              ? 'answered'
              : 'refused',
          ),
        ]);
      }
    }
  });

  it('gives a page of deployments and of incidents', async () => {
    const service = await createService(await createDatabase());
    const caller = { reads: seesAll };
    const deployments = await service.listDeployments(org, caller);
    const incidents = await service.listIncidents(org, caller);
    for (const value of forgedNumbers) {
      await service.listDeployments(
        { ...org, cursor: forge(deployments.nextCursor, 'at', value) },
        caller,
      );
      await service.listIncidents(
        { ...org, cursor: forge(incidents.nextCursor, 'at', value) },
        caller,
      );
    }
    expect(deployments.totalItems).toBe(3);
    expect(incidents.totalItems).toBe(3);
  });
});
