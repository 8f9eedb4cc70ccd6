import { mockServices } from '@backstage/backend-test-utils';
import {
  computeDelivery,
  countDeliveryDays,
  defaultEnvironmentRules,
  dora2026Profile,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSnapshotStore } from '../catalog/DatabaseSnapshotStore';
import { DatabaseIntakeStore } from '../intake/DatabaseIntakeStore';
import { IntakeService } from '../intake/IntakeService';
import { lockEntities } from '../lib/DatabaseScopeDayRows';
import { entityOf, scanEntities } from '../testing/catalog';
import { eachDatabase } from '../testing/databases';
import { DatabaseDeliveryStore } from './DatabaseDeliveryStore';
import { doraScopeDays } from './DatabaseScopeDayRows';
import { DoraCalculator } from './DoraCalculator';
import { definitionsOf } from './testing/definitions';

const definitions = definitionsOf();
const { calculation } = definitions.default;
const start = Date.parse('2026-04-01T00:00:00Z');
const first = 'component:default/first';
const second = 'component:default/second';
const slug = 'github.com/project-slug';

/** Intake and the calculation of DORA on one database, with a clock that goes on by itself. */
function createEngine(knex: Knex) {
  let now = start;
  const clock = () => {
    now += 60_000;
    return now;
  };
  const store = new DatabaseIntakeStore(knex, ['dora']);
  const intake = new IntakeService({
    store,
    environmentRules: defaultEnvironmentRules,
  });
  const calculator = new DoraCalculator({
    store: new DatabaseDeliveryStore(knex),
    recalculations: store.recalculations,
    definitions,
    zone: 'UTC',
    clock,
    logger: mockServices.logger.mock(),
  });
  return {
    calculator,
    remap: (refs: string[]) => intake.remap(refs, { now: clock() }),
    async submit(subject: string, target: object): Promise<void> {
      const at = clock();
      const [outcome] = await intake.submit(
        [
          {
            source: 'ci',
            id: `${subject}-${at}`,
            time: new Date(at).toISOString(),
            observation: {
              kind: 'deployment',
              subject,
              target,
              environment: 'production',
              finishedAt: '2026-03-30T10:00:00.000Z',
              result: 'success',
            },
          },
        ],
        { producer: 'user:default/ci', now: at },
      );
      expect(outcome.status).toBe('accepted');
    },
  };
}

/** What counts for whom. */
async function listCounted(knex: Knex): Promise<string[]> {
  const rows = await knex('dora_deployments')
    .where({ calculation, exclusion: null })
    .select('entity_ref', 'deployment');
  return rows.map(row => `${row.entity_ref} ${row.deployment}`).sort();
}

eachDatabase('DatabaseDeliveryStore', createDatabase => {
  it('counts a deployment only for the entity that a correction names', async () => {
    const knex = await createDatabase();
    await scanEntities(new DatabaseSnapshotStore(knex), [
      entityOf(first),
      entityOf(second),
    ]);
    const { submit, calculator } = createEngine(knex);
    await submit('d1', { entityRefs: [first] });
    await submit('d2', { entityRefs: [first] });
    await calculator.calculateWaiting();
    expect(await listCounted(knex)).toEqual([`${first} d1`, `${first} d2`]);

    await submit('d2', { entityRefs: [second] });
    await calculator.calculateWaiting();
    expect(await listCounted(knex)).toEqual([`${first} d1`, `${second} d2`]);
  });

  it('counts a deployment only for the entity that its repository belongs to now', async () => {
    const knex = await createDatabase();
    const snapshot = new DatabaseSnapshotStore(knex);
    const repository = { annotations: { [slug]: 'acme/shop' } };
    await scanEntities(snapshot, [
      entityOf(first, repository),
      entityOf(second),
    ]);
    const { submit, remap, calculator } = createEngine(knex);
    await submit('d1', { entityRefs: [first] });
    await submit('d2', {
      links: [{ system: 'git', externalId: 'github.com/acme/shop' }],
    });
    await calculator.calculateWaiting();
    expect(await listCounted(knex)).toEqual([`${first} d1`, `${first} d2`]);

    const { relinked } = await scanEntities(
      snapshot,
      [entityOf(first), entityOf(second, repository)],
      { now: start },
    );
    await remap(relinked);
    await calculator.calculateWaiting();
    expect(await listCounted(knex)).toEqual([`${first} d1`, `${second} d2`]);
  });

  it('reads the facts once nobody else computes the entity', async () => {
    const knex = await createDatabase();
    await scanEntities(new DatabaseSnapshotStore(knex), [entityOf(first)]);
    const { submit, calculator } = createEngine(knex);
    await submit('d1', { entityRefs: [first] });
    await calculator.calculate(first);

    const other = await knex.transaction();
    await lockEntities(other, doraScopeDays, [first]);
    let read = 0;
    const waiting = new DatabaseDeliveryStore(knex).writeDelivery(
      first,
      [
        {
          calculation,
          compute(facts) {
            read = facts.deployments.length;
            const delivery = computeDelivery(facts, dora2026Profile, 'UTC');
            return { delivery, days: countDeliveryDays(delivery) };
          },
        },
      ],
      { now: start },
    );
    await sleep(200);
    const { row_id: _, ...known } = await other('deployments').first();
    await other('deployments').insert({ ...known, subject: 'd2' });
    await other.commit();
    await waiting;
    expect(read).toBe(2);
    expect(await listCounted(knex)).toEqual([`${first} d1`, `${first} d2`]);
  });
});
