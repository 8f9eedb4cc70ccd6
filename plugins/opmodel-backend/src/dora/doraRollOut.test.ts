import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { DatabaseRecalculationStore } from '../intake/DatabaseRecalculationStore';
import { eachDatabase } from '../testing/databases';
import { DatabaseDeliveryStore } from './DatabaseDeliveryStore';
import { DoraCalculator } from './DoraCalculator';
import { createDoraSubject } from './doraSubject';
import { definitionsOf } from './testing/definitions';

const before = 'dora-2026/1/UTC';
const definitions = definitionsOf();
const { calculation } = definitions.default;
const minute = 60_000;
const day = 24 * 60 * minute;
const start = Date.parse('2026-04-01T00:00:00Z');
const shop = 'component:default/shop';

async function deploy(knex: Knex, subject: string, recordedAt: number) {
  await knex('deployments').insert({
    source: 'ci',
    subject,
    entity_ref: shop,
    environment: 'production',
    environment_tier: 'production',
    finished_at: start - day,
    result: 'success',
    deployment_type: 'deploy',
    baseline: false,
    withdrawn: false,
    recorded_at: recordedAt,
  });
}

/** What the version before writes of an entity: it knows of no sums and of no list of days. */
async function writeAsBefore(knex: Knex, deployments: number, now: number) {
  const identity = { calculation: before, entity_ref: shop };
  for (const table of ['dora_entities', 'dora_entity_days']) {
    await knex(table).where(identity).delete();
  }
  await knex('dora_entities').insert({
    ...identity,
    first_deployment_day: '2026-03-31',
    last_deployment_at: start - day,
    latest_recorded_at: now,
    computed_at: now,
  });
  await knex('dora_entity_days').insert({
    ...identity,
    day: '2026-03-31',
    week: '2026-03-30',
    metric: 'deployments',
    bin: 0,
    count: deployments,
  });
}

function createReplica(knex: Knex, clock: () => number) {
  const recalculations = new DatabaseRecalculationStore(knex, ['dora']);
  const calculator = new DoraCalculator({
    store: new DatabaseDeliveryStore(knex),
    recalculations,
    definitions,
    zone: 'UTC',
    clock,
    logger: mockServices.logger.mock(),
  });
  return { recalculations, calculator };
}

const countDeployments = (knex: Knex, of: string) =>
  knex('dora_entity_days')
    .where({ calculation: of, metric: 'deployments' })
    .pluck('count');

eachDatabase('DORA while one version replaces another', createDatabase => {
  it('fills rows of its own and leaves those of the version before alone', async () => {
    const knex = await createDatabase();
    await deploy(knex, 'd1', start);
    await writeAsBefore(knex, 1, start);
    const { calculator } = createReplica(knex, () => start + minute);
    await calculator.adoptDefinitions();
    expect(await calculator.calculateWaiting()).toBe(1);
    expect(await countDeployments(knex, calculation)).toEqual([1]);
    expect(await countDeployments(knex, before)).toEqual([1]);
    const mine = await knex('dora_entities').where({ calculation }).first();
    expect(mine.deployment_days).not.toBeNull();
  });

  it('takes up what the version before computed for itself, and keeps it once that is gone', async () => {
    const knex = await createDatabase();
    let now = start;
    const { calculator, recalculations } = createReplica(knex, () => now);
    await deploy(knex, 'd1', now);
    await calculator.adoptDefinitions();
    await calculator.calculateWaiting();

    // A replica of the version before is faster with the next deployment.
    now += minute;
    await deploy(knex, 'd2', now);
    await recalculations.request([shop], { now });
    await recalculations.complete(
      await recalculations.claim({
        subject: 'dora',
        limit: 5,
        leaseMs: minute,
        now,
      }),
    );
    await writeAsBefore(knex, 2, now);
    expect(await calculator.calculateWaiting()).toBe(0);
    expect(await countDeployments(knex, calculation)).toEqual([1]);

    now += minute;
    await calculator.adoptDefinitions();
    expect(await calculator.calculateWaiting()).toBe(1);
    expect(await countDeployments(knex, calculation)).toEqual([2]);
    await calculator.adoptDefinitions();
    expect(await calculator.calculateWaiting()).toBe(0);

    now += 2 * day;
    await calculator.adoptDefinitions();
    expect(await calculator.calculateWaiting()).toBe(0);
    expect(await countDeployments(knex, before)).toEqual([]);
    expect(await countDeployments(knex, calculation)).toEqual([2]);
  });
});

describe('the DORA subject', () => {
  it('shares no turn with the version before for adopting its definition', () => {
    const schedules: SchedulerServiceTaskScheduleDefinition[] = [];
    const scheduler = mockServices.scheduler.mock({
      createScheduledTaskRunner(schedule) {
        schedules.push(schedule);
        return { run: async () => {} };
      },
    });
    const { tasks } = createDoraSubject({
      scheduler,
      config: mockServices.rootConfig({ data: {} }),
      calendar: {
        zone: 'UTC',
        fiscalYearStartMonth: 1,
        freezes: [],
        workingTime: { changeLeadTime: null, flow: null },
      },
    } as unknown as Parameters<typeof createDoraSubject>[0]);
    const at = tasks.findIndex(({ id }) => id === 'opmodel-dora-definition');
    expect(schedules[at].scope).toBe('local');
  });
});
