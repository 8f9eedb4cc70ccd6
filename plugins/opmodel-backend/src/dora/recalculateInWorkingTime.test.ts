import { mockServices } from '@backstage/backend-test-utils';
import {
  defaultEnvironmentRules,
  dora2026Profile,
  gitlabProfile,
  weekdays,
  type WorkingDays,
} from '@opmodel/backstage-plugin-opmodel-common';
import { DatabaseSnapshotStore } from '../catalog/DatabaseSnapshotStore';
import { DatabaseIntakeStore } from '../intake/DatabaseIntakeStore';
import { IntakeService } from '../intake/IntakeService';
import { entityOf, scanEntities } from '../testing/catalog';
import { eachDatabase } from '../testing/databases';
import { DatabaseDeliveryStore } from './DatabaseDeliveryStore';
import { DoraCalculator } from './DoraCalculator';
import { EnabledDefinitions } from './EnabledDefinitions';

const HOUR = 3_600;
const now = Date.parse('2026-11-24T12:00:00Z');
const shop = 'component:default/shop';
const target = { entityRefs: [shop] };

/** Friday 16:00 to Monday 10:00. */
const observations = [
  {
    kind: 'change' as const,
    subject: 'c1',
    target,
    commitSha: 'a1',
    firstCommitAt: '2026-11-20T16:00:00.000Z',
    openedAt: '2026-11-20T16:30:00.000Z',
    mergedAt: '2026-11-20T17:00:00.000Z',
  },
  {
    kind: 'deployment' as const,
    subject: 'd1',
    target,
    environment: 'production',
    finishedAt: '2026-11-23T10:00:00.000Z',
    result: 'success' as const,
    changes: ['a1'],
  },
];

eachDatabase('DORA in working time', createDatabase => {
  it('computes anew what was kept, under the definition that may count it', async () => {
    const knex = await createDatabase();
    await scanEntities(new DatabaseSnapshotStore(knex), [entityOf(shop)]);
    const store = new DatabaseIntakeStore(knex, ['dora']);
    const outcomes = await new IntakeService({
      store,
      environmentRules: defaultEnvironmentRules,
    }).submit(
      observations.map(observation => ({
        source: 'ci',
        id: observation.subject,
        time: new Date(now).toISOString(),
        observation,
      })),
      { producer: 'user:default/ci', now },
    );
    expect(outcomes.map(({ status }) => status)).toEqual([
      'accepted',
      'accepted',
    ]);

    /** How often something is computed once these days count, and the lead times that are kept then. */
    const adopt = async (workingDays: WorkingDays | null) => {
      const definitions = new EnabledDefinitions(
        [dora2026Profile, gitlabProfile],
        { zone: 'UTC', defaultProfile: 'dora-2026', workingDays },
      );
      const calculator = new DoraCalculator({
        store: new DatabaseDeliveryStore(knex),
        recalculations: store.recalculations,
        definitions,
        zone: 'UTC',
        clock: () => now,
        logger: mockServices.logger.mock(),
      });
      await calculator.adoptDefinitions();
      const computed = await calculator.calculateWaiting();
      const kept = await Promise.all(
        definitions.calculations.map(async calculation => {
          const [row] = await knex('dora_samples').where({ calculation });
          return [Number(row.lead_time), Number(row.merge_to_deploy)];
        }),
      );
      return [computed, ...kept];
    };

    const gitlab = [65 * HOUR, 65 * HOUR];
    expect(await adopt(null)).toEqual([1, [66 * HOUR, 65 * HOUR], gitlab]);
    const monToFri = { weekdays: weekdays.slice(0, 5), holidays: [] };
    expect(await adopt(monToFri)).toEqual([1, [18 * HOUR, 17 * HOUR], gitlab]);
    expect((await adopt(monToFri))[0]).toBe(0);
    const monday = [{ from: '2026-11-23', to: '2026-11-23', name: 'Closed' }];
    expect(await adopt({ ...monToFri, holidays: monday })).toEqual([
      1,
      [8 * HOUR, 7 * HOUR],
      gitlab,
    ]);
  });
});
