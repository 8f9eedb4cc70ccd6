import { doraProfiles, weekOf } from '@opmodel/backstage-plugin-opmodel-common';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { isPostgres } from '../catalog/DatabaseLists';
import { FakeRecalculationStore } from '../intake/FakeRecalculationStore';
import { eachDatabase } from '../testing/databases';
import { DatabaseDeliveryStore } from './DatabaseDeliveryStore';
import { DoraCalculator } from './DoraCalculator';
import { definitionsOf } from './testing/definitions';
import {
  changeFact,
  deploymentFact,
  incidentFact,
  noFacts,
} from './testing/facts';
import { insertFacts } from './testing/insertComponent';

const start = Date.parse('2026-03-01T12:00:00Z');
const dayLength = 86_400_000;
const ref = 'component:default/shop';
const DAYS = 60;
const definitions = definitionsOf(...Object.values(doraProfiles));

/** The tables that hold rows of days. */
const dayTables = [
  'dora_deployments',
  'dora_samples',
  'dora_recoveries',
  'dora_incidents',
  'dora_entity_days',
];

/** One deployment a day with one change, and an incident every tenth day. */
const facts = {
  ...noFacts,
  latestRecordedAt: start,
  deployments: Array.from({ length: DAYS }, (_, day) =>
    deploymentFact(`d${day}`, start + day * dayLength, {
      version: String(day),
      carries: [`c${day}`],
    }),
  ),
  changes: Array.from({ length: DAYS }, (_, day) =>
    changeFact(`c${day}`, start + day * dayLength - 3_600_000 * (day + 1)),
  ),
  incidents: Array.from({ length: DAYS / 10 }, (_, index) => {
    const at = start + index * 10 * dayLength + 3_600_000;
    return incidentFact(`i${index}`, at, { resolvedAt: at + 3_600_000 });
  }),
};

/** Rows with where the database keeps them: one that is written again stands somewhere else. */
async function readPlaces(knex: Knex): Promise<Map<string, string>> {
  const place = isPostgres(knex) ? 'ctid::text' : 'rowid';
  const places = new Map<string, string>();
  for (const table of dayTables) {
    const rows = await knex(table).select('*', knex.raw(`${place} as place`));
    for (const row of rows) {
      places.set(`${table} ${JSON.stringify(row)}`, row.day);
    }
  }
  return places;
}

eachDatabase('what a calculation writes', createDatabase => {
  async function createFilled() {
    const knex = await createDatabase();
    await insertFacts(knex, ref, facts);
    let now = start;
    const calculator = new DoraCalculator({
      store: new DatabaseDeliveryStore(knex),
      recalculations: new FakeRecalculationStore(['dora']),
      definitions,
      zone: 'UTC',
      clock: () => (now += 1_000),
      logger: mockServices.logger.mock(),
    });
    await calculator.calculate(ref);
    return { knex, calculator };
  }

  it('leaves every row alone where nothing has changed', async () => {
    const { knex, calculator } = await createFilled();
    const before = await readPlaces(knex);
    await calculator.calculate(ref);
    expect(await readPlaces(knex)).toEqual(before);
  });

  it.each([
    [
      'a failure',
      {
        kind: 'deployment_failed',
        deployment_source: 'ci',
        deployment_subject: 'd33',
        failed: true,
      },
    ],
    [
      'a link',
      {
        kind: 'failure_link',
        incident_source: 'pager',
        incident_subject: 'i3',
        deployment_source: null,
        deployment_subject: null,
      },
    ],
    [
      'unplanned work',
      {
        kind: 'deployment_planned',
        deployment_source: 'ci',
        deployment_subject: 'd33',
        planned: false,
      },
    ],
    [
      'an excluded day',
      {
        kind: 'excluded_period',
        from_day: '2026-04-03',
        to_day: '2026-04-03',
        cause: 'migration',
      },
    ],
  ])(
    'touches only the day that a correction is about: %s',
    async (_name, correction) => {
      const { knex, calculator } = await createFilled();
      const before = await readPlaces(knex);
      await knex('dora_corrections').insert({
        id: 'k1',
        entity_ref: ref,
        reason: 'Seen',
        decided_by: 'user:default/ann',
        recorded_at: start,
        ...correction,
      });
      await calculator.calculate(ref);
      const after = await readPlaces(knex);
      const written = [...after].filter(([row]) => !before.has(row));
      const removed = [...before].filter(([row]) => !after.has(row));
      const touched = new Set([...written, ...removed].map(([, day]) => day));
      const day =
        correction.kind === 'failure_link' ? '2026-03-31' : '2026-04-03';
      expect([...touched]).toEqual([day]);
      // Of four definitions, a handful of rows each, of a history of sixty days.
      expect(written.length).toBeGreaterThan(0);
      expect(written.length).toBeLessThanOrEqual(6 * 4);
      expect(before.size).toBeGreaterThan(DAYS * 4 * 3);

      // Taken back, all is as it was.
      await knex('dora_corrections').update({ undone_at: start + 1 });
      await calculator.calculate(ref);
      const withoutPlaces = (rows: Map<string, string>) =>
        [...rows.keys()].map(row => row.replace(/,"place":[^}]*/, '')).sort();
      expect(withoutPlaces(await readPlaces(knex))).toEqual(
        withoutPlaces(before),
      );
    },
  );

  it('computes every definition from one read of the facts', async () => {
    const knex = await createDatabase();
    await insertFacts(knex, ref, facts);
    const reads: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => {
      if (/from ["`]deployments["`]/.test(sql)) {
        reads.push(sql);
      }
    });
    const seen = new Set<unknown>();
    await new DatabaseDeliveryStore(knex).writeDelivery(
      ref,
      definitions.calculations.map(calculation => ({
        calculation,
        compute(given) {
          seen.add(given);
          return {
            delivery: {
              deployments: [],
              samples: [],
              recoveries: [],
              incidents: [],
              excludedDays: [],
              dayMedian: null,
              weekStart: 'monday',
            },
            days: [
              {
                day: '2026-03-01',
                week: weekOf('2026-03-01'),
                metric: 'deployments',
                bin: 0,
                count: 1,
              },
            ],
          };
        },
      })),
      { now: start },
    );
    expect(reads).toHaveLength(1);
    expect(seen.size).toBe(1);
    expect(
      (await knex('dora_entity_days').pluck('calculation')).sort(),
    ).toEqual([...definitions.calculations].sort());
  });
});
